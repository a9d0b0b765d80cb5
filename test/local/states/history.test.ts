import type { JsonObject } from '../../../local/service.ts';
import { invoke, Laboratory, only, roleArn } from './laboratory.ts';

/**
 * GetExecutionHistory,
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html
 */

let lab: Laboratory;
beforeEach(() => {
  lab = new Laboratory();
});
afterEach(() => lab.end());

/** Each event as `id <previous type`. */
const outline = (events: readonly JsonObject[]) =>
  events.map(({ id, previousEventId, type }) => `${id} <${previousEventId} ${type}`);

async function outlineOf(definition: JsonObject, input: JsonObject | number[] = {}): Promise<string[]> {
  const { executionArn } = await lab.run(definition, input);
  return outline(await lab.history(executionArn));
}

test('tells what went in and came out of every state', async () => {
  const pass = { Type: 'Pass', Output: { b: 2 }, Assign: { x: [1], s: 'text' } };
  const { executionArn } = await lab.run(only(pass), { a: 1 });
  const events = await lab.history(executionArn);
  const timestamp = expect.any(Number);
  const whole = { truncated: false };
  expect(events).toEqual([
    {
      ...{ id: 1, previousEventId: 0, timestamp, type: 'ExecutionStarted' },
      executionStartedEventDetails: { input: '{"a":1}', inputDetails: whole, roleArn },
    },
    {
      ...{ id: 2, previousEventId: 0, timestamp, type: 'PassStateEntered' },
      stateEnteredEventDetails: { name: 'Only', input: '{"a":1}', inputDetails: whole },
    },
    {
      ...{ id: 3, previousEventId: 2, timestamp, type: 'PassStateExited' },
      stateExitedEventDetails: {
        ...{ name: 'Only', output: '{"b":2}', outputDetails: whole },
        ...{ assignedVariables: { x: '[1]', s: '"text"' }, assignedVariablesDetails: whole },
      },
    },
    {
      ...{ id: 4, previousEventId: 3, timestamp, type: 'ExecutionSucceeded' },
      executionSucceededEventDetails: { output: '{"b":2}', outputDetails: whole },
    },
  ]);
  expect(Number(events[0]?.timestamp) * 1000).toBeCloseTo(lab.clock.now(), -5);
});

test('without execution data leaves inputs and outputs out, and keeps the rest', async () => {
  const { executionArn } = await lab.run(only(invoke({ n: 1 }, { TimeoutSeconds: 60 })));
  const { events } = await lab.call('GetExecutionHistory', { executionArn, includeExecutionData: false });
  expect(events).toContainEqual(expect.objectContaining({ executionStartedEventDetails: { roleArn } }));
  expect(events).toContainEqual(expect.objectContaining({ stateEnteredEventDetails: { name: 'Only' } }));
  expect(events).toContainEqual(
    expect.objectContaining({
      taskScheduledEventDetails: expect.objectContaining({ resource: 'invoke', timeoutInSeconds: 60 }),
    }),
  );
});

test('comes in pages, in either order', async () => {
  const { executionArn } = await lab.run(only(invoke({})));
  const whole = await lab.history(executionArn);
  for (const reverseOrder of [false, true]) {
    const seen: JsonObject[] = [];
    let nextToken: JsonObject = {};
    do {
      const page = await lab.call('GetExecutionHistory', {
        executionArn,
        reverseOrder,
        maxResults: 3,
        ...nextToken,
      });
      seen.push(...(page.events as JsonObject[]));
      nextToken = page.nextToken === undefined ? {} : { nextToken: page.nextToken };
    } while ('nextToken' in nextToken);
    expect(seen).toEqual(reverseOrder ? whole.toReversed() : whole);
  }
  await expect(lab.call('GetExecutionHistory', { executionArn, nextToken: 'x' })).rejects.toMatchObject({
    code: 'InvalidToken',
  });
});

describe('the events, and which follows which,', () => {
  test('of a task that is tried again and caught', async () => {
    const machine = {
      StartAt: 'Try',
      States: {
        Try: {
          ...invoke({ fail: 'Bad' }),
          Retry: [{ ErrorEquals: ['Bad'], MaxAttempts: 1, IntervalSeconds: 0 }],
          Catch: [{ ErrorEquals: ['Bad'], Next: 'Caught' }],
        },
        Caught: { Type: 'Succeed' },
      },
    };
    const executionArn = await lab.start(machine);
    await lab.pass(1);
    expect(outline(await lab.history(executionArn))).toEqual([
      '1 <0 ExecutionStarted',
      '2 <0 TaskStateEntered',
      '3 <2 TaskScheduled',
      '4 <3 TaskStarted',
      '5 <4 TaskFailed',
      '6 <5 TaskScheduled',
      '7 <6 TaskStarted',
      '8 <7 TaskFailed',
      '9 <8 TaskStateExited',
      '10 <9 SucceedStateEntered',
      '11 <10 SucceedStateExited',
      '12 <11 ExecutionSucceeded',
    ]);
  });

  test('of an expression that fails', async () => {
    const { executionArn } = await lab.run(only({ Type: 'Pass', Output: ['{% $states.input.x %}'] }));
    const events = await lab.history(executionArn);
    expect(outline(events).slice(2)).toEqual(['3 <2 EvaluationFailed', '4 <3 ExecutionFailed']);
    expect(events[2]?.evaluationFailedEventDetails).toEqual({
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining('returned nothing'),
      location: 'Output[0]',
      state: 'Only',
    });
  });

  test('of a Parallel state: its exit follows the last event of the last branch', async () => {
    const branch = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
    expect(await outlineOf(only({ Type: 'Parallel', Branches: [branch('A'), branch('B')] }))).toEqual([
      '1 <0 ExecutionStarted',
      '2 <0 ParallelStateEntered',
      '3 <2 ParallelStateStarted',
      '4 <3 PassStateEntered',
      '5 <3 PassStateEntered',
      '6 <4 PassStateExited',
      '7 <5 PassStateExited',
      '8 <7 ParallelStateSucceeded',
      '9 <7 ParallelStateExited',
      '10 <9 ExecutionSucceeded',
    ]);
  });

  test('of an inline Map: an iteration follows the state whose end made room for it', async () => {
    const map = {
      Type: 'Map',
      MaxConcurrency: 1,
      ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
    };
    expect(await outlineOf(only(map), [1, 2])).toEqual([
      '1 <0 ExecutionStarted',
      '2 <0 MapStateEntered',
      '3 <2 MapStateStarted',
      '4 <3 MapIterationStarted',
      '5 <4 PassStateEntered',
      '6 <5 PassStateExited',
      '7 <6 MapIterationSucceeded',
      '8 <6 MapIterationStarted',
      '9 <8 PassStateEntered',
      '10 <9 PassStateExited',
      '11 <10 MapIterationSucceeded',
      '12 <11 MapStateSucceeded',
      '13 <11 MapStateExited',
      '14 <13 ExecutionSucceeded',
    ]);
  });

  test('of an iteration that fails and takes the others down', async () => {
    const ask = {
      ...invoke({ token: '{% $states.context.Task.Token %}' }),
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    };
    const executionArn = await lab.start(
      only({ Type: 'Map', ItemProcessor: { StartAt: 'Ask', States: { Ask: ask } } }),
      [1, 2],
    );
    await lab.clock.settled();
    await lab.call('SendTaskFailure', { taskToken: lab.lastToken(), error: 'No' });
    const told = outline(await lab.history(executionArn));
    const failed = told.findIndex((line) => line.endsWith('TaskFailed')) + 1;
    expect(told.slice(failed)).toEqual([
      `${failed + 1} <${failed} MapIterationFailed`,
      `${failed + 2} <${failed} TaskStateAborted`,
      `${failed + 3} <${failed} MapIterationAborted`,
      `${failed + 4} <${failed} TaskStateAborted`,
      `${failed + 5} <${failed} MapStateFailed`,
      `${failed + 6} <${failed + 5} ExecutionFailed`,
    ]);
  });

  test('of a task that waits for its token', async () => {
    const ask = invoke({ token: '{% $states.context.Task.Token %}' }, { Output: 'answered' });
    const Resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
    const executionArn = await lab.start(
      only({ ...ask, Resource, HeartbeatSeconds: 60, TimeoutSeconds: 600 }),
    );
    await lab.clock.settled();
    await lab.call('SendTaskSuccess', { taskToken: lab.lastToken(), output: '1' });
    await lab.clock.settled();
    const events = await lab.history(executionArn);
    expect(outline(events).slice(2, 6)).toEqual([
      '3 <2 TaskScheduled',
      '4 <3 TaskStarted',
      '5 <4 TaskSubmitted',
      '6 <5 TaskSucceeded',
    ]);
    expect(events[2]?.taskScheduledEventDetails).toMatchObject({
      resource: 'invoke.waitForTaskToken',
      heartbeatInSeconds: 60,
      timeoutInSeconds: 600,
    });
  });

  test('of an execution that is stopped', async () => {
    const executionArn = await lab.start(only({ Type: 'Wait', Seconds: 60 }));
    await lab.clock.settled();
    await lab.call('StopExecution', { executionArn, error: 'Enough', cause: 'of this' });
    const events = await lab.history(executionArn);
    expect(outline(events)).toEqual([
      '1 <0 ExecutionStarted',
      '2 <0 WaitStateEntered',
      '3 <0 ExecutionAborted',
    ]);
    expect(events[2]?.executionAbortedEventDetails).toEqual({ error: 'Enough', cause: 'of this' });
  });
});
