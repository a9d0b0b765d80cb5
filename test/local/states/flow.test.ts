import type { Json, JsonObject } from '../../../local/service.ts';
import { invoke, Laboratory, only, roleArn } from './laboratory.ts';

let lab: Laboratory;
beforeEach(() => {
  lab = new Laboratory();
});
afterEach(() => lab.end());

/** A machine whose states follow one another in the order given. */
function chain(states: Readonly<Record<string, JsonObject>>): JsonObject {
  const names = Object.keys(states);
  const linked = names.map((name, at) => {
    const next = names[at + 1];
    return [name, { ...(next === undefined ? { End: true } : { Next: next }), ...states[name] }];
  });
  return { StartAt: names[0] ?? '', States: Object.fromEntries(linked) };
}

const output = async (definition: JsonObject, input: Json = {}) => (await lab.run(definition, input)).output;

describe('Pass ("Pass workflow state")', () => {
  test('hands its input on, or what Output makes of it', async () => {
    expect(await output(only({ Type: 'Pass' }), { a: 1 })).toEqual({ a: 1 });
    expect(await output(only({ Type: 'Pass', Output: { b: '{% $states.input.a %}' } }), { a: 1 })).toEqual({
      b: 1,
    });
  });
});

describe('Choice ("Choice workflow state")', () => {
  const choice = {
    Type: 'Choice',
    Choices: [
      { Condition: '{% $states.input.n > 100 %}', Next: 'Say', Output: 'huge', Assign: { rule: 1 } },
      { Condition: '{% $states.input.n > 10 %}', Next: 'Say', Assign: { rule: 2 } } as JsonObject,
    ],
  };
  const otherwise = { Default: 'Say', Output: 'small', Assign: { rule: 0 } };
  const size = (more: JsonObject) => ({
    StartAt: 'How big?',
    States: {
      'How big?': { ...choice, ...more },
      Say: { Type: 'Pass', Output: ['{% $states.input %}', '{% $rule %}'], End: true },
    },
  });

  test('takes the first rule that is true, with the Output and Assign of that rule', async () => {
    expect(await output(size(otherwise), { n: 1000 })).toEqual(['huge', 1]);
    expect(await output(size(otherwise), { n: 11 })).toEqual([{ n: 11 }, 2]);
  });

  test('takes Default with its own Output and Assign when none is', async () => {
    expect(await output(size(otherwise), { n: 1 })).toEqual(['small', 0]);
  });

  test('fails with States.NoChoiceMatched when there is no Default either', async () => {
    const outcome = await lab.run(size({}), { n: 1 });
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  test('fails when a condition is not a boolean', async () => {
    const States = {
      Ask: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'Done' }] },
      Done: { Type: 'Succeed' },
    };
    const outcome = await lab.run({ StartAt: 'Ask', States });
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(outcome.cause).toContain("'Choices[0]/Condition' must be a boolean, but was 1");
  });
});

describe('Wait ("Wait workflow state")', () => {
  const day = 24 * 3600;

  test.each([
    ['seconds', { Seconds: 10 * day }],
    ['seconds from an expression', { Seconds: '{% $states.input.days * 86400 %}' }],
  ])('waits for %s and no longer', async (_, until) => {
    const executionArn = await lab.start(only({ Type: 'Wait', ...until }), { days: 10 });
    await lab.pass(10 * day - 10);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'RUNNING' });
    await lab.pass(20);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: { days: 10 } });
  });

  test('waits until an instant, in any time zone, or not at all when it has passed', async () => {
    const instant = new Date(lab.clock.now() + 3 * day * 1000).toISOString().replace('Z', '+00:00');
    const executionArn = await lab.start(only({ Type: 'Wait', Timestamp: '{% $states.input %}' }), instant);
    await lab.pass(3 * day - 10);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'RUNNING' });
    await lab.pass(20);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
    const past = await lab.start(only({ Type: 'Wait', Timestamp: '2019-12-02T14:15:00Z' }));
    await lab.pass(1);
    expect(await lab.outcome(past)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('evaluates Output and Assign when it has waited', async () => {
    const machine = chain({
      Sleep: {
        Type: 'Wait',
        Seconds: 60,
        Assign: { x: '{% $states.input.n + 1 %}' },
        Output: { slept: true },
      },
      Show: { Type: 'Pass', Output: ['{% $states.input %}', '{% $x %}'] },
    });
    const executionArn = await lab.start(machine, { n: 1 });
    await lab.pass(100);
    expect(await lab.outcome(executionArn)).toMatchObject({ output: [{ slept: true }, 2] });
  });

  test('fails for a number of seconds that is none', async () => {
    const outcome = await lab.run(only({ Type: 'Wait', Seconds: '{% -1 %}' }));
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });

  test('waits that begin while the clock is turned end after their time, not at once', async () => {
    const machine = chain({
      First: { Type: 'Wait', Seconds: day },
      Second: { Type: 'Wait', Seconds: day },
      Third: { Type: 'Wait', Seconds: day },
    });
    const executionArn = await lab.start(machine);
    await lab.pass(2.5 * day);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'RUNNING' });
    await lab.pass(day);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('Succeed and Fail', () => {
  test('Succeed ends the workflow with its Output', async () => {
    expect(await output(chain({ Done: { Type: 'Succeed', Output: 7, End: undefined as never } }))).toBe(7);
  });

  test('Fail ends it with an error and a cause, which may be expressions', async () => {
    const fail = { Type: 'Fail', Error: '{% "E" & $states.input.n %}', Cause: 'because' };
    const machine = { StartAt: 'F', States: { F: fail } };
    expect(await lab.run(machine, { n: 1 })).toMatchObject({
      status: 'FAILED',
      error: 'E1',
      cause: 'because',
    });
  });

  test('a Fail that says nothing leaves error and cause out', async () => {
    const outcome = await lab.run({ StartAt: 'F', States: { F: { Type: 'Fail' } } });
    expect(outcome.status).toBe('FAILED');
    expect(outcome).not.toHaveProperty('error');
    expect(outcome).not.toHaveProperty('cause');
  });
});

describe('variables ("Passing data between states with variables")', () => {
  test('are there for every later state of the workflow', async () => {
    const machine = chain({
      Set: { Type: 'Pass', Assign: { x: '{% $states.input.n %}' }, Output: 'lost' },
      Pass: { Type: 'Pass' },
      Get: { Type: 'Pass', Output: '{% $x %}' },
    });
    expect(await output(machine, { n: 3 })).toBe(3);
  });

  test('of one Assign, and of Output beside it, are all evaluated on the old values', async () => {
    const machine = chain({
      Set: { Type: 'Pass', Assign: { x: 1, y: 2 } },
      Swap: { Type: 'Pass', Assign: { x: '{% $y %}', y: '{% $x %}' }, Output: '{% $x %}' },
      Get: { Type: 'Pass', Output: ['{% $x %}', '{% $y %}', '{% $states.input %}'] },
    });
    expect(await output(machine)).toEqual([2, 1, 1]);
  });

  test('can be read inside Parallel branches and Map iterations, whose own are not seen outside', async () => {
    const inner = { Type: 'Pass', Assign: { mine: '{% $x + 1 %}' }, Next: 'Show mine' };
    const show = { Type: 'Pass', Output: '{% $x + $mine %}', End: true };
    const machine = chain({
      Set: { Type: 'Pass', Assign: { x: 10 } },
      Each: {
        Type: 'Map',
        Items: [1, 2],
        ItemProcessor: { StartAt: 'In', States: { In: inner, 'Show mine': show } },
      },
      Out: { Type: 'Pass', Output: { each: '{% $states.input %}', mine: '{% $exists($mine) %}' } },
    });
    expect(await output(machine)).toEqual({ each: [21, 21], mine: false });
  });

  test('that were never assigned are nothing', async () => {
    const outcome = await lab.run(only({ Type: 'Pass', Output: '{% $unknown %}' }));
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});

describe('the Context object ("Accessing execution data from the Context object")', () => {
  test('tells of the execution, the state and the machine', async () => {
    const machine = await lab.machine(only({ Type: 'Pass', Output: '{% $states.context %}' }), 'told');
    const { executionArn } = await lab.call('StartExecution', {
      stateMachineArn: machine,
      name: 'run',
      input: '[1]',
    });
    await lab.clock.settled();
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect((await lab.outcome(String(executionArn))).output).toEqual({
      Execution: {
        Id: executionArn,
        Input: [1],
        Name: 'run',
        RoleArn: roleArn,
        StartTime: iso,
        RedriveCount: 0,
      },
      State: { Name: 'Only', EnteredTime: iso },
      StateMachine: { Id: machine, Name: 'told' },
    });
  });

  test('counts retries in states that can retry, and has the token in tasks that wait for one', async () => {
    const task = invoke({ count: '{% $states.context.State.RetryCount %}' });
    expect(await output(only(task))).toEqual({ count: 0 });
  });
});

describe('Parallel ("Parallel workflow state")', () => {
  const branch = (name: string, state: JsonObject) => ({
    StartAt: name,
    States: { [name]: { End: true, ...state } },
  });

  test('gives the outputs of its branches in their order, whichever ends first', async () => {
    const machine = only({
      Type: 'Parallel',
      Arguments: { n: '{% $states.input.n * 2 %}' },
      Branches: [
        branch('Slow', { Type: 'Wait', Seconds: 60 }),
        branch('Fast', { Type: 'Pass', Output: 'fast' }),
      ],
      Output: { all: '{% $states.result %}' },
    });
    const executionArn = await lab.start(machine, { n: 2 });
    await lab.pass(120);
    expect(await lab.outcome(executionArn)).toMatchObject({ output: { all: [{ n: 4 }, 'fast'] } });
  });

  test('fails with the error of the branch that fails, and stops the others', async () => {
    const machine = only({
      Type: 'Parallel',
      Branches: [
        branch('Waits', { Type: 'Wait', Seconds: 3600 }),
        branch('Fails', { Type: 'Fail', Error: 'Broken', Cause: 'badly', End: undefined as never }),
      ],
    });
    expect(await lab.run(machine)).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'badly' });
  });
});

describe('an inline Map ("Using Map state in Inline mode")', () => {
  const each = (processor: JsonObject, more: JsonObject = {}) =>
    only({ Type: 'Map', ItemProcessor: only2(processor), ...more });
  const only2 = (state: JsonObject) => ({ StartAt: 'Item', States: { Item: { End: true, ...state } } });

  test('runs its input, or Items, through the processor', async () => {
    const double = { Type: 'Pass', Output: '{% $states.input * 2 %}' };
    expect(await output(each(double), [1, 2, 3])).toEqual([2, 4, 6]);
    expect(await output(each(double, { Items: '{% $states.input.list %}' }), { list: [5] })).toEqual([10]);
    expect(await output(each(double), [])).toEqual([]);
  });

  test('gives ItemSelector and the states inside the item and its index', async () => {
    const item = '{% $states.context.Map.Item %}';
    const machine = each(
      { Type: 'Pass', Output: ['{% $states.input %}', '{% $states.context.Map.Item.Index %}'] },
      { ItemSelector: { item, all: '{% $count($states.input) %}' } },
    );
    expect(await output(machine, ['a', 'b'])).toEqual([
      [{ item: { Index: 0, Value: 'a' }, all: 2 }, 0],
      [{ item: { Index: 1, Value: 'b' }, all: 2 }, 1],
    ]);
  });

  test('runs no more at once than MaxConcurrency allows, 40 when it says nothing', async () => {
    const slow = { Type: 'Wait', Seconds: 100 };
    const items = Array.from({ length: 50 }, (_, at) => at);
    const one = await lab.start(each(slow, { MaxConcurrency: '{% $states.input[0] + 20 %}' }), items);
    const free = await lab.start(each(slow), items);
    await lab.clock.settled();
    const started = async (executionArn: string) =>
      (await lab.history(executionArn)).filter(({ type }) => type === 'MapIterationStarted').length;
    expect(await started(one)).toBe(20);
    expect(await started(free)).toBe(40);
    await lab.pass(150);
    expect(await started(one)).toBe(40);
    await lab.pass(200);
    expect(await lab.outcome(one)).toMatchObject({ status: 'SUCCEEDED', output: items });
  });

  test('fails when its items are no array', async () => {
    expect(await lab.run(each({ Type: 'Pass' }), { a: 1 })).toMatchObject({
      error: 'States.QueryEvaluationError',
    });
  });

  test('fails with the error of an iteration', async () => {
    const fails = { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Item' } } };
    const outcome = await lab.run(only({ Type: 'Map', ItemProcessor: fails }), [1, 2]);
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'Item' });
  });
});

describe('quotas ("Step Functions service quotas")', () => {
  test('more than 256 KiB of output is States.DataLimitExceeded', async () => {
    const big = only({ Type: 'Pass', Output: '{% $pad("", $states.input, "x") %}' });
    expect(await lab.run(big, 262_142)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await lab.run(big, 262_143)).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    });
  });

  test('more than 256 KiB of variables in one Assign is States.DataLimitExceeded', async () => {
    const big = only({ Type: 'Pass', Assign: { x: '{% $pad("", 262144, "x") %}' } });
    expect(await lab.run(big)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  test('an execution ends when its history would have more than 25 000 events', async () => {
    const machine = {
      StartAt: 'Again',
      States: {
        Again: { Type: 'Pass', Next: 'Enough?' },
        'Enough?': {
          Type: 'Choice',
          Choices: [{ Condition: '{% false %}', Next: 'Done' }],
          Default: 'Again',
        },
        Done: { Type: 'Succeed' },
      },
    };
    const outcome = await lab.run(machine);
    expect(outcome).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
    const { executionArn } = outcome;
    const { events } = await lab.call('GetExecutionHistory', {
      executionArn,
      reverseOrder: true,
      maxResults: 1,
    });
    expect(events).toMatchObject([{ type: 'ExecutionFailed' }]);
    const [{ id } = {}] = events as JsonObject[];
    expect(id).toBeGreaterThan(24_900);
    expect(id).toBeLessThanOrEqual(25_000);
  });
});

test('an execution that takes longer than the machine allows is TIMED_OUT ("Using timeouts")', async () => {
  const machine = { TimeoutSeconds: 60, ...only({ Type: 'Wait', Seconds: 3600 }) };
  const executionArn = await lab.start(machine);
  await lab.pass(100);
  const outcome = await lab.outcome(executionArn);
  expect(outcome.status).toBe('TIMED_OUT');
  expect(outcome).not.toHaveProperty('error');
  expect((await lab.history(executionArn)).at(-1)).toMatchObject({
    type: 'ExecutionTimedOut',
    previousEventId: 0,
    executionTimedOutEventDetails: { error: 'States.Timeout' },
  });
});
