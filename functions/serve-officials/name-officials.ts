import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Officials } from '../../domain/call/call.ts';
import { mayScore, type OfficialsNamed } from '../../domain/round/name-officials.ts';
import { commandIdOf, isFor, taskIdOf } from '../../domain/task/task.ts';
import type { Order } from '../../store/carry-out.ts';
import { commandCase, listCases, readCase } from '../../store/cases.ts';
import { commandRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { listTasks } from '../../store/tasks.ts';
import { type Answer, conflict } from '../answer.ts';
import { resumeWorkflow } from '../resume-workflow.ts';
import { tellOfficials } from '../tell-officials.ts';

interface Means {
  readonly table: Table;
  readonly workflows: SFNClient;
}

/**
 * Changes who handles a published call. Then whoever scores no more is released from the cases that they were asked to score, so
 * that their workflows find another, and whoever is new is told of the tasks that wait. Repeating it finishes what was cut off.
 */
export async function nameOfficials(
  means: Means,
  callId: string,
  change: OfficialsNamed['data'],
  order: Order,
): Promise<Answer> {
  const { table } = means;
  const outcome = await commandRound(table, callId, { type: 'name-officials', ...change }, order);
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  const officials = outcome.state.published?.officials;
  if (!officials) throw new Error(`call ${callId} was not published`);
  const leaving = new Set(change.released.map(({ username }) => username));
  for (const username of leaving) {
    if (!mayScore(username, officials)) await release(means, callId, { username, ...change }, order);
  }
  await tellNewcomers(means, callId, change, officials);
  const { at, sequence } = outcome.event;
  return { status: 200, document: { at, sequence, officials } };
}

/** Ends the person's tasks to score; each case's log tells why. */
async function release(
  { table, workflows }: Means,
  callId: string,
  { username, reason }: { readonly username: string; readonly reason: string },
  { actor }: Order,
): Promise<void> {
  for (const { caseId } of await listCases(table, callId)) {
    const { state } = await readCase(table, caseId);
    if (!state.evaluators.some((one) => one.username === username && one.standing === 'asked')) continue;
    const task = { kind: 'score-case', callId, caseId, about: username } as const;
    const command = { type: 'release-evaluator', evaluator: username, reason } as const;
    const commandId = commandIdOf(taskIdOf(task));
    const released = await commandCase(table, caseId, command, { actor, commandId });
    if (released.kind !== 'refused') await resumeWorkflow(table, workflows, task, released.state);
  }
}

async function tellNewcomers(
  means: Means,
  callId: string,
  { named }: OfficialsNamed['data'],
  officials: Officials,
): Promise<void> {
  const newcomers = [...new Set(named.map(({ username }) => username))];
  for (const task of await listTasks(means.table, callId)) {
    if (newcomers.some((username) => isFor(task, username, officials))) {
      await tellOfficials(means, task, newcomers);
    }
  }
}
