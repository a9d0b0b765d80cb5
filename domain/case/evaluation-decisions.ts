import { compare, fraction } from '../fraction.ts';
import type { Commanding, Refusal } from '../log/decider.ts';
import { combinedPoints, faultsOf, spreadOf } from '../scoring/scoring.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import type { CaseBody } from './events.ts';
import type { CaseState, Evaluator, Stage } from './state.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
type Answer = CaseBody | Refusal<CaseRefusal>;

/**
 * The call's evaluators take turns: each case begins one further down their list, so that the work is shared and
 * who gets which case can be foreseen. Whoever prepared the case is passed over, then the reserve steps in.
 */
export function assignEvaluators(
  state: CaseState,
  { officials, count }: Of<'assign-evaluators'>,
  _by: Commanding,
): Answer {
  const refusal = outside(state, 'evaluating');
  if (refusal) return refusal;
  if (state.evaluators.length > 0) return { refused: 'wrong-stage', details: { stage: state.stage } };
  const turn = Number(state.number?.split('/').at(-1) ?? 1) - 1;
  const evaluators = candidates(state, rotated(officials.evaluators, turn), officials.reserveEvaluators);
  if (evaluators.length < count) return { refused: 'too-few-evaluators', details: { needed: count } };
  return { type: 'evaluators-assigned', data: { evaluators: evaluators.slice(0, count) } };
}

/** An evaluator says that a ground of disqualification bars them from the case; scores already given fall away. */
export function declareDisqualification(
  state: CaseState,
  { ground }: Of<'declare-disqualification'>,
  by: Commanding,
): Answer {
  const evaluator = evaluatorOf(state, by);
  if (!evaluator) return { refused: 'not-your-case' };
  if (evaluator.standing === 'disqualified') return { refused: 'disqualified' };
  if (!ground.trim()) return { refused: 'ground-missing' };
  return (
    outside(state, 'evaluating') ??
    pending(state) ?? {
      type: 'evaluator-disqualified',
      data: { evaluator: evaluator.username, ground },
    }
  );
}

/** Whoever leaves the call while asked to score is asked no more; what was scored before stays. */
export function releaseEvaluator(
  state: CaseState,
  { evaluator, reason }: Of<'release-evaluator'>,
  _by: Commanding,
): Answer {
  const refusal = outside(state, 'evaluating');
  if (refusal) return refusal;
  const asked = state.evaluators.find(({ username }) => username === evaluator);
  return asked?.standing === 'asked'
    ? { type: 'evaluator-released', data: { evaluator, reason } }
    : { refused: 'not-your-case' };
}

/** The first of the reserve, then of the other evaluators, who has nothing to do with the case takes over. */
export function replaceEvaluator(
  state: CaseState,
  { evaluator, officials }: Of<'replace-evaluator'>,
): Answer {
  const refusal = outside(state, 'evaluating');
  if (refusal) return refusal;
  const [replacement] = candidates(state, officials.reserveEvaluators, officials.evaluators);
  if (replacement === undefined) return { refused: 'too-few-evaluators', details: { needed: 1 } };
  return { type: 'evaluator-replaced', data: { evaluator, replacement } };
}

/** An evaluator of the case gives all scores at once, each with its justification, and once. */
export function saveScores(
  state: CaseState,
  { scores, criteria }: Of<'save-scores'>,
  by: Commanding,
): Answer {
  const evaluator = evaluatorOf(state, by);
  if (!evaluator) return { refused: 'not-your-case' };
  if (evaluator.standing === 'disqualified') return { refused: 'disqualified' };
  if (evaluator.standing === 'scored') return { refused: 'already-scored' };
  const refusal = outside(state, 'evaluating') ?? incomplete(scores, criteria);
  if (refusal) return refusal;
  return { type: 'scores-saved', data: { evaluator: evaluator.username, scores } };
}

/**
 * An evaluator changes scores of their own, with a reason, as long as they have not been combined. They may have seen the
 * others' by then, so the log keeps what they gave first.
 */
export function changeScores(
  state: CaseState,
  { scores, criteria, reason }: Of<'change-scores'>,
  by: Commanding,
): Answer {
  const evaluator = evaluatorOf(state, by);
  if (!evaluator) return { refused: 'not-your-case' };
  if (evaluator.standing === 'disqualified') return { refused: 'disqualified' };
  if (evaluator.standing === 'asked') return { refused: 'scores-not-given' };
  const refusal = outside(state, 'evaluating') ?? pending(state) ?? incomplete(scores, criteria);
  if (refusal) return refusal;
  if (!reason.trim()) return { refused: 'reason-missing' };
  return { type: 'scores-changed', data: { evaluator: evaluator.username, scores, reason } };
}

/** The case's points are the mean of its evaluators'; a presenter considers those that are far apart. */
export function combineScores(
  state: CaseState,
  { criteria, disagreementPoints }: Of<'combine-scores'>,
): Answer {
  const refusal = outside(state, 'evaluating') ?? pending(state);
  if (refusal) return refusal;
  const taking = state.evaluators.filter(takesPart);
  if (taking.length === 0 || taking.some(({ standing }) => standing !== 'scored')) {
    return { refused: 'scores-missing' };
  }
  const scorings = taking.map(({ scores }) => scores);
  const spread = spreadOf(scorings, criteria);
  const disagreement = compare(spread, fraction(disagreementPoints)) >= 0;
  return {
    type: 'scores-combined',
    data: { points: combinedPoints(scorings, criteria), spread, disagreement },
  };
}

/** A presenter lets points that are far apart stand, or asks one more evaluator; either way with a reason, and once. */
export function considerDisagreement(
  state: CaseState,
  { another, reason, officials }: Of<'consider-disagreement'>,
  { actor }: Commanding,
): Answer {
  if (actor.kind !== 'official' || !officials.presenters.includes(actor.username)) {
    return { refused: 'not-a-presenter' };
  }
  if (state.disagreement?.standing !== 'open') return { refused: 'no-disagreement' };
  if (!reason.trim()) return { refused: 'reason-missing' };
  if (!another) return { type: 'disagreement-considered', data: { reason } };
  const others = candidates(state, officials.reserveEvaluators, officials.evaluators);
  const evaluator = others.find((username) => username !== actor.username);
  if (evaluator === undefined) return { refused: 'too-few-evaluators', details: { needed: 1 } };
  return { type: 'disagreement-considered', data: { reason, another: evaluator } };
}

/** Scores that were combined and wait for a presenter are not to be touched meanwhile. */
function pending({ disagreement, stage }: CaseState): Refusal<CaseRefusal> | undefined {
  return disagreement?.standing === 'open' ? { refused: 'wrong-stage', details: { stage } } : undefined;
}

function incomplete(
  scores: Of<'save-scores'>['scores'],
  criteria: Of<'save-scores'>['criteria'],
): Refusal<CaseRefusal> | undefined {
  const [fault, ...more] = faultsOf(scores, criteria);
  return fault && { refused: 'scores-incomplete', details: { ...fault, faults: more.length + 1 } };
}

function outside(state: CaseState, ...stages: readonly Stage[]): Refusal<CaseRefusal> | undefined {
  return stages.includes(state.stage)
    ? undefined
    : { refused: 'wrong-stage', details: { stage: state.stage } };
}

function evaluatorOf(state: CaseState, { actor }: Commanding): CaseState['evaluators'][number] | undefined {
  return actor.kind === 'official'
    ? state.evaluators.find(
        ({ username, standing }) => username === actor.username && standing !== 'released',
      )
    : undefined;
}

/** Whether an evaluator of a case has scored it or is to. */
export function takesPart({ standing }: Evaluator): boolean {
  return standing === 'asked' || standing === 'scored';
}

function candidates(state: CaseState, ...lists: readonly (readonly string[])[]): readonly string[] {
  const barred = [...state.preparedBy, ...state.evaluators.map(({ username }) => username)];
  return [...new Set(lists.flat())].filter((username) => !barred.includes(username));
}

function rotated(list: readonly string[], turns: number): readonly string[] {
  const start = list.length === 0 ? 0 : turns % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
