import { sendToDestination } from '../../../local/lambda/destinations.ts';
import { sqsOperations } from '../../../local/sqs/api.ts';
import { anEventBus, place, roleArn } from '../events/an-event-bus.ts';

/** "Capturing records of Lambda asynchronous invocations", AWS Lambda Developer Guide. */

let bus: ReturnType<typeof anEventBus>;
let send: ReturnType<typeof sendToDestination>;
beforeEach(() => {
  bus = anEventBus();
  bus.events.resume();
  const sqs = sqsOperations(bus.queues, place);
  send = sendToDestination({
    ...{ access: bus.access, place },
    operationsOf: (service) => (service === 'sqs' ? sqs : {}),
    publish: (event) => void bus.events.publish(event),
  });
});
afterEach(() => {
  bus.close();
  bus.remove();
});

const busArn = 'arn:aws:events:eu-north-1:000000000000:event-bus/default';
const record = {
  body: '{"version":"1.0"}',
  detailType: 'Lambda Function Invocation Result - Success',
  resources: ['arn:aws:lambda:eu-north-1:000000000000:function:fn:$LATEST'],
};

test('a queue gets the record, with its attributes, if the role may send to it', async () => {
  const queue = await bus.aQueue('Records');
  bus.putRole('lambda.amazonaws.com', ['sqs:SendMessage']);
  await send(roleArn, queue.Arn, { ...record, attributes: { a: { DataType: 'String', StringValue: 'b' } } });
  expect(await bus.received(queue.Arn)).toEqual([{ body: { version: '1.0' }, attributes: { a: 'b' } }]);
});

test('the bus gets it as an event of Lambda', async () => {
  const queue = await bus.aQueue('Queue', 'events.amazonaws.com');
  const EventPattern = { source: ['lambda'], 'detail-type': [record.detailType] };
  await bus.declare('AWS::Events::Rule', 'Rule', { EventPattern, Targets: [{ Id: 'T', Arn: queue.Arn }] });
  bus.putRole('lambda.amazonaws.com', ['events:PutEvents']);
  await send(roleArn, busArn, record);
  await bus.clock.settled();
  expect(await bus.received(queue.Arn)).toMatchObject([
    { body: { source: 'lambda', detail: { version: '1.0' }, resources: record.resources } },
  ]);
});

test('without the permission nothing is sent', async () => {
  const queue = await bus.aQueue('Records');
  bus.putRole('lambda.amazonaws.com', ['sqs:ReceiveMessage']);
  for (const arn of [queue.Arn, busArn]) {
    await expect(send(roleArn, arn, record)).rejects.toMatchObject({ code: 'AccessDeniedException' });
  }
  expect(await bus.received(queue.Arn)).toEqual([]);
});
