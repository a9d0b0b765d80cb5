import { firstOfEquals } from '../../../../domain/allocation/program/first-of-equals.ts';
import { maximise, type Outcome, type Wishes } from '../../../../domain/allocation/program/maximise.ts';
import { isFeasible, type Program, worthAt } from '../../../../domain/allocation/program/program.ts';
import { Work } from '../../../../domain/allocation/work.ts';
import { bestOf, cents, endOf, made, programOf, small, yesOrNo } from './programs.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const ample = () => new Work(100_000);
const none = () => new Work(0);
const maximised = (program: Program, wishes?: Wishes, work = ample()): Outcome =>
  endOf(maximise(program, work, wishes));

describe('the best solution', () => {
  test.each(seeds)('is the one that trying them all finds, and of equals the first (%i)', (seed) => {
    const program = small(seed);
    const { value, first } = bestOf(program);
    expect(maximised(program)).toEqual(
      first ? { status: 'exact', found: { solution: first, value } } : { status: 'infeasible' },
    );
  });

  test.each(seeds)(
    'is the first of many equals where all are worth the same for what they take (%i)',
    (seed) => {
      const even = small(seed, false);
      const program = {
        ...even,
        columns: even.columns.map((column) => ({ ...column, value: 1 + (column.entries.length % 2) })),
      };
      const { value, first, equals } = bestOf(program);
      expect(maximised(program)).toEqual({ status: 'exact', found: { solution: first, value } });
      const any = maximised(program, { anyOfEquals: true });
      expect(equals).toContainEqual(any.status === 'exact' && any.found.solution);
    },
  );

  test('is found in whatever unit the values are told', () => {
    const program = small(3);
    const inMillions = {
      ...program,
      columns: program.columns.map((one) => ({ ...one, value: one.value * 1e6 })),
    };
    const { value, first } = bestOf(program);
    expect(maximised(inMillions)).toEqual({
      status: 'exact',
      found: { solution: first, value: value * 1e6 },
    });
    const [limited, inMillionsLimited] = [program, inMillions].map((one) => maximised(one, {}, none()));
    if (limited?.status !== 'limit' || inMillionsLimited?.status !== 'limit')
      throw new Error('it was proved');
    expect(inMillionsLimited.bound).toBe(limited.bound * 1e6);
  });

  test('of nothing is nothing', () => {
    expect(maximised(programOf([]))).toEqual({ status: 'exact', found: { solution: [], value: 0 } });
    expect(maximised(programOf([], [1, 2]))).toEqual({ status: 'infeasible' });
    const decided = programOf([{ ...yesOrNo(4, 3), least: 1 }, yesOrNo(9, 5)], [0, 4]);
    expect(maximised(decided)).toEqual({ status: 'exact', found: { solution: [1, 0], value: 4 } });
  });

  test('is none where sums cannot be made that every row would allow by itself', () => {
    // Three of 2 in each of two rows that leave an odd number in between.
    const program = programOf(
      [yesOrNo(1, 2, 4), yesOrNo(1, 2, 2), yesOrNo(1, 4, 2), yesOrNo(1, 4, 4)],
      [6, 7],
      [10, 11],
    );
    const { value, first } = bestOf(program);
    expect(first).toBeUndefined();
    expect(value).toBe(Number.NEGATIVE_INFINITY);
    expect(maximised(program)).toEqual({ status: 'infeasible' });
  });
});

describe('a search that is allowed no work', () => {
  test.each(seeds)('still has a solution, and a bound that none exceeds (%i)', (seed) => {
    const program = small(seed);
    const { value, first } = bestOf(program);
    const ended = maximised(program, {}, none());
    if (!first || ended.status !== 'limit') {
      expect(ended).toEqual(
        first ? { status: 'exact', found: { solution: first, value } } : { status: 'infeasible' },
      );
      return;
    }
    expect(ended.bound).toBeGreaterThanOrEqual(value);
    expect(ended.found && isFeasible(program, ended.found.solution)).toBe(true);
    expect(ended.found?.value).toBe(ended.found && worthAt(program, ended.found.solution));
  });

  test('has what it was given to begin with, if that is a solution, or nothing where only proofs are asked for', () => {
    const program = made({ seed: 7919, columns: 30, rows: 4, top: 1000 });
    const known = maximised(program, {}, new Work(300));
    const hint = known.status === 'infeasible' ? [] : (known.found?.solution ?? []);
    const value = worthAt(program, hint);
    expect(isFeasible(program, hint)).toBe(true);
    const proofOnly = true;
    expect(maximised(program, { proofOnly, hint }, none())).toMatchObject({
      status: 'limit',
      found: { solution: hint, value },
    });
    const broken = hint.map(() => 1);
    expect(maximised(program, { proofOnly, hint: broken }, none())).toMatchObject({ found: undefined });
    expect(maximised(program, { proofOnly }, none())).toMatchObject({ status: 'limit', found: undefined });
    expect(maximised(program, { hint }, none())).toMatchObject({ found: { value } });
    expect(maximised(program, {}, none())).toMatchObject({ found: { value: expect.any(Number) } });
  });
});

describe('of equals in cents', () => {
  test.each(seeds)('the first gives the first the most, then the second (%i)', (seed) => {
    const sampled = small(seed, true);
    const program = {
      ...sampled,
      columns: sampled.columns.map((column) => ({ ...column, value: 1 + (column.entries.length % 2) })),
    };
    const { first, last } = bestOf(program);
    if (!first || !last) return;
    expect(endOf(firstOfEquals(program, last, ample()))).toEqual({ status: 'exact', solution: first });
    expect(endOf(firstOfEquals(program, first, ample()))).toEqual({ status: 'exact', solution: first });
  });

  test('is as far as the work went where it was spent', () => {
    const program = programOf([cents(1, 2, 9, 1), cents(1, 2, 9, 1), cents(1, 2, 9, 1)], [0, 15]);
    const { last, value } = bestOf(program);
    expect(last).toEqual([0, 6, 9]);
    const ended = endOf(firstOfEquals(program, last ?? [], none()));
    expect(ended).toEqual({ status: 'exact-value', solution: last });
    expect(endOf(firstOfEquals(program, last ?? [], ample()))).toEqual({
      status: 'exact',
      solution: [9, 6, 0],
    });
    expect(value).toBe(15);
  });
});
