import fc from 'fast-check';
import { isCents, percentOf, sumCents } from '../../domain/money.ts';

test('money is a safe, non-negative integer of cents', () => {
  expect([0, 1, Number.MAX_SAFE_INTEGER].every(isCents)).toBe(true);
  expect([-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1, '1', null].some(isCents)).toBe(false);
});

test('a sum that would lose a cent is refused', () => {
  expect(sumCents([1, 2, 3])).toBe(6);
  expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
});

test('85 per cent of 120 000 euros is the 102 000 that Kervo was granted', () => {
  expect(percentOf(120_000_00, 85)).toBe(102_000_00);
});

test('a percentage is the largest whole number of cents that does not exceed it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e14 }), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      const part = BigInt(percentOf(amount, percent)) * 100n;
      const exact = BigInt(amount) * BigInt(percent);
      return part <= exact && exact < part + 100n;
    }),
  );
});
