import type { AllocationInput, BandPolicy, MaxscorePolicy } from '../../../domain/allocation/input.ts';
import type { Proof, Shortfall } from '../../../domain/allocation/plan.ts';
import { sceneOf } from '../../../domain/allocation/scene.ts';
import { planWithRows } from '../../../domain/allocation/with-rows.ts';
import { madeInput } from './made-input.ts';
import { endOf, Meter } from './program/programs.ts';
import { application, awardsOf, inputWith, planWith } from './small-plans.ts';

const inFull: MaxscorePolicy = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' };
const policies = {
  'in full': inFull,
  'in part': { ...inFull, value: 'score-times-money', grants: 'partial' },
  'with money that waits': { ...inFull, floors: 'reserved' },
  'by bands of 20': { kind: 'band', value: 'score', width: 20 },
} satisfies Record<string, MaxscorePolicy | BandPolicy>;

function written(proof: Proof): string {
  if (proof.status !== 'best-known') return proof.status;
  return `${proof.value} of ${proof.bound}${proof.band === null ? '' : ` in band ${proof.band}`}`;
}

const signs = { exact: '', 'at-least': '≥' } as const;

function shortBy({ value, band, proof, impossible }: Shortfall): string {
  if (impossible) return 'impossible';
  return `${signs[proof]}${value}${band === null ? '' : ` in ${band}`}`;
}

/** The plan of a made call, how far each refused application is from it, and what telling that visited. */
function planned(
  seed: number,
  count: number,
  policy: MaxscorePolicy | BandPolicy,
  work: number,
  explanation: number,
) {
  const made = madeInput(seed, count);
  const input = inputWith({ ...made, policy, limits: { work, explanation: 0 } });
  const ranked = awardsOf(planWith({ ...made }));
  const { rows, candidates } = sceneOf(input);
  const standing = input.applications.filter(({ awarded }) => awarded > 0);
  const problem = { input, rows, candidates, standing };
  const grants = candidates.map(({ application: { id } }) => ranked[id] ?? 0);
  const plan = endOf(planWithRows(problem, policy, grants));
  if (!plan) throw new Error('a made call has no plan');
  const refused = candidates.flatMap((_, index) => (plan.grants[index] === 0 ? [index] : []));
  const meter = new Meter(explanation);
  const shortfalls = endOf(plan.explain(refused, meter));
  const told = refused.map((index) => shortBy(shortfalls.get(index) as Shortfall));
  return { plan, told, visits: meter.visits };
}

// As in program/effort.test.ts: whoever has to change what is found within a limit, or what is visited, raises `engineVersion`.
test.each<
  [
    seed: number,
    policy: keyof typeof policies,
    units: number,
    explained: number,
    found: string,
    visits: number,
  ]
>([
  [1, 'in full', 1000, 1000, 'exact: 454; 31, 50, 10', 9211],
  [1, 'in full', 12, 1000, 'exact-value: 454; 31, 50, 10', 9211],
  [2, 'in full', 1000, 1, 'exact: 536; ≥94, ≥0, ≥26, ≥3', 1512],
  [2, 'in full', 3, 3, 'exact-value: 536; 94, ≥74, ≥26, ≥3', 4433],
  [904, 'in full', 1000, 5, 'exact: 536; 14, 43, ≥3, ≥0', 6106],
  [33, 'in full', 1, 8, 'exact-value: 433; impossible, 3, ≥13, ≥2, ≥13', 8488],
  [1, 'in part', 1000, 1000, 'exact: 992500; 100, 600', 6880],
  [2, 'in part', 3, 1000, '1008200 of 1019800: 1008200; ≥0, ≥0, ≥0, ≥0', 12_128],
  [2, 'in part', 1000, 0, 'exact: 1019800; ≥0, ≥1400, ≥300', 0],
  [2, 'with money that waits', 1000, 9, 'exact: 566; 30, ≥77, ≥3', 11_141],
  [3, 'with money that waits', 4, 4, 'exact-value: 280; 108, impossible, 19', 1750],
  [1, 'by bands of 20', 1000, 1000, 'exact: 97,135,155,36; 68 in 1, 68 in 1, 68 in 1, 68 in 1', 7258],
  [2, 'by bands of 20', 1000, 1000, 'exact: 334,150,52; 82 in 0, 74 in 1, 76 in 1, 74 in 1', 8336],
  [
    3,
    'by bands of 20',
    1000,
    1000,
    'exact: 100,0,0,72; 100 in 0, impossible, 100 in 0, 100 in 0, 100 in 0, 100 in 0',
    250,
  ],
  [
    3,
    'by bands of 20',
    8,
    1,
    '0 of 72 in band 3: 100,0,0,0; ≥100 in 0, impossible, ≥100 in 0, ≥100 in 0, ≥0, ≥0, ≥0, ≥0',
    1235,
  ],
  [1, 'by bands of 20', 10, 3, '0 of 36 in band 3: 97,135,155,0; ≥68 in 1, ≥68 in 1, ≥0, ≥0, ≥0', 3624],
  [
    1,
    'by bands of 20',
    4,
    1000,
    '52 of 155 in band 2: 97,135,52,0; ≥68 in 1, ≥0, ≥0, ≥68 in 1, ≥68 in 1, ≥68 in 1, ≥0',
    32_046,
  ],
  [2, 'by bands of 20', 0, 0, '334 of 334 in band 0: 334,0,0; ≥0, ≥0, ≥0, ≥0, ≥0, ≥0, ≥0', 0],
  [2, 'by bands of 20', 3, 2, '0 of 150 in band 1: 334,0,0; ≥0, ≥0, ≥0, ≥0, ≥0, ≥0, ≥0', 2414],
])(
  'the effort of plan %i %s with %i units, and %i to explain it, belongs to the engine version',
  (...row) => {
    const [seed, kind, work, explanation, found, visits] = row;
    const { plan, told, visits: spent } = planned(seed, 12, policies[kind], work, explanation);
    expect(`${written(plan.proof)}: ${plan.bands}; ${told.join(', ')}`).toBe(found);
    expect(spent).toBe(visits);
  },
);

test('what is proved without a search is told where the search that was cut off proved nothing', () => {
  const { told } = planned(139, 20, { kind: 'band', value: 'score', width: 100 }, 1000, 1);
  expect(told).toEqual(['≥2 in 0', '≥0', '≥0', '≥0', '≥18 in 0', '≥10 in 0']);
});

describe('awards that stand', () => {
  const policy: BandPolicy = { kind: 'band', value: 'score', width: 20 };
  const bandsOf = (change: Partial<AllocationInput>) => {
    const { value, proof, awards } = planWith({ policy, threshold: 30, minimumGrant: 120, ...change });
    return { ...value.maximised, proof, awards: awards.map(({ id, cents }) => `${id} ${cents}`) };
  };

  test('count in the bands of their own scores, also where nobody there can be granted anything', () => {
    // Within 1000: A asks for too little, and D is below the threshold.
    const applications = [
      application('A', 95, 110, 1, { awarded: 110 }),
      application('B', 75, 500, 2, { awarded: 200 }),
      application('C', 70, 600, 3),
      application('D', 15, 100, 4, { awarded: 100 }),
    ];
    expect(bandsOf({ applications })).toEqual({
      rule: 'score',
      bands: [95, 75, 15],
      proof: { status: 'exact' },
      awards: ['A 110', 'B 500', 'C 0', 'D 100'],
    });
    expect(bandsOf({ applications, appropriation: 1010 })).toMatchObject({
      bands: [95, 145, 15],
      awards: ['A 110', 'B 200', 'C 600', 'D 100'],
    });
    expect(bandsOf({ applications: applications.slice(0, 1) }).bands).toEqual([95]);
  });

  test('count in what a search that ended has found and in what it could have', () => {
    const applications = [
      application('A', 95, 500, 1, { awarded: 110 }),
      application('B', 93, 700, 2),
      application('C', 92, 300, 3),
      application('D', 91, 310, 4),
    ];
    const limits = { work: 0, explanation: 0 };
    // A, who comes first, takes the money in which C and D would both have fitted.
    expect(bandsOf({ applications, limits })).toMatchObject({
      bands: [95 + 92],
      proof: { status: 'best-known', band: 0, value: 95 + 92, bound: 95 + 92 + 91, gap: 91 },
      awards: ['A 500', 'B 0', 'C 300', 'D 0'],
    });
  });
});

test('without anybody to grant anything to, a plan still keeps its rows', () => {
  const applications = [application('A', 5, 500, 1)];
  const quotas = [{ dimension: 'language', group: 'fi', ceiling: 100 }];
  const plan = planWith({ policy: inFull, threshold: 30, applications, quotas });
  expect(awardsOf(plan)).toEqual({ A: 0 });
  expect(plan.value.maximised).toEqual({ rule: 'score', bands: [0] });
});
