import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { readCaseAndCall } from '../../store/case-and-call.ts';
import { commandCase } from '../../store/cases.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

/**
 * Makes a case's points of its evaluators' scores, and again where one more evaluator scored because they were far
 * apart. Says whether a presenter is to consider that.
 */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { state, events, published } = await readCaseAndCall(table, caseId);
  const { criteria, disagreementPoints } = published.call.evaluation;
  const command = { type: 'combine-scores', criteria, disagreementPoints } as const;
  const order = orderOf('combine-scores', state.disagreement?.another ?? 'once');
  const outcome = accepted(await commandCase(table, caseId, command, order, events));
  return { disagreement: outcome.state.disagreement?.standing === 'open' };
});
