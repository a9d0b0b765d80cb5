import { createHmac, timingSafeEqual } from 'node:crypto';
import { ServiceError } from '../service.ts';
import { canonicalRequest, hashOf, type SignedRequest } from './canonical-request.ts';
import { algorithm, type Claim, readClaim, type Scope, single } from './claim.ts';

/** What an access key id stands for. A session token must come with every request that uses the key. */
export interface Secret {
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A request whose signature is right. */
export interface Verified {
  readonly accessKeyId: string;
  readonly presigned: boolean;
  /** In lower case. */
  readonly signedHeaders: readonly string[];
  /** The hash of the body, or one of S3's words for not having it yet. Whoever reads the body compares them. */
  readonly payloadHash: string;
  readonly scope: Scope;
  /** When it was signed, in milliseconds since the epoch. */
  readonly signedAt: number;
  /** Signs the chunks of a body that is signed piece by piece. */
  readonly chunks: ChunkSigner;
}

/** The chain of signatures of an aws-chunked body, which begins at the request's own. */
export interface ChunkSigner {
  /** The request's own signature. */
  readonly seed: string;
  /** The signature of the next chunk (`PAYLOAD`) or of the trailer, by the hex SHA-256 of its bytes. */
  sign(kind: 'PAYLOAD' | 'TRAILER', previous: string, hash: string): string;
}

/** Where a request must be meant for; the parts left out may be any. */
export interface Expected {
  readonly service?: string;
  readonly region?: string;
}

/** How far the signer's clock may be from the cloud's. */
const allowedSkew = 15 * 60_000;
const emptyHash = hashOf('');

/**
 * Checks a Signature Version 4 in the header or in the query, and says what it vouches for. The body is the
 * caller's to check, against `payloadHash`.
 *
 * Refuses with the codes of the family of services that the request is for (`signature-refusals.ts`): another
 * form, scope, key, token or signature, a time more than 15 minutes from `now` or past X-Amz-Expires, and
 * headers that must be signed (host and every x-amz-*) but are not.
 *
 * Amazon S3 API Reference, "Authenticating Requests (AWS Signature Version 4)", sig-v4-authenticating-requests.html;
 * IAM User Guide, "AWS Signature Version 4 for API requests", reference_sigv.html
 */
export function verifySignature(
  request: SignedRequest,
  secretOf: (accessKeyId: string) => Secret | undefined,
  now: number,
  expected: Expected = {},
): Verified {
  const claim = readClaim(request, expected.service);
  const { refusals } = claim;
  checkScope(claim, expected);
  checkTime(claim, now);
  checkSignedHeaders(request, claim);
  const secret = secretOf(claim.accessKeyId);
  // AWS keeps no record of a temporary key by itself: without its token it does not exist.
  if (!secret || (secret.sessionToken !== undefined && claim.token === undefined)) {
    throw refusals.unknownKey(claim.accessKeyId);
  }
  if (claim.token !== undefined && !equal(claim.token, secret.sessionToken ?? '')) throw refusals.token();

  const payloadHash = payloadHashOf(request, claim);
  const canonical = canonicalRequest(request, claim.scope.service, claim.signedHeaders, payloadHash);
  const key = signingKey(secret.secretAccessKey, claim.scope);
  const scope = `${claim.scope.date}/${claim.scope.region}/${claim.scope.service}/aws4_request`;
  const stringToSign = [algorithm, claim.timestamp, scope, canonical && hashOf(canonical)].join('\n');
  if (canonical === undefined || !equal(hmac(key, stringToSign).toString('hex'), claim.signature)) {
    throw refusals.mismatch({
      AWSAccessKeyId: claim.accessKeyId,
      StringToSign: stringToSign,
      SignatureProvided: claim.signature,
      CanonicalRequest: canonical ?? '',
    });
  }
  return {
    accessKeyId: claim.accessKeyId,
    presigned: claim.presigned,
    signedHeaders: claim.signedHeaders,
    payloadHash,
    scope: claim.scope,
    signedAt: claim.signedAt,
    chunks: chunkSigner(key, claim.timestamp, scope, claim.signature),
  };
}

function checkScope({ presigned, refusals, scope, terminal, timestamp }: Claim, expected: Expected): void {
  const refuse = (part: 'terminal' | 'date' | 'region' | 'service', given: string, wanted: string) => {
    if (given !== wanted) throw refusals.scope(presigned, { part, given, wanted });
  };
  refuse('terminal', terminal, 'aws4_request');
  refuse('date', scope.date, timestamp.slice(0, 8));
  if (expected.service !== undefined) refuse('service', scope.service, expected.service);
  if (expected.region !== undefined) refuse('region', scope.region, expected.region);
}

function checkTime({ refusals, signedAt, expires }: Claim, now: number): void {
  if (expires === undefined) {
    if (Math.abs(now - signedAt) > allowedSkew) throw refusals.skewed(signedAt, now);
    return;
  }
  if (signedAt - now > allowedSkew) throw refusals.notYetValid(signedAt, now);
  if (now > signedAt + expires * 1000) throw refusals.expired(signedAt, expires, now);
}

/** A header that AWS acts upon but the signature does not cover could have been added by anyone on the way. */
function checkSignedHeaders(request: SignedRequest, { refusals, scope, signedHeaders }: Claim): void {
  const bare = Object.keys(request.headers).filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signedHeaders.includes(name),
  );
  if (!signedHeaders.includes('host') && !bare.includes('host')) bare.push('host');
  // Outside S3 clients need not sign this header: its value is the last line of the canonical request anyway.
  const refused = scope.service === 's3' ? bare : bare.filter((name) => name !== 'x-amz-content-sha256');
  if (refused.length > 0) throw refusals.notSigned(refused);
}

/**
 * The last line of the canonical request. S3 wants it in a header, and in a presigned URL takes it from there or
 * from the query, else as UNSIGNED-PAYLOAD. For other services a missing header means an empty body.
 */
function payloadHashOf(request: SignedRequest, { presigned, scope, parameters }: Claim): string {
  const header = single(request.headers['x-amz-content-sha256']);
  if (scope.service !== 's3') return header ?? emptyHash;
  const hash =
    header ?? (presigned ? (parameters.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD') : undefined);
  if (hash === undefined) {
    throw new ServiceError(
      'InvalidRequest',
      'Missing required header for this request: x-amz-content-sha256',
    );
  }
  if (!isPayloadHash(hash)) {
    throw new ServiceError(
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, ' +
        'STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
    );
  }
  return hash;
}

function isPayloadHash(hash: string): boolean {
  return (
    /^[0-9a-f]{64}$/.test(hash) ||
    hash === 'UNSIGNED-PAYLOAD' ||
    /^STREAMING-(UNSIGNED-PAYLOAD-TRAILER|AWS4-HMAC-SHA256-PAYLOAD(-TRAILER)?)$/.test(hash)
  );
}

function chunkSigner(key: Buffer, timestamp: string, scope: string, seed: string): ChunkSigner {
  return {
    seed,
    sign: (kind, previous, hash) => {
      // A chunk has room for the hash of headers of its own, and never has any; a trailer has not.
      const hashes = kind === 'PAYLOAD' ? [emptyHash, hash] : [hash];
      return hmac(key, [`${algorithm}-${kind}`, timestamp, scope, previous, ...hashes].join('\n')).toString(
        'hex',
      );
    },
  };
}

/** Keys derived before: each is good for its secret, day, region and service. */
const signingKeys = new Map<string, Buffer>();
const mostSigningKeys = 1000;

function signingKey(secretAccessKey: string, { date, region, service }: Scope): Buffer {
  const parts = [date, region, service, 'aws4_request'];
  const name = [secretAccessKey, ...parts].join(' ');
  const known = signingKeys.get(name);
  if (known) return known;
  const key = parts.reduce(
    (before: Buffer, part) => hmac(before, part),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  if (signingKeys.size >= mostSigningKeys) signingKeys.clear();
  signingKeys.set(name, key);
  return key;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
