import {
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { CaseState } from '../domain/case/state.ts';
import type { RoundState } from '../domain/round/state.ts';
import {
  outcomeOnCase,
  outcomeOnRound,
  type TaskOutcome,
  type TaskSubject,
  taskIdOf,
} from '../domain/task/task.ts';
import { readCase } from '../store/cases.ts';
import { readRound } from '../store/rounds.ts';
import type { Table } from '../store/table.ts';
import { closeTask, findTask } from '../store/tasks.ts';

/**
 * Lets the workflow that waits for a task go on, if the log says that the task is done: the second half of an
 * answer, after its event. It may be repeated by anyone at any time; a token that was used, or whose time has passed,
 * changes nothing, since the workflow asks again and is then told at once. The workflow of a case that was withdrawn is told so
 * by the error `CaseWithdrawn`, which ends it.
 *
 * @param known the log's state after the answer, where the caller has just written it
 */
export async function resumeWorkflow(
  table: Table,
  workflows: SFNClient,
  subject: TaskSubject,
  known?: CaseState | RoundState,
): Promise<boolean> {
  const id = taskIdOf(subject);
  const task = await findTask(table, id);
  const outcome = task && !task.done ? await outcomeOf(table, subject, known) : undefined;
  if (!task || !outcome) return false;
  // No workflow waits for a task without a token.
  if (task.token) await goOn(workflows, task.token, outcome);
  await closeTask(table, id);
  return true;
}

async function goOn(workflows: SFNClient, taskToken: string, outcome: TaskOutcome): Promise<void> {
  try {
    await tell(workflows, taskToken, outcome);
  } catch (error) {
    if (!(error instanceof TaskTimedOut) && !(error instanceof TaskDoesNotExist)) throw error;
  }
}

async function tell(workflows: SFNClient, taskToken: string, outcome: TaskOutcome): Promise<void> {
  if (outcome.withdrawn)
    await workflows.send(new SendTaskFailureCommand({ taskToken, error: 'CaseWithdrawn' }));
  else await workflows.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(outcome) }));
}

async function outcomeOf(table: Table, subject: TaskSubject, known: CaseState | RoundState | undefined) {
  const { caseId, callId } = subject;
  const state = known ?? (await (caseId ? readCase(table, caseId) : readRound(table, callId))).state;
  return 'versions' in state ? outcomeOnCase(subject, state) : outcomeOnRound(subject, state);
}
