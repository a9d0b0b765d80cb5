import type { Officials } from '../call/call.ts';
import type { KeptEvent } from '../log/event.ts';
import type { CaseBody } from './events.ts';
import type { CaseState } from './state.ts';

/**
 * A case as an official of its call may see it, or undefined for whoever may not see it at all: people without a role
 * in the call, and those who have declared themselves disqualified (Administrative Procedure Act § 27). An evaluator who
 * has not scored the case, and may yet be asked to, does not see what others scored, so that every score is their own.
 * An auditor has no part in the call and sees all of it; whoever has a part is bound by that.
 */
export function caseFor(
  username: string,
  state: CaseState,
  officials: Officials,
  isAuditor = false,
): CaseState | undefined {
  if (isDisqualified(username, state)) return undefined;
  if (!hasRole(username, officials)) return isAuditor ? state : undefined;
  if (!mustNotSeeScores(username, state, officials)) return state;
  const { points: _, disagreement: __, ...others } = state;
  return { ...others, evaluators: state.evaluators.map((evaluator) => ({ ...evaluator, scores: [] })) };
}

/** The log of a case as the same official may see it. */
export function logFor(
  username: string,
  state: CaseState,
  officials: Officials,
  events: readonly KeptEvent<CaseBody>[],
  isAuditor = false,
): readonly KeptEvent<CaseBody>[] | undefined {
  if (!caseFor(username, state, officials, isAuditor)) return undefined;
  return mustNotSeeScores(username, state, officials)
    ? events.filter(({ type }) => !tellingScores.includes(type))
    : events;
}

/** Events that say what somebody scored, or that scores were far apart. */
const tellingScores: readonly string[] = [
  'scores-saved',
  'scores-changed',
  'scores-combined',
  'disagreement-considered',
] satisfies readonly CaseBody['type'][];

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

/** Who is to score, and while the case is evaluated whoever might be asked to. */
function mustNotSeeScores(username: string, { evaluators, stage }: CaseState, officials: Officials): boolean {
  if (!hasRole(username, officials)) return false;
  const own = evaluators.find((evaluator) => evaluator.username === username);
  if (own) return own.standing === 'asked';
  const { presenters, decisionMakers } = officials;
  return stage === 'evaluating' && ![...presenters, ...decisionMakers].includes(username);
}
