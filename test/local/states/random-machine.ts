import fc from 'fast-check';
import type { Json, JsonObject } from '../../../local/service.ts';

/** One step of a workflow that is to be drawn; its states get their names when the whole is known. */
type Part =
  | { readonly kind: 'pass'; readonly add: number }
  | { readonly kind: 'choice'; readonly divisor: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'task'; readonly failTimes: number; readonly attempts: number; readonly caught: boolean }
  | { readonly kind: 'ask' }
  | { readonly kind: 'parallel'; readonly branches: readonly Part[][]; readonly caught: boolean }
  | {
      readonly kind: 'map';
      readonly items: number;
      readonly atOnce: number;
      readonly of: Part[];
      readonly distributed: boolean;
    };

const leaf: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), add: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ kind: fc.constant('choice' as const), divisor: fc.integer({ min: 2, max: 3 }) }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 100_000 }) }),
  fc.record({
    kind: fc.constant('task' as const),
    failTimes: fc.integer({ min: 0, max: 2 }),
    attempts: fc.integer({ min: 0, max: 2 }),
    caught: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('ask' as const) }),
);

function parts(depth: number): fc.Arbitrary<Part[]> {
  if (depth === 0) return fc.array(leaf, { minLength: 1, maxLength: 3 });
  const inside = parts(depth - 1);
  const nested: fc.Arbitrary<Part> = fc.oneof(
    fc.record({
      kind: fc.constant('parallel' as const),
      branches: fc.array(inside, { minLength: 1, maxLength: 3 }),
      caught: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('map' as const),
      items: fc.integer({ min: 0, max: 4 }),
      atOnce: fc.integer({ min: 0, max: 2 }),
      of: inside,
      distributed: fc.boolean(),
    }),
  );
  return fc.array(fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: nested }), {
    minLength: 1,
    maxLength: 4,
  });
}

/** Machines of every kind of state, in which `{"n": …}` goes from state to state. */
export const randomMachine: fc.Arbitrary<JsonObject> = parts(2).map((drawn) => workflow(drawn, namer()));

function namer(): (kind: string) => string {
  let count = 0;
  return (kind) => `${kind} ${++count}`;
}

function workflow(drawn: readonly Part[], name: (kind: string) => string): JsonObject {
  const names = drawn.map(({ kind }) => name(kind));
  const end = name('end');
  const states = drawn.map((part, at): [string, JsonObject] => [
    names[at] ?? end,
    state(part, names[at + 1] ?? end, name),
  ]);
  return { StartAt: names[0] ?? end, States: { ...Object.fromEntries(states), [end]: { Type: 'Succeed' } } };
}

const n = '$states.input.n';
const caughtTo = (next: string): Json => [{ ErrorEquals: ['States.ALL'], Output: { n: -100 }, Next: next }];

function state(part: Part, next: string, name: (kind: string) => string): JsonObject {
  const Next = next;
  switch (part.kind) {
    case 'pass':
      return { Type: 'Pass', Output: { n: `{% ${n} + ${part.add} %}` }, Next };
    case 'choice': {
      const rule = { Condition: `{% ${n} % ${part.divisor} = 0 %}`, Output: { n: `{% ${n} + 1 %}` }, Next };
      return { Type: 'Choice', Choices: [rule], Default: next };
    }
    case 'wait':
      return { Type: 'Wait', Seconds: part.seconds, Next };
    case 'task':
      return {
        ...task({
          n: `{% ${n} %}`,
          failTimes: part.failTimes,
          retry: '{% $states.context.State.RetryCount %}',
        }),
        Output: { n: '{% $states.result.Payload.n * 2 %}' },
        Retry: [
          { ErrorEquals: ['NotYet'], IntervalSeconds: 5, MaxAttempts: part.attempts, JitterStrategy: 'FULL' },
        ],
        Catch: part.caught ? caughtTo(next) : [],
        Next,
      };
    case 'ask':
      return {
        ...task({ n: `{% ${n} %}`, token: '{% $states.context.Task.Token %}' }),
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Output: { n: '{% $states.result.n %}' },
        Next,
      };
    case 'parallel':
      return {
        Type: 'Parallel',
        Branches: part.branches.map((branch) => workflow(branch, name)),
        Output: { n: '{% $sum($states.result.n) %}' },
        Catch: part.caught ? caughtTo(next) : [],
        Next,
      };
    case 'map': {
      const ProcessorConfig: JsonObject = part.distributed
        ? { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }
        : { Mode: 'INLINE' };
      return {
        Type: 'Map',
        Items: Array.from({ length: part.items }, (_, at) => at),
        ItemSelector: { n: `{% ${n} + $states.context.Map.Item.Value %}` },
        MaxConcurrency: part.atOnce,
        ItemProcessor: { ProcessorConfig, ...workflow(part.of, name) },
        Output: { n: '{% $count($states.result) = 0 ? 0 : $sum($states.result.n) %}' },
        Next,
      };
    }
  }
}

function task(Payload: JsonObject): JsonObject {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: 'f', Payload },
  };
}
