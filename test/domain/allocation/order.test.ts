import { checkedInput } from '../../../domain/allocation/check-input.ts';
import { type Ranked, rankingOf, scoreToPrecede } from '../../../domain/allocation/order.ts';
import { sha256 } from '../../../domain/canonical.ts';
import { first, least } from './least-input.ts';

function ranking(...applications: readonly object[]): readonly Ranked[] {
  const written = applications.map((change, index) => ({ ...first, drawKey: `k${index}`, ...change }));
  return rankingOf(checkedInput({ ...least, applications: written as (typeof first)[] }));
}

const idsOf = (ranked: readonly Ranked[]) => ranked.map(({ application }) => application.id);

test('the best score comes first, and ranks count from 1', () => {
  const ranked = ranking({ id: 'a', score: 50 }, { id: 'b', score: 70 }, { id: 'c', score: 60 });
  expect(idsOf(ranked)).toEqual(['b', 'c', 'a']);
  expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3]);
});

test('between equal scores the published keys decide, each in turn, the lower first', () => {
  const keys = (id: string, ...keys: number[]) => ({ id, keys });
  expect(idsOf(ranking(keys('a', 2, 0), keys('b', 1, 9), keys('c', 1, 8)))).toEqual(['c', 'b', 'a']);
  expect(idsOf(ranking(keys('c', 2, 0), keys('b', -1, 9), keys('a', 1, 8)))).toEqual(['b', 'a', 'c']);
});

test('where no key decides, the draw does: SHA-256 of the seed and the application’s own key', () => {
  const drawKeys = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'];
  const byDraw = drawKeys.toSorted((a, b) => (sha256(`s${a}`) < sha256(`s${b}`) ? -1 : 1));
  const ranked = ranking(...drawKeys.map((drawKey) => ({ id: drawKey, drawKey })));
  expect(idsOf(ranked)).toEqual(byDraw);
  expect(ranked[0]?.draw).toBe(sha256(`s${byDraw[0]}`));
});

test('whoever wins at equal scores needs the same score to come before another, else one more', () => {
  const [ahead, mover] = ranking({ id: 'a', score: 70, keys: [1] }, { id: 'b', score: 50, keys: [2] });
  if (!ahead || !mover) throw new Error('there are two');
  expect(scoreToPrecede(mover, ahead)).toBe(71);
  expect(scoreToPrecede(ahead, mover)).toBe(50);
});
