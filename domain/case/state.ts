import type { Decision } from '../decision/decision.ts';
import type { Finding } from '../eligibility/rule.ts';
import type { Conclusion, Judgement } from '../eligibility/screening.ts';
import type { Fraction } from '../fraction.ts';
import type { CaseLanguage } from '../language.ts';
import type { Event } from '../log/event.ts';
import { applyToMails, type Mail } from '../mail/ledger.ts';
import type { CriterionScore } from '../scoring/scoring.ts';
import type { Instant } from '../time.ts';
import type {
  Arrival,
  CaseBody,
  DisagreementConsidered,
  EvaluatorDisqualified,
  EvaluatorReplaced,
  LetterRendered,
  MissingItem,
  ScoresCombined,
  UploadFile,
} from './events.ts';

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
  | 'decided';

/** As far as an applicant may know how far its case has come: nothing of the preparation (Act 621/1999 § 11). */
export function shownStageOf({ stage, decision }: Pick<CaseState, 'stage' | 'decision'>): ShownStage {
  if (decision) return 'decided';
  return stage === 'opened' || stage === 'completing' ? stage : 'in-preparation';
}

export type ShownStage = 'opened' | 'completing' | 'in-preparation' | 'decided';

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
  readonly completion?: Completion;
  readonly judgements: readonly Judgement[];
  readonly conclusion?: Conclusion;
  readonly evaluators: readonly Evaluator[];
  readonly points?: Fraction;
  readonly disagreement?: Disagreement;
  readonly decision?: Decision;
  readonly decidedAt?: Instant;
  readonly letter?: LetterRendered['data'];
  /** The number of the decision that took the place of this one's. */
  readonly replacedBy?: string;
  /** When the applicant first opened the letter in the service. */
  readonly openedAt?: Instant;
  readonly mails: readonly Mail[];
  /** User names of officials who prepared or scored; none of them may decide. */
  readonly preparedBy: readonly string[];
}

export interface Version {
  readonly version: number;
  readonly files: readonly UploadFile[];
  readonly expiresAt: Instant;
  readonly fate: 'awaited' | 'accepted' | 'rejected';
}

export interface Completion {
  readonly deadline: Instant;
  readonly missing: readonly MissingItem[];
  readonly outcome: 'awaited' | 'answered' | 'expired';
}

export interface Evaluator {
  readonly username: string;
  readonly standing: 'asked' | 'scored' | 'disqualified';
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
  judgements: [],
  evaluators: [],
  mails: [],
  preparedBy: [],
};

/** The state after one more event. Every event of `CaseBody` is considered; an unknown one is a bug and throws. */
export function applyToCase(state: CaseState, event: Event<CaseBody>): CaseState {
  switch (event.type) {
    case 'application-opened':
      return { ...state, ...event.data, stage: 'opened' };
    case 'version-opened':
      return { ...state, versions: [...state.versions, { ...event.data, fate: 'awaited' }] };
    case 'submission-rejected':
      return { ...state, versions: withFate(state, event.data.version, 'rejected') };
    case 'case-registered': {
      const { number, ...arrival } = event.data;
      return { ...received(state, arrival), stage: 'registered', number, arrivedAt: arrival.arrivedAt };
    }
    case 'version-received': {
      const { completes, ...arrival } = event.data;
      return completes
        ? { ...received(state, arrival), ...completion(state, 'answered'), stage: 'completed' }
        : received(state, arrival);
    }
    case 'eligibility-screened':
      return { ...state, stage: 'screened', findings: event.data.findings };
    case 'completion-requested':
      return { ...state, stage: 'completing', completion: { ...event.data, outcome: 'awaited' } };
    case 'completion-expired':
      return { ...state, ...completion(state, 'expired'), stage: 'completed' };
    case 'screening-confirmed': {
      const stage = event.data.conclusion === 'examine' ? 'evaluating' : 'concluded';
      return { ...state, ...event.data, stage, preparedBy: preparedBy(state, event) };
    }
    case 'evaluators-assigned':
      return { ...state, evaluators: event.data.evaluators.map(asked) };
    case 'evaluator-disqualified':
      return { ...state, evaluators: disqualified(state, event.data) };
    case 'evaluator-replaced':
      return { ...state, evaluators: replaced(state, event.data) };
    case 'scores-saved': {
      const scored = { standing: 'scored', scores: event.data.scores } as const;
      return {
        ...state,
        evaluators: withEvaluator(state, event.data.evaluator, scored),
        preparedBy: preparedBy(state, event),
      };
    }
    case 'scores-changed':
      return {
        ...state,
        evaluators: withEvaluator(state, event.data.evaluator, { scores: event.data.scores }),
      };
    case 'scores-combined':
      return combined(state, event.data);
    case 'disagreement-considered':
      return { ...considered(state, event.data), preparedBy: preparedBy(state, event) };
    case 'decision-made':
      return { ...state, stage: 'decided', decision: event.data.decision, decidedAt: event.at };
    case 'letter-rendered':
      return { ...state, letter: event.data };
    case 'letter-opened':
      return { ...state, openedAt: event.at };
    case 'decision-replaced':
      return { ...state, replacedBy: event.data.by };
    case 'mail-wanted':
    case 'mail-sent':
    case 'mail-refused':
    case 'mail-delivered':
    case 'mail-bounced':
    case 'mail-complained':
    case 'mail-posted':
    case 'mail-reordered':
      return { ...state, mails: applyToMails(state.mails, event) };
    case 'step-failed':
    case 'task-overdue':
      return state;
    default:
      throw new TypeError(`a case has no event ${(event satisfies never as Event).type}`);
  }
}

function withFate({ versions }: CaseState, number: number, fate: Version['fate']): readonly Version[] {
  return versions.map((version) => (version.version === number ? { ...version, fate } : version));
}

function received(state: CaseState, current: Arrival): CaseState {
  return { ...state, current, versions: withFate(state, current.version, 'accepted') };
}

function completion(state: CaseState, outcome: Completion['outcome']): Pick<CaseState, 'completion'> {
  return state.completion ? { completion: { ...state.completion, outcome } } : {};
}

function asked(username: string): Evaluator {
  return { username, standing: 'asked', scores: [] };
}

function withEvaluator({ evaluators }: CaseState, username: string, change: Partial<Evaluator>): Evaluator[] {
  return evaluators.map((evaluator) =>
    evaluator.username === username ? { ...evaluator, ...change } : evaluator,
  );
}

function disqualified(state: CaseState, { evaluator }: EvaluatorDisqualified['data']): Evaluator[] {
  return withEvaluator(state, evaluator, { standing: 'disqualified', scores: [] });
}

function replaced(state: CaseState, { replacement }: EvaluatorReplaced['data']): Evaluator[] {
  return [...state.evaluators, asked(replacement)];
}

/** Points that are far apart wait for a presenter, once; the case is evaluated otherwise. */
function combined(state: CaseState, { points, spread, disagreement }: ScoresCombined['data']): CaseState {
  return disagreement && !state.disagreement
    ? { ...state, points, disagreement: { spread, standing: 'open' } }
    : { ...state, points, stage: 'evaluated' };
}

function considered(state: CaseState, { another }: DisagreementConsidered['data']): CaseState {
  const { disagreement, points, ...others } = state;
  if (!disagreement) throw new Error('nobody disagreed');
  const settled = { ...disagreement, standing: 'considered' } as const;
  if (another === undefined) return { ...state, stage: 'evaluated', disagreement: settled };
  return {
    ...others,
    disagreement: { ...settled, another },
    evaluators: [...state.evaluators, asked(another)],
  };
}

function preparedBy(state: CaseState, { actor }: Event): readonly string[] {
  return actor.kind === 'official' ? [...new Set([...state.preparedBy, actor.username])] : state.preparedBy;
}
