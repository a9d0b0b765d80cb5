import fc from 'fast-check';
import { eurosInField, parseEuros } from '../../portal/form/euros.ts';

test.each([
  ['12 500', 1_250_000],
  ['1 234,50', 123_450],
  ['99.5', 9_950],
  ['1\u00a0000\u00a0€', 100_000],
  ['0', 0],
])('%s is %i cents', (typed, cents) => expect(parseEuros(typed)).toBe(cents));

test.each(['', 'tusen', '1,234', '12,5,0', '-5', '1e6', '99999999999'])('%s is no sum', (typed) =>
  expect(parseEuros(typed)).toBeUndefined(),
);

test('every sum is read back from its field as it was', () => {
  fc.assert(fc.property(fc.nat(1_000_000_000), (cents) => parseEuros(eurosInField(cents)) === cents));
});

test('what makes no sense stays as it was typed', () => {
  expect(eurosInField('tusen')).toBe('tusen');
  expect(eurosInField(undefined)).toBe('');
});
