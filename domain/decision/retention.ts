import type { Instant } from '../time.ts';
import type { Outcome } from './outcome.ts';

/**
 * Until when the archive must keep a decision at least (State Grants Act 688/2001 § 32 e): five years from the decision
 * for what was not granted. For a grant it is ten years from its last instalment; since none has been paid when the
 * letter is made, ten years from the decision are what is certain, to be prolonged with each payment.
 */
export function retainedUntil(outcome: Outcome, decidedAt: Instant): Instant {
  const years = outcome === 'grantedInFull' || outcome === 'grantedInPart' ? 10 : 5;
  const until = new Date(decidedAt);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return until.toISOString();
}
