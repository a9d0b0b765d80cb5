import { type RequestContext, readCondition } from '../../../local/access/conditions.ts';

/*
 * "IAM JSON policy elements: Condition operators", IAM User Guide,
 * reference_policies_elements_condition_operators.html, and "Condition keys with multiple values".
 */
const complain = (problem: string): never => {
  throw new Error(problem);
};

function holds(operator: string, values: string | string[], actual: string | string[] | undefined): boolean {
  const context: RequestContext = new Map(actual === undefined ? [] : [['app:key', [actual].flat()]]);
  return readCondition(operator, 'app:Key', [values].flat(), true, complain).holds(
    context,
    (key) => context.get(key)?.[0],
  );
}

describe('an operator compares as its type says', () => {
  test.each<[string, string, string, boolean]>([
    ['StringEquals', 'Turku', 'Turku', true],
    ['StringEquals', 'Turku', 'turku', false],
    ['StringEquals', 'T*', 'Turku', false],
    ['StringNotEquals', 'Turku', 'Åbo', true],
    ['StringNotEquals', 'Turku', 'Turku', false],
    ['StringEqualsIgnoreCase', 'TURKU', 'turku', true],
    ['StringNotEqualsIgnoreCase', 'TURKU', 'turku', false],
    ['StringLike', 'T*k?', 'Turku', true],
    ['StringLike', 'T*k?', 'Turk', false],
    ['StringLike', 'a.c', 'abc', false],
    ['StringNotLike', 'T*', 'Turku', false],
    ['NumericEquals', '10', '10.0', true],
    ['NumericNotEquals', '10', '11', true],
    ['NumericLessThan', '1.2', '1.3', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericGreaterThan', '10', '9', false],
    ['NumericGreaterThanEquals', '10', '10', true],
    ['NumericEquals', '10', 'ten', false],
    ['DateEquals', '2022-03-01T00:00:00Z', '1646092800', true],
    ['DateNotEquals', '2022-03-01T00:00:00Z', '2022-03-01', false],
    ['DateLessThan', '2022-03-01', '2022-02-28T23:59:59Z', true],
    ['DateLessThanEquals', '2022-03-01', '2022-03-02', false],
    ['DateGreaterThan', '2022-03-01', '2022-03-01T00:00:01Z', true],
    ['DateGreaterThanEquals', '2022-03-01', '2022-03-01', true],
    ['Bool', 'true', 'true', true],
    ['Bool', 'false', 'true', false],
    ['ArnEquals', 'arn:aws:s3:::b*', 'arn:aws:s3:::bucket', true],
    ['ArnLike', 'arn:aws:*:eu-north-1:*:q', 'arn:aws:sqs:eu-north-1:000000000000:q', true],
    ['ArnLike', 'arn:*:eu-north-1:*:*:q', 'arn:aws:sqs:eu-north-1:0:a:q', false],
    ['ArnLike', 'arn:aws:events:*:*:rule/a:b', 'arn:aws:events:eu-north-1:0:rule/a:b', true],
    ['ArnNotEquals', 'arn:aws:s3:::b', 'arn:aws:s3:::b', false],
    ['ArnNotLike', 'arn:aws:s3:::b', 'arn:aws:s3:::c', true],
  ])('%s "%s" of "%s" is %p', (operator, value, actual, expected) => {
    expect(holds(operator, value, actual)).toBe(expected);
  });
});

describe('several values', () => {
  test('one of them is enough, and a negated operator wants none of them', () => {
    expect(holds('StringEquals', ['a', 'b'], 'b')).toBe(true);
    expect(holds('StringNotEquals', ['a', 'b'], 'b')).toBe(false);
  });

  test('ForAllValues wants every value of the request among them; none at all is every', () => {
    expect(holds('ForAllValues:StringEquals', ['a', 'b'], ['a', 'b', 'a'])).toBe(true);
    expect(holds('ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'])).toBe(false);
    expect(holds('ForAllValues:StringEquals', ['a'], [])).toBe(true);
    expect(holds('ForAllValues:StringEquals', ['a'], undefined)).toBe(true);
    expect(holds('ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'])).toBe(true);
    expect(holds('ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'])).toBe(false);
  });

  test('ForAnyValue wants one value of the request among them', () => {
    expect(holds('ForAnyValue:StringLike', ['a*'], ['b', 'ab'])).toBe(true);
    expect(holds('ForAnyValue:StringLike', ['a*'], ['b', 'c'])).toBe(false);
    expect(holds('ForAnyValue:StringEquals', ['a'], undefined)).toBe(false);
    expect(holds('ForAnyValue:StringNotEquals', ['a'], ['a', 'b'])).toBe(true);
    expect(holds('ForAnyValue:StringNotEquals', ['a'], ['a'])).toBe(false);
  });
});

describe('a key that the request does not have', () => {
  test.each([
    ['StringEquals', 'x', false],
    ['StringNotEquals', 'x', true],
    ['Bool', 'false', false],
    ['NumericLessThan', '5', false],
    ['ArnNotLike', 'arn:aws:s3:::b', true],
    ['StringEqualsIfExists', 'x', true],
    ['BoolIfExists', 'true', true],
    ['Null', 'true', true],
    ['Null', 'false', false],
  ])('%s %s is %p', (operator, value, expected) => {
    expect(holds(operator, value, undefined)).toBe(expected);
  });

  test('IfExists and Null look at a key that is there', () => {
    expect(holds('StringEqualsIfExists', 'x', 'y')).toBe(false);
    expect(holds('Null', 'true', 'y')).toBe(false);
    expect(holds('Null', 'false', 'y')).toBe(true);
  });
});

describe('what cannot be read is refused', () => {
  test.each([
    ['StringEqual', 'x'],
    ['stringequals', 'x'],
    ['BoolNot', 'true'],
    ['NotBool', 'true'],
    ['NumericNotLessThan', '1'],
    ['NullIfExists', 'true'],
    ['ForSomeValues:StringEquals', 'x'],
    ['IpAddress', '127.0.0.1/32'],
    ['BinaryEquals', 'QmluYXJ5'],
    ['toString', 'x'],
    ['Bool', 'yes'],
    ['Null', 'maybe'],
    ['NumericEquals', 'ten'],
    ['DateLessThan', 'tomorrow'],
    ['ArnLike', 'bucket'],
  ])('%s %s', (operator, value) => {
    expect(() => holds(operator, value, 'x')).toThrow();
  });
});
