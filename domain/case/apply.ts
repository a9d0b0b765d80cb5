import type { Event } from '../log/event.ts';
import { applyToMails, isMail } from '../mail/ledger.ts';
import { asked, completion, withAnswer, withRequest } from './apply-completion.ts';
import { proposed, reissued, withoutCorrection } from './apply-correction.ts';
import { combined, considered, disqualified, invited, replaced, withEvaluator } from './apply-evaluation.ts';
import type { Arrival, CaseBody, DataRemoved, RemovalConfirmed, RemovalPostponed } from './events.ts';
import { type CaseState, initialCase, type Version } from './state.ts';

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

function withFate({ versions }: CaseState, number: number, fate: Version['fate']): readonly Version[] {
  return versions.map((version) => (version.version === number ? { ...version, fate } : version));
}

function received(state: CaseState, current: Arrival): CaseState {
  return { ...state, current, versions: withFate(state, current.version, 'accepted') };
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

function preparedBy(state: CaseState, { actor }: Event): readonly string[] {
  return actor.kind === 'official' ? [...new Set([...state.preparedBy, actor.username])] : state.preparedBy;
}
