import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { listen } from './gateway.ts';

/** Claims of a token, or members of its header. */
export type Claims = Record<string, unknown>;

/** An OpenID issuer of the test's own: discovery document and key set on HTTP, tokens signed at wish. */
export interface Issuer {
  readonly url: string;
  /** How often the key set was fetched. */
  readonly fetches: () => number;
  /** Publishes a new key in place of the old and signs with it from now on. */
  rotate(kid: string): Promise<void>;
  /** A token with these claims and header members, by the present key. */
  sign(claims: Claims, header?: Claims): Promise<string>;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<Issuer> {
  let published: JWK = {};
  let key: Awaited<ReturnType<typeof generateKeyPair>>;
  let fetches = 0;
  const server = createServer((request, response) => {
    const isKeySet = request.url === '/keys';
    if (isKeySet) fetches++;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeySet ? { keys: [published] } : { issuer: url, jwks_uri: `${url}/keys` }));
  });
  const url = await listen(server);
  const rotate = async (kid: string) => {
    key = await generateKeyPair('RS256', { extractable: true });
    published = { ...(await exportJWK(key.publicKey)), kid, use: 'sig' };
  };
  await rotate('first');
  return {
    url,
    fetches: () => fetches,
    rotate,
    sign: (claims, header = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: published.kid ?? '', ...header })
        .sign(key.privateKey),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
