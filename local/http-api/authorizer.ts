import type { IncomingMessage } from 'node:http';
import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { Clock } from '../clock.ts';
import type { Json, JsonObject, Place } from '../service.ts';
import { type Answer, refusal } from './answer.ts';
import { claimStrings } from './claims.ts';
import type { AuthorizerDefinition } from './definition.ts';

/** "API Gateway can cache the public key for two hours"; an unknown `kid` makes it look again before that. */
const keysKept = 2 * 60 * 60 * 1000;

/** The quota of both the discovery and the key set endpoint, in milliseconds of real time. */
const endpointTimeout = 1500;

/** "Currently, only RSA-based algorithms are supported." */
const algorithms = ['RS256', 'RS384', 'RS512'];

/**
 * A JWT authorizer: the token's signature by the issuer's published keys, then `iss`, `aud` (or `client_id`,
 * where the token has no `aud`), `exp`, `nbf`, `iat` by the cloud's clock, then the route's scopes, of which
 * `scope` or `scp` must hold one.
 *
 * "Control access to HTTP APIs with JWT authorizers in API Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export class JwtAuthorizer {
  readonly #definition: AuthorizerDefinition;
  readonly #clock: Clock;
  readonly #issuer: string;
  #keys: { readonly find: JWTVerifyGetKey; readonly until: number } | undefined;

  constructor(definition: AuthorizerDefinition, clock: Clock, place: Place) {
    this.#definition = definition;
    this.#clock = clock;
    this.#issuer = localIssuer(definition.issuer, place);
  }

  /**
   * What the integration sees as `requestContext.authorizer`, or the refusal: 401 with `www-authenticate` for
   * a token that is not valid, 403 for one without a scope of the route.
   *
   * `scopes` is null on a route without scopes, whatever the token has, and else all of the token's;
   * measured, see `claimStrings`.
   */
  async authorize(request: IncomingMessage, routeScopes: readonly string[]): Promise<JsonObject | Answer> {
    const token = this.#tokenOf(request);
    if (token === undefined) return unauthorized();
    let claims: JWTPayload;
    try {
      claims = await this.#verify(token);
    } catch (error) {
      if (!(error instanceof errors.JOSEError || error instanceof InvalidToken)) throw error;
      return unauthorized(fault(error));
    }
    const scopes = scopesOf(claims);
    if (routeScopes.length > 0 && !routeScopes.some((scope) => scopes.includes(scope))) {
      return refusal(403, 'Forbidden');
    }
    const shown: Json = routeScopes.length > 0 ? scopes : null;
    return { jwt: { claims: claimStrings(claims), scopes: shown } };
  }

  /** The token alone or after `Bearer `, as the page above has it. */
  #tokenOf(request: IncomingMessage): string | undefined {
    const value = request.headers[this.#definition.header];
    return typeof value === 'string' && value !== '' ? value.replace(/^bearer\s+/i, '') : undefined;
  }

  async #verify(token: string): Promise<JWTPayload> {
    if (token.split('.').length !== 3) throw new InvalidToken('token contains an invalid number of segments');
    const { alg, kid } = protectedHeader(token);
    if (!algorithms.includes(alg ?? '')) throw new InvalidToken(`signing method ${alg} is invalid`);
    if (kid === undefined) throw new InvalidToken('the token has no kid');
    const { payload } = await jwtVerify(token, await this.#issuerKeys(), {
      algorithms,
      issuer: this.#issuer,
      currentDate: new Date(this.#clock.now()),
      requiredClaims: ['exp'],
    });
    const meantFor = payload.aud ?? payload.client_id;
    if (![meantFor].flat().some((audience) => this.#definition.audience.includes(String(audience)))) {
      throw new InvalidToken('the token does not have a valid audience');
    }
    if (payload.iat !== undefined && payload.iat * 1000 > this.#clock.now()) {
      throw new InvalidToken('the token was used before it was issued');
    }
    return payload;
  }

  async #issuerKeys(): Promise<JWTVerifyGetKey> {
    if (!this.#keys || this.#keys.until <= this.#clock.now()) {
      const find = remoteKeys(await discoverKeys(this.#issuer));
      this.#keys = { find, until: this.#clock.now() + keysKept };
    }
    return this.#keys.find;
  }
}

/**
 * The issuer of a user pool of this region is, on this machine, the pool's local one; templates name AWS's,
 * because CDK's user pool authorizer writes it out. Any other issuer is what it says.
 */
function localIssuer(issuer: string, place: Place): string {
  const pools = `https://cognito-idp.${place.region}.amazonaws.com/`;
  return issuer.startsWith(pools) ? `${place.origin}/_cognito/${issuer.slice(pools.length)}` : issuer;
}

class InvalidToken extends Error {}

function protectedHeader(token: string): { alg?: string | undefined; kid?: string | undefined } {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new InvalidToken('the token is malformed');
  }
}

async function discoverKeys(issuer: string): Promise<URL> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(endpointTimeout) });
    const { jwks_uri: keys } = (await response.json()) as { jwks_uri?: string };
    return new URL(keys ?? '');
  } catch {
    throw new InvalidToken('OIDC discovery endpoint communication error');
  }
}

function remoteKeys(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, {
    cacheMaxAge: keysKept,
    cooldownDuration: 0,
    timeoutDuration: endpointTimeout,
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      throw error instanceof errors.JOSEError ? error : new InvalidToken('JWKS communication error');
    }
  };
}

function scopesOf(claims: JWTPayload): string[] {
  const value = claims.scope ?? claims.scp ?? [];
  return Array.isArray(value) ? value.map(String) : String(value).split(' ').filter(Boolean);
}

/**
 * "Troubleshooting issues with HTTP API JWT authorizers" shows the header's form and the words for a wrong
 * audience; the words for other faults AWS does not publish, and they may differ.
 */
function unauthorized(description?: string): Answer {
  if (description === undefined) return refusal(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
  // What the token's sender wrote may be in it, and must not end the quotes or the line.
  const quoted = description.replace(/[^ !#-[\]-~]/g, '?');
  const challenge = `Bearer scope="" error="invalid_token" error_description="${quoted}"`;
  return refusal(401, 'Unauthorized', { 'www-authenticate': challenge });
}

function fault(error: Error): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `the token's ${error.claim} is not valid`;
  return error.message;
}
