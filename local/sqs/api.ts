import { createHash } from 'node:crypto';
import {
  type JsonObject,
  type JsonOperation,
  type JsonOperations,
  type Permission,
  type Place,
  ServiceError,
} from '../service.ts';
import {
  attributesDigest,
  type MessageAttributes,
  type Queue,
  type Queues,
  type Received,
} from './queues.ts';

/** The operations of Amazon SQS that a dead-letter queue needs, over AWS JSON 1.0 (target prefix `AmazonSQS`). */
export function sqsOperations(queues: Queues, place: Place): JsonOperations {
  const arnOf = (input: JsonObject) => arnOfUrl(text(input, 'QueueUrl'), place);
  const on = (
    action: string,
    run: (queue: Queue, input: JsonObject) => Promise<JsonObject>,
  ): JsonOperation => ({
    permissions: (input): readonly Permission[] => [{ action: `sqs:${action}`, resource: arnOf(input) }],
    run: (input) => run(queues.get(arnOf(input)), input),
  });
  return {
    SendMessage: on('SendMessage', async (queue, input) => {
      const body = text(input, 'MessageBody');
      const attributes = (input.MessageAttributes ?? {}) as unknown as MessageAttributes;
      const MessageId = queues.send(queue.arn, body, attributes, count(input, 'DelaySeconds'));
      return {
        MessageId,
        MD5OfMessageBody: md5(body),
        ...(Object.keys(attributes).length > 0 && { MD5OfMessageAttributes: attributesDigest(attributes) }),
      };
    }),
    ReceiveMessage: on('ReceiveMessage', async (queue, input): Promise<JsonObject> => {
      const most = count(input, 'MaxNumberOfMessages') ?? 1;
      if (most < 1 || most > 10) {
        throw new ServiceError('InvalidParameterValue', 'MaxNumberOfMessages must be from 1 to 10.');
      }
      const received = await queues.receive(
        queue.arn,
        most,
        count(input, 'VisibilityTimeout'),
        count(input, 'WaitTimeSeconds'),
      );
      return received.length > 0 ? { Messages: received.map((message) => messageFor(message, input)) } : {};
    }),
    DeleteMessage: on('DeleteMessage', async (queue, input) => {
      queues.delete(queue.arn, text(input, 'ReceiptHandle'));
      return {};
    }),
    GetQueueAttributes: on('GetQueueAttributes', async (queue, input) => {
      const all = attributesOf(queue, queues);
      const asked = names(input.AttributeNames);
      return { Attributes: asked.includes('All') ? all : pick(all, asked) };
    }),
    GetQueueUrl: {
      permissions: (input) => [
        { action: 'sqs:GetQueueUrl', resource: arnOfName(text(input, 'QueueName'), place) },
      ],
      run: async (input) => ({ QueueUrl: queues.get(arnOfName(text(input, 'QueueName'), place)).url }),
    },
    ListQueues: {
      permissions: () => [{ action: 'sqs:ListQueues', resource: arnOfName('', place) }],
      run: async (input) => {
        const prefix = typeof input.QueueNamePrefix === 'string' ? input.QueueNamePrefix : '';
        const found = queues.list().filter((queue) => queue.name.startsWith(prefix));
        return { QueueUrls: found.map((queue) => queue.url) };
      },
    },
  };
}

function attributesOf(queue: Queue, queues: Queues): Record<string, string> {
  const { visible, inFlight, delayed } = queues.counts(queue.arn);
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(queue.visibilityTimeout),
    MessageRetentionPeriod: String(queue.retention),
    DelaySeconds: String(queue.delay),
    ReceiveMessageWaitTimeSeconds: String(queue.receiveWait),
    MaximumMessageSize: String(queue.maximumMessageSize),
  };
}

function messageFor(message: Received, input: JsonObject): JsonObject {
  const system = {
    SentTimestamp: String(message.sent),
    ApproximateFirstReceiveTimestamp: String(message.firstReceived),
    ApproximateReceiveCount: String(message.receiveCount),
  };
  const asked = [...names(input.MessageSystemAttributeNames), ...names(input.AttributeNames)];
  const wanted = names(input.MessageAttributeNames);
  const attributes = Object.fromEntries(
    Object.entries(message.attributes).filter(([name]) => wanted.some((pattern) => covers(pattern, name))),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(asked.length > 0 && { Attributes: asked.includes('All') ? system : pick(system, asked) }),
    ...(Object.keys(attributes).length > 0 && {
      MessageAttributes: attributes as unknown as JsonObject,
      MD5OfMessageAttributes: attributesDigest(attributes),
    }),
  };
}

/** `All` and `.*` ask for every attribute, `bar.*` for those that begin with `bar.`. */
function covers(pattern: string, name: string): boolean {
  if (pattern === 'All') return true;
  return pattern.endsWith('.*') ? name.startsWith(pattern.slice(0, -2)) : pattern === name;
}

function pick(all: Readonly<Record<string, string>>, asked: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => asked.includes(name)));
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function arnOfUrl(url: string, place: Place): string {
  return arnOfName(url.slice(url.lastIndexOf('/') + 1), place);
}

function arnOfName(name: string, { region, account }: Place): string {
  return `arn:aws:sqs:${region}:${account}:${name}`;
}

function text(input: JsonObject, member: string): string {
  const value = input[member];
  if (typeof value === 'string') return value;
  throw new ServiceError('MissingParameter', `The request must contain the parameter ${member}.`);
}

function count(input: JsonObject, member: string): number | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new ServiceError('InvalidParameterValue', `${member} must be a whole number, at least 0.`);
}

function md5(body: string): string {
  return createHash('md5').update(body).digest('hex');
}
