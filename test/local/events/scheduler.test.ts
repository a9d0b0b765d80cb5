import { type JsonObject, ServiceError } from '../../../local/service.ts';
import { anEventBus, machineArn, roleArn, start } from './an-event-bus.ts';

/** EventBridge Scheduler User Guide and API Reference. */

const hour = 3_600_000;
let bus: ReturnType<typeof anEventBus>;
beforeEach(() => {
  bus = anEventBus();
  bus.putRole('scheduler.amazonaws.com', ['states:StartExecution', 'sqs:SendMessage']);
  bus.scheduler.resume();
});
afterEach(() => {
  bus.close();
  bus.remove();
});

const schedule: JsonObject = {
  Name: 'close-2022',
  ScheduleExpression: 'at(2022-04-29T16:15:00)',
  ScheduleExpressionTimezone: 'Europe/Helsinki',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: { Arn: machineArn, RoleArn: roleArn, Input: '{"call":"2022"}' },
};
const closing = Date.parse('2022-04-29T13:15:00Z');
const inTarget = (target: JsonObject) => ({
  ...schedule,
  Target: { ...(schedule.Target as JsonObject), ...target },
});

const call = async (operation: string, input: JsonObject): Promise<JsonObject> =>
  (await bus.schedulerApi[operation]?.run(input, { kind: 'developer' })) ?? {};
const get = () => call('GetSchedule', { Name: 'close-2022' });

function again() {
  bus.close();
  bus = anEventBus(bus.directory);
  bus.putRole('scheduler.amazonaws.com', ['states:StartExecution']);
}

test('a one-time schedule starts its state machine at its time in its zone, once', async () => {
  await call('CreateSchedule', schedule);
  await bus.clock.turnTo(closing - 1);
  expect(bus.started.inputs).toEqual([]);
  await bus.clock.turnTo(closing + 400 * 24 * hour);
  expect(bus.started.inputs).toEqual([
    { stateMachineArn: machineArn, name: expect.any(String), input: '{"call":"2022"}' },
  ]);
});

test('GetSchedule tells what CreateSchedule was given', async () => {
  expect(await call('CreateSchedule', schedule)).toEqual({
    ScheduleArn: 'arn:aws:scheduler:eu-north-1:000000000000:schedule/default/close-2022',
  });
  expect(await get()).toMatchObject({
    ...schedule,
    GroupName: 'default',
    State: 'ENABLED',
    ActionAfterCompletion: 'NONE',
    CreationDate: expect.any(Number),
  });
});

test('ActionAfterCompletion DELETE removes the schedule once it is done', async () => {
  await call('CreateSchedule', { ...schedule, ActionAfterCompletion: 'DELETE' });
  await bus.clock.turnTo(closing);
  await expect(get()).rejects.toMatchObject({ code: 'ResourceNotFoundException', status: 404 });
  expect(bus.started.inputs).toHaveLength(1);
});

test('a name is used once, but the same client token twice is one request', async () => {
  await call('CreateSchedule', { ...schedule, ClientToken: 'one' });
  await call('CreateSchedule', { ...schedule, ClientToken: 'one' });
  await expect(call('CreateSchedule', { ...schedule, ClientToken: 'two' })).rejects.toMatchObject({
    code: 'ConflictException',
  });
});

test('an update replaces the whole schedule, a deletion ends it', async () => {
  await call('CreateSchedule', { ...schedule, Description: 'first' });
  await call('UpdateSchedule', { ...schedule, ScheduleExpression: 'at(2022-05-02T16:15:00)' });
  expect(await get()).not.toHaveProperty('Description');
  await bus.clock.turnTo(closing);
  expect(bus.started.inputs).toEqual([]);
  await call('DeleteSchedule', { Name: 'close-2022' });
  await bus.clock.turnTo(closing + 10 * 24 * hour);
  expect(bus.started.inputs).toEqual([]);
});

test('a disabled schedule does not fire', async () => {
  await call('CreateSchedule', { ...schedule, State: 'DISABLED' });
  await bus.clock.turnTo(closing + hour);
  expect(bus.started.inputs).toEqual([]);
});

test('a rate begins at once without a start, and keeps between StartDate and EndDate', async () => {
  await call('CreateSchedule', { ...schedule, ScheduleExpression: 'rate(1 hour)' });
  await bus.clock.turnTo(start + 1.5 * hour);
  expect(bus.started.inputs).toHaveLength(2);
  await call('UpdateSchedule', {
    ...schedule,
    ScheduleExpression: 'rate(1 hour)',
    StartDate: (start + 3 * hour) / 1000,
    EndDate: (start + 5 * hour) / 1000,
  });
  await bus.clock.turnTo(start + 24 * hour);
  expect(bus.started.inputs).toHaveLength(5);
});

test('fires late when the process was down at its time, and only once', async () => {
  await call('CreateSchedule', schedule);
  again();
  bus.clock.startAt(closing + hour);
  bus.scheduler.resume();
  await bus.clock.turnTo(closing + 2 * hour);
  expect(bus.started.inputs).toHaveLength(1);
  again();
  bus.clock.startAt(closing + 3 * hour);
  bus.scheduler.resume();
  await bus.clock.turnTo(closing + 4 * hour);
  expect(bus.started.inputs).toEqual([]);
});

test('a universal target names its operation and gives its parameters', async () => {
  await call('CreateSchedule', {
    ...inTarget({
      Arn: 'arn:aws:scheduler:::aws-sdk:sfn:startExecution',
      Input: JSON.stringify({ StateMachineArn: machineArn, Name: '2022', Input: '{}' }),
    }),
  });
  await bus.clock.turnTo(closing);
  expect(bus.started.inputs).toEqual([{ stateMachineArn: machineArn, name: '2022', input: '{}' }]);
});

test('context attributes in the input are filled in', async () => {
  const attributes = ['schedule-arn', 'scheduled-time', 'execution-id', 'attempt-number'];
  const Input = JSON.stringify(attributes.map((name) => `<aws.scheduler.${name}>`));
  await call('CreateSchedule', inTarget({ Input }));
  await bus.clock.turnTo(closing);
  expect(JSON.parse(String(bus.started.inputs[0]?.input))).toEqual([
    'arn:aws:scheduler:eu-north-1:000000000000:schedule/default/close-2022',
    '2022-04-29T13:15:00Z',
    expect.stringMatching(/^[0-9a-f-]{36}$/),
    '1',
  ]);
});

test('what fails for good goes to the dead-letter queue, with what the guide lists', async () => {
  const dead = await bus.aQueue('Dead');
  bus.started.refuse = () => new ServiceError('ThrottlingException', 'Rate exceeded', 429);
  const RetryPolicy = { MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 3600 };
  await call('CreateSchedule', inTarget({ RetryPolicy, DeadLetterConfig: { Arn: dead.Arn } }));
  await bus.clock.turnTo(closing + hour);
  expect(await bus.received(dead.Arn)).toEqual([
    {
      body: { call: '2022' },
      attributes: {
        SCHEDULE_ARN: 'arn:aws:scheduler:eu-north-1:000000000000:schedule/default/close-2022',
        TARGET_ARN: machineArn,
        SCHEDULED_TIME: '2022-04-29T13:15:00Z',
        EXECUTION_ID: expect.any(String),
        ERROR_CODE: 'ThrottlingException',
        ERROR_MESSAGE: 'Rate exceeded',
        RETRY_ATTEMPTS: '1',
        EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
        IS_PAYLOAD_TRUNCATED: 'false',
      },
    },
  ]);
});

test('the target is called with the rights of the execution role', async () => {
  const dead = await bus.aQueue('Dead');
  bus.putRole('scheduler.amazonaws.com', ['sqs:SendMessage']);
  await call('CreateSchedule', inTarget({ DeadLetterConfig: { Arn: dead.Arn } }));
  await bus.clock.turnTo(closing);
  expect((await bus.received(dead.Arn))[0]?.attributes.ERROR_CODE).toBe('AccessDeniedException');
});

test('CreateSchedule needs the right to pass the role, and the role must trust the scheduler', async () => {
  expect(bus.schedulerApi.CreateSchedule?.permissions(schedule)).toContainEqual({
    action: 'iam:PassRole',
    resource: roleArn,
    conditions: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
  });
  bus.putRole('lambda.amazonaws.com', []);
  await expect(call('CreateSchedule', schedule)).rejects.toThrow(
    'must allow AWS EventBridge Scheduler to assume',
  );
});

test.each<[JsonObject, string]>([
  [{ ...schedule, ScheduleExpression: 'at(2021-04-29T16:15:00)' }, 'it is past'],
  [
    { ...schedule, FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } },
    'FlexibleTimeWindow',
  ],
  [inTarget({ Arn: 'arn:aws:scheduler:::aws-sdk:ec2:stopInstances' }), 'cannot call'],
  [inTarget({ Input: 'no json' }), 'Target.Input must be JSON'],
  [inTarget({ KinesisParameters: { PartitionKey: 'a' } }), 'KinesisParameters'],
  [{ ...schedule, KmsKeyArn: 'arn' }, 'KmsKeyArn'],
])('%j is refused as a ValidationException', async (input, message) => {
  await expect(call('CreateSchedule', input)).rejects.toMatchObject({
    code: 'ValidationException',
    message: expect.stringContaining(message),
  });
});

test('an unknown group is not found', async () => {
  await expect(call('CreateSchedule', { ...schedule, GroupName: 'none' })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
});

test('schedules are listed in pages, by group, prefix and state', async () => {
  await call('CreateScheduleGroup', { Name: 'rounds' });
  for (const Name of ['a1', 'a2', 'b1'])
    await call('CreateSchedule', { ...schedule, Name, GroupName: 'rounds' });
  const first = await call('ListSchedules', { GroupName: 'rounds', MaxResults: '2' });
  const second = await call('ListSchedules', { GroupName: 'rounds', NextToken: first.NextToken as string });
  const names = (page: JsonObject) => (page.Schedules as JsonObject[]).map(({ Name }) => Name);
  expect([names(first), names(second)]).toEqual([['a1', 'a2'], ['b1']]);
  expect(names(await call('ListSchedules', { NamePrefix: 'a', State: 'ENABLED' }))).toEqual(['a1', 'a2']);
  expect(names(await call('ListSchedules', { State: 'DISABLED' }))).toEqual([]);
});

test('a group goes with its schedules; the default one stays', async () => {
  await call('CreateScheduleGroup', { Name: 'rounds' });
  await call('CreateSchedule', { ...schedule, GroupName: 'rounds' });
  await call('DeleteScheduleGroup', { Name: 'rounds' });
  await bus.clock.turnTo(closing);
  expect(bus.started.inputs).toEqual([]);
  expect((await call('ListScheduleGroups', {})).ScheduleGroups).toMatchObject([{ Name: 'default' }]);
  await expect(call('DeleteScheduleGroup', { Name: 'default' })).rejects.toMatchObject({
    code: 'ValidationException',
  });
});

describe('a schedule of the template', () => {
  const { Name: _name, ...properties } = schedule;
  const declare = () => bus.declare('AWS::Scheduler::Schedule', 'Closing', properties);

  test('goes on where it was after a restart, and goes when the template no longer has it', async () => {
    await declare();
    await bus.clock.turnTo(closing);
    expect(bus.started.inputs).toHaveLength(1);
    again();
    bus.clock.startAt(closing + hour);
    await declare();
    bus.scheduler.resume();
    await bus.clock.turnTo(closing + 2 * hour);
    expect(bus.started.inputs).toEqual([]);
    again();
    bus.scheduler.resume();
    expect(bus.scheduler.list()).toEqual([]);
  });
});
