import { allocate } from '../../../domain/allocation/allocate.ts';
import type { AllocationInput } from '../../../domain/allocation/input.ts';
import { type Change, reallocationInput } from '../../../domain/allocation/reallocate.ts';
import { compare, type Scenario } from '../../../domain/allocation/what-if.ts';
import { application, awardsOf, inputWith, money, planIn } from './small-plans.ts';

const five = [
  application('A', 90, 400, 1),
  application('B', 80, 500, 2),
  application('C', 70, 200, 3),
  application('D', 60, 100, 4),
  application('E', 20, 100, 5),
];

/** The plan that the decisions were made by. */
function decided(change: Partial<AllocationInput> = {}) {
  const input = inputWith({ threshold: 30, applications: five, ...change });
  return { input, plan: planIn(allocate(input)) };
}

describe('after the decisions', () => {
  const nextInput = (changes: readonly Change[], change?: Partial<AllocationInput>) => {
    const { input, plan } = decided(change);
    const checked = reallocationInput(input, plan, changes);
    if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
    return checked.input;
  };
  const nextAwards = (...changes: Change[]) => awardsOf(planIn(allocate(nextInput(changes))));

  test('what was awarded stands where nothing happened', () => {
    expect(awardsOf(decided().plan)).toEqual({ A: 400, B: 500, C: 0, D: 100, E: 0 });
    expect(nextInput([])).toEqual({
      ...decided().input,
      applications: decided().input.applications.map((one) => ({
        ...one,
        awarded: { A: 400, B: 500, C: 0, D: 100, E: 0 }[one.id],
      })),
    });
  });

  test('whoever declines is out, and the next in the order gets what comes free', () => {
    expect(nextAwards({ type: 'declined', application: 'A' })).toEqual({ B: 500, C: 200, D: 100, E: 0 });
  });

  test('a rectification gives another score, or a sum that stands', () => {
    const rescored = nextInput([{ type: 'rescored', application: 'E', score: 95 }]);
    expect(rescored.applications.map(({ score }) => score)).toEqual([90, 80, 70, 60, 95]);
    expect(nextInput([{ type: 'awarded', application: 'C', cents: 150 }]).applications[2]).toMatchObject({
      ...{ awarded: 150, requested: 200, minimum: 100 },
    });
  });

  test('what a rectification took is not given back', () => {
    const lowered = nextInput([{ type: 'awarded', application: 'B', cents: 60 }]).applications[1];
    expect(lowered).toMatchObject({ id: 'B', awarded: 60, requested: 60, minimum: 60 });
    const kept = nextInput([{ type: 'awarded', application: 'B', cents: 300 }]).applications[1];
    expect(kept).toMatchObject({ awarded: 300, requested: 300, minimum: 100 });
    expect(nextAwards({ type: 'awarded', application: 'B', cents: 0 })).toEqual({
      A: 400,
      C: 200,
      D: 100,
      E: 0,
    });
    expect(nextInput([{ type: 'awarded', application: 'E', cents: 0 }]).applications).toHaveLength(5);
  });

  test('money comes and goes', () => {
    const shared = { appropriation: 5000, awardedByOthers: 100 };
    const changes: Change[] = [
      { type: 'appropriation', cents: 3000 },
      { type: 'reserve', cents: 50 },
      { type: 'awarded-by-others', cents: 700 },
    ];
    expect(nextInput(changes, { shared })).toMatchObject({
      ...{ appropriation: 3000, reserve: 50, shared: { appropriation: 5000, awardedByOthers: 700 } },
    });
    expect(nextInput(changes).shared).toBeNull();
  });

  test('a change of an application that is not there, or beyond its request, is told at its place', () => {
    const { input, plan } = decided();
    const faults = (...changes: Change[]) => reallocationInput(input, plan, changes);
    expect(faults({ type: 'reserve', cents: 0 }, { type: 'declined', application: 'X' })).toEqual({
      faults: [{ place: '/changes/1/application', code: 'no-such-application', details: { id: 'X' } }],
    });
    expect(faults({ type: 'awarded', application: 'B', cents: 501 })).toEqual({
      faults: [{ place: '/applications/1/awarded', code: 'more-than-requested' }],
    });
  });
});

describe('what would follow', () => {
  const base = () => {
    const { input, plan } = decided();
    return { input, allocation: plan };
  };
  const moves = (scenario: Omit<Scenario, 'name'>) => {
    const compared = compare(base(), { name: 'if', ...scenario });
    return 'moves' in compared ? compared.moves : compared;
  };

  test('from a withdrawal: who moves, by how much and why, the most moved first', () => {
    expect(moves({ withdrawn: ['A'] })).toEqual([
      {
        ...{ id: 'A', before: 400, after: 0, difference: -400, rankBefore: 1, rankAfter: null },
        why: { code: 'withdrawn' },
      },
      {
        ...{ id: 'C', before: 0, after: 200, difference: 200, rankBefore: 3, rankAfter: 2 },
        why: { code: 'fits', row: money, room: 500 },
      },
    ]);
  });

  test('from other points, another sum or another threshold', () => {
    expect(moves({ scores: { E: 95 } })).toMatchObject([
      { id: 'D', difference: -100 },
      { id: 'E', difference: 100, rankBefore: 5, rankAfter: 1 },
    ]);
    expect(moves({ appropriation: 1300 })).toMatchObject([{ id: 'C', after: 200 }]);
    expect(moves({ threshold: 85 })).toMatchObject([{ id: 'B' }, { id: 'D' }]);
    expect(moves({})).toEqual([]);
  });

  test('nobody is said to move where no plan can be made', () => {
    const policy = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' } as const;
    const quotas = [{ dimension: 'language', group: 'sv', floor: 1 }];
    expect(moves({ policy, quotas })).toEqual([]);
  });
});
