import * as z from 'zod/mini';
import { commandCase } from '../../store/cases.ts';
import { commandRound } from '../../store/rounds.ts';
import { count, logger } from '../observed.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

/** EventBridge's "Step Functions Execution Status Change". */
const input = z.object({
  id: z.string(),
  detail: z.object({
    executionArn: z.string(),
    status: z.string(),
    input: z.nullish(z.string()),
    error: z.nullish(z.string()),
    cause: z.nullish(z.string()),
  }),
});

/**
 * The last resort: notes on the log of the case or the call that its workflow stopped. The cause goes to the
 * function's own log only, since it may hold what does not belong in a public file.
 */
export const handler = step(input, async ({ id, detail }) => {
  const { executionArn: execution, status, error, cause } = detail;
  logger.error('a workflow stopped', { execution, status, error, cause });
  count('WorkflowsStopped');
  const { caseId, callId } = matterOf(detail.input ?? '{}');
  const command = {
    type: 'note-failure',
    execution,
    step: workflowOf(execution),
    error: error ?? status,
  } as const;
  const order = orderOf('record-failure', id);
  if (caseId) accepted(await commandCase(table, caseId, command, order));
  else if (callId) accepted(await commandRound(table, callId, command, order));
  return {};
});

/** What an execution was about: the intake's input is the event of an upload, the others name case and call. */
function matterOf(executionInput: string): { caseId?: string; callId?: string } {
  const { caseId, callId, detail } = JSON.parse(executionInput);
  return { callId, caseId: caseId ?? detail?.object?.key.split('/')[1] };
}

function workflowOf(executionArn: string): string {
  return executionArn.split(':')[6]?.split('-').at(-1) ?? executionArn;
}
