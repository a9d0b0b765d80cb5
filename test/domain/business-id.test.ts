import { checkDigitOf, isBusinessId } from '../../domain/business-id.ts';
import { municipalitiesOn } from '../../domain/register/register.ts';
import { madeUpBusinessId } from '../../rehearsal/applications/ordinary.ts';

test.each(['1629284-5', '0165761-0', '0208201-1'])('%s is a business id', (id) => {
  expect(isBusinessId(id)).toBe(true);
});

test.each(['1629284-6', '0165761-1', '165761-0', '01657610', '0165761-0 ', 'FI0165761-0'])(
  '%s is none',
  (id) => {
    expect(isBusinessId(id)).toBe(false);
  },
);

test('digits whose remainder is one have no check digit', () => {
  const without = Array.from({ length: 100 }, (_, n) => String(n).padStart(7, '0')).filter(
    (digits) => checkDigitOf(digits) === undefined,
  );
  expect(without.length).toBeGreaterThan(0);
  for (const digits of without)
    for (let digit = 0; digit < 10; digit++) expect(isBusinessId(`${digits}-${digit}`)).toBe(false);
});

test('the made-up ids of the municipalities are well formed and all different', () => {
  const ids = municipalitiesOn('2022-04-25').map(({ code }) => madeUpBusinessId(code));
  expect(ids.every(isBusinessId)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
