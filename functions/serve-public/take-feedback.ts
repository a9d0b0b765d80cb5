import { answerDueFor, type Feedback } from '../../domain/feedback/feedback.ts';
import { opaqueIdOf } from '../../domain/ids.ts';
import { toInstant } from '../../domain/time.ts';
import { keepFeedback } from '../../store/feedback.ts';
import type { Table } from '../../store/table.ts';
import type { Language } from '../../texts/language.ts';
import type { Answer } from '../answer.ts';

/** Takes in feedback and acknowledges it; the same request again is the same feedback. */
export async function takeFeedback(
  table: Table,
  { commandId, ...said }: { commandId: string } & Pick<Feedback, 'about' | 'message' | 'page' | 'email'>,
  language: Language,
): Promise<Answer> {
  const at = toInstant(Date.now());
  const feedbackId = opaqueIdOf('feedback', commandId);
  const kept = await keepFeedback(table, { feedbackId, at, ...said, language, answerBy: answerDueFor(at) });
  return { status: 201, document: { feedbackId, at: kept.at, answerBy: kept.answerBy } };
}
