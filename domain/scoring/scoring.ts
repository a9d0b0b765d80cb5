import type { Criterion } from '../call/call.ts';
import { compare, difference, type Fraction, fraction, mean, sum } from '../fraction.ts';

/** One evaluator's score for one criterion. */
export interface CriterionScore {
  readonly criterion: string;
  /** An integer from 0 to the criterion's best. */
  readonly score: number;
  /** Why; part of the public file (Act 621/1999) and shown to the applicant. */
  readonly justification: string;
}

/** What is wrong with a scoring, and where. */
export interface ScoringFault {
  readonly criterion: string;
  readonly fault: 'missing' | 'unknown' | 'repeated' | 'out of scale' | 'not justified';
}

/** Every fault of a scoring; none for a complete one. Only complete scorings count. */
export function faultsOf(
  scores: readonly CriterionScore[],
  criteria: readonly Criterion[],
): readonly ScoringFault[] {
  const missing = criteria
    .filter(({ id }) => !scores.some(({ criterion }) => criterion === id))
    .map(({ id }): ScoringFault => ({ criterion: id, fault: 'missing' }));
  return [...missing, ...scores.flatMap((score, index) => faultOf(score, scores.slice(0, index), criteria))];
}

/** One evaluator's points, 0 to 100: each score's part of its criterion's weight. Exact. */
export function pointsOf(scores: readonly CriterionScore[], criteria: readonly Criterion[]): Fraction {
  return sum(
    criteria.map(({ id, weight, best }) => {
      const given = scores.find(({ criterion }) => criterion === id)?.score ?? 0;
      return fraction(weight * given, best);
    }),
  );
}

/** The application's points: the mean of its evaluators' points. Exact. Throws a RangeError where nobody scored. */
export function combinedPoints(
  scorings: readonly (readonly CriterionScore[])[],
  criteria: readonly Criterion[],
): Fraction {
  return mean(scorings.map((scores) => pointsOf(scores, criteria)));
}

/** How far apart the evaluators' points are, from the lowest to the highest. Exact; 0 for one evaluator. */
export function spreadOf(
  scorings: readonly (readonly CriterionScore[])[],
  criteria: readonly Criterion[],
): Fraction {
  const points = scorings.map((scores) => pointsOf(scores, criteria)).sort(compare);
  const [lowest = fraction(0)] = points;
  return difference(points.at(-1) ?? lowest, lowest);
}

function faultOf(
  { criterion, score, justification }: CriterionScore,
  before: readonly CriterionScore[],
  criteria: readonly Criterion[],
): readonly ScoringFault[] {
  const known = criteria.find(({ id }) => id === criterion);
  if (!known) return [{ criterion, fault: 'unknown' }];
  if (before.some((other) => other.criterion === criterion)) return [{ criterion, fault: 'repeated' }];
  if (!Number.isInteger(score) || score < 0 || score > known.best)
    return [{ criterion, fault: 'out of scale' }];
  return justification.trim() ? [] : [{ criterion, fault: 'not justified' }];
}
