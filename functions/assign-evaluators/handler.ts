import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { takesPart } from '../../domain/case/evaluation-decisions.ts';
import { readCaseAndCall } from '../../store/case-and-call.ts';
import { commandCase } from '../../store/cases.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

/** Gives a case its evaluators, or finds those it has, and says for how long, in seconds, each has it. */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { events, published } = await readCaseAndCall(table, caseId);
  const { evaluatorsPerCase, days } = published.call.evaluation;
  const command = {
    type: 'assign-evaluators',
    officials: published.officials,
    count: evaluatorsPerCase,
  } as const;
  const order = orderOf('assign-evaluators', 'once');
  const outcome = accepted(await commandCase(table, caseId, command, order, events));
  return {
    evaluators: outcome.state.evaluators.filter(takesPart).map(({ username }) => username),
    seconds: days * 24 * 60 * 60,
  };
});
