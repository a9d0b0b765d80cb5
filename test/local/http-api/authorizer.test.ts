import { followClock } from '../../../local/clock.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { type Claims, type Issuer, startIssuer } from './issuer.ts';

/**
 * "Control access to HTTP APIs with JWT authorizers in API Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
describe('a JWT authorizer', () => {
  let gateway: Gateway;
  let issuer: Issuer;

  beforeAll(async () => {
    issuer = await startIssuer();
    gateway = await startGateway((event) => (event.requestContext as { authorizer: never }).authorizer);
    followClock(gateway.clock.offset);
    const AuthorizerId = gateway.declare('Authorizer', 'Authorizer', {
      Name: 'pool',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: issuer.url, Audience: ['portal', 'cli'] },
    });
    gateway.route('GET /me', { AuthorizationType: 'JWT', AuthorizerId });
    gateway.route('GET /cases', {
      AuthorizationType: 'JWT',
      AuthorizerId,
      AuthorizationScopes: ['anslag/read', 'anslag/write'],
    });
  });

  afterAll(() => Promise.all([gateway.close(), issuer.close()]));

  const seconds = () => Math.floor(gateway.clock.now() / 1000);

  const claims = (changes: Claims = {}): Claims => ({
    iss: issuer.url,
    sub: 'aino',
    client_id: 'portal',
    scope: 'openid anslag/read',
    iat: seconds(),
    exp: seconds() + 3600,
    ...changes,
  });

  const call = async (path: string, token?: string) => {
    const response = await fetch(
      `${gateway.origin}${path}`,
      token ? { headers: { authorization: token } } : {},
    );
    return {
      status: response.status,
      challenge: response.headers.get('www-authenticate'),
      body: (await response.json()) as { jwt: { claims: Record<string, string>; scopes: string[] | null } },
    };
  };

  const callWith = async (changes: Claims, header?: Claims) =>
    call('/me', await issuer.sign(claims(changes), header));

  const refused = (description: string) => ({
    status: 401,
    challenge: `Bearer scope="" error="invalid_token" error_description="${description}"`,
    body: { message: 'Unauthorized' },
  });

  test.each(['', 'Bearer ', 'bearer '])('takes the token after "%s"', async (prefix) => {
    expect((await call('/me', `${prefix}${await issuer.sign(claims())}`)).status).toBe(200);
  });

  /** Measured forms; the sources are with `claimStrings`. */
  test('hands the claims on as strings', async () => {
    const { body } = await callWith({
      'cognito:groups': ['presenter', 'decision maker'],
      email_verified: true,
      auth_time: 1650892500,
      address: { country: 'FI' },
      nickname: null,
    });
    expect(body.jwt.claims).toMatchObject({
      sub: 'aino',
      'cognito:groups': '[presenter decision maker]',
      email_verified: 'true',
      auth_time: '1650892500',
      address: '{"country":"FI"}',
    });
    expect(body.jwt.claims).not.toHaveProperty('nickname');
  });

  test('wants one of the scopes of the route, and shows all that the token has', async () => {
    const { body } = await call('/cases', await issuer.sign(claims()));
    expect(body.jwt.scopes).toEqual(['openid', 'anslag/read']);
    const { body: other } = await call(
      '/cases',
      await issuer.sign(claims({ scope: undefined, scp: ['anslag/write'] })),
    );
    expect(other.jwt.scopes).toEqual(['anslag/write']);
    expect(await call('/cases', await issuer.sign(claims({ scope: 'openid' })))).toEqual({
      status: 403,
      challenge: null,
      body: { message: 'Forbidden' },
    });
  });

  test('shows no scopes on a route that wants none', async () => {
    expect((await callWith({})).body.jwt.scopes).toBeNull();
  });

  test('refuses a request without a token', async () => {
    expect(await call('/me')).toEqual({
      status: 401,
      challenge: 'Bearer',
      body: { message: 'Unauthorized' },
    });
  });

  /** "Troubleshooting issues with HTTP API JWT authorizers" has these words. */
  test('refuses a token for another audience', async () => {
    expect(await callWith({ client_id: 'other' })).toEqual(
      refused('the token does not have a valid audience'),
    );
  });

  test('reads client_id only in a token without aud', async () => {
    expect((await callWith({ aud: 'cli', client_id: 'other' })).status).toBe(200);
    expect((await callWith({ aud: ['x', 'cli'], client_id: undefined })).status).toBe(200);
    expect((await callWith({ aud: 'other' })).status).toBe(401);
  });

  test('refuses what is no token', async () => {
    expect(await call('/me', 'Bearer not-a-token')).toEqual(
      refused('token contains an invalid number of segments'),
    );
  });

  test('refuses algorithms that are not RSA', async () => {
    const [, payload, signature] = (await issuer.sign(claims())).split('.');
    const header = (alg: string) => Buffer.from(JSON.stringify({ alg, kid: 'first' })).toString('base64url');
    expect(await call('/me', `${header('ES256')}.${payload}.${signature}`)).toEqual(
      refused('signing method ES256 is invalid'),
    );
    expect((await call('/me', `${header('none')}.${payload}.`)).status).toBe(401);
  });

  test('says so in one line, whatever the token has for an algorithm', async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'R"S\r\nset-cookie: a' })).toString('base64url');
    expect(await call('/me', `${header}.e30.`)).toEqual(
      refused('signing method R?S??set-cookie: a is invalid'),
    );
  });

  test('refuses a token that was changed', async () => {
    const [header, , signature] = (await issuer.sign(claims())).split('.');
    const payload = Buffer.from(JSON.stringify(claims({ sub: 'other' }))).toString('base64url');
    expect((await call('/me', `${header}.${payload}.${signature}`)).status).toBe(401);
  });

  test('refuses another issuer, and a token without kid', async () => {
    expect((await callWith({ iss: 'https://other.example' })).status).toBe(401);
    expect((await callWith({}, { kid: undefined })).status).toBe(401);
  });

  test('refuses a token that is not valid yet, was issued in the future, or never expires', async () => {
    expect((await callWith({ nbf: seconds() + 60 })).status).toBe(401);
    expect((await callWith({ iat: seconds() + 60 })).status).toBe(401);
    expect((await callWith({ exp: undefined })).status).toBe(401);
  });

  test('refuses a token that has expired on the cloud clock', async () => {
    const token = await issuer.sign(claims({ exp: seconds() + 60 }));
    expect((await call('/me', token)).status).toBe(200);
    await gateway.clock.turnTo(gateway.clock.now() + 61_000);
    expect(await call('/me', token)).toEqual(refused('the token has expired'));
  });

  test('keeps the keys for two hours and fetches them before that for a kid it does not know', async () => {
    await callWith({});
    const fetched = issuer.fetches();
    await callWith({});
    expect(issuer.fetches()).toBe(fetched);
    const withOldKey = await issuer.sign(claims({ exp: seconds() + 90_000 }));
    await issuer.rotate('second');
    expect((await callWith({})).status).toBe(200);
    expect(issuer.fetches()).toBe(fetched + 1);
    expect((await call('/me', withOldKey)).status).toBe(401);
    const before = issuer.fetches();
    await gateway.clock.turnTo(gateway.clock.now() + 2 * 3600 * 1000);
    await callWith({});
    expect(issuer.fetches()).toBe(before + 1);
  });
});

test('the issuer of a user pool of the region is the local one', async () => {
  const issuer = await startIssuer();
  const gateway = await startGateway((event) =>
    event.rawPath === '/me' ? 'in' : { jwks_uri: `${issuer.url}/keys` },
  );
  const AuthorizerId = gateway.declare('Authorizer', 'Authorizer', {
    AuthorizerType: 'JWT',
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: {
      Issuer: 'https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_AbCdEfGhI',
      Audience: ['portal'],
    },
  });
  gateway.route('GET /me', { AuthorizationType: 'JWT', AuthorizerId });
  gateway.route('GET /_cognito/eu-north-1_AbCdEfGhI/.well-known/openid-configuration');
  const token = await issuer.sign({
    iss: `${gateway.origin}/_cognito/eu-north-1_AbCdEfGhI`,
    aud: 'portal',
    exp: Math.floor(gateway.clock.now() / 1000) + 60,
  });
  const response = await fetch(`${gateway.origin}/me`, { headers: { authorization: token } });
  expect(await response.text()).toBe('in');
  await Promise.all([gateway.close(), issuer.close()]);
});
