import { DetailedError } from '../access/detailed-error.ts';
import { decodeChunks } from './aws-chunked.ts';
import { type BodyClaims, type ClaimedChecksum, payloadHashOf, readBodyClaims } from './body-claims.ts';
import { type Algorithm, type Checksum, checksumHeader, isDigest } from './checksums.ts';
import { type Digests, digest, type Sink } from './digests.ts';
import { badDigest, incompleteBody, invalidRequest } from './errors.ts';
import type { S3Request } from './request.ts';

/** A body that has come whole and is what the request said it would be. */
export interface Received {
  readonly size: number;
  /** Binary. */
  readonly md5: Buffer;
  /** By the client's algorithm, else the one asked for. */
  readonly checksum: Checksum | undefined;
}

/** 5 GiB, the most that one request may upload. */
export const largestUpload = 5 * 1024 ** 3;

/** The most XML that a request may send. */
const largestText = 2 * 1024 ** 2;

/**
 * Streams a request's body into `sink` and checks it against everything the request says of it: its length, the
 * signed payload hash, the signatures of its chunks, Content-MD5 and its checksum, in a header or a trailer.
 *
 * Whatever does not hold is thrown as S3 refuses it, at the latest when the body has ended; until this resolves,
 * what went into `sink` is worth nothing. A connection that breaks is IncompleteBody. A client that gives no
 * checksum gets one of `algorithm`.
 *
 * "PutObject", Amazon S3 API Reference, API_PutObject.html
 */
export async function receiveBody(request: S3Request, sink: Sink, algorithm: Algorithm): Promise<Received> {
  return receive(request, readBodyClaims(request, largestUpload), sink, algorithm);
}

/**
 * Reads XML. Its own integrity must be vouched for by Content-MD5 or a checksum where S3 requires that; where a
 * multipart upload is completed the checksum headers are about the object, and are left alone here.
 */
export async function receiveText(
  request: S3Request,
  integrity: 'required' | 'not given' = 'required',
): Promise<string> {
  const own: S3Request =
    integrity === 'required'
      ? request
      : {
          ...request,
          header: (name) => (isAboutChecksum(name) ? undefined : request.header(name)),
          headerNames: () => [],
        };
  const claims = readBodyClaims(own, largestText);
  if (integrity === 'required' && claims.md5 === undefined && claims.checksum === undefined) {
    throw invalidRequest('Missing required header for this request: Content-MD5');
  }
  const chunks: Buffer[] = [];
  await receive(request, claims, async (chunk) => void chunks.push(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** For operations without a body: what was signed must be an empty one. */
export async function receiveNothing(request: S3Request): Promise<void> {
  const payloadHash = payloadHashOf(request);
  if (!/^[0-9a-f]{64}$/.test(payloadHash)) return;
  checkPayload(payloadHash, await digest(piecesOf(request), ['SHA256'], async () => undefined));
}

async function receive(
  request: S3Request,
  claims: BodyClaims,
  sink: Sink,
  fallback?: Algorithm,
): Promise<Received> {
  const { length, md5, sha256, checksum, chunks } = claims;
  const algorithm = checksum?.algorithm ?? fallback;
  const wanted = new Set<Algorithm>(sha256 === undefined ? [] : ['SHA256']);
  if (algorithm) wanted.add(algorithm);

  const trailers = new Map<string, string>();
  const encoded = piecesOf(request);
  const data = chunks
    ? decodeChunks(encoded, { ...chunks, trailer: (name, value) => void trailers.set(name, value) })
    : encoded;
  const digests = await digest(atMost(length, data), wanted, sink);

  if (digests.size !== length) throw incompleteBody();
  if (sha256 !== undefined) checkPayload(sha256, digests);
  if (md5 !== undefined && digests.md5.toString('base64') !== md5) {
    throw badDigest('The Content-MD5 you specified did not match what we received.');
  }
  if (checksum) checkChecksum(checksum, trailers, digests);
  const value = algorithm && digests.checksums.get(algorithm);
  return {
    size: digests.size,
    md5: digests.md5,
    checksum: algorithm && value !== undefined ? { algorithm, value, type: 'FULL_OBJECT' } : undefined,
  };
}

/** The body as it comes, without destroying the connection when reading stops early: the answer has yet to go. */
async function* piecesOf({ stream }: S3Request): AsyncGenerator<Buffer> {
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false })) yield piece as Buffer;
  } catch {
    throw incompleteBody();
  }
}

/** Ends a body that grows beyond its declared length before it fills the disk. */
async function* atMost(length: number, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > length) throw incompleteBody();
    yield piece;
  }
}

function checkPayload(sha256: string, digests: Digests): void {
  const computed = Buffer.from(digests.checksums.get('SHA256') ?? '', 'base64').toString('hex');
  if (computed === sha256) return;
  throw new DetailedError(
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    400,
    { ClientComputedContentSHA256: sha256, S3ComputedContentSHA256: computed },
  );
}

function checkChecksum(
  { algorithm, value }: ClaimedChecksum,
  trailers: ReadonlyMap<string, string>,
  digests: Digests,
): void {
  const header = checksumHeader(algorithm);
  const claimed = value ?? trailers.get(header) ?? '';
  if (!isDigest(algorithm, claimed)) throw invalidRequest(`Value for ${header} trailing header is invalid.`);
  if (digests.checksums.get(algorithm) === claimed) return;
  throw badDigest(`The ${algorithm} you specified did not match the calculated checksum.`);
}

function isAboutChecksum(name: string): boolean {
  return name === 'x-amz-sdk-checksum-algorithm' || name.startsWith('x-amz-checksum-');
}
