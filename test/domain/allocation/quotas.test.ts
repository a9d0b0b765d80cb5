import { allocate } from '../../../domain/allocation/allocate.ts';
import type { Policy } from '../../../domain/allocation/input.ts';
import { application, awardsOf, inputWith, money, needed, planWith, reasonsOf } from './small-plans.ts';

const language = (group: string) => ({ groups: { language: group } });
const floor = (group: string, cents: number) => ({ dimension: 'language', group, floor: cents });
const refused = (row: object, room: number, short: number, ahead: ReturnType<typeof needed> | null) => ({
  code: 'does-not-fit',
  ...{ row, room, short, needed: ahead },
});

describe('money is reserved for a group', () => {
  const reserved = { kind: 'reserved', dimension: 'language', waitsFor: [{ group: 'sv', cents: 150 }] };
  const applications = [
    application('A', 90, 800, 1, language('fi')),
    application('B', 80, 200, 2, { minimum: 200 }),
    application('C', 70, 150, 3, language('sv')),
  ];

  test('as much as it asks for, up to its floor; others get what is left beside it', () => {
    const plan = planWith({ applications, quotas: [floor('sv', 300)] });
    expect(awardsOf(plan)).toEqual({ A: 800, B: 0, C: 150 });
    expect(reasonsOf(plan)).toEqual({
      A: { code: 'fits', row: reserved, room: 850 },
      B: refused(reserved, 50, 150, needed(91, 11, 'A')),
      C: { code: 'fits', row: money, room: 200 },
    });
    expect(plan.leftOver).toEqual({
      cents: 50,
      reasons: [{ code: 'nobody-fits', applications: 1, least: 200 }],
    });
    expect(plan.inversions).toMatchObject([{ refused: 'B', fundedAfter: 1, last: 'C', row: reserved }]);
  });

  test('and it waits where those of the group cannot take it', () => {
    const caps = { applicant: 100 };
    const own = { applicant: 'x', minimum: 150 };
    const [a, b, c] = applications.map((one) => (one.id === 'C' ? { ...one, ...own } : one));
    const plan = planWith({
      applications: [a, b, c] as typeof applications,
      caps,
      quotas: [floor('sv', 150)],
    });
    expect(awardsOf(plan)).toEqual({ A: 800, B: 0, C: 0 });
    expect(reasonsOf(plan).C).toEqual(refused({ kind: 'applicant-cap', applicant: 'x' }, 100, 50, null));
    expect(plan.leftOver.reasons).toEqual([
      { code: 'waits-for-groups', dimension: 'language', waitsFor: [{ group: 'sv', cents: 150 }] },
      { code: 'no-room-in-rows', applications: 2 },
    ]);
  });

  test('and is no more than there is: floors beyond it are told, with what is asked for', () => {
    const both = [application('A', 90, 700, 1, language('fi')), application('B', 80, 700, 2, language('sv'))];
    const quotas = [floor('fi', 600), floor('sv', 401)];
    expect(allocate(inputWith({ applications: both, quotas }))).toMatchObject({
      kind: 'infeasible',
      conflict: [
        {
          row: {
            kind: 'reserved',
            dimension: 'language',
            waitsFor: [
              { group: 'fi', cents: 600 },
              { group: 'sv', cents: 401 },
            ],
          },
          because: { code: 'floors-exceed-the-money', floors: 1001, available: 1000 },
        },
      ],
    });
    expect(awardsOf(planWith({ applications: both, quotas: [floor('fi', 600), floor('sv', 400)] }))).toEqual({
      A: 0,
      B: 0,
    });
    const policy: Policy = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' };
    const met = { policy, applications, quotas: [floor('sv', 1001)] };
    expect(allocate(inputWith(met))).toMatchObject({
      conflict: [{ because: { code: 'floors-exceed-the-money', floors: 1001 } }],
    });
  });

  test('of a larger share for whoever is below the threshold, in what would have been enough for it', () => {
    const below = application('D', 20, 100, 4, language('sv'));
    const plan = planWith({
      ...{ threshold: 30, quotas: [floor('sv', 300)], applications: [...applications, below] },
    });
    expect(reasonsOf(plan).D).toMatchObject({
      code: 'below-the-threshold',
      needed: needed(30, 10, null),
    });
  });
});

describe('a ceiling or a cap refuses only whom it concerns', () => {
  test('a ceiling, to the cent', () => {
    const quotas = [
      { dimension: 'language', group: 'fi', ceiling: 500 },
      { dimension: 'region', group: '09', ceiling: 0 },
    ];
    const row = { kind: 'ceiling', dimension: 'language', group: 'fi' };
    const plan = planWith({
      quotas,
      applications: [
        application('A', 90, 400, 1, language('fi')),
        application('B', 80, 101, 2, language('fi')),
        application('C', 70, 300, 3, language('sv')),
        application('D', 60, 100, 4, language('fi')),
        application('E', 50, 100, 5, { groups: { region: '09' } }),
      ],
    });
    expect(awardsOf(plan)).toEqual({ A: 400, B: 0, C: 300, D: 100, E: 0 });
    expect(reasonsOf(plan)).toMatchObject({
      A: { code: 'fits', row, room: 500 },
      B: refused(row, 100, 1, needed(91, 11, 'A')),
      E: refused({ kind: 'ceiling', dimension: 'region', group: '09' }, 0, 100, null),
    });
  });

  test('a cap of an applicant, and of a municipality that only takes part', () => {
    const plan = planWith({
      caps: { applicant: 500, municipality: 600 },
      applications: [
        application('A', 90, 400, 1, { applicant: 'x', municipalities: ['091', '092'] }),
        application('B', 80, 200, 2, { applicant: 'x' }),
        application('C', 70, 250, 3, { applicant: 'y', municipalities: ['092'] }),
        application('D', 60, 200, 4, { applicant: 'z', municipalities: ['092'] }),
      ],
    });
    expect(awardsOf(plan)).toEqual({ A: 400, B: 0, C: 0, D: 200 });
    expect(reasonsOf(plan)).toMatchObject({
      B: refused({ kind: 'applicant-cap', applicant: 'x' }, 100, 100, needed(91, 11, 'A')),
      C: refused({ kind: 'municipality-cap', municipality: '092' }, 200, 50, needed(91, 21, 'A')),
      D: { code: 'fits', row: { kind: 'municipality-cap', municipality: '092' }, room: 200 },
    });
  });

  test('strict goes on after one that only a ceiling refused', () => {
    const policy: Policy = { kind: 'rank', mode: 'strict' };
    const quotas = [{ dimension: 'language', group: 'fi', ceiling: 100 }];
    const applications = [application('A', 90, 200, 1, language('fi')), application('B', 80, 200, 2)];
    expect(awardsOf(planWith({ policy, quotas, applications }))).toEqual({ A: 0, B: 200 });
  });
});

describe('an award that stands', () => {
  test('is kept whatever the ceiling has become by now, which then has no room', () => {
    const quotas = [{ dimension: 'language', group: 'fi', ceiling: 100 }];
    const plan = planWith({
      quotas,
      applications: [
        application('A', 20, 300, 1, { ...language('fi'), awarded: 200 }),
        application('B', 80, 100, 2, language('fi')),
      ],
    });
    expect(awardsOf(plan)).toEqual({ A: 200, B: 0 });
    expect(reasonsOf(plan)).toMatchObject({
      A: { code: 'standing' },
      B: { code: 'does-not-fit', row: { kind: 'ceiling' }, room: 0, short: 100 },
    });
  });

  test('grows where there is room, and is told as standing below the threshold too', () => {
    const grown = [
      application('A', 90, 300, 1, { awarded: 200 }),
      application('B', 20, 300, 2, { awarded: 250 }),
    ];
    const plan = planWith({ threshold: 30, applications: grown });
    expect(awardsOf(plan)).toEqual({ A: 300, B: 250 });
    expect(reasonsOf(plan)).toEqual({ A: { code: 'fits', row: money, room: 550 }, B: { code: 'standing' } });
  });

  test('beyond what there is makes every plan impossible', () => {
    const applications = [application('A', 90, 1001, 1, { awarded: 1001 })];
    expect(allocate(inputWith({ applications }))).toMatchObject({
      kind: 'infeasible',
      conflict: [{ row: money, because: { code: 'standing-awards-exceed-it', most: 1000, awarded: 1001 } }],
    });
    const exactly = [application('A', 90, 1000, 1, { awarded: 1000 })];
    expect(awardsOf(planWith({ applications: exactly }))).toEqual({ A: 1000 });
  });
});
