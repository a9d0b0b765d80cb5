import type { SFNClient } from '@aws-sdk/client-sfn';
import { hashOf } from '../domain/canonical.ts';
import { isFor, type Task } from '../domain/task/task.ts';
import { requirePublished } from '../store/rounds.ts';
import type { Table } from '../store/table.ts';
import { startNotice } from './start-workflow.ts';

/**
 * Tells those whom a task is for, by mail: for tasks on cases once for each kind and person, however many cases there
 * are; for tasks on the call each time.
 *
 * @param among those who are to be told, where the others were told before
 */
export async function tellOfficials(
  { table, workflows }: { readonly table: Table; readonly workflows: SFNClient },
  { kind, callId, caseId, about, barred = [], deadline }: Omit<Task, 'id'>,
  among?: readonly string[],
): Promise<void> {
  if (kind === 'complete-application') return;
  const { published } = await requirePublished(table, callId);
  const { officials } = published;
  const to = Object.keys(officials.emails ?? {}).filter(
    (username) =>
      (among?.includes(username) ?? true) &&
      isFor({ kind, callId, barred, ...(about ? { about } : {}) }, username, officials),
  );
  if (to.length === 0) return;
  const which = caseId ? {} : { about: about ?? '' };
  const name = hashOf({ callId, kind, to, ...which }).slice(0, 32);
  await startNotice(workflows, `task-${name}`, {
    mail: 'task-assigned',
    callId,
    task: kind,
    to,
    deadline,
    ...which,
  });
}
