import fc from 'fast-check';
import { fraction, mean, onOneScale, sum, toHundredths } from '../../domain/fraction.ts';

const fractions = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 12 }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

test('a fraction is kept in lowest terms', () => {
  expect(fraction(6, 4)).toEqual({ numerator: 3, denominator: 2 });
  expect(fraction(0, 7)).toEqual({ numerator: 0, denominator: 1 });
});

test.each([
  [1, 0],
  [1, -2],
  [0.5, 1],
])('%d/%d is refused', (numerator, denominator) => {
  expect(() => fraction(numerator, denominator)).toThrow(RangeError);
});

test('a third and a third and a third are one, which floats would not promise', () => {
  expect(sum([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toEqual(fraction(1));
});

test('the mean times the number of values is their sum', () => {
  fc.assert(
    fc.property(fc.array(fractions, { minLength: 1, maxLength: 6 }), (values) => {
      const { numerator, denominator } = mean(values);
      expect(fraction(numerator * values.length, denominator)).toEqual(sum(values));
    }),
  );
});

test('nobody’s mean is refused', () => {
  expect(() => mean([])).toThrow(RangeError);
});

test('on one scale fractions keep their order and their ties', () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      const { scale, values } = onOneScale([a, b]);
      const [left = 0, right = 0] = values;
      const exact = a.numerator * b.denominator - b.numerator * a.denominator;
      expect(Math.sign(left - right)).toBe(Math.sign(exact));
      expect(fraction(left, scale)).toEqual(a);
    }),
  );
});

test('people read points with two decimals, rounded half up', () => {
  expect(toHundredths(fraction(165, 2))).toBe(82.5);
  expect(toHundredths(fraction(2, 3))).toBe(0.67);
  expect(toHundredths(fraction(1, 200))).toBe(0.01);
});
