import type { Decision } from '../domain/decision/decision.ts';
import type { Cents } from '../domain/money.ts';

/** What came of a rehearsed call, in the fields of the report. Money is in cents, points are of 100. */
export interface Outcome {
  readonly call: string;
  readonly applications: number;
  /** Those that were scored. */
  readonly eligible: number;
  readonly grantedInFull: number;
  readonly grantedInPart: number;
  readonly refused: number;
  readonly dismissed: number;
  /** Submissions that were not taken in: the broken file and the repeated one. */
  readonly rejectedSubmissions: number;
  readonly appliedCents: Cents;
  readonly awardedCents: Cents;
  /** What there was to share out: the appropriation, or what calls that share it had left. */
  readonly appropriationCents: Cents;
  /** Decision events, one for each application. */
  readonly decisions: number;
  /** Mails of a decision that lie in the applicants' mailbox; partners' and other mails not counted. */
  readonly mails: number;
  /** Letters that were read back and have the digest the log says. */
  readonly letters: number;
  /** Logs of cases that verify. */
  readonly chainsVerified: number;
  readonly seconds: number;
  readonly cases: readonly CaseOutcome[];
}

export interface CaseOutcome {
  readonly caseNumber: string;
  readonly applicant: string;
  readonly title: string;
  /** Whether applicant and sum are a published grant's or made up. */
  readonly origin: 'published' | 'generated';
  readonly requestedCents: Cents;
  readonly awardedCents: Cents;
  /** Points of 100; null where it was not scored. */
  readonly score: number | null;
  readonly outcome: Decision['outcome'];
  readonly reasons: readonly string[];
  /** Where the letter was saved. */
  readonly letter: string;
  /** Where the mail was saved. */
  readonly mail: string;
}
