import { request as httpRequest } from 'node:http';
import type { JsonObject } from '../../../local/service.ts';
import { type Gateway, startGateway } from './gateway.ts';

/**
 * Payload format 2.0: "Create AWS Lambda proxy integrations for HTTP APIs in API Gateway",
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
describe('the event that a function gets', () => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await startGateway(() => ({ statusCode: 204 }));
    gateway.route('ANY /cases/{id}');
    gateway.route('$default');
    gateway.clock.startAt(Date.parse('2022-04-25T13:15:00.250Z'));
  });

  afterAll(() => gateway.close());

  const eventOf = async (path: string, init: RequestInit = {}): Promise<JsonObject> => {
    await fetch(`${gateway.origin}${path}`, init);
    return gateway.events.at(-1) ?? {};
  };

  test('has everything of the request and its route', async () => {
    const event = await eventOf('/cases/7?page=2&tag=a&tag=b%20c', {
      method: 'PUT',
      body: '{"note":"åäö"}',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'portal', 'X-Reason': 'test' },
    });
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'ANY /cases/{id}',
      rawPath: '/cases/7',
      rawQueryString: 'page=2&tag=a&tag=b%20c',
      headers: expect.objectContaining({
        'content-type': 'application/json',
        'x-reason': 'test',
        host: new URL(gateway.origin).host,
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-proto': 'http',
        'x-forwarded-port': new URL(gateway.origin).port,
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      }),
      queryStringParameters: { page: '2', tag: 'a,b c' },
      requestContext: {
        accountId: '000000000000',
        apiId: expect.stringMatching(/^[a-z0-9]{10}$/),
        domainName: new URL(gateway.origin).host,
        domainPrefix: '127',
        http: {
          method: 'PUT',
          path: '/cases/7',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'portal',
        },
        requestId: expect.stringMatching(/^[\w+/]{15}=$/),
        routeKey: 'ANY /cases/{id}',
        stage: '$default',
        time: expect.stringMatching(/^25\/Apr\/2022:13:15:0\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
      pathParameters: { id: '7' },
      body: '{"note":"åäö"}',
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty('connection');
  });

  test('leaves out what is empty, but not the query string', async () => {
    const event = await eventOf('/');
    expect(event.rawQueryString).toBe('');
    expect(Object.keys(event).sort()).toEqual([
      'headers',
      'isBase64Encoded',
      'rawPath',
      'rawQueryString',
      'requestContext',
      'routeKey',
      'version',
    ]);
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  test('joins repeated headers with commas and takes the cookies apart', async () => {
    const sent = httpRequest(gateway.origin, {
      headers: { 'X-Two': ['one', 'two'], cookie: 'a=1; b=2' },
    });
    await new Promise((resolve) => sent.on('response', (answer) => resolve(answer.resume())).end());
    const { headers, cookies } = gateway.events.at(-1) as { headers: JsonObject; cookies: string[] };
    expect(headers['x-two']).toBe('one,two');
    expect(headers).not.toHaveProperty('cookie');
    expect(cookies).toEqual(['a=1', 'b=2']);
  });

  test('has the path percent-decoded and the query as it came', async () => {
    const event = await eventOf('/filer/bil%C3%A5ga%201?q=%C3%A5+b');
    expect(event.rawPath).toBe('/filer/bilåga 1');
    expect(event.rawQueryString).toBe('q=%C3%A5+b');
    expect(event.queryStringParameters).toEqual({ q: 'å b' });
  });

  test.each([
    ['application/octet-stream', true],
    ['application/x-www-form-urlencoded', true],
    ['', true],
    ['text/csv; charset=utf-8', false],
    ['application/xml', false],
  ])('a body of type "%s" is base64: %s', async (type, isBase64Encoded) => {
    const body = Buffer.from('a,b');
    const event = await eventOf('/', { method: 'POST', body, headers: type ? { 'content-type': type } : {} });
    expect(event).toMatchObject({
      isBase64Encoded,
      body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    });
  });

  test('below /_api/<apiId> it is as at the root', async () => {
    const { requestContext } = (await eventOf('/cases/1')) as { requestContext: { apiId: string } };
    const event = await eventOf(`/_api/${requestContext.apiId}/cases/2`);
    expect(event).toMatchObject({ rawPath: '/cases/2', pathParameters: { id: '2' } });
  });

  test('carries the variables of the stage', async () => {
    const other = await startGateway(() => null, { stage: { StageVariables: { round: '2022' } } });
    other.route('$default');
    await fetch(other.origin);
    expect(other.events.at(-1)?.stageVariables).toEqual({ round: '2022' });
    await other.close();
  });
});
