import * as z from 'zod/mini';
import { callId, opaqueId } from '../../contract/fields.ts';
import { commandCase } from '../../store/cases.ts';
import { commandRound } from '../../store/rounds.ts';
import { count } from '../observed.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

const input = z.object({
  callId,
  caseId: z.optional(opaqueId),
  task: z.string(),
  assignee: z.string(),
  /** When the workflow entered the state that waited; tells one overrun from the next. */
  since: z.string(),
});

/** Notes on the log, and for the alarm, that a person's task was not done in time; the workflow then asks again. */
export const handler = step(input, async ({ callId: call, caseId, task, assignee, since }) => {
  const command = { type: 'note-overdue', task, assignee } as const;
  const order = orderOf('note-overdue', `${task}:${assignee}:${since}`);
  accepted(
    caseId
      ? await commandCase(table, caseId, command, order)
      : await commandRound(table, call, command, order),
  );
  count('TasksOverdue');
  return {};
});
