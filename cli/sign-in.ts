import { createHash, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';

/** Where officials sign in. */
export interface SignInPlace {
  readonly issuer: string;
  readonly clientId: string;
  /** The page that people come back to after signing in. */
  readonly callback: string;
}

/**
 * Lets an official sign in with a browser (authorization code with PKCE, RFC 7636) and returns the access token. The
 * person opens the address that is printed, signs in, and pastes the address that the browser then has; nothing
 * secret is typed here.
 */
export async function signIn({ issuer, clientId, callback }: SignInPlace): Promise<string> {
  const { authorization_endpoint, token_endpoint } = await fetchJson<{
    authorization_endpoint: string;
    token_endpoint: string;
  }>(`${issuer}/.well-known/openid-configuration`);
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const authorize = new URL(authorization_endpoint);
  authorize.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: callback,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const came = new URL(await ask(`Sign in at\n${authorize.href}\nand paste the address you come to: `));
  if (came.searchParams.get('state') !== state) throw new Error('the address is of another sign-in');
  const { access_token } = await fetchJson<{ access_token: string }>(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: callback,
      code: came.searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  return access_token;
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}

async function fetchJson<Document>(url: string, init?: RequestInit): Promise<Document> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${new URL(url).origin}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Document;
}
