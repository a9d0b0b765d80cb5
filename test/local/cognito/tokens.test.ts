import { createRemoteJWKSet, jwtVerify } from 'jose';
import { followClock } from '../../../local/clock.ts';
import type { JsonObject } from '../../../local/service.ts';
import { type Pools, startPools } from './pools.ts';
import { Authorization, addPerson, declarePortal, type Portal, requestTokens } from './portal.ts';

/**
 * "Understanding user pool JSON web tokens (JWTs)":
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
 */
let pools: Pools;
let portal: Portal;

beforeAll(async () => {
  pools = await startPools();
  followClock(pools.clock.offset);
  portal = await declarePortal(pools, {
    ReadAttributes: ['name', 'email', 'email_verified', 'custom:organisation'],
    AccessTokenValidity: 30,
    IdTokenValidity: 20,
    RefreshTokenValidity: 2,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes' },
  });
  await addPerson(pools, portal, ['presenter', 'evaluator']);
});

afterAll(() => pools.close());

const tokensFor = async (changes: Record<string, string> = {}): Promise<JsonObject> => {
  const authorization = new Authorization(portal, changes);
  return (await authorization.redeem(await authorization.signIn())).body;
};

/** The claims, with the signature checked against the published keys. */
const claimsOf = async (token: unknown) => {
  const keys = createRemoteJWKSet(new URL(`${portal.issuer}/.well-known/jwks.json`));
  const { payload, protectedHeader } = await jwtVerify(String(token), keys, { issuer: portal.issuer });
  expect(protectedHeader).toEqual({ alg: 'RS256', kid: expect.any(String) });
  return payload;
};

const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

test('an access token has exactly these claims', async () => {
  const claims = await claimsOf((await tokensFor({ scope: 'openid anslag/apply' })).access_token);
  expect(claims).toEqual({
    sub: uuid,
    'cognito:groups': ['evaluator', 'presenter'],
    iss: portal.issuer,
    version: 2,
    client_id: portal.clientId,
    token_use: 'access',
    scope: 'openid anslag/apply',
    auth_time: expect.any(Number),
    iat: expect.any(Number),
    exp: Number(claims.iat) + 30 * 60,
    jti: uuid,
    username: 'aino',
  });
});

test('it is the same kind of token whatever resource is asked for', async () => {
  const { access_token } = await tokensFor({ resource: 'https://api.example/' });
  expect(await claimsOf(access_token)).toMatchObject({ token_use: 'access', client_id: portal.clientId });
});

test('an id token has exactly these claims', async () => {
  const claims = await claimsOf((await tokensFor({ scope: 'openid', nonce: 'n-1' })).id_token);
  expect(claims).toEqual({
    sub: uuid,
    name: 'Aino <Aalto>',
    email: 'aino@example.fi',
    email_verified: true,
    'custom:organisation': '0208201-1',
    'cognito:groups': ['evaluator', 'presenter'],
    'cognito:username': 'aino',
    iss: portal.issuer,
    aud: portal.clientId,
    nonce: 'n-1',
    token_use: 'id',
    auth_time: expect.any(Number),
    iat: expect.any(Number),
    exp: Number(claims.iat) + 20 * 60,
    jti: uuid,
  });
});

/** "Scopes, M2M, and resource servers", "About scopes". */
test('scopes beside openid limit what the id token shows; without openid there is none', async () => {
  const { id_token } = await tokensFor({ scope: 'openid email' });
  const claims = await claimsOf(id_token);
  expect(claims).toMatchObject({ email: 'aino@example.fi', email_verified: true });
  expect(claims).not.toHaveProperty('name');
  expect(await claimsOf((await tokensFor({ scope: 'openid email profile' })).id_token)).toHaveProperty(
    'name',
  );
  expect(await tokensFor({ scope: 'anslag/apply' })).not.toHaveProperty('id_token');
});

test('somebody in no group has no cognito:groups', async () => {
  const { UserPoolId } = portal;
  await pools.call('AdminCreateUser', { UserPoolId, Username: 'doris' });
  const authorization = new Authorization(portal);
  const { body } = await authorization.redeem(await authorization.signIn({ person: 'doris' }));
  expect(await claimsOf(body.access_token)).not.toHaveProperty('cognito:groups');
  expect(await claimsOf(body.id_token)).not.toHaveProperty('cognito:groups');
});

/**
 * "The token issuer endpoint": https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
describe('a refresh token', () => {
  const refresh = (refresh_token: unknown, client_id = portal.clientId) =>
    requestTokens(portal, { grant_type: 'refresh_token', refresh_token: String(refresh_token), client_id });

  test('gives new tokens of the same sign-in, with the groups of now, and no new refresh token', async () => {
    const first = await tokensFor({ scope: 'openid anslag/apply' });
    const before = await claimsOf(first.access_token);
    await pools.clock.turnTo(pools.clock.now() + 3_600_000);
    const { UserPoolId } = portal;
    const membership = { UserPoolId, Username: 'aino', GroupName: 'presenter' };
    await pools.call('AdminRemoveUserFromGroup', membership);
    const { status, body } = await refresh(first.refresh_token);
    await pools.call('AdminAddUserToGroup', membership);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'id_token', 'token_type']);
    const claims = await claimsOf(body.access_token);
    expect(claims).toMatchObject({
      auth_time: before.auth_time,
      scope: before.scope,
      'cognito:groups': ['evaluator'],
    });
    expect(claims.jti).not.toBe(before.jti);
  });

  test('lasts as long as the client says, even after the session of the browser', async () => {
    const { refresh_token } = await tokensFor();
    await pools.clock.turnTo(pools.clock.now() + 47 * 3_600_000);
    expect((await refresh(refresh_token)).status).toBe(200);
    await pools.clock.turnTo(pools.clock.now() + 3_600_000);
    expect((await refresh(refresh_token)).body.error).toBe('invalid_grant');
  });

  test('is of no use to another client, nor once it was revoked', async () => {
    const { refresh_token } = await tokensFor();
    expect((await refresh(refresh_token, 'other')).body.error).toBe('invalid_client');
    const body = new URLSearchParams({ token: String(refresh_token), client_id: portal.clientId });
    expect((await fetch(`${portal.issuer}/oauth2/revoke`, { method: 'POST', body })).status).toBe(200);
    expect((await refresh(refresh_token)).body.error).toBe('invalid_grant');
  });

  test('is of no use once the user is gone', async () => {
    const { UserPoolId } = portal;
    await pools.call('AdminCreateUser', { UserPoolId, Username: 'eva' });
    const authorization = new Authorization(portal);
    const { body } = await authorization.redeem(await authorization.signIn({ person: 'eva' }));
    await pools.call('AdminDeleteUser', { UserPoolId, Username: 'eva' });
    expect((await refresh(body.refresh_token)).body.error).toBe('invalid_grant');
  });
});

/**
 * "The userInfo endpoint": https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
describe('userInfo', () => {
  const userInfo = (token: unknown) =>
    fetch(`${portal.issuer}/oauth2/userInfo`, { headers: { authorization: `Bearer ${token}` } });

  test('tells who the access token is about, all values as text', async () => {
    const response = await userInfo((await tokensFor({ scope: 'openid email' })).access_token);
    expect(await response.json()).toEqual({
      sub: uuid,
      email: 'aino@example.fi',
      email_verified: 'true',
      username: 'aino',
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('wants an access token of the pool that has the scope openid and has not expired', async () => {
    const { id_token } = await tokensFor({ scope: 'openid' });
    const { access_token: withoutOpenid } = await tokensFor({ scope: 'anslag/apply' });
    const { access_token: old } = await tokensFor();
    await pools.clock.turnTo(pools.clock.now() + 30 * 60_000);
    for (const token of [id_token, withoutOpenid, old, 'nothing']) {
      const response = await userInfo(token);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
  });
});
