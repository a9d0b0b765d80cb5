import { randomUUID } from 'node:crypto';
import {
  createLocalJWKSet,
  errors,
  importJWK,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Clock } from '../clock.ts';
import { type ClientDefinition, standardAttributes } from './definition.ts';
import type { User } from './users.ts';

/** One sign-in as far as its tokens tell of it. */
export interface SignIn {
  readonly user: User;
  readonly groups: readonly string[];
  readonly client: ClientDefinition;
  /** Separated by spaces. */
  readonly scope: string;
  /** Seconds since the epoch. */
  readonly authTime: number;
  readonly nonce?: string | undefined;
}

/** Tokens that are not this pool's, have expired, or are for another use. */
export class InvalidToken extends Error {}

/** How long a challenge waits for its answer, in seconds: the default of `AuthSessionValidity`. */
const challengeLifetime = 3 * 60;

/**
 * The JSON web tokens of a pool, with the claims of "Understanding the access token" and "Understanding the
 * identity (ID) token":
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
 * `origin_jti` and `event_id`, which tie tokens to AWS's own records, are left out.
 */
export class Tokens {
  readonly #issuer: string;
  readonly #signing: JWK;
  readonly #clock: Clock;
  readonly #keys: JWTVerifyGetKey;

  constructor(issuer: string, signing: JWK, clock: Clock) {
    this.#issuer = issuer;
    this.#signing = signing;
    this.#clock = clock;
    const { kty, n, e, kid, alg, use } = signing;
    this.#keys = createLocalJWKSet({ keys: [{ kty, n, e, kid, alg, use } as JWK] });
  }

  access({ user, groups, client, scope, authTime }: SignIn): Promise<string> {
    const claims = {
      sub: user.sub,
      ...(groups.length > 0 && { 'cognito:groups': groups }),
      token_use: 'access',
      scope,
      auth_time: authTime,
      client_id: client.id,
      username: user.username,
      version: 2,
    };
    return this.#sign(claims, client.lifetimes.access);
  }

  id({ user, groups, client, scope, authTime, nonce }: SignIn): Promise<string> {
    const claims = {
      sub: user.sub,
      ...visibleAttributes(user, client, scope),
      ...(groups.length > 0 && { 'cognito:groups': groups }),
      'cognito:username': user.username,
      token_use: 'id',
      auth_time: authTime,
      aud: client.id,
      ...(nonce !== undefined && { nonce }),
    };
    return this.#sign(claims, client.lifetimes.id);
  }

  /** What a challenge hands out and its answer gives back; it proves that the password was right. */
  challenge(user: User, clientId: string): Promise<string> {
    return this.#sign({ sub: user.sub, client_id: clientId, token_use: 'challenge' }, challengeLifetime);
  }

  /**
   * The claims of a token of this pool for this use, still valid on the cloud's clock; else throws
   * `InvalidToken`.
   */
  async verify(token: string, use: 'access' | 'challenge'): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: this.#issuer,
        currentDate: new Date(this.#clock.now()),
      });
      if (payload.token_use === use) return payload;
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
    }
    throw new InvalidToken();
  }

  async #sign(claims: JWTPayload, lifetime: number): Promise<string> {
    const now = Math.floor(this.#clock.now() / 1000);
    return new SignJWT({ ...claims, iss: this.#issuer, iat: now, exp: now + lifetime, jti: randomUUID() })
      .setProtectedHeader({ kid: this.#signing.kid ?? '', alg: 'RS256' })
      .sign(await importJWK(this.#signing, 'RS256'));
  }
}

/**
 * The attributes that this client may read and these scopes show: with `openid` alone, or with tokens of the
 * user pools API, all; else what `profile`, `email` and `phone` name. A client without `ReadAttributes` reads
 * the standard ones.
 *
 * "Scopes, M2M, and resource servers", "About scopes":
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 * and ReadAttributes of "CreateUserPoolClient":
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function visibleAttributes(
  user: User,
  client: ClientDefinition,
  scope: string,
): Record<string, string | boolean> {
  const readable = client.readAttributes ?? standardAttributes;
  const scopes = scope.split(' ');
  const limits = ['email', 'phone'].filter((limit) => scopes.includes(limit));
  const isLimited = limits.length > 0 && !scopes.includes('profile');
  const shown = ([name]: [string, string]) =>
    readable.includes(name) && (!isLimited || limits.some((limit) => name.startsWith(limit)));
  const typed = ([name, value]: [string, string]): [string, string | boolean] =>
    name.endsWith('_verified') ? [name, value === 'true'] : [name, value];
  return Object.fromEntries(Object.entries(user.attributes).filter(shown).map(typed));
}
