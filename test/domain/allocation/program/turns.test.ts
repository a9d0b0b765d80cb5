import {
  type InTurn,
  maximiseInTurn,
  type TurnWishes,
} from '../../../../domain/allocation/program/in-turn.ts';
import type { Program } from '../../../../domain/allocation/program/program.ts';
import { Work } from '../../../../domain/allocation/work.ts';
import { cents, endOf, made, programOf, solutionsOf, yesOrNo } from './programs.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const small = (seed: number, inCents = seed % 2 === 0) =>
  made({ seed: 307 * seed, columns: inCents ? 5 : 9, rows: 2, top: 8, inCents });
/** Every third column is counted by the first, the second and the third goal. */
const goalsOf = ({ columns }: Program, count: number) =>
  Array.from({ length: count }, (_, goal) =>
    columns.map(({ value }, column) => (column % count === goal ? value : 0)),
  );
const valuesOf = (solution: readonly number[], goals: readonly (readonly number[])[]) =>
  goals.map((goal) => goal.reduce((sum, value, column) => sum + value * (solution[column] ?? 0), 0));
const turned = (
  program: Program,
  goals: readonly (readonly number[])[],
  wishes?: TurnWishes,
  units = 100_000,
) => endOf(maximiseInTurn(program, goals, new Work(units), wishes));

/** The first of the solutions that are best by one goal after the other, by trying them all. */
function bestInTurn(program: Program, goals: readonly (readonly number[])[]) {
  const [first] = solutionsOf(program)
    .map((solution) => ({ solution, values: valuesOf(solution, goals) }))
    .sort((a, b) => b.values.reduce((sum, value, goal) => sum || value - (a.values[goal] ?? 0), 0));
  return first;
}

describe('in turn', () => {
  test.each(seeds)('the best by the first goal, of these by the second, then by the third (%i)', (seed) => {
    const program = small(seed);
    const goals = goalsOf(program, 3);
    const best = bestInTurn(program, goals);
    const ended = turned(program, goals);
    expect(ended).toEqual(best ? { status: 'exact', ...best } : { status: 'infeasible' });
    if (!best) return;
    const any = turned(program, goals, { anyOfEquals: true });
    expect(any).toMatchObject({ status: 'exact', values: best.values });
    // It is the same from wherever it begins.
    for (const hint of [best.solution, solutionsOf(program).at(-1), program.columns.map(() => 1)])
      expect(turned(program, goals, { hint })).toEqual(ended);
  });

  test.each(seeds)('what has not had its turn waits, unless it must be (%i)', (seed) => {
    const sampled = small(seed);
    const program = {
      ...sampled,
      columns: sampled.columns.map((column, j) =>
        j === 4 ? { ...column, least: Math.max(1, column.least), optional: false } : column,
      ),
      rows: sampled.rows.map(({ upper }) => ({ lower: 0, upper })),
    };
    const goals = goalsOf(program, 2);
    const opensAt = program.columns.map((_, column) => column % 2);
    // Rows have no lower bounds here, so that waiting changes nothing.
    const best = bestInTurn(program, goals);
    expect(turned(program, goals, { opensAt })).toEqual(
      best ? { status: 'exact', ...best } : { status: 'infeasible' },
    );
    const last = solutionsOf(program).at(-1);
    if (best) expect(turned(program, goals, { opensAt, hint: last })).toEqual({ status: 'exact', ...best });
  });

  test('a floor that only a later goal could meet cannot be kept while it waits', () => {
    const program = programOf([yesOrNo(5, 3), yesOrNo(4, 3)], [6, 9]);
    const goals = goalsOf(program, 2);
    expect(turned(program, goals, { opensAt: [0, 1] })).toEqual({ status: 'infeasible' });
    expect(turned(program, goals)).toEqual({ status: 'exact', solution: [1, 1], values: [5, 4] });
  });

  test('ends at the first goal that falls short of what it is compared with', () => {
    const program = programOf([yesOrNo(5, 3), yesOrNo(4, 2), yesOrNo(3, 2)], [0, 5]);
    const goals = goalsOf(program, 3);
    expect(turned(program, goals)).toMatchObject({ status: 'exact', values: [5, 4, 0] });
    // The second goal is not asked any more where the first falls short, nor the third where the second does.
    expect(turned(program, goals, { against: [6, 0, 0] })).toMatchObject({
      status: 'exact',
      values: [5, 0, 0],
    });
    expect(turned(program, goals, { against: [5, 0, 0] })).toMatchObject({ values: [5, 4, 0] });
    const wider = programOf(program.columns, [0, 7]);
    expect(turned(wider, goals, { against: [5, 4, 3] })).toMatchObject({ values: [5, 4, 3] });
    expect(turned(wider, goals, { against: [5, 5, 3] })).toMatchObject({ values: [5, 4, 0] });
  });

  test('of nothing is nothing', () => {
    expect(turned(programOf([]), [[]])).toEqual({ status: 'exact', solution: [], values: [0] });
    expect(turned(programOf([], [1, 2]), [[]])).toEqual({ status: 'infeasible' });
  });
});

describe('in turn, where the work is spent', () => {
  const program = made({ seed: 2 * 7919, columns: 40, rows: 4, top: 1000 });
  const goals = goalsOf(program, 2);
  const opensAt = program.columns.map((_, column) => column % 2);
  const full = turned(program, goals, { opensAt }, 3000);
  const reachedIn = (ended: InTurn) => {
    if (ended.status !== 'limit') throw new Error('the work was not spent');
    return ended;
  };

  test('tells at which goal, and what none exceeds there', () => {
    if (full.status === 'infeasible') throw new Error('there is no solution');
    const ended = reachedIn(turned(program, goals, { opensAt }, 0));
    expect(ended.at).toBe(0);
    expect(ended.bound).toBeGreaterThanOrEqual(full.values[0] ?? 0);
    expect(ended.values).toEqual(valuesOf(ended.solution ?? [], goals));
  });

  test('has no solution where only a proof was asked for, and the one it was given where that is one', () => {
    const proofOnly = true;
    expect(reachedIn(turned(program, goals, { opensAt, proofOnly }, 0))).toMatchObject({
      solution: undefined,
      values: [],
    });
    const hint = full.status === 'infeasible' ? undefined : full.solution;
    const given = reachedIn(turned(program, goals, { proofOnly, hint }, 0));
    expect(given.solution).toEqual(hint);
    expect(given.values).toEqual(valuesOf(hint ?? [], goals));
  });

  test('goes on to the later goals with what is left, and leaves the earlier ones as they are', () => {
    const ended = reachedIn(turned(program, goals, { opensAt }, 20));
    expect(ended.at).toBe(0);
    const alone = reachedIn(turned(program, goals.slice(0, 1), { opensAt }, 20));
    expect(ended.values[0]).toBeGreaterThanOrEqual(alone.values[0] ?? 0);
  });

  test('is exact in its value where a solution reaches the bound before it is known to be the first', () => {
    // Nine of eleven that are all alike: which nine comes first is not asked any more.
    const alike = programOf(
      Array.from({ length: 11 }, () => cents(1, 2, 9, 1)),
      [0, 50],
    );
    const ended = turned(alike, [alike.columns.map(({ value }) => value)], {}, 1);
    expect(ended).toMatchObject({ status: 'exact-value', values: [50] });
  });
});
