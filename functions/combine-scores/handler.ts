import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { readCaseAndCall } from '../../store/case-and-call.ts';
import { commandCase } from '../../store/cases.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

/** Makes a case's points of its evaluators' scores. */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { published } = await readCaseAndCall(table, caseId);
  const command = { type: 'combine-scores', criteria: published.call.evaluation.criteria } as const;
  accepted(await commandCase(table, caseId, command, orderOf('combine-scores', 'once')));
  return {};
});
