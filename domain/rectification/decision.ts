import { hashOf, type Sha256 } from '../canonical.ts';
import type { Issued } from '../case/state.ts';
import type { Decision } from '../decision/decision.ts';
import type { Cents } from '../money.ts';
import type { Instant } from '../time.ts';
import type { RectificationOutcome, RectificationState } from './rectification.ts';

/**
 * A decision on a request for rectification with everything its letter says, so that the letter follows from it alone:
 * what was asked and why, what was decided and why (Administrative Procedure Act 434/2003 § 44, § 45, § 49 g), and the decision
 * that it is about.
 */
export interface RectificationDecision {
  readonly number: string;
  readonly requestedAt: Instant;
  readonly demand: string;
  readonly grounds: string;
  readonly outcome: RectificationOutcome;
  readonly reasons: string;
  readonly decidedAt: Instant;
  /** The user name of who decided. */
  readonly decidedBy: string;
  /** What was granted, and what is granted from now on. */
  readonly fromCents: Cents;
  readonly awardedCents: Cents;
  readonly decision: Decision;
}

/** The digest that its letter prints and that is signed. */
export function digestOfRectification(decided: RectificationDecision): Sha256 {
  return hashOf(decided);
}

/**
 * What was decided on a request, or undefined while nothing was.
 *
 * @param issued every decision on the case; the one that was asked to be rectified is among them
 */
export function rectificationDecisionOf(
  { request, requestedAt, decided, decidedAt, decidedBy }: RectificationState,
  issued: readonly Issued[],
): RectificationDecision | undefined {
  if (!request || !requestedAt || !decided || !decidedAt || !decidedBy) return undefined;
  const about = issued.find(({ decision }) => decision && hashOf(decision) === request.decision)?.decision;
  if (!about) throw new Error(`the decision that ${request.number} is about is not on its case's log`);
  const { number, demand, grounds, awardedCents: fromCents } = request;
  const { outcome, reasons, awardedCents } = decided;
  return {
    ...{ number, requestedAt, demand, grounds, outcome, reasons, decidedAt, decidedBy },
    ...{ fromCents, awardedCents, decision: about },
  };
}
