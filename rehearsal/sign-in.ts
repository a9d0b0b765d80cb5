import { createHash, randomBytes } from 'node:crypto';
import { testPassword } from './directory.ts';

/** Where people of one audience sign in. */
export interface SignInPages {
  readonly issuer: string;
  readonly clientId: string;
  /** The page of the portal that a sign-in comes back to; nobody needs to serve it here. */
  readonly callback: string;
}

/**
 * Signs a person in as a browser would: authorization code with PKCE (RFC 7636), the sign-in page's form, and the
 * redirect back, which is read but not followed. Returns the access token.
 */
export async function signIn({ issuer, clientId, callback }: SignInPages, username: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const authorize = new URL(`${issuer}/oauth2/authorize`);
  authorize.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: callback,
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const came = new URL(await signInWithBrowser(authorize.href, username, callback));
  const code = came.searchParams.get('code') ?? '';
  const response = await fetch(`${issuer}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: callback,
      code,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) throw new Error(`no token for ${username}: ${response.status} ${await response.text()}`);
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}

/** Opens an authorization address and fills in the form as a person would; returns the address that the browser comes to. */
export function signInWithBrowser(authorize: string, username: string, callback: string): Promise<string> {
  return new Browser().signIn(authorize, username, callback);
}

/** As much of a browser as signing in needs: cookies, redirects, and one form. */
class Browser {
  readonly #cookies = new Map<string, string>();

  /** Goes from the authorization endpoint over the sign-in form to the callback, which is not visited. */
  async signIn(authorize: string, username: string, callback: string): Promise<string> {
    let address = authorize;
    let form: URLSearchParams | undefined;
    for (let hop = 0; hop < 10; hop++) {
      const response = await this.#visit(address, form);
      const location = response.headers.get('location');
      if (!location) {
        if (form) throw new Error(`${username} could not sign in: ${response.status}`);
        form = new URLSearchParams({ username, password: testPassword });
        continue;
      }
      form = undefined;
      const next = new URL(location, address);
      if (next.href.startsWith(callback)) return next.href;
      address = next.href;
    }
    throw new Error(`signing in as ${username} never ended`);
  }

  async #visit(address: string, form: URLSearchParams | undefined): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }
}
