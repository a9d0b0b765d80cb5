import { type Gateway, startGateway } from './gateway.ts';

const portal = 'https://portal.example';

const preflight = (origin = portal): RequestInit => ({
  method: 'OPTIONS',
  headers: { origin, 'access-control-request-method': 'PUT' },
});

const corsOf = (response: Response) =>
  Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('access-control-')));

/**
 * "Configure CORS for HTTP APIs in API Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
describe('with a CORS configuration', () => {
  let gateway: Gateway;
  const call = (path: string, init?: RequestInit) => fetch(`${gateway.origin}${path}`, init);

  beforeAll(async () => {
    gateway = await startGateway(
      () => ({
        statusCode: 200,
        headers: { 'Access-Control-Allow-Origin': 'https://other.example', 'access-control-max-age': '1' },
        body: 'from the function',
      }),
      {
        api: {
          CorsConfiguration: {
            AllowOrigins: [portal, 'http://*'],
            AllowMethods: ['GET', 'PUT'],
            AllowHeaders: ['authorization', 'if-match'],
            ExposeHeaders: ['etag'],
            MaxAge: 600,
            AllowCredentials: true,
          },
        },
      },
    );
    gateway.route('GET /cases');
    gateway.route('ANY /any');
  });

  afterAll(() => gateway.close());

  test('the gateway answers a preflight itself, without an OPTIONS route', async () => {
    const response = await call('/cases', preflight());
    expect(response.status).toBe(204);
    expect(corsOf(response)).toEqual({
      'access-control-allow-origin': portal,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET,PUT',
      'access-control-allow-headers': 'authorization,if-match',
      'access-control-max-age': '600',
    });
    expect(gateway.events).toEqual([]);
  });

  test('an origin that is not allowed gets no CORS headers', async () => {
    expect(corsOf(await call('/cases', preflight('https://evil.example')))).toEqual({});
    expect(corsOf(await call('/cases', { headers: { origin: 'https://evil.example' } }))).toEqual({});
  });

  test("the configured headers replace the function's", async () => {
    expect(corsOf(await call('/cases', { headers: { origin: portal } }))).toEqual({
      'access-control-allow-origin': portal,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'etag',
    });
  });

  test('a scheme with a wildcard allows every origin of it', async () => {
    const response = await call('/cases', { headers: { origin: 'http://localhost:5173' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  });

  test('a refusal carries them too, so that the page can read it', async () => {
    const response = await call('/nowhere', { headers: { origin: portal } });
    expect(response.status).toBe(404);
    expect(response.headers.get('access-control-allow-origin')).toBe(portal);
  });

  test('OPTIONS on a route that takes every method goes to the function', async () => {
    expect(await (await call('/any', preflight())).text()).toBe('from the function');
  });

  test('OPTIONS without an origin is no preflight', async () => {
    expect((await call('/cases', { method: 'OPTIONS' })).status).toBe(404);
  });
});

test('without a CORS configuration a preflight is a request like any other', async () => {
  const gateway = await startGateway(() => null);
  gateway.route('GET /cases');
  expect((await fetch(`${gateway.origin}/cases`, preflight())).status).toBe(404);
  await gateway.close();
});
