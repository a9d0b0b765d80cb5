import type { Language } from '../language.ts';
import { type Instant, toInstant } from '../time.ts';

/**
 * What somebody tells of the accessibility of the service, or of the service otherwise; a name is never asked for. It is
 * acknowledged at once and answered within two weeks (Act 306/2019 § 10).
 */
export interface Feedback {
  readonly feedbackId: string;
  readonly at: Instant;
  readonly about: 'accessibility' | 'other';
  readonly message: string;
  /** The page it is about, as its address in the service. */
  readonly page?: string;
  /** Where to answer, if an answer is wanted. */
  readonly email?: string;
  readonly language: Language;
  readonly answerBy: Instant;
  readonly answered?: { readonly at: Instant; readonly by: string; readonly note: string };
}

const answerDays = 14;

/** Until when feedback that came at an instant is to be answered; days of rest do not make it longer. */
export function answerDueFor(at: Instant): Instant {
  return toInstant(Date.parse(at) + answerDays * 24 * 60 * 60 * 1000);
}
