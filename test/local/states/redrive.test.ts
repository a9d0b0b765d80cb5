import type { Json, JsonObject } from '../../../local/service.ts';
import { TaskFailure } from '../../../local/states/engine.ts';
import { invoke, Laboratory, only } from './laboratory.ts';

/**
 * "Restarting state machine executions with redrive in Step Functions",
 * https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
 */

let lab: Laboratory;
/** What the function fails for; everything else it answers with what it was given. */
let broken: Set<Json>;
beforeEach(() => {
  broken = new Set();
  const call = async ({ Payload = null }: JsonObject) => {
    lab.invoked.push({ Payload });
    if (broken.has(Payload)) throw new TaskFailure('Broken', `for ${Payload}`);
    return { Payload };
  };
  lab = new Laboratory({ tasks: { 'lambda:invoke': { permissions: () => [], call } } });
});
afterEach(() => lab.end());

const payloads = () => lab.invoked.splice(0).map(({ Payload }) => Payload);
const types = async (executionArn: string) => (await lab.history(executionArn)).map(({ type }) => type);

/** Fails an execution for these payloads, then redrives it with everything repaired. */
async function redriven(definition: JsonObject, failing: readonly Json[], input: Json = {}): Promise<string> {
  for (const payload of failing) broken.add(payload);
  const { executionArn, status } = await lab.run(definition, input);
  expect(status).toBe('FAILED');
  payloads();
  broken.clear();
  await lab.call('RedriveExecution', { executionArn });
  await lab.clock.settled();
  return executionArn;
}

test('the failed state is done again with the same input, and what was done before it is not', async () => {
  const machine = {
    StartAt: 'First',
    States: {
      First: { ...invoke(1), Assign: { x: 'kept' }, End: undefined as never, Next: 'Second' },
      Second: { ...invoke(2), Output: ['{% $states.input %}', '{% $x %}'] },
    },
  };
  const executionArn = await redriven(machine, [2]);
  expect(payloads()).toEqual([2]);
  expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: [1, 'kept'] });
  expect((await types(executionArn)).slice(6)).toEqual([
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskFailed',
    'ExecutionFailed',
    'ExecutionRedriven',
    'TaskScheduled',
    'TaskStarted',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
  const [redrivenEvent] = (await lab.history(executionArn)).filter(
    ({ type }) => type === 'ExecutionRedriven',
  );
  expect(redrivenEvent?.executionRedrivenEventDetails).toEqual({ redriveCount: 1 });
});

test('retries start from the beginning, and the Context object counts the redrive', async () => {
  const retry = [{ ErrorEquals: ['Broken'], MaxAttempts: 1, IntervalSeconds: 0 }];
  const machine = only({
    ...invoke(1, { Retry: retry }),
    Output: '{% $states.context.Execution.RedriveCount %}',
  });
  broken.add(1);
  const executionArn = await lab.start(machine);
  await lab.pass(1);
  expect(payloads()).toEqual([1, 1]);
  await lab.call('RedriveExecution', { executionArn });
  await lab.pass(1);
  expect(payloads()).toEqual([1, 1]);
  broken.clear();
  await lab.call('RedriveExecution', { executionArn });
  await lab.pass(1);
  expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: 2 });
});

test('only the branches and iterations that had not succeeded are done again', async () => {
  const branch = (n: number) => ({ StartAt: `Branch ${n}`, States: { [`Branch ${n}`]: invoke(n) } });
  const all = only({ Type: 'Parallel', Branches: [branch(1), branch(2), branch(3)] });
  const executionArn = await redriven(all, [3]);
  expect(payloads()).toEqual([3]);
  expect(await lab.outcome(executionArn)).toMatchObject({ output: [1, 2, 3] });
  const each = only({
    Type: 'Map',
    MaxConcurrency: 1,
    ItemProcessor: { StartAt: 'Item', States: { Item: invoke('{% $states.input %}') } },
  });
  expect(await lab.outcome(await redriven(each, ['b'], ['a', 'b', 'c']))).toMatchObject({
    output: ['a', 'b', 'c'],
  });
  expect(payloads()).toEqual(['b', 'c']);
});

test('the children of a map run that had not succeeded are redriven, and the others started', async () => {
  const ItemProcessor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'Item',
    States: { Item: invoke('{% $states.input %}') },
  };
  const each = only({ Type: 'Map', MaxConcurrency: 1, ItemProcessor });
  const executionArn = await redriven(each, ['b'], ['a', 'b', 'c']);
  expect(payloads()).toEqual(['b', 'c']);
  expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: ['a', 'b', 'c'] });
  expect(await types(executionArn)).toContain('MapRunRedriven');
  const { mapRuns } = await lab.call('ListMapRuns', { executionArn });
  expect(mapRuns).toHaveLength(1);
  const [{ mapRunArn = '' } = {}] = mapRuns as JsonObject[];
  expect(await lab.call('DescribeMapRun', { mapRunArn })).toMatchObject({
    status: 'SUCCEEDED',
    redriveCount: 1,
    executionCounts: { succeeded: 3, failed: 0 },
  });
  const { executions } = await lab.call('ListExecutions', { mapRunArn, redriveFilter: 'REDRIVEN' });
  expect(executions).toHaveLength(1);
});

test('an execution that was aborted while it waited waits again, with a new token', async () => {
  const ask = { ...invoke('{% $states.context.Task.Token %}'), Output: '{% $states.result %}' };
  const machine = only({ ...ask, Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' });
  const executionArn = await lab.start(machine);
  await lab.clock.settled();
  await lab.call('StopExecution', { executionArn });
  const [first] = payloads();
  await lab.call('RedriveExecution', { executionArn });
  await lab.clock.settled();
  const [second] = payloads();
  expect(second).not.toBe(first);
  await lab.call('SendTaskSuccess', { taskToken: String(second), output: '"yes"' });
  await lab.clock.settled();
  expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: 'yes' });
});

test('an execution that timed out has its whole time again', async () => {
  const machine = {
    TimeoutSeconds: 60,
    ...only({ Type: 'Wait', Seconds: '{% $states.context.Execution.RedriveCount = 0 ? 100 : 30 %}' }),
  };
  const executionArn = await lab.start(machine);
  await lab.pass(80);
  expect(await lab.outcome(executionArn)).toMatchObject({ status: 'TIMED_OUT' });
  await lab.call('RedriveExecution', { executionArn });
  await lab.pass(40);
  expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
});

test('the same client token redrives once', async () => {
  broken.add(1);
  const { executionArn } = await lab.run(only(invoke(1)));
  const redrive = () => lab.call('RedriveExecution', { executionArn, clientToken: 'once' });
  const first = await redrive();
  await lab.clock.settled();
  expect(await redrive()).toEqual(first);
  expect(payloads()).toEqual([1, 1]);
});

test('what runs, has succeeded, or ended more than 14 days ago cannot be redriven', async () => {
  const redrive = (executionArn: string) => lab.call('RedriveExecution', { executionArn });
  const running = await lab.start(only({ Type: 'Wait', Seconds: 60 }));
  const refusal = (message: string) => ({ code: 'ExecutionNotRedrivable', message });
  await expect(redrive(running)).rejects.toMatchObject(
    refusal('Execution is RUNNING and cannot be redriven'),
  );
  const { executionArn: done } = await lab.run(only({ Type: 'Pass' }));
  await expect(redrive(done)).rejects.toMatchObject(refusal('Execution is SUCCEEDED and cannot be redriven'));
  broken.add(1);
  const { executionArn: failed } = await lab.run(only(invoke(1)));
  await lab.pass(15 * 24 * 3600);
  await expect(redrive(failed)).rejects.toMatchObject(refusal('Execution redrivable period exceeded'));
});
