import type { IncomingMessage, ServerResponse } from 'node:http';
import { signIn } from './sign-in.ts';
import { errorPage, pageHeaders } from './sign-in-page.ts';
import { InvalidToken, visibleAttributes } from './tokens.ts';
import type { UserPool } from './user-pool.ts';

/**
 * Serves what is below a pool's issuer: discovery and keys; and, if the pool has a domain, the sign-in page
 * and the OAuth endpoints, which in AWS stand on that domain.
 *
 * "User pool endpoints and managed login reference":
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
export async function serveHostedUi(
  pool: UserPool,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mount = new URL(pool.issuer).pathname;
  const url = new URL((request.url ?? '/').slice(mount.length) || '/', pool.issuer);
  if (!url.pathname.startsWith('/.well-known/') && pool.domain === undefined) {
    response.writeHead(404, pageHeaders()).end(errorPage(request, 'This user pool has no domain.'));
  } else if (url.pathname === '/oauth2/userInfo') {
    await userInfo(pool, request, response);
  } else if (url.pathname === '/logout') {
    await logout(pool, url, request, response);
  } else if (url.pathname.startsWith('/login/')) {
    await signIn(pool, request, response);
  } else {
    if (url.pathname === '/oauth2/authorize') askForAllScopes(pool, url);
    const below = `${url.pathname}${url.search}`;
    // The provider finds its routes by `url` and makes its own links from `originalUrl`, as under Express.
    Object.assign(request, { originalUrl: `${mount}${below}`, url: below });
    await pool.provider.callback()(request, response);
  }
}

/** "The authorize endpoint": without `scope`, a request is for all scopes of the client. */
function askForAllScopes(pool: UserPool, { searchParams }: URL): void {
  const clientId = searchParams.get('client_id');
  if (searchParams.has('scope') || clientId === null || !pool.hasClient(clientId)) return;
  searchParams.set('scope', pool.client(clientId).scopes.join(' '));
}

/**
 * "The userInfo endpoint": who an access token with the scope `openid` is about; every value is text.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
async function userInfo(pool: UserPool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { 'access-control-allow-headers': 'authorization' }).end();
    return;
  }
  const claims = await claimsOf(pool, request);
  const scope = String(claims?.scope ?? '');
  const who = claims && pool.whoIs(String(claims.sub), String(claims.client_id));
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (!who || !scope.split(' ').includes('openid')) {
    const error_description = 'Access token is expired, disabled, or deleted, or lacks the scope openid.';
    const challenge = `error="invalid_token", error_description="${error_description}"`;
    response.writeHead(401, { ...headers, 'www-authenticate': challenge });
    response.end(JSON.stringify({ error: 'invalid_token', error_description }));
    return;
  }
  const attributes = Object.entries(visibleAttributes(who.user, who.client, scope));
  const texts = Object.fromEntries(attributes.map(([name, value]) => [name, String(value)]));
  response.writeHead(200, headers);
  response.end(JSON.stringify({ sub: who.user.sub, ...texts, username: who.user.username }));
}

async function claimsOf(pool: UserPool, request: IncomingMessage) {
  const [scheme = '', token = ''] = request.headers.authorization?.split(' ') ?? [];
  try {
    return scheme.toLowerCase() === 'bearer' ? await pool.tokens.verify(token, 'access') : undefined;
  } catch (error) {
    if (error instanceof InvalidToken) return undefined;
    throw error;
  }
}

/**
 * "The managed login sign-out endpoint": ends the browser's session and leads to `logout_uri`, if it is one
 * of the client's, or with `redirect_uri` back to the sign-in page.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
async function logout(
  pool: UserPool,
  { searchParams }: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const clientId = searchParams.get('client_id') ?? '';
  const logoutUri = searchParams.get('logout_uri');
  const known = pool.hasClient(clientId) ? pool.client(clientId) : undefined;
  const allowed =
    logoutUri === null ? searchParams.has('redirect_uri') : known?.logoutUrls.includes(logoutUri);
  if (!known || !allowed) {
    const description = known
      ? 'The logout_uri is not one of the client.'
      : `Client ${clientId} does not exist.`;
    response.writeHead(400, pageHeaders()).end(errorPage(request, description));
    return;
  }
  const { provider } = pool;
  const context = provider.createContext(request, response);
  const session = await provider.Session.get(context);
  if (session.accountId !== undefined) await session.destroy();
  context.cookies.set(provider.cookieName('session'), null, { path: new URL(pool.issuer).pathname });
  const location = logoutUri ?? `${pool.issuer}/oauth2/authorize?${searchParams}`;
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
}
