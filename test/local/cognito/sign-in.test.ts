import { followClock } from '../../../local/clock.ts';
import { leadsTo, type Pools, startPools } from './pools.ts';
import { Authorization, addPerson, callback, declarePortal, goodbye, type Portal, person } from './portal.ts';

/**
 * "User pool endpoints and managed login reference":
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
let pools: Pools;
let portal: Portal;

beforeAll(async () => {
  pools = await startPools();
  followClock(pools.clock.offset);
  portal = await declarePortal(pools);
  await addPerson(pools, portal, ['presenter']);
});

afterAll(() => pools.close());

test('the discovery document names the endpoints, and the keys are where it says', async () => {
  const response = await fetch(`${portal.issuer}/.well-known/openid-configuration`);
  const document = (await response.json()) as Record<string, string>;
  expect(document).toMatchObject({
    issuer: portal.issuer,
    authorization_endpoint: `${portal.issuer}/oauth2/authorize`,
    token_endpoint: `${portal.issuer}/oauth2/token`,
    userinfo_endpoint: `${portal.issuer}/oauth2/userInfo`,
    end_session_endpoint: `${portal.issuer}/logout`,
    jwks_uri: `${portal.issuer}/.well-known/jwks.json`,
    response_types_supported: ['code'],
  });
  expect(document.scopes_supported).toContain('anslag/apply');
  const { keys } = (await (await fetch(document.jwks_uri ?? '')).json()) as { keys: object[] };
  expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256', kid: expect.any(String) })]);
  expect(keys[0]).not.toHaveProperty('d');
});

describe('signing in with a code and PKCE', () => {
  test('ends at the callback with a code, which becomes tokens once', async () => {
    const authorization = new Authorization(portal);
    const url = await authorization.signIn();
    expect(`${url.origin}${url.pathname}`).toBe(callback);
    expect(url.searchParams.get('state')).toBe('a-state');
    const { status, body } = await authorization.redeem(url);
    expect(status).toBe(200);
    expect(body).toEqual({
      id_token: expect.any(String),
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: 3600,
      token_type: 'Bearer',
    });
    expect((await authorization.redeem(url)).body.error).toBe('invalid_grant');
  });

  test('the code is worth nothing without the verifier, and for five minutes only', async () => {
    const first = new Authorization(portal);
    const stolen = await first.redeem(await first.signIn(), { code_verifier: 'x'.repeat(43) });
    expect(stolen).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const second = new Authorization(portal);
    const url = await second.signIn();
    await pools.clock.turnTo(pools.clock.now() + 5 * 60_000);
    expect((await second.redeem(url)).body.error).toBe('invalid_grant');
  });

  test('a request without PKCE, or for a scope the client may not have, goes back with an error', async () => {
    const errorOf = async (changes: Record<string, string | undefined>) => {
      const { search, hash } = new URL(await leadsTo(await new Authorization(portal, changes).begin()));
      return new URLSearchParams(search || hash.slice(1)).get('error');
    };
    expect(await errorOf({ code_challenge: undefined, code_challenge_method: undefined })).toBe(
      'invalid_request',
    );
    expect(await errorOf({ scope: 'openid phone' })).toBe('invalid_scope');
    expect(await errorOf({ response_type: 'token' })).toBe('unsupported_response_type');
  });

  test('a client or callback that is not known is told to the person, not to the callback', async () => {
    for (const changes of [{ client_id: 'nobody' }, { redirect_uri: 'https://evil.example/' }]) {
      const response = await new Authorization(portal, changes).begin();
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('<h1>Signing in did not work</h1>');
    }
  });

  /** "The authorize endpoint", `scope`: without it, all scopes of the client. */
  test('a request without scopes is for all of the client', async () => {
    const authorization = new Authorization(portal, { scope: undefined });
    const { body } = await authorization.redeem(await authorization.signIn());
    const [, payload = ''] = String(body.access_token).split('.');
    const { scope } = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(scope).toBe('openid email profile anslag/apply');
  });

  test('a browser that has signed in is not asked again for an hour', async () => {
    const first = new Authorization(portal);
    await first.signIn();
    const again = new Authorization(portal, {}, first.browser);
    expect(await leadsTo(await again.begin())).toContain(`${callback}?code=`);
    await pools.clock.turnTo(pools.clock.now() + 3_600_000);
    expect(await leadsTo(await again.begin())).toContain('/login/');
  });

  test('without a session, prompt=none goes back at once', async () => {
    const url = new URL(await leadsTo(await new Authorization(portal, { prompt: 'none' }).begin()));
    expect(url.searchParams.get('error')).toBe('login_required');
  });

  test('a user who was deleted is asked to sign in', async () => {
    const { UserPoolId } = portal;
    await pools.call('AdminCreateUser', { UserPoolId, Username: 'bertil' });
    const first = new Authorization(portal);
    await first.signIn({ person: 'bertil' });
    await pools.call('AdminDeleteUser', { UserPoolId, Username: 'bertil' });
    const again = new Authorization(portal, {}, first.browser);
    expect(await leadsTo(await again.begin())).toContain('/login/');
  });
});

describe('the sign-in page', () => {
  const open = async (changes: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const authorization = new Authorization(portal, changes);
    const url = await leadsTo(await authorization.begin());
    const response = await authorization.browser.get(url, { headers });
    return { authorization, url, response, html: await response.text() };
  };

  test.each([
    ['sv', 'Logga in'],
    ['fi-FI en', 'Kirjaudu sisään'],
    ['de en', 'Sign in'],
  ])('speaks the language of ui_locales "%s"', async (ui_locales, title) => {
    const { html } = await open({ ui_locales });
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(`<html lang="${{ 'Logga in': 'sv', 'Sign in': 'en' }[title] ?? 'fi'}">`);
  });

  test('or else of the browser, or else English', async () => {
    expect((await open({}, { 'accept-language': 'nb,sv;q=0.8' })).html).toContain('<html lang="sv">');
    expect((await open()).html).toContain('<html lang="en">');
  });

  test('labels its fields and runs no script', async () => {
    const { html, response } = await open({ login_hint: 'aino"' });
    expect(html).toContain('<label for="username">User name</label>');
    expect(html).toMatch(/<input id="username"[^>]*autocomplete="username"[^>]*value="aino&quot;"/);
    expect(html).toMatch(/<input id="password"[^>]*type="password"[^>]*autocomplete="current-password"/);
    expect(html).not.toMatch(/<script|src=|href=/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:5173;");
    expect(policy).not.toContain('unsafe');
  });

  test('says why a password was not taken, and takes the right one after it', async () => {
    const { authorization, url } = await open();
    const { Username: username, Password: password } = person;
    const wrong = await authorization.browser.post(url, { username, password: 'fel' });
    expect(wrong.status).toBe(401);
    const html = await wrong.text();
    expect(html).toContain('<p role="alert" id="fault">Wrong user name or password.</p>');
    expect(html).toContain('aria-describedby="fault"');
    const right = await authorization.browser.post(url, { username, password });
    expect(await leadsTo(await authorization.browser.follow(right))).toContain('code=');
  });

  test('says the same of a user who is not there', async () => {
    const { authorization, url } = await open();
    const response = await authorization.browser.post(url, { username: 'nobody', password: 'x' });
    expect(await response.text()).toContain('Wrong user name or password.');
  });

  test('does not take a temporary password', async () => {
    const { UserPoolId } = portal;
    await pools.call('AdminCreateUser', {
      UserPoolId,
      Username: 'cecilia',
      TemporaryPassword: 'Tillfälligt1',
    });
    const { authorization, url } = await open();
    const response = await authorization.browser.post(url, { username: 'cecilia', password: 'Tillfälligt1' });
    expect(await response.text()).toContain('The password is temporary');
  });

  test('lists the people of the pool, and one click signs in as one of them', async () => {
    const { html } = await open();
    expect(html).toContain('value="aino">Aino &lt;Aalto&gt;<small>presenter</small></button>');
    const authorization = new Authorization(portal);
    const { status } = await authorization.redeem(await authorization.signIn({ person: 'aino' }));
    expect(status).toBe(200);
  });

  test('is of no use to another browser', async () => {
    const { url } = await open();
    const other = new Authorization(portal).browser;
    const response = await other.post(url, { person: 'aino' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });
});

/**
 * "The managed login sign-out endpoint":
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
describe('signing out', () => {
  const logout = (authorization: Authorization, parameters: Record<string, string>) =>
    authorization.browser.get(`${portal.issuer}/logout?${new URLSearchParams(parameters)}`);

  test('ends the session and leads to the logout URI', async () => {
    const authorization = new Authorization(portal);
    await authorization.signIn();
    const out = await logout(authorization, { client_id: portal.clientId, logout_uri: goodbye });
    expect(await leadsTo(out)).toBe(goodbye);
    expect(await leadsTo(await authorization.begin())).toContain('/login/');
  });

  test('with a redirect URI it leads to the sign-in page', async () => {
    const authorization = new Authorization(portal);
    await authorization.signIn();
    const out = await logout(authorization, {
      client_id: portal.clientId,
      redirect_uri: callback,
      response_type: 'code',
    });
    expect(await leadsTo(out)).toMatch(/\/oauth2\/authorize\?client_id=.*&redirect_uri=/);
  });

  test.each<Record<string, string>>([
    { logout_uri: 'https://evil.example/' },
    { logout_uri: goodbye, client_id: 'nobody' },
    {},
  ])('nowhere else: %j', async (parameters) => {
    const response = await logout(new Authorization(portal), { client_id: portal.clientId, ...parameters });
    expect(response.status).toBe(400);
  });
});

test('a pool without a domain has keys but no sign-in', async () => {
  const UserPoolId = await pools.declare('UserPool', 'Bare', {});
  const issuer = `${pools.origin}/_cognito/${UserPoolId}`;
  expect((await fetch(`${issuer}/.well-known/jwks.json`)).status).toBe(200);
  expect((await fetch(`${issuer}/oauth2/authorize`)).status).toBe(404);
});

test('a pool that is not there is not found', async () => {
  expect((await fetch(`${pools.origin}/_cognito/eu-north-1_Nowhere00/.well-known/jwks.json`)).status).toBe(
    404,
  );
});
