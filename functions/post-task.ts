import { toInstant } from '../domain/time.ts';
import { readCase } from '../store/cases.ts';
import type { Table } from '../store/table.ts';
import { openTask } from '../store/tasks.ts';

/** How long a presenter has to send something on paper before it is late, in milliseconds. */
const postTime = 7 * 24 * 60 * 60 * 1000;

/** Puts before a presenter that a message of a case must go by post. Opening it again changes nothing. */
export async function openPostTask(table: Table, caseId: string, key: string, at: string): Promise<void> {
  const { state } = await readCase(table, caseId);
  const task = {
    kind: 'send-by-post',
    callId: state.callId ?? '',
    caseId,
    about: key,
    openedAt: at,
    deadline: toInstant(Date.parse(at) + postTime),
    ...(state.number ? { caseNumber: state.number } : {}),
  } as const;
  // No workflow waits for it.
  await openTask(table, task, '');
}
