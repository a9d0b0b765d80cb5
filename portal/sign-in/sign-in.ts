import type { Configuration, SignInClient } from '../configuration.ts';
import { keepSession, type Session, type Side, sessionOf } from './session.ts';

/**
 * Signing in by OpenID Connect's authorization code flow with PKCE (RFC 7636), for a public client. The tokens come
 * straight from the token endpoint over TLS, so the id token's claims are taken without checking its signature
 * (OpenID Connect Core 1.0 § 3.1.3.7, 6.); the API checks every access token it gets. Whether a token is still good
 * the API says, not the browser's clock.
 */

/** What must be remembered while the person is at the sign-in page. */
interface Begun {
  readonly side: Side;
  readonly state: string;
  readonly verifier: string;
  readonly returnTo: string;
}

interface Provider {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
}

interface Tokens {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
}

const begunKey = 'anslag.sign-in';

/** Leads the browser to the sign-in page; afterwards it comes back to `returnTo`, an address of the portal. */
export async function beginSignIn(
  configuration: Configuration,
  side: Side,
  { returnTo, language }: { returnTo: string; language: string },
): Promise<void> {
  const client = clientOf(configuration, side);
  const { authorization_endpoint: address } = await discover(client);
  const begun: Begun = { side, state: random(), verifier: random(), returnTo };
  sessionStorage.setItem(begunKey, JSON.stringify(begun));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier));
  const query = new URLSearchParams({
    client_id: client.clientId,
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: callbackOf(side),
    state: begun.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ui_locales: language,
  });
  location.assign(`${address}?${query}`);
}

/** Ends a sign-in on the page that the browser came back to; gives the address to go on to. */
export async function endSignIn(
  configuration: Configuration,
  side: Side,
  query: URLSearchParams,
): Promise<string> {
  const begun = JSON.parse(sessionStorage.getItem(begunKey) ?? 'null') as Begun | null;
  sessionStorage.removeItem(begunKey);
  const code = query.get('code');
  if (!begun || begun.side !== side || begun.state !== query.get('state') || !code) {
    throw new SignInFailed(query.get('error') ?? 'no sign-in was begun here');
  }
  const tokens = await requestTokens(clientOf(configuration, side), {
    grant_type: 'authorization_code',
    code,
    redirect_uri: callbackOf(side),
    code_verifier: begun.verifier,
  });
  keepSession(side, sessionFrom(tokens));
  return begun.returnTo;
}

class SignInFailed extends Error {}

const refreshing = new Map<Side, Promise<boolean>>();

/** Gets a new access token, once however many ask; false where the person must sign in again. */
export function refreshSession(configuration: Configuration, side: Side): Promise<boolean> {
  const running = refreshing.get(side) ?? refresh(configuration, side).finally(() => refreshing.delete(side));
  refreshing.set(side, running);
  return running;
}

async function refresh(configuration: Configuration, side: Side): Promise<boolean> {
  const session = sessionOf(side);
  if (!session?.refreshToken) return false;
  const { refreshToken } = session;
  try {
    const tokens = await requestTokens(clientOf(configuration, side), {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    keepSession(side, { ...sessionFrom(tokens), refreshToken: tokens.refresh_token ?? refreshToken });
    return true;
  } catch (error) {
    if (error instanceof SignInFailed) return false;
    throw error;
  }
}

/** Forgets the session here and leads the browser over the issuer's own sign-out, so that the next can sign in. */
export async function signOut(configuration: Configuration, side: Side): Promise<void> {
  const session = sessionOf(side);
  const client = clientOf(configuration, side);
  const { end_session_endpoint: address } = await discover(client);
  keepSession(side, undefined);
  const home = `${location.origin}/${side}`;
  // `logout_uri` is Cognito's name for what OpenID Connect calls `post_logout_redirect_uri`.
  const query = new URLSearchParams({
    client_id: client.clientId,
    logout_uri: home,
    post_logout_redirect_uri: home,
    ...(session?.idToken ? { id_token_hint: session.idToken } : {}),
  });
  location.assign(address ? `${address}?${query}` : home);
}

async function discover({ issuer }: SignInClient): Promise<Provider> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  if (!response.ok) throw new SignInFailed(`the issuer does not answer: ${response.status}`);
  return response.json();
}

async function requestTokens(client: SignInClient, form: Readonly<Record<string, string>>): Promise<Tokens> {
  const { token_endpoint: address } = await discover(client);
  const body = new URLSearchParams({ client_id: client.clientId, ...form });
  const response = await fetch(address, { method: 'POST', body });
  if (!response.ok) throw new SignInFailed(`no token: ${response.status}`);
  return response.json();
}

function sessionFrom({ access_token, id_token, refresh_token }: Tokens): Session {
  const access = claimsOf(access_token);
  const identity = id_token ? claimsOf(id_token) : {};
  const username = String(access.username ?? access.sub ?? '');
  const groups = access['cognito:groups'];
  return {
    username,
    name: String(identity.name ?? username),
    groups: Array.isArray(groups) ? groups.map(String) : [],
    accessToken: access_token,
    refreshToken: refresh_token,
    idToken: id_token,
  };
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function clientOf({ applicants, officials }: Configuration, side: Side): SignInClient {
  return side === 'apply' ? applicants : officials;
}

function callbackOf(side: Side): string {
  return `${location.origin}/${side}/signed-in`;
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
