import type { JsonObject } from '../../../local/service.ts';
import { ServiceError } from '../../../local/service.ts';
import { anEventBus, machineArn, roleArn, start } from './an-event-bus.ts';

/** "Amazon EventBridge rules", "Using dead-letter queues to process undelivered events", EventBridge User Guide. */

let bus: ReturnType<typeof anEventBus>;
beforeEach(() => {
  bus = anEventBus();
});
afterEach(() => {
  bus.close();
  bus.remove();
});

const created = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { bucket: { name: 'files' } },
  resources: ['arn:aws:s3:::files'],
};
const EventPattern = { source: ['aws.s3'] };
const throttled = () => new ServiceError('ThrottlingException', 'Rate exceeded', 429);

async function aRuleFor(target: JsonObject, properties: JsonObject = { EventPattern }) {
  const rule = await bus.declare('AWS::Events::Rule', 'Rule', {
    ...properties,
    Targets: [{ Id: 'T', ...target }],
  });
  bus.events.resume();
  return rule;
}

async function publish() {
  bus.events.publish(created);
  await bus.clock.settled();
}

test('a matching event reaches the target whole', async () => {
  const queue = await bus.aQueue('Queue', 'events.amazonaws.com');
  await aRuleFor({ Arn: queue.Arn });
  await publish();
  expect((await bus.received(queue.Arn)).map(({ body }) => body)).toEqual([
    {
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'Object Created',
      source: 'aws.s3',
      account: '000000000000',
      time: '2022-01-31T08:00:00Z',
      region: 'eu-north-1',
      resources: ['arn:aws:s3:::files'],
      detail: { bucket: { name: 'files' } },
    },
  ]);
});

test('a rule that is disabled, or matches something else, delivers nothing', async () => {
  const queue = await bus.aQueue('Queue', 'events.amazonaws.com');
  await bus.declare('AWS::Events::Rule', 'Off', {
    EventPattern,
    State: 'DISABLED',
    Targets: [{ Id: 'T', Arn: queue.Arn }],
  });
  await aRuleFor({ Arn: queue.Arn }, { EventPattern: { source: ['aws.ec2'] } });
  await publish();
  expect(await bus.received(queue.Arn)).toEqual([]);
});

test('a state machine is started with the role of the target', async () => {
  bus.putRole('events.amazonaws.com', ['states:StartExecution']);
  await aRuleFor({ Arn: machineArn, RoleArn: roleArn, InputPath: '$.detail' });
  await publish();
  expect(bus.started.inputs).toEqual([
    { stateMachineArn: machineArn, name: expect.any(String), input: '{"bucket":{"name":"files"}}' },
  ]);
});

test('a delivery that the role may not make is not tried again and goes to the dead-letter queue', async () => {
  const dead = await bus.aQueue('Dead', 'events.amazonaws.com');
  bus.putRole('events.amazonaws.com', []);
  const rule = await aRuleFor({ Arn: machineArn, RoleArn: roleArn, DeadLetterConfig: { Arn: dead.Arn } });
  await publish();
  expect(await bus.received(dead.Arn)).toEqual([
    {
      body: expect.objectContaining({ source: 'aws.s3' }),
      attributes: {
        RULE_ARN: rule.Arn,
        TARGET_ARN: machineArn,
        ERROR_CODE: 'AccessDeniedException',
        ERROR_MESSAGE: expect.stringContaining('is not authorized to perform: states:StartExecution'),
        RETRY_ATTEMPTS: '0',
      },
    },
  ]);
});

test('a queue whose policy does not allow EventBridge gets nothing', async () => {
  const [queue, dead] = [await bus.aQueue('Queue'), await bus.aQueue('Dead', 'events.amazonaws.com')];
  await aRuleFor({ Arn: queue.Arn, DeadLetterConfig: { Arn: dead.Arn } });
  await publish();
  expect(await bus.received(queue.Arn)).toEqual([]);
  expect((await bus.received(dead.Arn))[0]?.attributes.ERROR_CODE).toBe('AccessDeniedException');
});

test('an error that may pass is tried again, later and later, until it passes', async () => {
  bus.putRole('events.amazonaws.com', ['states:StartExecution']);
  bus.started.refuse = (attempt) => (attempt < 4 ? throttled() : undefined);
  await aRuleFor({ Arn: machineArn, RoleArn: roleArn });
  await publish();
  await bus.clock.turnTo(start + 6000);
  expect(bus.started.inputs).toHaveLength(0);
  await bus.clock.turnTo(start + 8000);
  expect(bus.started.inputs).toHaveLength(1);
});

test.each([
  [{ MaximumRetryAttempts: 2 }, 'MaximumRetryAttempts', '2'],
  [{ MaximumEventAgeInSeconds: 60 }, 'MaximumEventAgeInSeconds', '5'],
])('the retry policy %j ends it', async (RetryPolicy, condition, retries) => {
  const dead = await bus.aQueue('Dead', 'events.amazonaws.com');
  bus.putRole('events.amazonaws.com', ['states:StartExecution']);
  bus.started.refuse = throttled;
  await aRuleFor({ Arn: machineArn, RoleArn: roleArn, RetryPolicy, DeadLetterConfig: { Arn: dead.Arn } });
  await publish();
  await bus.clock.turnTo(start + 3_600_000);
  expect((await bus.received(dead.Arn))[0]?.attributes).toMatchObject({
    ERROR_CODE: 'ThrottlingException',
    EXHAUSTED_RETRY_CONDITION: condition,
    RETRY_ATTEMPTS: retries,
  });
});

test('an accepted event outlives the process', async () => {
  const queue = await bus.aQueue('Queue', 'events.amazonaws.com');
  const properties = { EventPattern, Targets: [{ Id: 'T', Arn: queue.Arn }] };
  await bus.declare('AWS::Events::Rule', 'Rule', properties);
  bus.events.publish(created);
  bus.close();
  bus = anEventBus(bus.directory);
  await bus.aQueue('Queue', 'events.amazonaws.com');
  await bus.declare('AWS::Events::Rule', 'Rule', properties);
  bus.events.resume();
  await bus.clock.turnTo(start + 3_600_000);
  expect(await bus.received(queue.Arn)).toHaveLength(1);
});

test('a scheduled rule fires at its times, a rate first after one interval', async () => {
  const queue = await bus.aQueue('Queue', 'events.amazonaws.com');
  const rule = await aRuleFor({ Arn: queue.Arn }, { ScheduleExpression: 'rate(1 hour)' });
  await bus.clock.turnTo(start + 2.5 * 3_600_000);
  expect((await bus.received(queue.Arn)).map(({ body }) => body)).toEqual([
    expect.objectContaining({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: '2022-01-31T09:00:00Z',
      resources: [rule.Arn],
      detail: {},
    }),
    expect.objectContaining({ time: '2022-01-31T10:00:00Z' }),
  ]);
});

test.each<[JsonObject, string]>([
  [{ EventPattern, EventBusName: 'other' }, 'EventBusName'],
  [{}, 'EventPattern or a ScheduleExpression'],
  [{ ScheduleExpression: 'at(2022-04-29T16:15:00)' }, 'no one-time schedules'],
  [
    { EventPattern, Targets: [{ Id: 'T', Arn: 'arn:aws:sns:eu-north-1:0:topic' }] },
    'cannot call arn:aws:sns',
  ],
  [{ EventPattern, Targets: [{ Id: 'T', Arn: machineArn }] }, 'needs a RoleArn'],
  [
    { EventPattern, Targets: [{ Id: 'T', Arn: machineArn, RoleArn: roleArn, EcsParameters: {} }] },
    'EcsParameters',
  ],
])('the rule %j is refused', async (properties, message) => {
  await expect(bus.declare('AWS::Events::Rule', 'Rule', properties)).rejects.toThrow(message);
});

describe('PutEvents', () => {
  const entry = { Source: 'anslag', DetailType: 'Call published', Detail: '{"call":"2022"}' };
  const put = (...Entries: JsonObject[]) => bus.eventsApi.PutEvents?.run({ Entries }, { kind: 'developer' });

  test('publishes each entry and answers for each', async () => {
    const queue = await bus.aQueue('Queue', 'events.amazonaws.com');
    await aRuleFor({ Arn: queue.Arn }, { EventPattern: { source: ['anslag'] } });
    expect(
      await put(
        entry,
        { ...entry, Detail: '[]' },
        { ...entry, Source: 'aws.s3' },
        { ...entry, EventBusName: 'x' },
      ),
    ).toEqual({
      FailedEntryCount: 3,
      Entries: [
        { EventId: expect.any(String) },
        expect.objectContaining({ ErrorCode: 'MalformedDetail' }),
        expect.objectContaining({ ErrorCode: 'NotAuthorizedForSourceException' }),
        expect.objectContaining({ ErrorCode: 'InvalidArgument' }),
      ],
    });
    await bus.clock.settled();
    expect((await bus.received(queue.Arn)).map(({ body }) => body.detail)).toEqual([{ call: '2022' }]);
  });

  test('needs a permission for each entry, on the bus', () => {
    expect(bus.eventsApi.PutEvents?.permissions({ Entries: [entry] })).toEqual([
      {
        action: 'events:PutEvents',
        resource: 'arn:aws:events:eu-north-1:000000000000:event-bus/default',
        conditions: { 'events:source': 'anslag', 'events:detail-type': 'Call published' },
      },
    ]);
  });

  test('takes from one to ten entries', async () => {
    await expect(put()).rejects.toMatchObject({ code: 'ValidationException' });
    await expect(put(...Array.from({ length: 11 }, () => entry))).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });
});
