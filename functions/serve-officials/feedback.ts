import type { SignedIn } from '../../domain/access/relations.ts';
import { toInstant } from '../../domain/time.ts';
import { listFeedback, noteAnswer } from '../../store/feedback.ts';
import type { Table } from '../../store/table.ts';
import { type Answer, notFound } from '../answer.ts';
import { pageOf } from '../paging.ts';

/** The feedback on the service: what waits for an answer first, by when it is due, then what was answered. */
export async function feedbackPage(
  table: Table,
  page: { readonly limit?: string | undefined; readonly cursor?: string | undefined },
): Promise<Answer> {
  const all = (await listFeedback(table)).map((feedback) => ({
    feedback,
    place: `${feedback.answered ? 'answered' : '-'}#${feedback.answerBy}#${feedback.feedbackId}`,
  }));
  const ordered = all.sort((one, other) => (one.place < other.place ? -1 : 1));
  const { items, next } = pageOf(ordered, ({ place }) => place, page);
  const open = all.filter(({ feedback }) => !feedback.answered).length;
  return {
    status: 200,
    document: { feedback: items.map(({ feedback }) => feedback), open, ...(next ? { next } : {}) },
  };
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
