import type { Officials } from '../call/call.ts';
import type { Event } from '../log/event.ts';
import type { CaseBody } from './events.ts';
import type { CaseState } from './state.ts';

/**
 * A case as an official of its call may see it, or undefined for whoever may not see it at all: people without a role
 * in the call, and those who have declared themselves disqualified (Administrative Procedure Act § 27). An evaluator who
 * has not scored yet does not see what others scored, so that every score is their own.
 */
export function caseFor(username: string, state: CaseState, officials: Officials): CaseState | undefined {
  if (!hasRole(username, officials) || isDisqualified(username, state)) return undefined;
  if (!mustScore(username, state)) return state;
  const evaluators = state.evaluators.map((evaluator) => ({ ...evaluator, scores: [] }));
  return { ...state, evaluators };
}

/** The log of a case as the same official may see it. */
export function logFor(
  username: string,
  state: CaseState,
  officials: Officials,
  events: readonly Event<CaseBody>[],
): readonly Event<CaseBody>[] | undefined {
  if (!caseFor(username, state, officials)) return undefined;
  return mustScore(username, state) ? events.filter(({ type }) => type !== 'scores-saved') : events;
}

/** Whether a person has any role in a call. */
export function hasRole(username: string, officials: Officials): boolean {
  const { presenters, evaluators, reserveEvaluators, decisionMakers } = officials;
  return [...presenters, ...evaluators, ...reserveEvaluators, ...decisionMakers].includes(username);
}

function isDisqualified(username: string, { evaluators }: CaseState): boolean {
  return evaluators.some(
    (evaluator) => evaluator.username === username && evaluator.standing === 'disqualified',
  );
}

function mustScore(username: string, { evaluators }: CaseState): boolean {
  return evaluators.some((evaluator) => evaluator.username === username && evaluator.standing === 'asked');
}
