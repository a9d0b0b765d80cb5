import fc from 'fast-check';
import { fraction } from '../../domain/fraction.ts';
import {
  type CriterionScore,
  combinedPoints,
  faultsOf,
  pointsOf,
  spreadOf,
} from '../../domain/scoring/scoring.ts';
import { call2022 } from '../call-2022.ts';

const { criteria } = call2022.evaluation;

function scoring(score: number): CriterionScore[] {
  return criteria.map(({ id }) => ({ criterion: id, score, justification: 'Väl motiverat.' }));
}

test('the weights of the call add up to a hundred points', () => {
  expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  expect(pointsOf(scoring(5), criteria)).toEqual(fraction(100));
  expect(pointsOf(scoring(0), criteria)).toEqual(fraction(0));
});

test('points are exact: two of three evaluators differing by one score give thirds', () => {
  const [first, ...rest] = scoring(3);
  const higher = [{ ...first, score: 4 } as CriterionScore, ...rest];
  expect(combinedPoints([scoring(3), scoring(3), higher], criteria)).toEqual(fraction(185, 3));
});

test('the mean does not depend on the order of the evaluators', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }), (scores) => {
      const forwards = combinedPoints(scores.map(scoring), criteria);
      expect(combinedPoints(scores.map(scoring).reverse(), criteria)).toEqual(forwards);
    }),
  );
});

test('the spread is from the lowest to the highest evaluator, exact and the same in any order', () => {
  const [first, ...rest] = scoring(3);
  const higher = [{ ...first, score: 4 } as CriterionScore, ...rest];
  expect(spreadOf([scoring(3)], criteria)).toEqual(fraction(0));
  expect(spreadOf([scoring(3), higher, scoring(1)], criteria)).toEqual(fraction(45));
  expect(spreadOf([scoring(1), scoring(3), higher], criteria)).toEqual(fraction(45));
});

test('a complete scoring has no fault', () => {
  expect(faultsOf(scoring(5), criteria)).toEqual([]);
});

test.each([
  ['a criterion is left out', scoring(3).slice(1), 'missing'],
  ['a score is above the scale', [{ ...scoring(3)[0], score: 6 }, ...scoring(3).slice(1)], 'out of scale'],
  ['a score is below zero', [{ ...scoring(3)[0], score: -1 }, ...scoring(3).slice(1)], 'out of scale'],
  [
    'a score is between two steps',
    [{ ...scoring(3)[0], score: 2.5 }, ...scoring(3).slice(1)],
    'out of scale',
  ],
  [
    'a score has no justification',
    [{ ...scoring(3)[0], justification: ' ' }, ...scoring(3).slice(1)],
    'not justified',
  ],
  ['a criterion is scored twice', [...scoring(3), ...scoring(3).slice(0, 1)], 'repeated'],
  [
    'a criterion is not the call’s',
    [...scoring(3), { criterion: 'beauty', score: 1, justification: 'x' }],
    'unknown',
  ],
])('a scoring is not complete where %s', (_case, scores, fault) => {
  expect(faultsOf(scores as CriterionScore[], criteria).map((found) => found.fault)).toEqual([fault]);
});
