import { maximiseInTurn } from '../../../../domain/allocation/program/in-turn.ts';
import { endOf, Meter, made } from './programs.ts';

const shapes = {
  'in full': { columns: 9, rows: 3, top: 20 },
  'in cents': { columns: 6, rows: 3, top: 9, inCents: true },
  'of billions': { columns: 9, rows: 3, top: 1_000_000_000 },
  'many in full': { columns: 60, rows: 5, top: 1000 },
  'many in cents': { columns: 25, rows: 4, top: 50, inCents: true },
  'many of billions': { columns: 45, rows: 4, top: 100_000_000_000 },
} as const;

// An engine version promises the same plan for the same input. Where the limit ends a search, the plan is the best found until then,
// so what a search visits on its way belongs to the version: whoever has to change a number here raises `engineVersion`.
describe('the effort of a search belongs to the engine version', () => {
  test.each<
    [shape: keyof typeof shapes, seed: number, goals: number, units: number, end: string, visits: number]
  >([
    ['in full', 1, 1, 10_000, 'exact 78: 110101011', 7053],
    ['in full', 4, 1, 10_000, 'exact 71: 011110100', 5534],
    ['in full', 5, 1, 10_000, 'exact 85: 110010101', 20_493],
    ['in full', 1, 2, 10_000, 'exact 42,25: 100111010', 12_775],
    ['in full', 2, 2, 10_000, 'exact 57,13: 000010111', 23_600],
    ['in full', 5, 2, 10_000, 'exact 72,0: 101000101', 1202],
    ['in cents', 1, 1, 10_000, 'exact 108: 303326', 13_918],
    ['in cents', 3, 1, 10_000, 'exact 117: 306034', 5692],
    ['in cents', 4, 1, 10_000, 'exact 67: 323001', 20_210],
    ['in cents', 2, 2, 10_000, 'exact 50,51: 433220', 2601],
    ['of billions', 4, 1, 10_000, 'exact 3372759249: 111110000', 86_862],
    ['of billions', 1, 2, 10_000, 'exact 2105167141,334821740: 100111000', 68_517],
    [
      'many in full',
      1,
      1,
      100,
      'at most 33393 at 0, 32296: 101101110000110111100110011101111111100110101110100101001110',
      126_594,
    ],
    [
      'many in full',
      3,
      1,
      100,
      'at most 30107 at 0, 27303: 011111101000011101111111001000110110001010100111101101000010',
      142_621,
    ],
    [
      'many in full',
      2,
      2,
      200,
      'at most 3130 at 1, 25064,0: 001000101010101010101010101010101010101010101010101010101010',
      230_638,
    ],
    ['many in cents', 1, 1, 10_000, 'exact 3130: 0320622030060530452634600', 84_112],
    ['many in cents', 5, 2, 10_000, 'exact 2142,512: 4030103463306050402440505', 34_736],
    ['many in cents', 4, 1, 100, 'at most 2940 at 0, 2864: 4056560104232240203050432', 80_088],
    [
      'many of billions',
      1,
      1,
      150,
      'at most 69206902174 at 0, 65633134119: 100111010111010110100101010110110100111111111',
      144_730,
    ],
    [
      'many of billions',
      2,
      2,
      150,
      'at most 48434182286 at 0, 46760860094,3198861988: 101010101010100110101110101000101000101010101',
      103_251,
    ],
  ])('%s %i, %i goals, %i units', (shape, seed, goals, units, end, visits) => {
    const program = made({ ...shapes[shape], seed: seed * 7919 });
    const turns = program.columns.map((_, column) => column % goals);
    const values = Array.from({ length: goals }, (_, goal) =>
      program.columns.map(({ value }, column) => (turns[column] === goal ? value : 0)),
    );
    const work = new Meter(units);
    const ended = endOf(maximiseInTurn(program, values, work, { opensAt: turns }));
    if (ended.status === 'infeasible') throw new Error('a made program has no solution');
    const status = ended.status === 'limit' ? `at most ${ended.bound} at ${ended.at},` : ended.status;
    expect(`${status} ${ended.values}: ${ended.solution?.join('')}`).toBe(end);
    expect(work.visits).toBe(visits);
  });
});
