import type { SFNClient } from '@aws-sdk/client-sfn';
import { pendingExtension } from '../domain/case/completion.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { TaskSubject } from '../domain/task/task.ts';
import { deadlineAfter, type Instant, toInstant } from '../domain/time.ts';
import type { Table } from '../store/table.ts';
import { openTask } from '../store/tasks.ts';
import { resumeWorkflow } from './resume-workflow.ts';

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

async function ask(
  { table, workflows }: Means,
  subject: TaskSubject,
  { number }: CaseState,
  deadline: Instant,
): Promise<void> {
  const times = { openedAt: toInstant(Date.now()), deadline };
  await openTask(table, { ...subject, ...times, ...(number ? { caseNumber: number } : {}) });
  await resumeWorkflow(table, workflows, subject);
}
