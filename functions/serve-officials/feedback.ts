import type { SignedIn } from '../../domain/access/relations.ts';
import type { Feedback } from '../../domain/feedback/feedback.ts';
import { toInstant } from '../../domain/time.ts';
import { listFeedback, noteAnswer } from '../../store/feedback.ts';
import type { Table } from '../../store/table.ts';
import { type Answer, notFound } from '../answer.ts';
import { type AskedPart, partOf } from '../paging.ts';

/** The feedback on the service: what waits for an answer first, by when it is due, then what was answered. */
export async function feedbackPage(table: Table, asked: AskedPart): Promise<Answer> {
  const all = await listFeedback(table);
  const open = all.filter(({ answered }) => !answered).length;
  return { status: 200, document: { ...partOf('feedback', all, placeOf, asked), open } };
}

function placeOf({ answered, answerBy, feedbackId }: Feedback): string {
  return `${answered ? 'answered' : '-'}#${answerBy}#${feedbackId}`;
}

/** Notes that feedback was answered, by whom and how. */
export async function answerFeedback(
  table: Table,
  feedbackId: string,
  note: string,
  { username }: SignedIn,
): Promise<Answer> {
  const answered = { at: toInstant(Date.now()), by: username, note };
  const feedback = await noteAnswer(table, feedbackId, answered);
  return feedback ? { status: 200, document: feedback } : notFound;
}
