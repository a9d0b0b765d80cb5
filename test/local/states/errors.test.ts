import fc from 'fast-check';
import type { Json, JsonObject } from '../../../local/service.ts';
import { delayMs, handles } from '../../../local/states/retry.ts';
import { invoke, Laboratory, only } from './laboratory.ts';

/**
 * "Handling errors in Step Functions workflows",
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */

let lab: Laboratory;
beforeEach(() => {
  lab = new Laboratory({ random: () => 0.5 });
});
afterEach(() => lab.end());

const retryCount = '{% $states.context.State.RetryCount %}';
const failing = (error: string) => invoke({ fail: error });
const failingTimes = (failTimes: number) => invoke({ failTimes, retry: retryCount });
const tried = () => lab.invoked.length;

/** A machine whose first state goes on to `Caught` by this catcher. */
const catching = (state: JsonObject, catcher: JsonObject): JsonObject => ({
  StartAt: 'Try',
  States: {
    Try: { ...state, Catch: [{ Next: 'Caught', ...catcher }] },
    Caught: { Type: 'Pass', Output: '{% $states.input %}', End: true },
  },
});

describe('what a retrier or catcher takes', () => {
  const takes = (errors: string[], error: string) => handles(errors, { error, cause: '' });

  test('is the error it names', () => {
    expect(takes(['A', 'B'], 'B')).toBe(true);
    expect(takes(['A'], 'B')).toBe(false);
    expect(takes(['a'], 'A')).toBe(false);
  });

  test('is with States.ALL everything but a data limit and a runtime error', () => {
    for (const error of ['Any', 'States.Timeout', 'States.Permissions', 'States.QueryEvaluationError']) {
      expect(takes(['States.ALL'], error)).toBe(true);
    }
    expect(takes(['States.ALL'], 'States.DataLimitExceeded')).toBe(false);
    expect(takes(['States.ALL'], 'States.Runtime')).toBe(false);
  });

  test('is with States.TaskFailed everything of that but a timeout', () => {
    expect(takes(['States.TaskFailed'], 'Any')).toBe(true);
    expect(takes(['States.TaskFailed'], 'States.Timeout')).toBe(false);
    expect(takes(['States.TaskFailed'], 'States.Runtime')).toBe(false);
  });

  test('is a data limit only by its name, and a runtime error never', () => {
    expect(takes(['States.DataLimitExceeded'], 'States.DataLimitExceeded')).toBe(true);
    expect(takes(['States.Runtime'], 'States.Runtime')).toBe(false);
  });
});

describe('the delay before a retry', () => {
  const retrier = {
    errors: ['E'],
    intervalSeconds: 3,
    maxAttempts: 9,
    backoffRate: 2,
    maxDelaySeconds: undefined,
    jitter: 'NONE',
  } as const;
  const delays = (more: object) => [0, 1, 2, 3].map((at) => delayMs({ ...retrier, ...more }, at, () => 0.5));

  test('grows by the backoff rate up to the longest delay', () => {
    expect(delays({})).toEqual([3000, 6000, 12_000, 24_000]);
    expect(delays({ maxDelaySeconds: 10 })).toEqual([3000, 6000, 10_000, 10_000]);
  });

  test('is with full jitter drawn from nothing to all of it', () => {
    expect(delays({ jitter: 'FULL' })).toEqual([1500, 3000, 6000, 12_000]);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(50),
        (random, attempt) => {
          const most = delayMs(retrier, attempt, () => random);
          const drawn = delayMs({ ...retrier, jitter: 'FULL' }, attempt, () => random);
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});

describe('Retry', () => {
  test('tries again after the interval until the task succeeds', async () => {
    const retry = [{ ErrorEquals: ['NotYet'], IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 2 }];
    const executionArn = await lab.start(only({ ...failingTimes(2), Retry: retry }));
    await lab.pass(5);
    expect(tried()).toBe(1);
    await lab.pass(10);
    expect(tried()).toBe(2);
    await lab.pass(20);
    expect(tried()).toBe(2);
    await lab.pass(15);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: { retry: 2 } });
  });

  test('gives up after MaxAttempts, three when it says nothing, with the last error', async () => {
    const executionArn = await lab.start(
      only({ ...failing('Always'), Retry: [{ ErrorEquals: ['States.ALL'] }] }),
    );
    await lab.pass(60);
    expect(tried()).toBe(4);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'FAILED', error: 'Always' });
  });

  test('with MaxAttempts 0 never tries again', async () => {
    const retry: Json = [{ ErrorEquals: ['NotYet'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }];
    await lab.run(only({ ...failingTimes(1), Retry: retry }));
    await lab.pass(60);
    expect(tried()).toBe(1);
  });

  test('counts the attempts of each retrier by itself', async () => {
    const sequence = ['ErrorA', 'ErrorB', 'ErrorC', 'ErrorB'];
    const task = invoke({ fail: `{% ${JSON.stringify(sequence)}[$states.context.State.RetryCount] %}` });
    const retry: Json = [
      { ErrorEquals: ['ErrorA', 'ErrorB'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
      { ErrorEquals: ['ErrorC'], IntervalSeconds: 5 },
    ];
    const executionArn = await lab.start(
      catching(
        { ...task, Retry: retry },
        { ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}' },
      ),
    );
    await lab.pass(20);
    expect(tried()).toBe(4);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: 'ErrorB' });
  });

  test('runs a whole Parallel or Map state again', async () => {
    const branch = only(invoke({ failTimes: 1, retry: '{% $states.input %}' }));
    const machine = {
      StartAt: 'All',
      States: {
        All: {
          Type: 'Parallel',
          Arguments: retryCount,
          Branches: [branch],
          Retry: [{ ErrorEquals: ['States.BranchFailed'] }],
          End: true,
        },
      },
    };
    const executionArn = await lab.start(machine);
    await lab.pass(10);
    expect(tried()).toBe(2);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('can answer an expression that fails', async () => {
    const task = {
      ...invoke('{% $states.input.absent %}'),
      Retry: [{ ErrorEquals: ['States.QueryEvaluationError'] }],
    };
    const executionArn = await lab.start(only(task));
    await lab.pass(60);
    const evaluated = (await lab.history(executionArn)).filter(({ type }) => type === 'EvaluationFailed');
    expect(evaluated).toHaveLength(4);
    expect(tried()).toBe(0);
  });
});

describe('Catch', () => {
  const run = async (state: JsonObject, catcher: JsonObject, input: Json = {}) =>
    lab.run(catching(state, catcher), input);

  test('goes on elsewhere with the error as the output', async () => {
    const outcome = await run(failing('Lost'), { ErrorEquals: ['Lost'] });
    expect(outcome.output).toEqual({ Error: 'Lost', Cause: '{"errorType":"Lost"}' });
  });

  test('makes its own Output and Assign of the error and the input', async () => {
    const catcher = {
      ErrorEquals: ['States.ALL'],
      Output: { was: '{% $states.errorOutput.Error %}', of: '{% $states.input.id %}' },
      Assign: { failed: '{% $states.errorOutput.Error %}' },
    };
    expect((await run(failing('Lost'), catcher, { id: 7 })).output).toEqual({ was: 'Lost', of: 7 });
  });

  test('takes the first catcher that matches', async () => {
    const machine: JsonObject = {
      StartAt: 'Try',
      States: {
        Try: {
          ...failing('B'),
          Catch: [
            { ErrorEquals: ['A'], Next: 'First' },
            { ErrorEquals: ['B', 'C'], Next: 'Second' },
            { ErrorEquals: ['States.ALL'], Next: 'First' },
          ],
        },
        First: { Type: 'Pass', Output: 'first', End: true },
        Second: { Type: 'Pass', Output: 'second', End: true },
      },
    };
    expect((await lab.run(machine)).output).toBe('second');
  });

  test('of a Parallel or Map state takes what no state inside took, and ends what goes on in there', async () => {
    const branches: Json = [
      { StartAt: 'Waits', States: { Waits: { Type: 'Wait', Seconds: 1000, End: true } } },
      { StartAt: 'Fails', States: { Fails: failing('Inner') } },
    ];
    const state = { Type: 'Parallel', Branches: branches, End: true };
    const outcome = await run(state, { ErrorEquals: ['Inner'], Output: '{% $states.errorOutput.Error %}' });
    expect(outcome).toMatchObject({ status: 'SUCCEEDED', output: 'Inner' });
    const map = { Type: 'Map', Items: [1], ItemProcessor: only(failing('Item')), End: true };
    expect(await run(map, { ErrorEquals: ['States.ALL'] })).toMatchObject({ output: { Error: 'Item' } });
  });

  test('does not take States.Runtime: arguments that are no object cannot be given to an integration', async () => {
    const outcome = await run({ ...failing('x'), Arguments: '{% 1 %}' }, { ErrorEquals: ['States.ALL'] });
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  test('takes a result that is too large only by its name', async () => {
    const task = { ...invoke('{% $pad("", 262144, "x") %}') };
    expect(await run(task, { ErrorEquals: ['States.ALL'] })).toMatchObject({
      error: 'States.DataLimitExceeded',
    });
    const named = await run(task, { ErrorEquals: ['States.DataLimitExceeded'] });
    expect(named).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'States.DataLimitExceeded' } });
  });

  test('may itself fail, which nobody catches', async () => {
    const catcher = { ErrorEquals: ['Lost'], Output: '{% $states.input.absent %}' };
    expect(await run(failing('Lost'), catcher)).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
  });
});

test('the cause of a failure of the interpreter itself names the state and when it was entered', async () => {
  const outcome = await lab.run(only({ Type: 'Pass', Output: { v: '{% $states.input.absent %}' } }));
  expect(outcome.cause).toBe(
    "An error occurred while executing the state 'Only' (entered at the event id #2). The JSONata expression " +
      "'$states.input.absent' specified for the field 'Output/v' returned nothing (undefined).",
  );
});
