import type { Sha256, StoredFile } from '../canonical.ts';
import type { BatchSignature } from '../decision/batch.ts';
import type { CorrectionGround, Decision } from '../decision/decision.ts';
import type { Finding, RuleId } from '../eligibility/rule.ts';
import type { Conclusion, Judgement } from '../eligibility/screening.ts';
import type { Fault } from '../fault.ts';
import type { Fraction } from '../fraction.ts';
import type { CaseLanguage } from '../language.ts';
import type { MailBody } from '../mail/events.ts';
import type { Cents } from '../money.ts';
import type { CriterionScore } from '../scoring/scoring.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { RelatedCase } from './related.ts';

/** An applicant opened an application; no case yet, only a place to upload to. */
export interface ApplicationOpened {
  readonly type: 'application-opened';
  readonly data: {
    readonly callId: string;
    readonly businessId: string;
    readonly closesAt: Instant;
    /** Where and in which language the applicant is written to until a version says otherwise. */
    readonly email: string;
    readonly language: CaseLanguage;
  };
}

/** A version got its upload addresses: exactly these files, until they expire. */
export interface VersionOpened {
  readonly type: 'version-opened';
  readonly data: {
    readonly version: number;
    readonly files: readonly UploadFile[];
    readonly expiresAt: Instant;
  };
}

/** A file as the client announced it. */
export interface UploadFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: string;
  readonly sha256: Sha256;
}

/** A submitted version could not be taken in; all its faults at once. */
export interface SubmissionRejected {
  readonly type: 'submission-rejected';
  readonly data: {
    readonly version: number;
    readonly faults: readonly Fault[];
    readonly arrivedAt: Instant;
  };
}

/** What lists and mails need to know of an application's content. */
export interface Summary {
  readonly applicantName: string;
  readonly title: string;
  readonly language: CaseLanguage;
  readonly email: string;
  readonly contactEmail: string;
  readonly requestedCents: Cents;
  /** Codes of the municipalities in the project, the applicant's own among them. */
  readonly municipalities: readonly string[];
  /** Other public support to the same project, as the applicant declares it. */
  readonly otherPublicCents: Cents;
}

/** The first acceptable version arrived: the case exists from now, under its number. */
export interface CaseRegistered {
  readonly type: 'case-registered';
  readonly data: Arrival & { readonly number: string };
}

/** A later version took the place of the one before: before the call closed, or in answer to a completion request. */
export interface VersionReceived {
  readonly type: 'version-received';
  readonly data: Arrival & { readonly completes: boolean };
}

/** A version that was taken in. */
export interface Arrival {
  readonly version: number;
  /** Digest of `application.json`, and of the list of all the files it names. */
  readonly sha256: Sha256;
  readonly arrivedAt: Instant;
  readonly summary: Summary;
}

export interface EligibilityScreened {
  readonly type: 'eligibility-screened';
  readonly data: {
    readonly version: number;
    readonly findings: readonly Finding[];
    /** Other cases of the same applicant or municipalities, as the store knew them then. */
    readonly related?: readonly RelatedCase[];
  };
}

/**
 * The applicant was asked for what is missing, by a date (Administrative Procedure Act § 22, § 33): by the machine for what it
 * found, or by a presenter for what a person sees.
 */
export interface CompletionRequested {
  readonly type: 'completion-requested';
  readonly data: { readonly deadline: Instant; readonly missing: readonly MissingItem[] };
}

/** One thing that is missing: by a requirement, or as a presenter wrote it to the applicant, or both. */
export interface MissingItem {
  readonly rule?: RuleId;
  readonly subject?: string;
  readonly text?: string;
}

/** The applicant asked for more time to complete (Administrative Procedure Act § 33). */
export interface ExtensionRequested {
  readonly type: 'extension-requested';
  readonly data: { readonly until: LocalDate; readonly reason: string };
}

/** A presenter gave more time; `until` where it is another date than the applicant asked for. */
export interface CompletionExtended {
  readonly type: 'completion-extended';
  readonly data: { readonly deadline: Instant; readonly reason: string; readonly until?: LocalDate };
}

export interface ExtensionRefused {
  readonly type: 'extension-refused';
  readonly data: { readonly reason: string };
}

/** The date passed without an answer; the case is judged on the papers there are. */
export interface CompletionExpired {
  readonly type: 'completion-expired';
  readonly data: { readonly deadline: Instant };
}

/** A presenter judged what the machine could not and confirmed what follows. */
export interface ScreeningConfirmed {
  readonly type: 'screening-confirmed';
  readonly data: { readonly judgements: readonly Judgement[]; readonly conclusion: Conclusion };
}

export interface EvaluatorsAssigned {
  readonly type: 'evaluators-assigned';
  readonly data: { readonly evaluators: readonly string[] };
}

/** An evaluator declared a ground of disqualification (Administrative Procedure Act § 27-29). */
export interface EvaluatorDisqualified {
  readonly type: 'evaluator-disqualified';
  readonly data: { readonly evaluator: string; readonly ground: string };
}

/** An evaluator who was asked to score leaves the call. */
export interface EvaluatorReleased {
  readonly type: 'evaluator-released';
  readonly data: { readonly evaluator: string; readonly reason: string };
}

/** Another evaluator took the place of one who is disqualified (Administrative Procedure Act § 30) or leaves. */
export interface EvaluatorReplaced {
  readonly type: 'evaluator-replaced';
  readonly data: { readonly evaluator: string; readonly replacement: string };
}

export interface ScoresSaved {
  readonly type: 'scores-saved';
  readonly data: { readonly evaluator: string; readonly scores: readonly CriterionScore[] };
}

/** An evaluator changed scores of their own before they were combined; what they were stands in the log before. */
export interface ScoresChanged {
  readonly type: 'scores-changed';
  readonly data: ScoresSaved['data'] & { readonly reason: string };
}

/** The evaluators' points became the case's. `spread` is how far apart they were. */
export interface ScoresCombined {
  readonly type: 'scores-combined';
  readonly data: { readonly points: Fraction; readonly spread: Fraction; readonly disagreement: boolean };
}

/** A presenter considered why the evaluators were so far apart: the points stand, or another evaluator scores too. */
export interface DisagreementConsidered {
  readonly type: 'disagreement-considered';
  readonly data: { readonly reason: string; readonly another?: string };
}

/** The applicant withdrew the application before it was decided. */
export interface ApplicationWithdrawn {
  readonly type: 'application-withdrawn';
  readonly data: { readonly reason?: string };
}

export interface DecisionMade {
  readonly type: 'decision-made';
  readonly data: { readonly decision: Decision; readonly batch: Sha256 };
}

/** The decision as the letter that is sent, with its copy in the archive and its courtesy translation. */
export interface LetterRendered {
  readonly type: 'letter-rendered';
  readonly data: StoredFile & {
    readonly sizeBytes: number;
    readonly archived: StoredFile;
    readonly translation: StoredFile;
  };
}

/** The applicant opened the letter of the decision in the service for the first time. */
export interface LetterOpened {
  readonly type: 'letter-opened';
  readonly data: { readonly sha256: Sha256 };
}

/** Another decision took the place of this case's: the one on a request for rectification, by its number. */
export interface DecisionReplaced {
  readonly type: 'decision-replaced';
  readonly data: { readonly by: string };
}
/** What a correction puts in the place of what the decision says. */
export interface CorrectionChanges {
  readonly title?: string | undefined;
  readonly applicantName?: string | undefined;
  readonly awardedCents?: Cents | undefined;
}

/** A presenter proposed to correct the decision (Administrative Procedure Act § 50-52). */
export interface CorrectionProposed {
  readonly type: 'correction-proposed';
  readonly data: {
    readonly ground: CorrectionGround;
    readonly reason: string;
    readonly changes: CorrectionChanges;
    /** Whether the error is plain and the applicant's own doing. */
    readonly causedByApplicant: boolean;
    /** Until when the applicant is heard, where the correction is to its disadvantage. */
    readonly hearUntil?: Instant;
  };
}

/** The applicant who is heard answered. */
export interface HearingAnswered {
  readonly type: 'hearing-answered';
  readonly data: { readonly consents: boolean; readonly statement: string };
}

/** The decision reads like this from now on; what was decided first stays in the log. */
export interface DecisionCorrected {
  readonly type: 'decision-corrected';
  readonly data: { readonly decision: Decision };
}

/** The authority's key signed the corrected decision, as a batch of its own. */
export interface CorrectionSigned {
  readonly type: 'correction-signed';
  readonly data: BatchSignature;
}

export interface CorrectionDropped {
  readonly type: 'correction-dropped';
  readonly data: { readonly reason: string };
}

/** When the last instalment of the grant was paid: from then its retention runs. */
export interface LastInstalmentNoted {
  readonly type: 'last-instalment-noted';
  readonly data: { readonly paidOn: LocalDate };
}

/** Why a case is kept as long as it is: by what became of it. */
export type RetentionBasis = 'granted' | 'not-granted' | 'withdrawn';

/** The retention ended, and it is proposed to remove the data. */
export interface RemovalProposed {
  readonly type: 'removal-proposed';
  readonly data: { readonly basis: RetentionBasis; readonly due: Instant };
}

/** A person keeps the data for some more time. */
export interface RemovalPostponed {
  readonly type: 'removal-postponed';
  readonly data: { readonly keepUntil: LocalDate; readonly reason: string };
}

/** A person confirmed that the data are removed. */
export interface RemovalConfirmed {
  readonly type: 'removal-confirmed';
  readonly data: { readonly reason: string };
}

/** Files are gone, and everything before this event in the log loses its facts. What is left tells no person. */
export interface DataRemoved {
  readonly type: 'data-removed';
  readonly data: { readonly callId: string; readonly number: string; readonly basis: RetentionBasis };
}

/** The recipient does not take the grant, or not any more; the money can go to others. */
export interface GrantDeclined {
  readonly type: 'grant-declined';
  readonly data: { readonly awardedCents: Cents; readonly reason: string };
}

/** A step failed for good; an engineer is alarmed, and the case goes on from there when the cause is mended. */
export interface StepFailed {
  readonly type: 'step-failed';
  readonly data: { readonly step: string; readonly error: string; readonly execution: string };
}

/** A person's task was not done in its time. */
export interface TaskOverdue {
  readonly type: 'task-overdue';
  readonly data: { readonly task: string; readonly assignee: string };
}

/** Everything that can happen to a case. */
export type CaseBody =
  | ApplicationOpened
  | VersionOpened
  | SubmissionRejected
  | CaseRegistered
  | VersionReceived
  | EligibilityScreened
  | CompletionRequested
  | ExtensionRequested
  | CompletionExtended
  | ExtensionRefused
  | CompletionExpired
  | ScreeningConfirmed
  | EvaluatorsAssigned
  | EvaluatorDisqualified
  | EvaluatorReleased
  | EvaluatorReplaced
  | ScoresSaved
  | ScoresChanged
  | ScoresCombined
  | ApplicationWithdrawn
  | DisagreementConsidered
  | DecisionMade
  | CorrectionProposed
  | HearingAnswered
  | DecisionCorrected
  | CorrectionSigned
  | CorrectionDropped
  | LetterRendered
  | LetterOpened
  | DecisionReplaced
  | GrantDeclined
  | MailBody
  | LastInstalmentNoted
  | RemovalProposed
  | RemovalPostponed
  | RemovalConfirmed
  | DataRemoved
  | StepFailed
  | TaskOverdue;
