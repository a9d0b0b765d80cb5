import { Readable } from 'node:stream';
import { type Gateway, startGateway } from './gateway.ts';

let gateway: Gateway;
afterEach(() => gateway.close());

const answerTo = async (path: string, init?: RequestInit) => {
  const response = await fetch(`${gateway.origin}${path}`, init);
  return { status: response.status, body: await response.json() };
};

test('a path without a route is not found, and so is a method without one', async () => {
  gateway = await startGateway(() => null);
  gateway.route('GET /cases');
  const notFound = { status: 404, body: { message: 'Not Found' } };
  expect(await answerTo('/case')).toEqual(notFound);
  expect(await answerTo('/cases', { method: 'POST' })).toEqual(notFound);
  expect(gateway.events).toEqual([]);
});

test('a broken escape in the path is a bad request', async () => {
  gateway = await startGateway(() => null);
  gateway.route('$default');
  expect(await answerTo('/%E0%A4%A')).toEqual({ status: 400, body: { message: 'Bad Request' } });
});

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
describe('the quotas of an HTTP API', () => {
  beforeEach(async () => {
    gateway = await startGateway((event) => String(event.body).length);
    gateway.route('$default');
  });

  test('10 MB of payload pass, one byte more does not', async () => {
    const limit = 10 * 1024 * 1024;
    const post = (size: number) =>
      answerTo('/', {
        method: 'POST',
        body: Buffer.alloc(size, 'a'),
        headers: { 'content-type': 'text/plain' },
      });
    expect(await post(limit)).toEqual({ status: 200, body: limit });
    expect(await post(limit + 1)).toEqual({ status: 413, body: { message: 'Request Entity Too Large' } });
  });

  test('a payload of undeclared length is stopped as well', async () => {
    const body = Readable.toWeb(Readable.from(Array.from({ length: 11 }, () => Buffer.alloc(2 ** 20))));
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    expect((await answerTo('/', init)).status).toBe(413);
  });

  test('request line and header values may have 10,240 bytes together', async () => {
    const get = (length: number) => answerTo('/', { headers: { 'x-long': 'a'.repeat(length) } });
    expect((await get(9_900)).status).toBe(200);
    expect((await get(10_240)).status).toBe(431);
  });
});

/**
 * "Throttle requests to your HTTP APIs for better throughput in API Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 */
describe('throttling', () => {
  const tooMany = { status: 429, body: { message: 'Too Many Requests' } };

  test('a burst passes, then as many as the rate fills on the cloud clock', async () => {
    gateway = await startGateway(() => 'ok', {
      stage: { DefaultRouteSettings: { ThrottlingBurstLimit: 2, ThrottlingRateLimit: 0.001 } },
    });
    gateway.route('GET /a');
    gateway.route('GET /b');
    const statuses = async (path: string, times: number) => {
      const seen: number[] = [];
      for (let i = 0; i < times; i++) seen.push((await fetch(`${gateway.origin}${path}`)).status);
      return seen;
    };
    expect(await statuses('/a', 3)).toEqual([200, 200, 429]);
    expect(await answerTo('/a')).toEqual(tooMany);
    expect(await statuses('/b', 1)).toEqual([200]);
    await gateway.clock.turnTo(gateway.clock.now() + 1_000_000);
    expect(await statuses('/a', 2)).toEqual([200, 429]);
  });

  test("a route's own settings go before the stage's", async () => {
    gateway = await startGateway(() => 'ok', {
      stage: { RouteSettings: { 'GET /a': { ThrottlingBurstLimit: 0, ThrottlingRateLimit: 0 } } },
    });
    gateway.route('GET /a');
    gateway.route('GET /b');
    expect(await answerTo('/a')).toEqual(tooMany);
    expect((await fetch(`${gateway.origin}/b`)).status).toBe(200);
  });
});

test('a function that takes longer than the integration waits is answered as unavailable', async () => {
  const never = Promise.withResolvers<null>();
  gateway = await startGateway(() => never.promise, { integration: { TimeoutInMillis: 50 } });
  gateway.route('$default');
  expect(await answerTo('/')).toEqual({ status: 503, body: { message: 'Service Unavailable' } });
  never.resolve(null);
});
