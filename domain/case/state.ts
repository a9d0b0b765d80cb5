import type { BatchSignature } from '../decision/batch.ts';
import type { Decision } from '../decision/decision.ts';
import type { Finding } from '../eligibility/rule.ts';
import type { Conclusion, Judgement } from '../eligibility/screening.ts';
import type { Fraction } from '../fraction.ts';
import type { CaseLanguage } from '../language.ts';
import type { Event } from '../log/event.ts';
import { applyToMails, isMail, type Mail } from '../mail/ledger.ts';
import type { CriterionScore } from '../scoring/scoring.ts';
import type { Instant, LocalDate } from '../time.ts';
import type {
  Arrival,
  CaseBody,
  CompletionExtended,
  CompletionRequested,
  CorrectionProposed,
  DataRemoved,
  DisagreementConsidered,
  EvaluatorDisqualified,
  EvaluatorReplaced,
  ExtensionRefused,
  ExtensionRequested,
  HearingAnswered,
  LetterRendered,
  MissingItem,
  RemovalConfirmed,
  RemovalPostponed,
  RetentionBasis,
  ScoresCombined,
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

/** The state after one more event. Every event of `CaseBody` is considered; an unknown one is a bug and throws. */
export function applyToCase(state: CaseState, event: Event<CaseBody>): CaseState {
  if (isMail(event)) return { ...state, mails: applyToMails(state.mails, event) };
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
      return {
        ...state,
        stage: 'screened',
        findings: event.data.findings,
        related: event.data.related ?? [],
      };
    case 'completion-requested':
      return {
        ...state,
        stage: 'completing',
        completion: asked(event),
        preparedBy: preparedBy(state, event),
      };
    case 'extension-requested':
      return { ...state, ...withRequest(state, event) };
    case 'completion-extended':
      return {
        ...state,
        ...withAnswer(state, event, 'granted', { deadline: event.data.deadline }),
        preparedBy: preparedBy(state, event),
      };
    case 'extension-refused':
      return { ...state, ...withAnswer(state, event, 'refused'), preparedBy: preparedBy(state, event) };
    case 'completion-expired':
      return { ...state, ...completion(state, 'expired'), stage: 'completed' };
    case 'screening-confirmed': {
      const stage = event.data.conclusion === 'examine' ? 'evaluating' : 'concluded';
      return { ...state, ...event.data, stage, preparedBy: preparedBy(state, event) };
    }
    case 'evaluators-assigned':
      return { ...state, evaluators: event.data.evaluators.map(invited) };
    case 'evaluator-disqualified':
      return { ...state, evaluators: disqualified(state, event.data) };
    case 'evaluator-released':
      return { ...state, evaluators: withEvaluator(state, event.data.evaluator, { standing: 'released' }) };
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
    case 'application-withdrawn':
      return { ...state, stage: 'withdrawn', withdrawnAt: event.at };
    case 'decision-made':
      return { ...state, stage: 'decided', decision: event.data.decision, decidedAt: event.at };
    case 'correction-proposed':
      return { ...state, correction: proposed(event) };
    case 'hearing-answered':
      return state.correction ? { ...state, correction: { ...state.correction, answer: event.data } } : state;
    case 'decision-corrected':
      return reissued(state, event.data.decision);
    case 'correction-signed':
      return { ...state, signature: event.data };
    case 'correction-dropped':
      return withoutCorrection(state);
    case 'letter-rendered':
      return { ...state, letter: event.data };
    case 'letter-opened':
      return { ...state, openedAt: event.at };
    case 'decision-replaced':
      return { ...state, replacedBy: event.data.by };
    case 'grant-declined':
      return { ...state, declinedAt: event.at };
    case 'last-instalment-noted':
      return { ...state, lastInstalment: event.data.paidOn };
    case 'removal-proposed':
      return { ...state, removal: { ...event.data, confirmed: false } };
    case 'removal-postponed':
    case 'removal-confirmed':
      return { ...state, ...answeredRemoval(state, event) };
    case 'data-removed':
      return removed(event);
    case 'step-failed':
    case 'task-overdue':
      return state;
    default:
      throw new TypeError(`a case has no event ${(event satisfies never as Event).type}`);
  }
}

/** A correction that was proposed is made by this, or waits on where a reallocation came first. */
function reissued(state: CaseState, decision: Decision): CaseState {
  const { replacedBy, ...others } = withoutIssued(state);
  const earlier = [...state.earlier, issuedOf(state)];
  return decision.correction?.ground === 'reallocation'
    ? { ...others, decision, earlier }
    : { ...withoutCorrection(others), decision, earlier, ...(replacedBy ? { replacedBy } : {}) };
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

function answeredRemoval(
  { removal }: CaseState,
  event: Event<RemovalConfirmed | RemovalPostponed>,
): Pick<CaseState, 'removal'> {
  if (!removal) return {};
  return event.type === 'removal-confirmed'
    ? { removal: { ...removal, confirmed: true } }
    : { removal: { ...removal, keepUntil: event.data.keepUntil } };
}

/** Whatever the events before still tell, or do not tell any more, nothing of it is left. */
function removed({ data: { callId, number } }: Event<DataRemoved>): CaseState {
  return { ...initialCase, stage: 'removed', callId, number };
}

function proposed({ data, sequence, actor }: Event<CorrectionProposed>): Correction {
  return { ...data, proposal: sequence, proposedBy: actor.kind === 'official' ? actor.username : '' };
}

function withoutCorrection({ correction: _, ...state }: CaseState): CaseState {
  return state;
}

/** What was issued of one decision is not of the corrected one, which is signed, rendered and opened anew. */
function withoutIssued({ letter: _, signature: __, openedAt: ___, ...state }: CaseState): CaseState {
  return state;
}

function issuedOf({ decision, letter, signature }: CaseState): Issued {
  return {
    ...(decision ? { decision } : {}),
    ...(letter ? { letter } : {}),
    ...(signature ? { signature } : {}),
  };
}

function asked({ data, at, sequence }: Event<CompletionRequested>): Completion {
  return { ...data, request: sequence, requestedAt: at, extensions: [], outcome: 'awaited' };
}

function withRequest(
  { completion }: CaseState,
  { data, sequence }: Event<ExtensionRequested>,
): Pick<CaseState, 'completion'> {
  if (!completion) return {};
  const extensions = [...completion.extensions, { ...data, request: sequence, outcome: 'awaited' } as const];
  return { completion: { ...completion, extensions } };
}

function withAnswer(
  { completion }: CaseState,
  { data }: Event<CompletionExtended | ExtensionRefused>,
  outcome: 'granted' | 'refused',
  change: Partial<Completion> = {},
): Pick<CaseState, 'completion'> {
  if (!completion) return {};
  const extensions = completion.extensions.map((extension) =>
    extension.outcome === 'awaited' ? { ...extension, outcome, answer: data.reason } : extension,
  );
  return { completion: { ...completion, ...change, extensions } };
}

function invited(username: string): Evaluator {
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
  return [...state.evaluators, invited(replacement)];
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
    evaluators: [...state.evaluators, invited(another)],
  };
}

function preparedBy(state: CaseState, { actor }: Event): readonly string[] {
  return actor.kind === 'official' ? [...new Set([...state.preparedBy, actor.username])] : state.preparedBy;
}
