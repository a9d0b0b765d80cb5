import { type Terms, worthOf } from '../../../domain/allocation/score-program.ts';
import { application, inputWith } from './small-plans.ts';
import { inFull, inPart, scoreProgramOf, written } from './written-program.ts';

describe('a grant is worth', () => {
  const [one] = inputWith({ applications: [application('A', 70, 500, 1)] }).applications;
  const worth = (cents: number, value: Terms['value'], grants: Terms['grants']) =>
    one && worthOf(one, cents, { value, grants, floors: 'met' });

  test('its points, or its points for each whole euro, or for each cent if it can be in part', () => {
    expect([worth(1, 'score', 'full'), worth(500, 'score', 'full')]).toEqual([70, 70]);
    expect([99, 100, 299].map((cents) => worth(cents, 'score-times-money', 'full'))).toEqual([0, 70, 140]);
    expect(worth(299, 'score-times-money', 'partial')).toBe(70 * 299);
  });

  test('nothing if it is nothing', () => {
    expect([worth(0, 'score', 'full'), worth(0, 'score-times-money', 'partial')]).toEqual([0, 0]);
  });
});

describe('grants in full', () => {
  test('are columns of yes or no, within the appropriation', () => {
    const score = scoreProgramOf(inFull, {
      applications: [application('A', 90, 700, 1), application('B', 60, 500, 2)],
    });
    expect(written(score)).toEqual({
      columns: ['90 for 0 to 1, 700 of appropriation', '60 for 0 to 1, 500 of appropriation'],
      rows: ['appropriation: 0 to 1000'],
    });
    expect(score.program.applications).toBe(2);
  });

  const standing = [
    application('A', 90, 700, 1, { awarded: 200 }),
    application('B', 60, 500, 2, { awarded: 500 }),
    application('C', 5, 100, 3, { awarded: 100 }),
  ];

  test('decide only what comes on top of what stands, which is taken off what there is', () => {
    const score = scoreProgramOf(
      { ...inFull, value: 'score-times-money' },
      { threshold: 10, applications: standing },
    );
    expect(written(score)).toEqual({
      columns: ['450 for 0 to 1, 500 of appropriation', '0 for 1 to 1'],
      rows: ['appropriation: 0 to 200'],
    });
    expect(score.charged.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  });

  test('are what a solution says and what stands, and back', () => {
    const score = scoreProgramOf(inFull, { threshold: 10, applications: standing });
    expect([0, 1].map((index) => score.grantIn([0, 0], index))).toEqual([200, 500]);
    expect([0, 1].map((index) => score.grantIn([1, 1], index))).toEqual([700, 500]);
    expect(score.grantIn([1, 1], 2)).toBe(0);
    expect(score.solutionOf([700, 500])).toEqual([1, 1]);
    expect(score.solutionOf([200, 499])).toEqual([0, 0]);
    expect(score.solutionOf([])).toEqual([0, 0]);
  });

  test('can be asked for, one by one', () => {
    const score = scoreProgramOf(inFull, {
      applications: [application('A', 90, 700, 1), application('B', 60, 500, 2)],
    });
    expect(score.with(1).columns.map(({ least, most }) => [least, most])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(score.with(1).rows).toBe(score.program.rows);
  });
});

describe('grants in part', () => {
  const applications = [
    application('A', 90, 700, 1),
    application('B', 60, 500, 2, { awarded: 300 }),
    application('C', 5, 100, 3, { awarded: 100 }),
  ];
  const score = () => scoreProgramOf(inPart, { threshold: 10, minimumGrant: 150, applications });

  test('are columns of cents, from the least that may be granted, or of nothing where nothing stands', () => {
    expect(written(score())).toEqual({
      columns: ['90 for 0 or 150 to 700, 1 of appropriation', '60 for 300 to 500, 1 of appropriation'],
      rows: ['appropriation: 0 to 900'],
    });
    expect(score().charged.map(({ id }) => id)).toEqual(['C']);
  });

  test('are what a solution says, and can be asked for', () => {
    expect([0, 1].map((index) => score().grantIn([0, 450], index))).toEqual([0, 450]);
    expect(score().grantIn([], 0)).toBe(0);
    expect(score().solutionOf([150, 450])).toEqual([150, 450]);
    expect(score().solutionOf([])).toEqual([0, 0]);
    const [first] = score().with(0).columns;
    expect(first).toMatchObject({ least: 150, most: 700, optional: false });
  });
});
