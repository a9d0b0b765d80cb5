import type { Json, JsonObject } from '../../../local/service.ts';
import { compile, type Scope } from '../../../local/states/expression.ts';
import { QueryEvaluationError } from '../../../local/states/failure.ts';

const scope = (input: Json = {}, variables: JsonObject = {}): Scope => ({
  states: { input, context: { Execution: { Name: 'it' } } },
  variables,
});

const refuse = () => {
  throw new Error('refused');
};

function evaluate(value: Json, in_: Scope = scope()): Promise<Json> {
  return compile(value, 'Output', [], refuse).evaluate(in_);
}

const failure = (value: Json, in_?: Scope) =>
  evaluate(value, in_).then(
    (result) => `gave ${JSON.stringify(result)}`,
    (error: QueryEvaluationError) => error,
  );

describe('a field ("Transforming data with JSONata in Step Functions")', () => {
  test('is evaluated where a string begins with {% and ends with %}, at any depth', async () => {
    const field = { a: ['{% $states.input.n %}', { b: '{% $x & "!" %}' }], c: 'n', d: 1, e: null };
    expect(await evaluate(field, scope({ n: 7 }, { x: 'y' }))).toEqual({
      a: [7, { b: 'y!' }],
      c: 'n',
      d: 1,
      e: null,
    });
  });

  test('stands for itself where there is anything around the delimiters', async () => {
    expect(await evaluate([' {% 1 %}', '{% 1 %} ', '$states.input', '{%'])).toEqual([
      ' {% 1 %}',
      '{% 1 %} ',
      '$states.input',
      '{%',
    ]);
  });

  test('keeps null, which is a value', async () => {
    expect(await evaluate({ v: '{% $states.input.v %}' }, scope({ v: null }))).toEqual({ v: null });
  });

  test('fails with its place when an expression gives nothing', async () => {
    const error = await failure({ a: [{ b: '{% $states.input.absent %}' }] });
    expect(error).toBeInstanceOf(QueryEvaluationError);
    expect(error).toMatchObject({
      error: 'States.QueryEvaluationError',
      field: 'Output/a[0]/b',
      cause:
        "The JSONata expression '$states.input.absent' specified for the field 'Output/a[0]/b' returned nothing (undefined).",
    });
  });

  test('fails when an expression throws, or gives a function', async () => {
    expect(await failure('{% 1 + "a" %}')).toMatchObject({
      cause: expect.stringContaining('threw an error'),
    });
    expect(await failure('{% $sum %}')).toMatchObject({
      cause: expect.stringContaining('unsupported result type'),
    });
    expect(await failure('{% function($x) { $x } %}')).toBeInstanceOf(QueryEvaluationError);
    expect(await failure('{% 1 / 0 %}')).toBeInstanceOf(QueryEvaluationError);
  });

  test('fails when an expression nests without end', async () => {
    const endless = '{% ($f := function($n) { 1 + $f($n) }; $f(1)) %}';
    expect(await failure(endless)).toMatchObject({ cause: expect.stringContaining('nested deeper') });
  });
});

describe('the functions Step Functions adds', () => {
  const gives = (expression: string, input: Json = {}) => evaluate(`{% ${expression} %}`, scope(input));
  const fails = async (expression: string) =>
    expect(await failure(`{% ${expression} %}`)).toBeInstanceOf(QueryEvaluationError);

  test('$partition cuts an array into chunks', async () => {
    expect(await gives('$partition([1..7], 3)')).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(await gives('$partition([1..3], 2.9)')).toEqual([[1, 2], [3]]);
    await fails('$partition([1..3], 0)');
  });

  test('$range counts from one number to another by a step', async () => {
    expect(await gives('$range(1, 9, 2)')).toEqual([1, 3, 5, 7, 9]);
    expect(await gives('$range(3, 1, -1)')).toEqual([3, 2, 1]);
    expect(await gives('$range(0, 5, 2)')).toEqual([0, 2, 4]);
    await fails('$range(1, 3, 0)');
    await fails('$range(1, 3, -1)');
    await fails('$range(1, 1e12, 1)');
  });

  test('$hash knows MD5 and the SHA family by their exact names', async () => {
    expect(await gives('$hash("abc", "MD5")')).toBe('900150983cd24fb0d6963f7d28e17f72');
    expect(await gives('$hash("abc", "SHA-1")')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
    expect(await gives('$length($hash("abc", "SHA-512"))')).toBe(128);
    await fails('$hash("abc", "sha-1")');
    await fails('$hash("abc")');
  });

  test('$random gives numbers from 0 up to 1, the same for the same seed', async () => {
    const [free, first, again, other] = await Promise.all(
      ['$random()', '$random(7)', '$random(7)', '$random(8)'].map((expression) => gives(expression)),
    );
    for (const number of [free, first, other]) expect(number).toBeGreaterThanOrEqual(0);
    for (const number of [free, first, other]) expect(number).toBeLessThan(1);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('$uuid gives a new version 4 UUID each time', async () => {
    const form = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect(await gives('$uuid()')).toMatch(form);
    expect(await gives('$uuid() != $uuid()')).toBe(true);
  });

  test('$parse reads JSON', async () => {
    expect(await gives('$parse($states.input)', '{"a":[1,null]}')).toEqual({ a: [1, null] });
    await fails("$parse('{a}')");
  });
});
