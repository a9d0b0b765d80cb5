import type { SFNClient } from '@aws-sdk/client-sfn';
import { pendingExtension } from '../domain/case/completion.ts';
import type { CaseState } from '../domain/case/state.ts';
import { openTasksOfRound } from '../domain/task/open-tasks.ts';
import { type BarredTask, type TaskSubject, taskIdOf } from '../domain/task/task.ts';
import { deadlineAfter, type Instant, toInstant } from '../domain/time.ts';
import { readRectification } from '../store/rectifications.ts';
import { readRound } from '../store/rounds.ts';
import type { Table } from '../store/table.ts';
import { closeTask, listTasks, openTask } from '../store/tasks.ts';
import { resumeWorkflow } from './resume-workflow.ts';
import { tellOfficials } from './tell-officials.ts';

/**
 * Tasks that no workflow waits for, so that they have no token: opened by what asks for them. Opening one again does nothing but
 * mend what was cut off.
 */
interface Means {
  readonly table: Table;
  readonly workflows: SFNClient;
}

/** How long a decision maker has for a correction, its hearing not counted. */
const correctionDays = 30;

/** How long a decision maker has for a request for rectification, which is urgent (Administrative Procedure Act § 49 e). */
const rectificationDays = 30;

/** How long a decision maker has for a reallocation, which recipients wait for. */
const reallocationDays = 30;

/** Puts an applicant's request for more time before the presenters, if one waits for its answer. */
export async function askForExtension(means: Means, caseId: string, state: CaseState): Promise<void> {
  const { callId = '', completion } = state;
  const pending = completion && pendingExtension(completion);
  if (!pending) return;
  const subject = { kind: 'answer-extension', callId, caseId, about: String(pending.request) } as const;
  await ask(means, subject, state, completion.deadline);
}

/** Puts a proposed correction before the decision makers, if one waits for its decision. */
export async function askForCorrection(means: Means, caseId: string, state: CaseState): Promise<void> {
  const { callId = '', correction } = state;
  if (!correction) return;
  const subject = { kind: 'decide-correction', callId, caseId, about: String(correction.proposal) } as const;
  const from = correction.hearUntil ?? toInstant(Date.now());
  await ask(means, subject, state, deadlineAfter(from, correctionDays));
}

/** Puts a request for rectification before the decision makers until it is decided. */
export async function askForRectification(means: Means, caseId: string): Promise<void> {
  const { request, requestedAt } = (await readRectification(means.table, caseId)).state;
  if (!request || !requestedAt) return;
  const { callId, number, barred } = request;
  const subject = { kind: 'decide-rectification', callId, caseId, about: number } as const;
  const deadline = deadlineAfter(requestedAt, rectificationDays);
  await open(means, { ...subject, barred }, number, deadline);
  // Read again: it may have been decided while its task was opened.
  if ((await readRectification(means.table, caseId)).state.decided)
    await endRectificationTask(means.table, subject);
}

/** Puts a proposed reallocation before the decision makers, in the place of one that nobody decided on, until it is decided. */
export async function askForReallocation(means: Means, callId: string): Promise<void> {
  const { table } = means;
  const waiting = openTasksOfRound(callId, (await readRound(table, callId)).state).find(isReallocation);
  const opened = (await listTasks(table, callId)).filter(isReallocation);
  for (const { id, about } of opened) if (about !== waiting?.about) await closeTask(table, id);
  if (!waiting || opened.some(({ about }) => about === waiting.about)) return;
  await open(means, waiting, undefined, deadlineAfter(toInstant(Date.now()), reallocationDays));
}

function isReallocation({ kind }: TaskSubject): boolean {
  return kind === 'decide-reallocation';
}

/** Ends the task once the request is decided. */
export async function endRectificationTask(table: Table, subject: TaskSubject): Promise<void> {
  await closeTask(table, taskIdOf(subject));
}

async function open(
  means: Means,
  subject: BarredTask,
  number: string | undefined,
  deadline: Instant,
): Promise<void> {
  const times = { openedAt: toInstant(Date.now()), deadline };
  const task = { ...subject, ...times, ...(number ? { caseNumber: number } : {}) };
  await openTask(means.table, task);
  await tellOfficials(means, task);
}

async function ask(
  { table, workflows }: Means,
  subject: TaskSubject,
  { number }: CaseState,
  deadline: Instant,
): Promise<void> {
  await open({ table, workflows }, subject, number, deadline);
  await resumeWorkflow(table, workflows, subject);
}
