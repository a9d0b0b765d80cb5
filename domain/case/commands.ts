import type { Criterion, Officials } from '../call/call.ts';
import type { Sha256 } from '../canonical.ts';
import type { BatchSignature } from '../decision/batch.ts';
import type { Decision } from '../decision/decision.ts';
import type { Judgement } from '../eligibility/screening.ts';
import type { MailCommand, MailRefusal } from '../mail/ledger.ts';
import type { Instant, LocalDate } from '../time.ts';
import type {
  ApplicationOpened,
  Arrival,
  CompletionRequested,
  CorrectionProposed,
  EligibilityScreened,
  EvaluatorReleased,
  GrantDeclined,
  HearingAnswered,
  LetterRendered,
  ScoresChanged,
  ScoresSaved,
  StepFailed,
  SubmissionRejected,
  TaskOverdue,
  VersionOpened,
} from './events.ts';

/** Everything that can be asked of a case. What a rule needs of the call comes with the command. */
export type CaseCommand =
  | ({ readonly type: 'open-application'; readonly opensAt: string } & ApplicationOpened['data'])
  | ({ readonly type: 'open-version' } & Closing & Omit<VersionOpened['data'], 'version'>)
  | ({ readonly type: 'reject-submission' } & SubmissionRejected['data'])
  | ({ readonly type: 'receive-submission'; readonly number: string } & Closing & Arrival)
  | ({ readonly type: 'record-screening' } & EligibilityScreened['data'])
  | ({ readonly type: 'request-completion' } & CompletionRequested['data'])
  /** What a presenter asks for: each point with its text, in the applicant's language. */
  | ({ readonly type: 'ask-completion' } & CompletionRequested['data'] & Roles)
  | { readonly type: 'request-extension'; readonly until: LocalDate; readonly reason: string }
  | ({
      readonly type: 'answer-extension';
      readonly grant: boolean;
      /** Another date than the applicant asked for. */
      readonly until?: LocalDate | undefined;
      readonly reason: string;
    } & Roles)
  | { readonly type: 'expire-completion' }
  | ({ readonly type: 'confirm-screening'; readonly judgements: readonly Judgement[] } & Roles)
  | ({ readonly type: 'assign-evaluators'; readonly count: number } & Roles)
  | { readonly type: 'declare-disqualification'; readonly ground: string }
  | ({ readonly type: 'replace-evaluator'; readonly evaluator: string } & Roles)
  | ({ readonly type: 'save-scores'; readonly criteria: readonly Criterion[] } & Omit<
      ScoresSaved['data'],
      'evaluator'
    >)
  | { readonly type: 'withdraw-application'; readonly reason?: string | undefined }
  | ({ readonly type: 'change-scores'; readonly criteria: readonly Criterion[] } & Omit<
      ScoresChanged['data'],
      'evaluator'
    >)
  | {
      readonly type: 'combine-scores';
      readonly criteria: readonly Criterion[];
      readonly disagreementPoints: number;
    }
  | ({
      readonly type: 'consider-disagreement';
      readonly another: boolean;
      readonly reason: string;
    } & Roles)
  | { readonly type: 'record-decision'; readonly decision: Decision; readonly batch: Sha256 }
  | ({ readonly type: 'propose-correction'; readonly hearUntil: Instant } & Omit<
      CorrectionProposed['data'],
      'hearUntil'
    > &
      Roles)
  | ({ readonly type: 'answer-hearing' } & HearingAnswered['data'])
  | ({
      readonly type: 'decide-correction';
      readonly approve: boolean;
      readonly reason?: string | undefined;
    } & Roles)
  | ({ readonly type: 'sign-correction' } & BatchSignature)
  | ({ readonly type: 'note-letter' } & LetterRendered['data'])
  | { readonly type: 'note-opened' }
  | { readonly type: 'replace-decision'; readonly by: string }
  /** A new decision by an approved reallocation. */
  | { readonly type: 'raise-grant'; readonly decision: Decision }
  /** `awardedCents`: what it has been awarded by now, by the decision and what changed it. */
  | ({ readonly type: 'decline-grant' } & GrantDeclined['data'])
  | MailCommand
  | ({ readonly type: 'note-last-instalment'; readonly paidOn: LocalDate } & Roles)
  | { readonly type: 'propose-removal' }
  | {
      readonly type: 'answer-removal';
      /** Where the data are to be kept for some more time. */
      readonly keepUntil?: LocalDate | undefined;
      readonly reason: string;
    }
  | { readonly type: 'remove-data' }
  | ({ readonly type: 'release-evaluator' } & EvaluatorReleased['data'])
  | ({ readonly type: 'note-failure' } & StepFailed['data'])
  | ({ readonly type: 'note-overdue' } & TaskOverdue['data']);

/** When the call closes, where that was put off since the application was opened. */
interface Closing {
  readonly closesAt?: Instant;
}

/** Who may do what in the call. */
interface Roles {
  readonly officials: Officials;
}

/** Why a command on a case was refused. */
export type CaseRefusal =
  | 'already-opened'
  | 'call-not-open'
  | 'not-opened'
  | 'submission-not-awaited'
  | 'version-unknown'
  | 'version-already-handled'
  | 'same-as-before'
  | 'wrong-stage'
  | 'completion-already-requested'
  | 'nothing-asked'
  | 'requirement-unknown'
  | 'completion-time-over'
  | 'completion-time-runs'
  | 'extension-already-asked'
  | 'extension-awaits-answer'
  | 'extension-not-later'
  | 'no-extension-asked'
  | 'reason-missing'
  | 'not-registered'
  | 'already-withdrawn'
  | 'nothing-granted'
  | 'retention-runs'
  | 'removal-already-proposed'
  | 'no-removal-proposed'
  | 'removal-not-confirmed'
  | 'date-has-passed'
  | 'not-an-official'
  | 'correction-pending'
  | 'correction-too-late'
  | 'correction-grants-more'
  | 'correction-takes-all'
  | 'nothing-to-correct'
  | 'no-correction-proposed'
  | 'no-hearing'
  | 'already-heard'
  | 'hearing-over'
  | 'hearing-runs'
  | 'consent-missing'
  | 'not-a-decision-maker'
  | 'decider-prepared'
  | 'not-a-presenter'
  | 'not-your-case'
  | 'already-scored'
  | 'disqualified'
  | 'judgement-missing'
  | 'judgement-without-reason'
  | 'judgement-without-finding'
  | 'too-few-evaluators'
  | 'scores-incomplete'
  | 'scores-missing'
  | 'scores-not-given'
  | 'no-disagreement'
  | 'reason-missing'
  | 'already-decided'
  | 'decision-not-of-this-case'
  | 'already-opened-letter'
  | 'decision-already-replaced'
  | 'grant-already-declined'
  | MailRefusal
  | 'ground-missing';
