import type {
  DisagreementConsidered,
  EvaluatorDisqualified,
  EvaluatorReplaced,
  ScoresCombined,
} from './events.ts';
import type { CaseState, Evaluator } from './state.ts';

export function invited(username: string): Evaluator {
  return { username, standing: 'asked', scores: [] };
}

export function withEvaluator(
  { evaluators }: CaseState,
  username: string,
  change: Partial<Evaluator>,
): Evaluator[] {
  return evaluators.map((evaluator) =>
    evaluator.username === username ? { ...evaluator, ...change } : evaluator,
  );
}

export function disqualified(state: CaseState, { evaluator }: EvaluatorDisqualified['data']): Evaluator[] {
  return withEvaluator(state, evaluator, { standing: 'disqualified', scores: [] });
}

export function replaced(state: CaseState, { replacement }: EvaluatorReplaced['data']): Evaluator[] {
  return [...state.evaluators, invited(replacement)];
}

/** Points that are far apart wait for a presenter, once; the case is evaluated otherwise. */
export function combined(
  state: CaseState,
  { points, spread, disagreement }: ScoresCombined['data'],
): CaseState {
  return disagreement && !state.disagreement
    ? { ...state, points, disagreement: { spread, standing: 'open' } }
    : { ...state, points, stage: 'evaluated' };
}

export function considered(state: CaseState, { another }: DisagreementConsidered['data']): CaseState {
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
