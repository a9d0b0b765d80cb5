import type { AllocationInput } from '../../../domain/allocation/input.ts';
import { rowsOf } from '../../../domain/allocation/rows.ts';
import { application, inputWith } from './small-plans.ts';

const applications = [
  application('A', 90, 700, 1, {
    applicant: 'y',
    municipalities: ['092', '091'],
    groups: { language: 'sv' },
  }),
  application('B', 80, 500, 2, { applicant: 'y', municipalities: ['091'], groups: { region: 'sv' } }),
  application('C', 70, 600, 3, { applicant: 'x', municipalities: ['093', '091'] }),
  application('D', 60, 700, 4, { applicant: 'x', groups: { language: 'fi' } }),
  application('E', 50, 600, 5),
];

/** The rows' limits by name, and which of them, by place, each application is in. */
function read(change: Partial<AllocationInput>) {
  const input = inputWith({ applications, ...change });
  const { limits, dimensions, limitsOf, groupIn } = rowsOf(input);
  return {
    limits: limits.map(({ row: { kind, ...row }, most }) => [kind, ...Object.values(row), most].join(' ')),
    members: input.applications.map((one) => limitsOf(one).join(' ')),
    dimensions: dimensions.map(({ name, groups }) => [name, ...groups.map(({ group }) => group)].join(' ')),
    groups: dimensions.map((_, index) => input.applications.map((one) => groupIn(index, one)).join(' ')),
  };
}

test('everybody is in the row of the appropriation', () => {
  expect(read({})).toEqual({
    limits: ['appropriation 1000'],
    members: ['0', '0', '0', '0', '0'],
    dimensions: [],
    groups: [],
  });
});

test('a cap is a row only for those who ask for more than it together, by name', () => {
  expect(read({ caps: { applicant: 1200, municipality: 600 } })).toMatchObject({
    limits: [
      'appropriation 1000',
      'applicant-cap x 1200',
      'municipality-cap 091 600',
      'municipality-cap 092 600',
    ],
    members: ['0 2 3', '0 2', '0 1 2', '0 1', '0'],
  });
  expect(read({ caps: { applicant: 1300 } }).limits).toEqual(['appropriation 1000']);
  expect(read({ caps: { applicant: 1199 } }).limits.slice(1)).toEqual([
    'applicant-cap x 1199',
    'applicant-cap y 1199',
  ]);
});

test('a ceiling is a row for its group, a floor one of its dimension', () => {
  const quotas = [
    { dimension: 'language', group: 'fi', floor: 100 },
    { dimension: 'language', group: 'en', ceiling: 900 },
    { dimension: 'language', group: 'sv', floor: 200, ceiling: 800 },
    { dimension: 'region', group: 'sv', ceiling: 400 },
  ];
  expect(read({ quotas })).toEqual({
    limits: [
      'appropriation 1000',
      'ceiling language en 900',
      'ceiling language sv 800',
      'ceiling region sv 400',
    ],
    members: ['0 2', '0 3', '0', '0', '0'],
    dimensions: ['language fi sv'],
    groups: ['1 -1 -1 0 -1'],
  });
});

test('awards that stand raise what they exceed, but never the appropriation', () => {
  const quotas = [
    { dimension: 'language', group: 'sv', ceiling: 300 },
    { dimension: 'language', group: 'fi', ceiling: 300 },
  ];
  const standing = applications.map((one) => ({
    ...one,
    awarded: one.id === 'A' ? 700 : one.id === 'D' ? 300 : one.id === 'E' ? 1 : 0,
  }));
  expect(read({ quotas, applications: standing }).limits).toEqual([
    'appropriation 1000',
    'ceiling language fi 300',
    'ceiling language sv 700',
  ]);
});
