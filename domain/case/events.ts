import type { Sha256, StoredFile } from '../canonical.ts';
import type { Decision } from '../decision/decision.ts';
import type { Finding } from '../eligibility/rule.ts';
import type { Conclusion, Judgement } from '../eligibility/screening.ts';
import type { Fault } from '../fault.ts';
import type { Fraction } from '../fraction.ts';
import type { CaseLanguage } from '../language.ts';
import type { MailBody } from '../mail/events.ts';
import type { Cents } from '../money.ts';
import type { CriterionScore } from '../scoring/scoring.ts';
import type { Instant } from '../time.ts';

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
  readonly data: { readonly version: number; readonly findings: readonly Finding[] };
}

/** The applicant was asked for what is missing, by a date (Administrative Procedure Act § 22, § 33). */
export interface CompletionRequested {
  readonly type: 'completion-requested';
  readonly data: { readonly deadline: Instant; readonly missing: readonly MissingItem[] };
}

export interface MissingItem {
  readonly rule: string;
  readonly subject?: string;
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

/** Another evaluator took the place of a disqualified one (Administrative Procedure Act § 30). */
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
  | CompletionExpired
  | ScreeningConfirmed
  | EvaluatorsAssigned
  | EvaluatorDisqualified
  | EvaluatorReplaced
  | ScoresSaved
  | ScoresChanged
  | ScoresCombined
  | DisagreementConsidered
  | DecisionMade
  | LetterRendered
  | LetterOpened
  | DecisionReplaced
  | GrantDeclined
  | MailBody
  | StepFailed
  | TaskOverdue;
