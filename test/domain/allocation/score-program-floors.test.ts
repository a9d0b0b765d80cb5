import type { Terms } from '../../../domain/allocation/score-program.ts';
import { application, money } from './small-plans.ts';
import { inFull, inPart, scoreProgramOf, written } from './written-program.ts';

const reserved: Terms = { ...inFull, floors: 'reserved' };

const inGroup = (group: string) => ({ groups: { language: group } });
const quota = (group: string, limits: object) => ({ dimension: 'language', group, ...limits });

describe('floors that are to be met', () => {
  const applications = [
    application('A', 90, 700, 1, inGroup('fi')),
    application('B', 80, 300, 2, inGroup('sv')),
    application('C', 70, 200, 3, { ...inGroup('sv'), awarded: 50 }),
    application('D', 60, 100, 4, inGroup('en')),
    application('E', 50, 100, 5),
  ];

  test('are rows of those in the group, with its ceiling for their other bound; other ceilings are rows of their own', () => {
    const quotas = [
      quota('fi', { floor: 400 }),
      quota('sv', { floor: 300, ceiling: 450 }),
      quota('en', { ceiling: 90 }),
    ];
    expect(written(scoreProgramOf(inFull, { applications, quotas }))).toEqual({
      columns: [
        '90 for 0 to 1, 700 of appropriation, 700 of floor fi',
        '80 for 0 to 1, 300 of appropriation, 300 of floor sv',
        '0 for 0 to 1, 150 of appropriation, 150 of floor sv',
        '60 for 0 to 1, 100 of appropriation, 100 of ceiling en',
        '50 for 0 to 1, 100 of appropriation',
      ],
      rows: [
        'appropriation: 0 to 950',
        'ceiling en: 0 to 90',
        'floor fi: 400 to 1000',
        'floor sv: 250 to 400',
      ],
    });
  });

  test('know their own dimension from another with a group of the same name', () => {
    const both = [application('A', 90, 700, 1, { groups: { language: 'x', region: 'x' } })];
    const quotas = [
      quota('x', { ceiling: 600 }),
      { dimension: 'region', group: 'w', floor: 1, ceiling: 200 },
      { dimension: 'region', group: 'x', floor: 400, ceiling: 800 },
      { dimension: 'region', group: 'y', floor: 1, ceiling: 2000 },
    ];
    expect(written(scoreProgramOf(inFull, { applications: both, quotas }))).toEqual({
      columns: ['90 for 0 to 1, 700 of appropriation, 700 of ceiling x, 700 of floor x'],
      rows: [
        'appropriation: 0 to 1000',
        'ceiling x: 0 to 600',
        'floor w: 1 to 200',
        'floor x: 400 to 800',
        'floor y: 1 to 1000',
      ],
    });
  });

  test('are rows of cents where grants are in part, less what stands and no column counts', () => {
    const below = application('F', 5, 100, 6, { ...inGroup('sv'), awarded: 80 });
    const quotas = [quota('sv', { floor: 300, ceiling: 450 })];
    const some = [...applications.slice(1, 3), below];
    expect(written(scoreProgramOf(inPart, { threshold: 10, applications: some, quotas }))).toEqual({
      columns: [
        '80 for 0 or 100 to 300, 1 of appropriation, 1 of floor sv',
        '70 for 100 to 200, 1 of appropriation, 1 of floor sv',
      ],
      rows: ['appropriation: 0 to 920', 'floor sv: 220 to 370'],
    });
  });
});

describe('floors whose money waits', () => {
  const applications = [
    application('A', 90, 700, 1, inGroup('fi')),
    application('B', 80, 300, 2, inGroup('sv')),
    application('C', 70, 200, 3, { ...inGroup('en'), awarded: 200 }),
    application('D', 60, 100, 4),
  ];
  const quotas = [
    quota('fi', { floor: 400, ceiling: 800 }),
    quota('sv', { floor: 500 }),
    quota('en', { floor: 100 }),
  ];
  const score = () => scoreProgramOf(reserved, { applications, quotas });

  test('are filled up with what the group does not use of what it asks for, beside which all others find room', () => {
    expect(written(score())).toEqual({
      columns: [
        '90 for 0 to 1, 700 of appropriation, 700 of ceiling fi, 700 of floor fi, 700 of reserved',
        '80 for 0 to 1, 300 of appropriation, 300 of floor sv, 300 of reserved',
        '0 for 1 to 1',
        '60 for 0 to 1, 100 of appropriation, 100 of reserved',
        '0 for 0 to 400, 1 of reserved, 1 of floor fi',
        '0 for 0 to 300, 1 of reserved, 1 of floor sv',
      ],
      rows: [
        'appropriation: 0 to 800',
        'ceiling fi: 0 to 800',
        'reserved: 0 to 800',
        'floor fi: 400 to 2000',
        'floor sv: 300 to 2000',
      ],
    });
    expect(score().program.applications).toBe(4);
    expect(score().names[2]).toEqual({ kind: 'reserved', dimension: 'language', waitsFor: [] });
    expect(score().names.slice(3)).toEqual(
      ['fi', 'sv'].map((group) => ({ kind: 'floor', dimension: 'language', group })),
    );
    expect(score().names[0]).toEqual(money);
  });

  test('wait for what a plan leaves of them', () => {
    expect(score().solutionOf([0, 0, 200, 100])).toEqual([0, 0, 1, 1, 400, 300]);
    expect(score().solutionOf([700, 0, 200, 100])).toEqual([1, 0, 1, 1, 0, 300]);
    expect(score().solutionOf([0, 300, 200, 0])).toEqual([0, 1, 1, 0, 400, 0]);
  });

  test('wait for what stands to be added to', () => {
    const more = [application('A', 90, 700, 1, { ...inGroup('fi'), awarded: 150 })];
    const own = scoreProgramOf(reserved, { applications: more, quotas: quotas.slice(0, 1) });
    expect(written(own)).toEqual({
      columns: [
        '0 for 0 to 1, 550 of appropriation, 550 of ceiling fi, 550 of floor fi, 550 of reserved',
        '0 for 0 to 250, 1 of reserved, 1 of floor fi',
      ],
      rows: [
        ...['appropriation: 0 to 850', 'ceiling fi: 0 to 650', 'reserved: 0 to 850', 'floor fi: 250 to 2000'],
      ],
    });
  });
});
