import type { Json } from '../../../local/service.ts';
import { type Gateway, startGateway } from './gateway.ts';

/**
 * "Lambda function response for format 2.0" in "Create AWS Lambda proxy integrations for HTTP APIs in API
 * Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
describe("a function's output becomes the response", () => {
  let gateway: Gateway;
  let output: Json;

  beforeAll(async () => {
    gateway = await startGateway(() => output);
    gateway.route('$default');
  });

  afterAll(() => gateway.close());

  const responseTo = (value: Json, init?: RequestInit) => {
    output = value;
    return fetch(gateway.origin, init);
  };

  test('with a status code, headers, cookies and body', async () => {
    const response = await responseTo({
      statusCode: 201,
      headers: { 'Content-Type': 'text/html', ETag: '"1"', 'X-Count': 3 },
      cookies: ['a=1; Path=/', 'b=2'],
      body: '<p>Mottagen</p>',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(response.headers.get('etag')).toBe('"1"');
    expect(response.headers.get('x-count')).toBe('3');
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(response.headers.get('apigw-requestid')).toMatch(/^[\w+/]{15}=$/);
    expect(await response.text()).toBe('<p>Mottagen</p>');
  });

  test('with a body in base64', async () => {
    const bytes = Buffer.from([0, 255, 1]);
    const response = await responseTo({
      statusCode: 200,
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test.each([
    ['Hello from Lambda!', 'Hello from Lambda!'],
    [{ message: 'Hello from Lambda!' }, '{"message":"Hello from Lambda!"}'],
    [{ body: 'no status code' }, '{"body":"no status code"}'],
    [[1, 2], '[1,2]'],
  ])('without a status code it is the body of a 200 in JSON: %j', async (value, body) => {
    const response = await responseTo(value);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe(body);
  });

  test.each<[string, Json]>([
    ['a status code that is no number', { statusCode: 'OK' }],
    ['a body that is an object', { statusCode: 200, body: { a: 1 } }],
    ['a header that would end the header', { statusCode: 200, headers: { 'x-a': 'b\r\nset-cookie: c' } }],
    ['a cookie that is an object', { statusCode: 200, cookies: [{}] }],
  ])('%s is an internal server error', async (_, value) => {
    const response = await responseTo(value);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
  });

  test('the body of HEAD is not sent, nor that of a 204', async () => {
    const head = await responseTo({ statusCode: 200, body: 'abc' }, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe('3');
    expect(await head.text()).toBe('');
    const none = await responseTo({ statusCode: 204 });
    expect(none.status).toBe(204);
    expect(none.headers.has('content-length')).toBe(false);
  });
});

test('a function that fails is an internal server error', async () => {
  const gateway = await startGateway(() => Promise.reject(new Error('Unhandled')));
  gateway.route('GET /cases');
  const response = await fetch(`${gateway.origin}/cases`);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ message: 'Internal Server Error' });
  await gateway.close();
});
