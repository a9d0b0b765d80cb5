import { faultsOfAllocation } from '../../domain/call/allocation-faults.ts';
import type { AllocationRule, QuotaRule } from '../../domain/call/allocation-rule.ts';
import { corrected, isCorrectable, textAt } from '../../domain/call/correction.ts';
import { sectionOf } from '../../domain/call/source.ts';
import { answerDueFor } from '../../domain/feedback/feedback.ts';
import { call2022 } from '../call-2022.ts';

describe('a source names a section', () => {
  test.each([
    ['893/2019 § 6', { statute: '893/2019', section: '6' }],
    ['893/2019 § 6, 2 p.', { statute: '893/2019', section: '6', item: '2' }],
    ['688/2001 § 7, 3 mom.', { statute: '688/2001', section: '7', subsection: '3' }],
    ['688/2001 § 32 e', { statute: '688/2001', section: '32 e' }],
    ['434/2003 § 49 b, 12 mom.', { statute: '434/2003', section: '49 b', subsection: '12' }],
    ['1394/2022 § 10, 14 p.', { statute: '1394/2022', section: '10', item: '14' }],
  ])('%s', (source, section) => {
    expect(sectionOf(source)).toEqual(section);
  });

  test.each(['S2', 'se 893/2019 § 6', '893/2019 § 6, 2 p. och 3 p.', '893/2019 § 32 É', '893/2019'])(
    '%s does not',
    (source) => {
      expect(sectionOf(source)).toBeUndefined();
    },
  );
});

describe('a correction', () => {
  test('changes the text at its place and no other, in a list too', () => {
    const changed = corrected(call2022, [
      { place: '/themes/1/name/sv', to: 'Kunnande' },
      { place: '/name/fi', to: 'Avustus' },
    ]);
    const [first, second, ...rest] = call2022.themes;
    expect(changed).toEqual({
      ...call2022,
      name: { ...call2022.name, fi: 'Avustus' },
      themes: [first, { ...second, name: { ...second?.name, sv: 'Kunnande' } }, ...rest],
    });
    expect(Array.isArray(changed.themes)).toBe(true);
  });

  test('finds texts only', () => {
    expect(textAt(call2022, '/themes/0/name/sv')).toBe(call2022.themes[0]?.name.sv);
    for (const place of ['/themes', '/appropriation/cents', '/nothing/there'])
      expect(textAt(call2022, place)).toBeUndefined();
  });

  test.each([
    '/nickname/sv',
    '/name/svx',
    '/old/themes/0/name/sv',
    '/themes/0/name/sv/x',
    '/themes/x/name/sv',
  ])('is not for %s', (place) => {
    expect(isCorrectable(place)).toBe(false);
  });

  test('is for any theme, however many there are', () => {
    expect(isCorrectable('/themes/12/name/sv')).toBe(true);
  });
});

describe('an allocation rule', () => {
  const { cents } = call2022.appropriation;
  const faults = (change: object) =>
    faultsOfAllocation({ ...call2022.allocation, quotas: [], ...change } as AllocationRule, call2022).map(
      ({ path, code }) => `${path.join('/')} ${code}`,
    );
  const quota = (change: Partial<QuotaRule>): QuotaRule => ({
    ...{ dimension: 'language', group: 'sv', floorCents: 1 },
    ...change,
  });

  test('may hold back all there is, and have floors for all of it, but not for a cent more', () => {
    expect(faults({ reserveCents: cents })).toEqual([]);
    expect(faults({ reserveCents: cents + 1 })).toEqual(['reserveCents reserve-above-appropriation']);
    expect(faults({ quotas: [quota({ floorCents: cents })] })).toEqual([]);
    expect(faults({ quotas: [quota({ floorCents: cents + 1 })] })).toEqual([
      'quotas floors-above-appropriation',
    ]);
  });

  test('adds the floors of one dimension up, not those of several', () => {
    const others = [
      quota({ floorCents: cents }),
      quota({ dimension: 'region', group: '01', floorCents: cents }),
    ];
    expect(faults({ quotas: others })).toEqual([]);
    const same = [quota({ floorCents: cents }), quota({ group: 'fi' })];
    expect(faults({ quotas: same })).toEqual(['quotas floors-above-appropriation']);
  });

  test('may have a floor that is its ceiling, or one of them', () => {
    expect(faults({ quotas: [quota({ floorCents: 5, ceilingCents: 5 })] })).toEqual([]);
    expect(faults({ quotas: [quota({ floorCents: 5, ceilingCents: 4 })] })).toEqual([
      'quotas/0/floorCents floor-above-ceiling',
    ]);
    expect(faults({ quotas: [quota({ floorCents: undefined as never, ceilingCents: 0 })] })).toEqual([]);
  });

  test('grants in part by points and money only', () => {
    const rule = { policy: 'maxscore', value: 'score', floors: 'met' };
    expect(faults({ ...rule, grants: 'full' })).toEqual([]);
    expect(faults({ ...rule, grants: 'partial' })).toEqual(['grants partial-grants-without-money-value']);
    expect(faults({ ...rule, grants: 'partial', value: 'score-times-money' })).toEqual([]);
    expect(faults({ policy: 'band', bandPoints: 5, value: 'score' })).toEqual([]);
  });
});

test('feedback is answered within two weeks, to the millisecond, over summer time too', () => {
  expect(answerDueFor('2022-03-20T10:00:00.001Z')).toBe('2022-04-03T10:00:00.001Z');
});
