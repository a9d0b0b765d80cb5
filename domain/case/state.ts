import type { BatchSignature } from '../decision/batch.ts';
import type { Decision } from '../decision/decision.ts';
import type { Finding } from '../eligibility/rule.ts';
import type { Conclusion, Judgement } from '../eligibility/screening.ts';
import type { Fraction } from '../fraction.ts';
import type { CaseLanguage } from '../language.ts';
import type { Mail } from '../mail/ledger.ts';
import type { CriterionScore } from '../scoring/scoring.ts';
import type { Instant, LocalDate } from '../time.ts';
import type {
  Arrival,
  CorrectionProposed,
  HearingAnswered,
  LetterRendered,
  MissingItem,
  RetentionBasis,
  UploadFile,
} from './events.ts';
import type { RelatedCase } from './related.ts';

/** How far a case has come. */
export type Stage =
  | 'unopened'
  /** An applicant has upload addresses, but nothing acceptable has arrived. */
  | 'opened'
  | 'registered'
  | 'screened'
  | 'completing'
  /** The completion request was answered or its time passed; to be screened again. */
  | 'completed'
  | 'evaluating'
  | 'evaluated'
  /** Confirmed to be refused or dismissed without scoring. */
  | 'concluded'
  | 'decided'
  /** The applicant withdrew it before it was decided. */
  | 'withdrawn'
  /** Its retention has ended and its data were removed. */
  | 'removed';

/** As far as an applicant may know how far its case has come: nothing of the preparation (Act 621/1999 § 11). */
export function shownStageOf({ stage, decision }: Pick<CaseState, 'stage' | 'decision'>): ShownStage {
  if (decision) return 'decided';
  return stage === 'opened' || stage === 'completing' || stage === 'withdrawn' ? stage : 'in-preparation';
}

export type ShownStage = 'opened' | 'completing' | 'withdrawn' | 'in-preparation' | 'decided';

/** What the events of a case add up to. */
export interface CaseState {
  readonly stage: Stage;
  readonly callId?: string;
  readonly businessId?: string;
  readonly closesAt?: Instant;
  readonly email?: string;
  readonly language?: CaseLanguage;
  readonly versions: readonly Version[];
  readonly number?: string;
  /** When the first acceptable version arrived; what counts for being in time. */
  readonly arrivedAt?: Instant;
  /** The version that is handled now. */
  readonly current?: Arrival;
  readonly findings: readonly Finding[];
  /** Other cases of the same applicant or municipalities, for the presenter to consider. */
  readonly related: readonly RelatedCase[];
  readonly completion?: Completion;
  readonly judgements: readonly Judgement[];
  readonly conclusion?: Conclusion;
  readonly evaluators: readonly Evaluator[];
  readonly points?: Fraction;
  readonly withdrawnAt?: Instant;
  readonly disagreement?: Disagreement;
  readonly decision?: Decision;
  readonly decidedAt?: Instant;
  /** A correction that is proposed and not decided on. */
  readonly correction?: Correction;
  /** What was issued before each correction of the decision, the first first; none of it is in force. */
  readonly earlier: readonly Issued[];
  readonly letter?: LetterRendered['data'];
  /** What proves a corrected decision; the first one is proved by the signature of its batch. */
  readonly signature?: BatchSignature;
  /** The number of the decision that took the place of this one's. */
  readonly replacedBy?: string;
  /** When the recipient declined the grant. */
  readonly declinedAt?: Instant;
  /** When the applicant first opened the letter in the service. */
  readonly openedAt?: Instant;
  readonly mails: readonly Mail[];
  /** When the last instalment was paid, where that is known. */
  readonly lastInstalment?: LocalDate;
  readonly removal?: Removal;
  /** User names of officials who prepared or scored; none of them may decide. */
  readonly preparedBy: readonly string[];
}

/** A decision as it went out: what it said, its letter, and its own signature where it was a correction. */
export type Issued = Pick<CaseState, 'decision' | 'letter' | 'signature'>;

export interface Version {
  readonly version: number;
  readonly files: readonly UploadFile[];
  readonly expiresAt: Instant;
  readonly fate: 'awaited' | 'accepted' | 'rejected';
}

export interface Completion {
  /** The number of the event that asked for it. */
  readonly request: number;
  readonly requestedAt: Instant;
  readonly deadline: Instant;
  /** The applicant's requests for more time, in their order. */
  readonly extensions: readonly Extension[];
  readonly missing: readonly MissingItem[];
  readonly outcome: 'awaited' | 'answered' | 'expired';
}

/** A removal that was proposed: waiting for an answer, confirmed, or put off. */
export interface Removal {
  readonly basis: RetentionBasis;
  readonly due: Instant;
  readonly confirmed: boolean;
  readonly keepUntil?: LocalDate;
}

export interface Correction extends Omit<CorrectionProposed['data'], 'hearUntil'> {
  /** The number of the event that proposed it. */
  readonly proposal: number;
  readonly proposedBy: string;
  readonly hearUntil?: Instant;
  readonly answer?: HearingAnswered['data'];
}

export interface Extension {
  /** The number of the event that asked for it. */
  readonly request: number;
  readonly until: LocalDate;
  readonly reason: string;
  readonly outcome: 'awaited' | 'granted' | 'refused';
  /** What the presenter said of it. */
  readonly answer?: string;
}

export interface Evaluator {
  readonly username: string;
  readonly standing: 'asked' | 'scored' | 'disqualified' | 'released';
  readonly scores: readonly CriterionScore[];
}

/** The evaluators' points were far apart, which a presenter is to consider, or has. */
export interface Disagreement {
  readonly spread: Fraction;
  readonly standing: 'open' | 'considered';
  /** The evaluator who scored too because of it. */
  readonly another?: string;
}

export const initialCase: CaseState = {
  stage: 'unopened',
  versions: [],
  findings: [],
  related: [],
  judgements: [],
  evaluators: [],
  earlier: [],
  mails: [],
  preparedBy: [],
};
