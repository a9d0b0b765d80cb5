import { DetailedError } from '../access/detailed-error.ts';
import type { ChunkSigner } from '../access/signature.ts';
import { ServiceError } from '../service.ts';
import { type Algorithm, isDigest, readAlgorithm } from './checksums.ts';
import { invalidArgument, invalidRequest, notImplemented } from './errors.ts';
import type { S3Request } from './request.ts';

/** What a request says of its body before it comes. */
export interface BodyClaims {
  /** In bytes, without the encoding of chunks. */
  readonly length: number;
  /** Base64, of Content-MD5. */
  readonly md5: string | undefined;
  /** Hex; undefined where the signature leaves the body open, or covers it chunk by chunk. */
  readonly sha256: string | undefined;
  readonly checksum: ClaimedChecksum | undefined;
  /** How the body is encoded, if it is in chunks. */
  readonly chunks:
    | { readonly signer: ChunkSigner | undefined; readonly trailers: readonly string[] }
    | undefined;
}

export interface ClaimedChecksum {
  readonly algorithm: Algorithm;
  /** Base64; undefined when it comes in the trailer. */
  readonly value: string | undefined;
}

/**
 * Reads Content-Length or `x-amz-decoded-content-length`, Content-MD5, `x-amz-content-sha256`, `x-amz-checksum-*` and
 * `x-amz-trailer`. What is not of their forms, contradicts itself, or is longer than `largest` is refused.
 */
export function readBodyClaims(request: S3Request, largest: number): BodyClaims {
  const payloadHash = payloadHashOf(request);
  const chunked = payloadHash.startsWith('STREAMING-');
  return {
    checksum: readChecksum(request),
    md5: readMd5(request),
    length: readLength(request, chunked, largest),
    sha256: /^[0-9a-f]{64}$/.test(payloadHash) ? payloadHash : undefined,
    chunks: chunked
      ? { signer: signerOf(request, payloadHash), trailers: readTrailers(request, payloadHash) }
      : undefined,
  };
}

/** The hash that the request was signed with; an anonymous one may state it too. */
export function payloadHashOf(request: S3Request): string {
  return request.verified?.payloadHash ?? request.header('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD';
}

/** Names that begin like checksums but say how they are meant. */
const aboutChecksums = /^x-amz-checksum-(algorithm|mode|type)$/;

function readChecksum(request: S3Request): ClaimedChecksum | undefined {
  const headers = request.headerNames('x-amz-checksum-').filter((name) => !aboutChecksums.test(name));
  const trailers = trailerNames(request).filter((name) => name.startsWith('x-amz-checksum-'));
  const [name, ...others] = [...headers, ...trailers];
  if (others.length > 0) {
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  const announced = request.header('x-amz-sdk-checksum-algorithm');
  if (name === undefined) {
    if (announced === undefined) return undefined;
    throw invalidRequest(
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were ' +
        'found.',
    );
  }
  const algorithm = readAlgorithm(name.replace('x-amz-checksum-', ''));
  if (announced !== undefined && announced.toUpperCase() !== algorithm) {
    throw invalidRequest('Value for x-amz-sdk-checksum-algorithm header is invalid.');
  }
  const value = headers.length > 0 ? request.header(name) : undefined;
  if (value !== undefined && !isDigest(algorithm, value)) {
    throw invalidRequest(`Value for ${name} header is invalid.`);
  }
  return { algorithm, value };
}

function readMd5(request: S3Request): string | undefined {
  const md5 = request.header('content-md5');
  if (md5 === undefined || isDigest('MD5', md5)) return md5;
  throw new ServiceError('InvalidDigest', 'The Content-MD5 you specified was invalid.');
}

/** S3 takes nothing whose length it is not told first. */
function readLength(request: S3Request, chunked: boolean, largest: number): number {
  if (!chunked && request.header('transfer-encoding') !== undefined) {
    throw new DetailedError(
      'NotImplemented',
      'A header you provided implies functionality that is not implemented',
      501,
      { Header: 'Transfer-Encoding' },
    );
  }
  const text = request.header(chunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (text === undefined || !/^\d+$/.test(text)) {
    throw new ServiceError('MissingContentLength', 'You must provide the Content-Length HTTP header.', 411);
  }
  const length = Number(text);
  if (length <= largest) return length;
  throw new DetailedError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
    ProposedSize: text,
    MaxSizeAllowed: String(largest),
  });
}

function trailerNames(request: S3Request): string[] {
  return (request.header('x-amz-trailer') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}

function readTrailers(request: S3Request, payloadHash: string): string[] {
  const trailers = trailerNames(request);
  const other = trailers.find((name) => !name.startsWith('x-amz-checksum-'));
  if (other !== undefined) {
    throw invalidArgument(
      'The value specified in the x-amz-trailer header is not supported',
      'x-amz-trailer',
      other,
    );
  }
  if (payloadHash.endsWith('-TRAILER') !== trailers.length > 0) {
    throw invalidRequest('x-amz-trailer and x-amz-content-sha256 must both announce a trailer, or neither.');
  }
  return trailers;
}

function signerOf(request: S3Request, payloadHash: string): ChunkSigner | undefined {
  if (payloadHash === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') return undefined;
  if (!request.verified) throw notImplemented('signed chunks of a request that is not signed itself');
  return request.verified.chunks;
}
