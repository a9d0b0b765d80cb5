import { batchOfOne, signedStatement } from '../../../domain/decision/batch.ts';
import type { Outcome } from '../../../domain/decision/outcome.ts';
import { provisionsFor } from '../../../domain/decision/provisions.ts';
import { opaqueIdOf } from '../../../domain/ids.ts';

const outcomes: readonly Outcome[] = ['grantedInFull', 'grantedInPart', 'refused', 'dismissed'];

function sectionsOf(outcome: Outcome, statute: string): readonly string[] {
  return provisionsFor(outcome)
    .filter((provision) => provision.statute === statute)
    .flatMap(({ sections }) => sections);
}

test.each(outcomes)(
  'a decision that is %s names each statute once, the decree of the call among them',
  (outcome) => {
    expect(provisionsFor(outcome).map(({ statute }) => statute)).toEqual([
      '688/2001',
      '893/2019',
      '434/2003',
      '423/2003',
    ]);
  },
);

test.each(outcomes)(
  'a decision that is %s rests on form, reasons, rectification, notice and language',
  (outcome) => {
    const procedure = ['43', '44', '45', '46', '47', '49 b', '49 c', '49 d', '54'];
    const arrival = outcome === 'dismissed' ? ['17', '18', '20', '22'] : [];
    expect(sectionsOf(outcome, '434/2003')).toEqual([...arrival, ...procedure]);
    expect(sectionsOf(outcome, '423/2003')).toEqual(['12', '19', '27']);
    expect(sectionsOf(outcome, '688/2001')).toContain('34');
  },
);

test('a grant says how it is paid, supervised and recovered; a refusal does not', () => {
  for (const section of ['12', '15', '16', '20', '21', '22'])
    for (const outcome of outcomes)
      expect(sectionsOf(outcome, '688/2001').includes(section)).toBe(outcome.startsWith('granted'));
  expect(provisionsFor('grantedInPart')).toEqual(provisionsFor('grantedInFull'));
});

test('only what was examined rests on the grounds for examining it', () => {
  expect(sectionsOf('refused', '893/2019')).toContain('2');
  expect(sectionsOf('dismissed', '893/2019')).toEqual(['3', '6']);
  expect(sectionsOf('dismissed', '688/2001')).toEqual(['9', '34']);
});

test('what is signed says what it is and whose, and a single decision is a batch of its own', () => {
  expect(signedStatement('2022', 'b'.repeat(64))).toBe(`anslag approved decisions 2022 ${'b'.repeat(64)}`);
  expect(batchOfOne('p', 2, 'd')).toEqual({ plan: 'p', revision: 2, drafts: ['d'] });
});

test('an opaque id is a UUID of version 8, equal for equal parts in the same order only', () => {
  const id = opaqueIdOf('draft', '2022', 'sofia');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(opaqueIdOf('draft', '2022', 'sofia')).toBe(id);
  expect(opaqueIdOf('2022', 'draft', 'sofia')).not.toBe(id);
});
