import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { type Known, relatedTo } from '../../domain/case/related.ts';
import { completable, screen } from '../../domain/eligibility/screening.ts';
import { screeningOf } from '../../domain/task/task.ts';
import { readCaseAndCall } from '../../store/case-and-call.ts';
import { commandCase, knownCases } from '../../store/cases.ts';
import { listCalls } from '../../store/rounds.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';
import { readAccepted } from '../submission.ts';

const table = settingsTable();
const bucket = settingsBucket();

/**
 * Screens a case's current version by the call's rules, notes which other cases have to do with it, and says which screening
 * this is and whether its applicant is to be asked for more.
 */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { state, events, published } = await readCaseAndCall(table, caseId);
  const { current, arrivedAt } = state;
  if (!current || !arrivedAt) throw new Error(`case ${caseId} has nothing to screen`);
  const application = await readAccepted(bucket, { caseId, version: current.version });
  if (state.completion?.outcome === 'awaited') return { complete: true, screening: screeningOf(state) };
  const { opensAt, closesAt } = published;
  const findings = screen({ call: { ...published.call, opensAt, closesAt }, application, arrivedAt });
  const subject = {
    caseId,
    businessId: state.businessId ?? '',
    municipalities: current.summary.municipalities,
  };
  const { request, outcome } = state.completion ?? {};
  const turn = outcome ? `${request}:${outcome}` : 'first';
  const related = relatedTo(subject, await everyCase());
  const command = { type: 'record-screening', version: current.version, findings, related } as const;
  const order = orderOf('screen-case', `${current.version}:${turn}`);
  accepted(await commandCase(table, caseId, command, order, events));
  return {
    complete: state.completion === undefined && completable(findings).length > 0,
    screening: screeningOf(state),
  };
});

/** Every registered case of every call in the store. */
async function everyCase(): Promise<readonly Known[]> {
  const calls = await listCalls(table);
  return (await Promise.all(calls.map((callId) => knownCases(table, callId)))).flat();
}
