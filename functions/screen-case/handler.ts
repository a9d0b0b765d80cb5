import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { completable, screen } from '../../domain/eligibility/screening.ts';
import { readCaseAndCall } from '../../store/case-and-call.ts';
import { commandCase } from '../../store/cases.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';
import { readAccepted } from '../submission.ts';

const table = settingsTable();
const bucket = settingsBucket();

/** Screens a case's current version by the call's rules and says whether its applicant is to be asked for more. */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { state, published } = await readCaseAndCall(table, caseId);
  const { current, arrivedAt } = state;
  if (!current || !arrivedAt) throw new Error(`case ${caseId} has nothing to screen`);
  const application = await readAccepted(bucket, { caseId, version: current.version });
  if (state.completion?.outcome === 'awaited') return { complete: true };
  const { opensAt, closesAt } = published;
  const findings = screen({ call: { ...published.call, opensAt, closesAt }, application, arrivedAt });
  const turn = state.completion?.outcome ?? 'first';
  const command = { type: 'record-screening', version: current.version, findings } as const;
  accepted(await commandCase(table, caseId, command, orderOf('screen-case', `${current.version}:${turn}`)));
  return { complete: state.completion === undefined && completable(findings).length > 0 };
});
