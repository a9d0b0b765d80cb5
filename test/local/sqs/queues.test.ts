import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../../local/clock.ts';
import { type Database, openDatabase } from '../../../local/database.ts';
import type { JsonObject } from '../../../local/service.ts';
import { sqsOperations } from '../../../local/sqs/api.ts';
import { Queues } from '../../../local/sqs/queues.ts';

/** Amazon Simple Queue Service API Reference. */

const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:1' };
const arn = 'arn:aws:sqs:eu-north-1:000000000000:q';
const QueueUrl = 'http://127.0.0.1:1/000000000000/q';

let directory: string;
let clock: Clock;
let database: Database;
let operations: ReturnType<typeof sqsOperations>;

function open() {
  database = openDatabase(directory);
  const queues = new Queues({ clock, database });
  queues.define({
    ...{ name: 'q', arn, url: QueueUrl, visibilityTimeout: 30, retention: 3600 },
    ...{ delay: 0, receiveWait: 0, maximumMessageSize: 1024 },
  });
  operations = sqsOperations(queues, place);
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sqs-'));
  clock = new Clock();
  open();
});
afterEach(() => {
  clock.stop();
  database.close();
  rmSync(directory, { recursive: true });
});

const call = async (operation: string, input: JsonObject = {}): Promise<JsonObject> =>
  (await operations[operation]?.run({ QueueUrl, ...input }, { kind: 'developer' })) ?? {};
const receive = async (input: JsonObject = {}) =>
  ((await call('ReceiveMessage', { MaxNumberOfMessages: 10, ...input })).Messages ?? []) as JsonObject[];
const later = (seconds: number) => clock.turnTo(clock.now() + seconds * 1000);

test('a message is received with its body, its digest and a receipt', async () => {
  const sent = await call('SendMessage', { MessageBody: 'hello' });
  expect(sent.MD5OfMessageBody).toBe('5d41402abc4b2a76b9719d911017c592');
  expect(await receive()).toEqual([
    {
      MessageId: sent.MessageId,
      ReceiptHandle: expect.any(String),
      Body: 'hello',
      MD5OfBody: '5d41402abc4b2a76b9719d911017c592',
    },
  ]);
});

test('a received message is hidden until its visibility timeout, and then comes again', async () => {
  await call('SendMessage', { MessageBody: 'a' });
  await receive();
  await later(29);
  expect(await receive()).toEqual([]);
  await later(2);
  const [message] = await receive({ MessageSystemAttributeNames: ['All'] });
  expect(message?.Attributes).toMatchObject({ ApproximateReceiveCount: '2' });
});

test('a deleted message does not come again; an older receipt deletes nothing', async () => {
  await call('SendMessage', { MessageBody: 'a' });
  const [first] = await receive({ VisibilityTimeout: 0 });
  const [second] = await receive({ VisibilityTimeout: 0 });
  await call('DeleteMessage', { ReceiptHandle: first?.ReceiptHandle ?? '' });
  expect(await receive({ VisibilityTimeout: 0 })).toHaveLength(1);
  await call('DeleteMessage', { ReceiptHandle: second?.ReceiptHandle ?? '' });
  const [third] = await receive({ VisibilityTimeout: 0 });
  await call('DeleteMessage', { ReceiptHandle: third?.ReceiptHandle ?? '' });
  expect(await receive()).toEqual([]);
});

test('a long poll waits for a message, and for no longer than it says on the cloud’s clock', async () => {
  const waiting = receive({ WaitTimeSeconds: 20 });
  await call('SendMessage', { MessageBody: 'late' });
  expect(await waiting).toHaveLength(1);
  const inVain = receive({ WaitTimeSeconds: 20 });
  await later(20);
  expect(await inVain).toEqual([]);
});

test('a delayed message is received after its delay', async () => {
  await call('SendMessage', { MessageBody: 'a', DelaySeconds: 60 });
  expect(await receive()).toEqual([]);
  await later(61);
  expect(await receive()).toHaveLength(1);
});

test('messages are gone after the retention', async () => {
  await call('SendMessage', { MessageBody: 'a' });
  await later(3601);
  expect(await receive()).toEqual([]);
});

test('attributes come back when they are asked for, with the digest that clients check', async () => {
  const MessageAttributes = {
    b: { DataType: 'String', StringValue: 'two' },
    a: { DataType: 'Number', StringValue: '1' },
  };
  const { MD5OfMessageAttributes } = await call('SendMessage', { MessageBody: 'x', MessageAttributes });
  expect(MD5OfMessageAttributes).toBe('b0798d86609bf5109fe80711ff60a62c');
  const [all] = await receive({ MessageAttributeNames: ['All'], VisibilityTimeout: 0 });
  expect(all).toMatchObject({ MessageAttributes, MD5OfMessageAttributes });
  const [one] = await receive({ MessageAttributeNames: ['b'], VisibilityTimeout: 0 });
  expect(Object.keys(one?.MessageAttributes as JsonObject)).toEqual(['b']);
});

test('the attributes of a queue count its messages by what can be done with them', async () => {
  for (const MessageBody of ['a', 'b', 'c']) await call('SendMessage', { MessageBody });
  await call('SendMessage', { MessageBody: 'd', DelaySeconds: 60 });
  await receive({ MaxNumberOfMessages: 1 });
  const { Attributes } = await call('GetQueueAttributes', { AttributeNames: ['All'] });
  expect(Attributes).toMatchObject({
    QueueArn: arn,
    ApproximateNumberOfMessages: '2',
    ApproximateNumberOfMessagesNotVisible: '1',
    ApproximateNumberOfMessagesDelayed: '1',
    VisibilityTimeout: '30',
  });
});

test('messages outlive the process', async () => {
  await call('SendMessage', { MessageBody: 'a' });
  database.close();
  open();
  expect(await receive()).toHaveLength(1);
});

test('queues are found by name', async () => {
  expect(await call('GetQueueUrl', { QueueName: 'q' })).toEqual({ QueueUrl });
  expect(await call('ListQueues')).toEqual({ QueueUrls: [QueueUrl] });
});

test.each([
  [
    'SendMessage',
    { QueueUrl: 'http://127.0.0.1:1/000000000000/none', MessageBody: 'a' },
    'QueueDoesNotExist',
  ],
  ['SendMessage', {}, 'MissingParameter'],
  ['SendMessage', { MessageBody: 'x'.repeat(1025) }, 'InvalidParameterValue'],
  ['SendMessage', { MessageBody: '' }, 'InvalidParameterValue'],
  ['ReceiveMessage', { MaxNumberOfMessages: 11 }, 'InvalidParameterValue'],
  ['GetQueueUrl', { QueueName: 'none' }, 'QueueDoesNotExist'],
])('%s of %j is refused as %s', async (operation, input, code) => {
  await expect(call(operation, input)).rejects.toMatchObject({ code });
});
