import Provider, { type Context, interactionPolicy } from 'oidc-provider';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { OidcAdapter } from './adapter.ts';
import type { ClientDefinition } from './definition.ts';
import type { PoolKeys } from './keys.ts';
import { errorPage } from './sign-in-page.ts';
import type { SignIn, Tokens } from './tokens.ts';

interface ProviderOptions {
  readonly poolId: string;
  readonly issuer: string;
  readonly keys: PoolKeys;
  readonly clients: readonly ClientDefinition[];
  /** Every scope that a client of the pool may have. */
  readonly scopes: readonly string[];
  readonly tokens: Tokens;
  /** The user and client behind ids of the provider; undefined once the user is gone. */
  readonly whoIs: (sub: string, clientId: string) => Pick<SignIn, 'user' | 'groups' | 'client'> | undefined;
  readonly database: Database;
  readonly clock: Clock;
}

/** Lifetimes that Cognito fixes, in seconds: an authorization code, and the browser's session. */
const codeLifetime = 5 * 60;
const sessionLifetime = 60 * 60;
/** Outlives every refresh token, whose own lifetime is at most ten years. */
const grantLifetime = 3650 * 24 * 60 * 60;

/**
 * The OAuth 2.0 and OpenID Connect side of a pool: oidc-provider with Cognito's routes, lifetimes and tokens.
 * Clients are public and must use PKCE; a person who has signed in is not asked for consent.
 *
 * "User pool endpoints and managed login reference":
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
export function poolProvider(options: ProviderOptions): Provider {
  const { issuer, keys, poolId, database, clock } = options;
  const mount = new URL(issuer).pathname;
  const provider = new Provider(issuer, {
    adapter: (model: string) => new OidcAdapter(database, clock, poolId, model),
    clients: options.clients.map(clientMetadata),
    jwks: { keys: [keys.signing] },
    scopes: options.scopes,
    routes: {
      authorization: '/oauth2/authorize',
      token: '/oauth2/token',
      revocation: '/oauth2/revoke',
      jwks: '/.well-known/jwks.json',
    },
    discovery: {
      userinfo_endpoint: `${issuer}/oauth2/userInfo`,
      end_session_endpoint: `${issuer}/logout`,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    cookies: { keys: [keys.cookie], long: { ...cookie, path: mount }, short: cookie },
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    interactions: {
      policy: signInOnly(),
      url: (_: Context, { uid }: { uid: string }) => `${mount}/login/${uid}`,
    },
    clientBasedCORS: () => true,
    pkce: { required: () => true },
    findAccount: ({ oidc }: Context, sub: string) => {
      const known = options.whoIs(sub, oidc?.client.clientId ?? '');
      return known && { accountId: sub, claims: () => ({ sub }) };
    },
    loadExistingGrant,
    issueRefreshToken: () => true,
    rotateRefreshToken: false,
    expiresWithSession: () => false,
    renderError: (context: Context, out: { error: string; error_description?: string }) => {
      context.type = 'html';
      context.body = errorPage(context.req, out.error_description ?? out.error);
    },
    ttl: {
      AccessToken: lifetime(options, 'access'),
      IdToken: lifetime(options, 'id'),
      RefreshToken: lifetime(options, 'refresh'),
      AuthorizationCode: codeLifetime,
      Session: sessionLifetime,
      Interaction: sessionLifetime,
      Grant: grantLifetime,
    },
  });
  provider.use(withCognitoTokens(options));
  provider.on('server_error', (_, error) => console.error(error));
  return provider;
}

/** Keeps a sign-in that did not go through the browser, and gives its refresh token. */
export async function openGrant(provider: Provider, signIn: SignIn): Promise<string> {
  const { user, client, scope, authTime } = signIn;
  const grant = new provider.Grant({ accountId: user.sub, clientId: client.id });
  grant.addOIDCScope(scope);
  const grantId = await grant.save();
  const found = await provider.Client.find(client.id);
  if (!found) throw new RangeError(`the pool has no client ${client.id}`);
  const refreshToken = { accountId: user.sub, client: found, grantId, gty: 'password', scope, authTime };
  return new provider.RefreshToken(refreshToken).save();
}

const cookie = { httpOnly: true, sameSite: 'lax', signed: true };

/** Asks for a sign-in wherever no present user is signed in, and never for consent. */
function signInOnly(): object {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const { checks } = policy.get('login');
  checks.remove('no_session');
  checks.add(
    new interactionPolicy.Check(
      'no_session',
      'sign-in is required',
      'login_required',
      ({ oidc }) => !oidc?.account,
    ),
  );
  return policy;
}

function clientMetadata({ id, oauth, callbackUrls, scopes }: ClientDefinition): object {
  const grants = oauth
    ? { grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'] }
    : { grant_types: ['refresh_token'], response_types: [] };
  return {
    client_id: id,
    token_endpoint_auth_method: 'none',
    redirect_uris: oauth ? callbackUrls : [],
    ...grants,
    ...(oauth && { scope: scopes.join(' ') }),
  };
}

function lifetime({ clients }: ProviderOptions, use: 'access' | 'id' | 'refresh') {
  return (_: Context, __: unknown, { clientId }: { clientId: string }) =>
    clients.find(({ id }) => id === clientId)?.lifetimes[use] ?? 0;
}

/** Grants whatever the client may ask for: the pool and its clients belong to one owner. */
async function loadExistingGrant({ oidc }: Context): Promise<object | undefined> {
  if (!oidc) return undefined;
  const grant = new oidc.provider.Grant({
    accountId: oidc.session.accountId,
    clientId: oidc.client.clientId,
  });
  grant.addOIDCScope(oidc.params.scope ?? '');
  await grant.save();
  return grant;
}

/**
 * Puts Cognito's tokens in place of the provider's own in what the token endpoint answers. Refreshing gives
 * no new refresh token ("The token issuer endpoint"), and without the scope `openid` there is no id token.
 */
function withCognitoTokens({ tokens, whoIs }: ProviderOptions) {
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    const { oidc } = context;
    const source = oidc?.authorizationCode ?? oidc?.refreshToken;
    if (oidc?.route !== 'token' || context.status !== 200 || !source) return;
    const who = whoIs(source.accountId, source.clientId);
    if (!who) throw new RangeError('tokens were issued for a user that is not there');
    const scope = oidc.accessToken?.scope ?? source.scope;
    const signIn = { ...who, scope, authTime: source.authTime, nonce: source.nonce };
    const issued = context.body as { refresh_token: string };
    context.body = {
      ...(scope.split(' ').includes('openid') && { id_token: await tokens.id(signIn) }),
      access_token: await tokens.access(signIn),
      ...(oidc.authorizationCode && { refresh_token: issued.refresh_token }),
      expires_in: who.client.lifetimes.access,
      token_type: 'Bearer',
    };
  };
}
