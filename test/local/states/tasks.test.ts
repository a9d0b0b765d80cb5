import type { Json, JsonObject } from '../../../local/service.ts';
import { TaskFailure } from '../../../local/states/engine.ts';
import { invoke, Laboratory, only, operation } from './laboratory.ts';

const hour = 3600;
let lab: Laboratory;
beforeEach(() => {
  lab = new Laboratory();
});
afterEach(() => lab.end());

const token = '{% $states.context.Task.Token %}';
const asks = (more: JsonObject = {}): JsonObject => ({
  ...invoke({ token }),
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Output: '{% $states.result %}',
  ...more,
});
const givenToken = () => lab.lastToken();

/** Starts an execution that asks, and waits until it has asked. */
async function ask(more: JsonObject = {}): Promise<string> {
  const executionArn = await lab.start(only(asks(more)));
  await lab.clock.settled();
  return executionArn;
}

describe('a Task ("Task workflow state")', () => {
  test('calls its integration with Arguments and gives the result', async () => {
    const outcome = await lab.run(only(invoke({ n: '{% $states.input.n %}' })), { n: 5 });
    expect(outcome).toMatchObject({ status: 'SUCCEEDED', output: { n: 5 } });
    expect(lab.invoked).toEqual([
      { FunctionName: expect.stringContaining(':function:echo'), Payload: { n: 5 } },
    ]);
  });

  test('gives its input where it has no Arguments, and its whole result where it has no Output', async () => {
    const { Arguments: _, Output: __, ...bare } = invoke({});
    const outcome = await lab.run(only(bare), { FunctionName: 'f', Payload: [1] });
    expect(outcome.output).toEqual({ ExecutedVersion: '$LATEST', Payload: [1], StatusCode: 200 });
  });

  test('with a function as its resource gives it the arguments as the event, and takes what it returns', async () => {
    const arn = 'arn:aws:lambda:eu-north-1:000000000000:function:paint';
    const outcome = await lab.run(only({ Type: 'Task', Resource: arn, Arguments: { colour: 'red' } }));
    expect(outcome.output).toEqual({ colour: 'red' });
    expect(lab.invoked).toEqual([{ FunctionName: arn, Payload: { colour: 'red' } }]);
    const types = (await lab.history(outcome.executionArn)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionSucceeded']),
    );
  });

  test('may give null', async () => {
    const arn = 'arn:aws:lambda:eu-north-1:000000000000:function:paint';
    const outcome = await lab.run(only({ Type: 'Task', Resource: arn, Arguments: '{% null %}' }), { n: 1 });
    expect(outcome.output).toBeNull();
  });

  test('keeps the error name of the function', async () => {
    const outcome = await lab.run(only(invoke({ fail: 'CallIsClosed' })));
    expect(outcome).toMatchObject({
      status: 'FAILED',
      error: 'CallIsClosed',
      cause: '{"errorType":"CallIsClosed"}',
    });
  });

  test('needs the permissions of its integration for the role of the machine', async () => {
    await lab.run(only(invoke({})));
    expect(lab.asked).toEqual([
      { action: 'lambda:InvokeFunction', resource: 'arn:aws:lambda:eu-north-1:000000000000:function:echo' },
    ]);
  });

  test('without them fails with States.Permissions and calls nothing', async () => {
    const poor = new Laboratory({ denied: ['lambda:InvokeFunction'] });
    const outcome = await poor.run(only(invoke({})));
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Permissions' });
    expect(outcome.cause).toContain('not authorized to perform: lambda:InvokeFunction');
    expect(poor.invoked).toEqual([]);
    poor.end();
  });

  test('calls any integration it was given, under its own names in the history', async () => {
    const put = async (args: JsonObject): Promise<Json> => ({ put: args });
    const rich = new Laboratory({
      tasks: { 'aws-sdk:dynamodb:putItem': { permissions: () => [], call: put } },
    });
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:dynamodb:putItem',
      Arguments: { Item: 1 },
    };
    const outcome = await rich.run(only(task));
    expect(outcome.output).toEqual({ put: { Item: 1 } });
    expect(await rich.history(outcome.executionArn)).toContainEqual(
      expect.objectContaining({
        type: 'TaskScheduled',
        taskScheduledEventDetails: {
          resourceType: 'aws-sdk:dynamodb',
          resource: 'putItem',
          region: 'eu-north-1',
          parameters: '{"Item":1}',
        },
      }),
    );
    rich.end();
  });

  test('fails where an integration breaks', async () => {
    const broken = async (): Promise<Json> => {
      throw new TypeError('undefined is not a function');
    };
    const lost = new Laboratory({ tasks: { 'lambda:invoke': { permissions: () => [], call: broken } } });
    const outcome = await lost.run(only({ ...invoke({}), Catch: [] }));
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(outcome.cause).toContain('undefined is not a function');
    lost.end();
  });
});

describe('TimeoutSeconds ("Task workflow state")', () => {
  /** A function that answers only when it is told that nobody waits any more. */
  const stuck = {
    permissions: () => [],
    call: (_: JsonObject, { signal }: { signal: AbortSignal }) =>
      new Promise<Json>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new TaskFailure('Late', 'too late')));
      }),
  };

  test('ends a call that takes too long with States.Timeout and tells it so', async () => {
    const slow = new Laboratory({ tasks: { 'lambda:invoke': stuck } });
    const executionArn = await slow.start(only({ ...invoke({}), TimeoutSeconds: 1 }));
    slow.clock.startAt(slow.clock.now() + 2000);
    await slow.clock.settled();
    const outcome = await slow.outcome(executionArn);
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(outcome).not.toHaveProperty('cause');
    expect((await slow.history(executionArn)).at(-2)).toMatchObject({
      type: 'TaskTimedOut',
      taskTimedOutEventDetails: { error: 'States.Timeout', resource: 'invoke', resourceType: 'lambda' },
    });
    slow.end();
  });

  test('may be an expression, and fails the state where it is no positive integer', async () => {
    const executionArn = await ask({ TimeoutSeconds: '{% 60 * 60 %}' });
    await lab.pass(hour - 10);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'RUNNING' });
    await lab.pass(20);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    const outcome = await lab.run(only(asks({ TimeoutSeconds: '{% 0 %}' })));
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});

describe('a task token ("Wait for a Callback with Task Token")', () => {
  test('comes with the call, and the execution waits until it is answered', async () => {
    const executionArn = await ask();
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'RUNNING' });
    await lab.pass(300 * 24 * hour);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'RUNNING' });
    await lab.call('SendTaskSuccess', { taskToken: givenToken(), output: '{"approved":true}' });
    await lab.clock.settled();
    expect(await lab.outcome(executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      output: { approved: true },
    });
  });

  test('can be answered with a failure, which retriers and catchers see', async () => {
    const executionArn = await ask();
    await lab.call('SendTaskFailure', { taskToken: givenToken(), error: 'Refused', cause: 'no money' });
    await lab.clock.settled();
    expect(await lab.outcome(executionArn)).toMatchObject({
      status: 'FAILED',
      error: 'Refused',
      cause: 'no money',
    });
  });

  test('can be answered while the call is still going on', async () => {
    let answered = false;
    const answering = new Laboratory({
      tasks: {
        'lambda:invoke': {
          permissions: () => [],
          async call(args) {
            const taskToken = String((args.Payload as JsonObject).token);
            await answering.call('SendTaskSuccess', { taskToken, output: '"early"' });
            answered = true;
            return 'the answer of the call, for nobody';
          },
        },
      },
    });
    const outcome = await answering.run(only(asks()));
    expect(answered).toBe(true);
    expect(outcome).toMatchObject({ status: 'SUCCEEDED', output: 'early' });
    answering.end();
  });

  test('is good for one answer', async () => {
    await ask();
    const answer = { taskToken: givenToken(), output: '1' };
    await lab.call('SendTaskSuccess', answer);
    await expect(lab.call('SendTaskSuccess', answer)).rejects.toMatchObject({ code: 'TaskTimedOut' });
    await expect(lab.call('SendTaskHeartbeat', answer)).rejects.toMatchObject({ code: 'TaskTimedOut' });
  });

  test('is worth nothing after the timeout or after the execution has ended', async () => {
    await ask({ TimeoutSeconds: hour });
    await lab.pass(2 * hour);
    const answer = (output = '1') => lab.call('SendTaskSuccess', { taskToken: givenToken(), output });
    await expect(answer()).rejects.toMatchObject({ code: 'TaskTimedOut' });
    const executionArn = await ask();
    await lab.call('StopExecution', { executionArn });
    await expect(answer()).rejects.toMatchObject({ code: 'TaskTimedOut' });
  });

  test('that is none is InvalidToken, and one that nobody gave out TaskDoesNotExist', async () => {
    const send = (taskToken: string) => lab.call('SendTaskSuccess', { taskToken, output: '1' });
    await expect(send('hello')).rejects.toMatchObject({ code: 'InvalidToken' });
    await expect(send(`AQ${'x'.repeat(64)}`)).rejects.toMatchObject({ code: 'TaskDoesNotExist' });
  });

  test('wants JSON for an answer, and no more than 256 KiB of it', async () => {
    await ask();
    const send = (output: string) => lab.call('SendTaskSuccess', { taskToken: givenToken(), output });
    await expect(send('not JSON')).rejects.toMatchObject({ code: 'InvalidOutput' });
    await expect(send(JSON.stringify('x'.repeat(262_143)))).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  test('is a new one for every attempt', async () => {
    await ask({ Retry: [{ ErrorEquals: ['Again'] }] });
    const first = givenToken();
    await lab.call('SendTaskFailure', { taskToken: first, error: 'Again' });
    await lab.pass(10);
    expect(givenToken()).not.toBe(first);
    await expect(lab.call('SendTaskSuccess', { taskToken: first, output: '1' })).rejects.toMatchObject({
      code: 'TaskTimedOut',
    });
  });

  test('may be answered by those who may for the state machine', async () => {
    await ask();
    const { permissions } = operation(lab.states, 'SendTaskSuccess');
    expect(permissions({ taskToken: givenToken() })).toEqual([
      { action: 'states:SendTaskSuccess', resource: expect.stringMatching(/:stateMachine:machine-\d+$/) },
    ]);
  });
});

describe('HeartbeatSeconds', () => {
  test('ends a task whose worker falls silent, and every heartbeat gives it as long again', async () => {
    const executionArn = await ask({ HeartbeatSeconds: hour, TimeoutSeconds: 10 * hour });
    for (let beat = 0; beat < 3; beat++) {
      await lab.pass(0.9 * hour);
      await lab.call('SendTaskHeartbeat', { taskToken: givenToken() });
    }
    await lab.pass(0.9 * hour);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'RUNNING' });
    await lab.pass(0.2 * hour);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  test.each(['States.HeartbeatTimeout', 'States.Timeout', 'States.ALL'])('is caught as %s', async (name) => {
    const machine = {
      StartAt: 'Ask',
      States: {
        Ask: asks({ HeartbeatSeconds: hour, Catch: [{ ErrorEquals: [name], Next: 'Caught' }] }),
        Caught: { Type: 'Pass', Output: 'caught', End: true },
      },
    };
    const executionArn = await lab.start(machine);
    await lab.pass(2 * hour);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: 'caught' });
  });

  test('does not stop the timeout of the whole task', async () => {
    const executionArn = await ask({ HeartbeatSeconds: hour, TimeoutSeconds: 2 * hour });
    for (let beat = 0; beat < 3; beat++) {
      await lab.pass(0.5 * hour);
      await lab.call('SendTaskHeartbeat', { taskToken: givenToken() });
    }
    await lab.pass(0.6 * hour);
    expect(await lab.outcome(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });
});
