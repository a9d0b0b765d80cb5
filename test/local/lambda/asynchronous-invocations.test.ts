import { aFunction, aLambda } from './a-lambda.ts';

/**
 * "How Lambda handles errors and retries with asynchronous invocation", "Capturing records of Lambda asynchronous
 * invocations", AWS Lambda Developer Guide.
 */

const minute = 60_000;
const queue = 'arn:aws:sqs:eu-north-1:000000000000:dead';
const destination = 'arn:aws:sqs:eu-north-1:000000000000:records';
const failing = 'export const handler = async () => { throw new Error("no") }';

let cloud: ReturnType<typeof aLambda>;
beforeEach(() => {
  cloud = aLambda();
});
afterEach(async () => {
  await cloud.close();
  cloud.remove();
});

function define(source: string, settings: Parameters<typeof aFunction>[2] = {}) {
  cloud.lambda.define(aFunction(cloud.directory, source, settings));
  cloud.lambda.resume();
}

const send = (payload: unknown) =>
  cloud.lambda.invoke('fn', JSON.stringify(payload), { invocationType: 'Event' });
const attempts = () => cloud.lambda.logOf('fn').split('START RequestId').length - 1;

test('an event is accepted at once, with nothing to answer, and run', async () => {
  define('export const handler = async (event) => console.log("ran", event.n)');
  expect(await send({ n: 7 })).toMatchObject({ payload: '', executedVersion: '$LATEST' });
  await cloud.clock.settled();
  expect(cloud.lambda.logOf('fn')).toContain('ran 7');
});

test('a function that fails is tried again after one minute, then after two, then never', async () => {
  define(failing);
  await send({});
  const begun = cloud.clock.now();
  const tried: number[] = [];
  for (const passed of [0.9, 1.2, 2.9, 3.5, 600]) {
    await cloud.clock.turnTo(begun + passed * minute);
    tried.push(attempts());
  }
  expect(tried).toEqual([1, 2, 2, 3, 3]);
});

test('all attempts have the same request id', async () => {
  define(failing);
  const { requestId } = await send({});
  await cloud.clock.turnTo(cloud.clock.now() + 10 * minute);
  expect(cloud.lambda.logOf('fn').split(`START RequestId: ${requestId}`)).toHaveLength(4);
});

test('what failed every attempt goes to the dead-letter queue and the on-failure destination', async () => {
  define(failing, { deadLetterArn: queue });
  cloud.lambda.configureEvents('fn', { maximumRetryAttempts: 0, onFailure: destination });
  const { requestId } = await send({ n: 1 });
  await cloud.clock.settled();
  expect(cloud.sent).toEqual([
    {
      arn: queue,
      body: { n: 1 },
      attributes: {
        RequestID: { DataType: 'String', StringValue: requestId },
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: { DataType: 'String', StringValue: 'no' },
      },
    },
    {
      arn: destination,
      attributes: undefined,
      body: {
        version: '1.0',
        timestamp: expect.any(String),
        requestContext: {
          requestId,
          functionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:fn:$LATEST',
          condition: 'RetriesExhausted',
          approximateInvokeCount: 1,
        },
        requestPayload: { n: 1 },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: expect.objectContaining({ errorType: 'Error', errorMessage: 'no' }),
      },
    },
  ]);
});

test('a success has a destination of its own', async () => {
  define('export const handler = async () => "done"');
  cloud.lambda.configureEvents('fn', { onSuccess: destination, onFailure: queue });
  await send({});
  await cloud.clock.settled();
  expect(cloud.sent).toMatchObject([
    { arn: destination, body: { requestContext: { condition: 'Success' }, responsePayload: 'done' } },
  ]);
});

test('an event grows too old for another attempt', async () => {
  define(failing, { deadLetterArn: queue });
  cloud.lambda.configureEvents('fn', { maximumEventAge: 90, onFailure: destination });
  await send({});
  await cloud.clock.turnTo(cloud.clock.now() + 10 * minute);
  expect(attempts()).toBe(2);
  expect(cloud.sent[1]?.body).toMatchObject({ requestContext: { condition: 'EventAgeExceeded' } });
});

test('with a reserved concurrency of zero events go to the dead-letter queue untried', async () => {
  define(failing, { reservedConcurrency: 0, deadLetterArn: queue });
  await send({ n: 1 });
  await cloud.clock.settled();
  expect(attempts()).toBe(0);
  expect(cloud.sent).toMatchObject([{ arn: queue, body: { n: 1 } }]);
});

test('being throttled costs no attempt', async () => {
  define('export const handler = async () => new Promise((resolve) => setTimeout(resolve, 50))', {
    reservedConcurrency: 1,
  });
  cloud.lambda.configureEvents('fn', { maximumRetryAttempts: 0, onFailure: destination });
  for (let n = 0; n < 4; n++) await send({ n });
  await cloud.clock.turnTo(cloud.clock.now() + 10 * minute);
  expect(cloud.lambda.logOf('fn').match(/REPORT/g)).toHaveLength(4);
  expect(cloud.sent).toEqual([]);
});

test('an accepted event outlives the process', async () => {
  const source = 'export const handler = async () => console.log("ran")';
  cloud.lambda.define(aFunction(cloud.directory, source));
  await send({});
  await cloud.close();
  cloud = aLambda(cloud.directory);
  define(source);
  await cloud.clock.turnTo(cloud.clock.now() + 1000);
  expect(cloud.lambda.logOf('fn')).toContain('ran');
});
