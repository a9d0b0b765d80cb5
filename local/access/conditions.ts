import { type Pattern, type Resolve, readPattern } from './pattern.ts';

/** The condition keys of one request: lower-case key to its values. A key that is not there is absent. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

/** One line of a Condition block: an operator, a key and the values of which one must fit. */
export interface Condition {
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
  holds(context: RequestContext, resolve: Resolve): boolean;
}

/** What is wrong with a policy, in words for whoever wrote it. */
export type Complain = (problem: string) => never;

/**
 * Reads one operator of a Condition block with its key and values. Unknown operators, and values that the operator
 * cannot read, are complained of.
 *
 * "IAM JSON policy elements: Condition operators", IAM User Guide,
 * reference_policies_elements_condition_operators.html, and "Condition keys with multiple values",
 * reference_policies_condition-single-vs-multi-valued-context-keys.html.
 * IpAddress, NotIpAddress and BinaryEquals are refused: every caller here has the address of the loopback.
 */
export function readCondition(
  operator: string,
  key: string,
  values: readonly string[],
  variables: boolean,
  complain: Complain,
): Condition {
  if (operator === 'Null') return readNull(key, values, complain);
  const [, quantifier, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator) ?? [];
  const positive = negations.get(name);
  const negated = positive !== undefined;
  const read = comparisons.get(positive ?? name) ?? complain(`unknown condition operator ${operator}`);
  const tests = values.map(
    (value) => read(value, variables) ?? complain(`${operator} cannot read "${value}"`),
  );
  const fits = (value: string, resolve: Resolve) => tests.some((test) => test(value, resolve)) !== negated;
  const lowerKey = key.toLowerCase();
  return {
    key: lowerKey,
    values,
    holds(context, resolve) {
      const actual = context.get(lowerKey) ?? [];
      if (actual.length === 0) {
        return ifExists !== undefined || (quantifier ? quantifier === 'ForAllValues' : negated);
      }
      const every = quantifier ? quantifier === 'ForAllValues' : negated;
      return every
        ? actual.every((value) => fits(value, resolve))
        : actual.some((value) => fits(value, resolve));
    },
  };
}

/** `Null`: whether the key is not there. */
function readNull(key: string, values: readonly string[], complain: Complain): Condition {
  const lowerKey = key.toLowerCase();
  const wanted = values.map((value) => readBoolean(value) ?? complain(`Null takes true or false for ${key}`));
  return { key: lowerKey, values, holds: (context) => wanted.includes(!context.has(lowerKey)) };
}

type Test = (actual: string, resolve: Resolve) => boolean;

type ReadTest = (value: string, variables: boolean) => Test | undefined;

/** Reads a policy's value into a test by its operator, or gives undefined when it cannot be read. */
const comparisons: ReadonlyMap<string, ReadTest> = new Map<string, ReadTest>([
  ['StringEquals', (value, variables) => readPattern(value, { variables }).matches],
  [
    'StringEqualsIgnoreCase',
    (value, variables) => readPattern(value, { variables, ignoreCase: true }).matches,
  ],
  ['StringLike', (value, variables) => readPattern(value, { variables, wildcards: true }).matches],
  ['ArnEquals', readArn],
  ['ArnLike', readArn],
  ['Bool', readBool],
  ...ordered('Numeric', readNumber),
  ...ordered('Date', readDate),
]);

/** Which operator each negated one negates. */
const negations: ReadonlyMap<string, string> = new Map([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
]);

function readBool(value: string): Test | undefined {
  const wanted = readBoolean(value);
  return wanted === undefined ? undefined : (actual) => readBoolean(actual) === wanted;
}

function readBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' || lower === 'false' ? lower === 'true' : undefined;
}

function ordered(prefix: string, read: (text: string) => number | undefined): [string, ReadTest][] {
  const operator = (
    name: string,
    compare: (actual: number, wanted: number) => boolean,
  ): [string, ReadTest] => [
    `${prefix}${name}`,
    (value) => {
      const wanted = read(value);
      if (wanted === undefined) return undefined;
      return (text) => {
        const actual = read(text);
        return actual !== undefined && compare(actual, wanted);
      };
    },
  ];
  return [
    operator('Equals', (actual, wanted) => actual === wanted),
    operator('LessThan', (actual, wanted) => actual < wanted),
    operator('LessThanEquals', (actual, wanted) => actual <= wanted),
    operator('GreaterThan', (actual, wanted) => actual > wanted),
    operator('GreaterThanEquals', (actual, wanted) => actual >= wanted),
  ];
}

function readNumber(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** ISO 8601, or seconds since the epoch; in milliseconds. */
function readDate(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const instant = /^\d{4}-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

/** Both Arn operators compare each of the six parts by itself, with wildcards. */
function readArn(value: string, variables: boolean): Test | undefined {
  if (value === '*') return () => true;
  const parts = arnParts(value);
  if (parts.length !== 6) return undefined;
  const patterns: Pattern[] = parts.map((part) => readPattern(part, { variables, wildcards: true }));
  return (actual, resolve) => {
    const given = arnParts(actual);
    return (
      given.length === 6 && patterns.every((pattern, index) => pattern.matches(given[index] ?? '', resolve))
    );
  };
}

/** The last part may hold colons of its own, and a variable's colon is not the ARN's. */
function arnParts(arn: string): string[] {
  const parts = arn.replace(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\0')).split(':');
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])].map((part) =>
    part.replaceAll('\0', ':'),
  );
}
