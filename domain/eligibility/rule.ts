import type { Application } from '../application/application.ts';
import type { Call, Opening, Sentence } from '../call/call.ts';
import type { Instant } from '../time.ts';

/** What a rule finds in an application. */
export type Outcome =
  /** The requirement is fulfilled. */
  | 'met'
  /** It is not, and nothing the applicant adds would change it. */
  | 'notMet'
  /** Something is missing or does not add up, and the applicant can complete it (Administrative Procedure Act § 22). */
  | 'missing'
  /** A person must judge it; the evidence says what the machine noticed (Administrative Procedure Act § 53 e). */
  | 'judgement';

/** What follows for the application where the requirement is not fulfilled. */
export type Consequence =
  /** The application is dismissed without examining the matter itself. */
  | 'dismiss'
  /** The grant is refused. */
  | 'refuse'
  /** Part of the costs, or of the sum asked for, falls away. */
  | 'reduce';

/** The facts a finding rests on, by name; texts are made of them in the reader's language. */
export type Evidence = Readonly<Record<string, string | number | readonly string[]>>;

/** The result of one rule for one application. */
export interface Finding {
  readonly rule: RuleId;
  readonly version: number;
  /** Which of the call's parts, exclusions … the rule was applied to, where it applies to several. */
  readonly subject?: string;
  readonly outcome: Outcome;
  readonly consequence: Consequence;
  readonly sentence: Sentence;
  readonly evidence: Evidence;
}

/** Every rule there is, in the order in which they are read: who and when, what, and for how much. */
export const ruleIds = [
  'arrived-in-time',
  'applicant-may-apply',
  'applicant-identified',
  'municipalities-known',
  'municipalities-continue',
  'municipalities-of-aland',
  'several-municipalities',
  'theme-named',
  'part-included',
  'not-excluded',
  'period-within-call',
  'financing-adds-up',
  'costs-eligible',
  'costs-necessary',
  'internal-charges-actual',
  'vat-left-out',
  'share-within-maximum',
] as const;

export type RuleId = (typeof ruleIds)[number];

/** All that rules may look at. */
export interface Facts {
  readonly call: Call & Opening;
  readonly application: Application;
  /** When the first version that was accepted arrived. */
  readonly arrivedAt: Instant;
}

/**
 * One rule of eligibility: a pure function of the facts with the sentence it rests on. `version` goes up whenever
 * its result could differ for the same facts, so that an old finding can be told from a new one.
 */
export interface Rule {
  readonly id: RuleId;
  readonly version: number;
  readonly consequence: Consequence;
  /** One examination, or one for each of the call's subjects. */
  examine(facts: Facts): Examination | readonly Examination[];
}

/** What a rule says of one subject; the rest of the finding is the rule's own. */
export interface Examination {
  readonly outcome: Outcome;
  readonly sentence: Sentence;
  readonly subject?: string;
  readonly evidence?: Evidence;
}
