import type { JsonObject } from '../../../local/service.ts';
import { invoke, Laboratory, only } from './laboratory.ts';

/**
 * "Start a new AWS Step Functions state machine from a running execution",
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
 */

let lab: Laboratory;
beforeEach(() => {
  lab = new Laboratory();
});
afterEach(() => lab.end());

const starts = (pattern: string, StateMachineArn: string, more: JsonObject = {}) =>
  only({
    Type: 'Task',
    Resource: `arn:aws:states:::states:startExecution${pattern}`,
    Arguments: { StateMachineArn, Name: 'child', Input: { n: 1 }, ...more },
  });
const childArn = 'arn:aws:states:eu-north-1:000000000000:execution:child:child';
const double = only({ Type: 'Pass', Output: { n: '{% $states.input.n * 2 %}' } });
const waits = only({ Type: 'Wait', Seconds: 3600 });

test('without a suffix it starts the execution and goes on', async () => {
  const child = await lab.machine(waits, 'child');
  const outcome = await lab.run(starts('', child));
  expect(outcome).toMatchObject({ status: 'SUCCEEDED', output: { ExecutionArn: childArn } });
  expect(await lab.outcome(childArn)).toMatchObject({ status: 'RUNNING' });
});

test('with .sync it waits and gives what DescribeExecution tells, input and output as text', async () => {
  const child = await lab.machine(double, 'child');
  expect(await lab.run(starts('.sync', child))).toMatchObject({
    status: 'SUCCEEDED',
    output: {
      ExecutionArn: childArn,
      Status: 'SUCCEEDED',
      Input: '{"n":1}',
      Output: '{"n":2}',
      Name: 'child',
    },
  });
});

test('with .sync:2 input and output are JSON', async () => {
  const child = await lab.machine(double, 'child');
  const outcome = await lab.run(starts('.sync:2', child));
  expect(outcome).toMatchObject({ output: { Input: { n: 1 }, Output: { n: 2 } } });
  expect((await lab.history(outcome.executionArn)).map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSubmitted',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
});

test('a child that fails fails the task with States.TaskFailed, and the cause tells of the child', async () => {
  const child = await lab.machine({ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Inner' } } }, 'child');
  const outcome = await lab.run(starts('.sync', child));
  expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
  expect(JSON.parse(outcome.cause ?? '')).toMatchObject({
    Status: 'FAILED',
    Error: 'Inner',
    ExecutionArn: childArn,
  });
});

test('a parent that is stopped stops the child it waits for', async () => {
  const child = await lab.machine(waits, 'child');
  const executionArn = await lab.start(starts('.sync:2', child));
  await lab.clock.settled();
  expect(await lab.outcome(childArn)).toMatchObject({ status: 'RUNNING' });
  await lab.call('StopExecution', { executionArn });
  expect(await lab.outcome(childArn)).toMatchObject({ status: 'ABORTED' });
});

test('with .waitForTaskToken the child gets the token and whoever has it answers', async () => {
  const child = await lab.machine(only(invoke('{% $states.input %}')), 'child');
  const token = { token: '{% $states.context.Task.Token %}' };
  const executionArn = await lab.start(starts('.waitForTaskToken', child, { Input: token }));
  await lab.clock.settled();
  expect(await lab.outcome(executionArn)).toMatchObject({ status: 'RUNNING' });
  await lab.call('SendTaskSuccess', { taskToken: lab.lastToken(), output: '"done"' });
  await lab.clock.settled();
  expect(await lab.outcome(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: 'done' });
});

test('what StartExecution refuses fails the task under the name of the integration', async () => {
  const missing = 'arn:aws:states:eu-north-1:000000000000:stateMachine:missing';
  expect(await lab.run(starts('', missing))).toMatchObject({
    error: 'StepFunctions.StateMachineDoesNotExistException',
  });
  const child = await lab.machine(double, 'child');
  await lab.run(starts('.sync', child));
  expect(await lab.run(starts('.sync', child))).toMatchObject({
    error: 'StepFunctions.ExecutionAlreadyExistsException',
  });
});

test('it needs the permissions that AWS needs, more for .sync', async () => {
  const child = await lab.machine(double, 'child');
  await lab.run(starts('', child));
  expect(lab.asked.splice(0)).toEqual([{ action: 'states:StartExecution', resource: child }]);
  await lab.run(starts('.sync:2', child, { Name: 'second' }));
  expect(lab.asked.map(({ action }) => action)).toEqual([
    'states:StartExecution',
    'states:DescribeExecution',
    'states:StopExecution',
    'events:PutTargets',
    'events:PutRule',
    'events:DescribeRule',
  ]);
});
