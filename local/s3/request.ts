import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Access } from '../access/access.ts';
import {
  percentDecoded,
  queryParameters,
  type SignedRequest,
  signedRequestOf,
} from '../access/canonical-request.ts';
import { isSigned } from '../access/claim.ts';
import { DetailedError } from '../access/detailed-error.ts';
import type { Verified } from '../access/signature.ts';
import type { Caller } from '../service.ts';
import type { Bucket } from './buckets.ts';

/** What a request is about, by its host and path; names decoded. */
export interface Target {
  readonly bucket: string | undefined;
  readonly key: string | undefined;
}

/** A request whose signature, if it has one, is right. */
export interface S3Request {
  /** `x-amz-request-id` */
  readonly id: string;
  readonly method: string;
  /** Decoded; of several parameters of one name the last. */
  readonly query: ReadonlyMap<string, string>;
  readonly caller: Caller;
  /** Undefined for an anonymous caller. */
  readonly verified: Verified | undefined;
  readonly sourceIp: string;
  /** The body as it comes. */
  readonly stream: Readable;
  /** By lower-case name. A presigned URL may carry an `x-amz-*` header as a parameter of the same name. */
  header(name: string): string | undefined;
  /** Every name that `header` answers to and that begins with `prefix`. */
  headerNames(prefix: string): readonly string[];
}

export interface BucketRequest extends S3Request {
  readonly bucket: Bucket;
}

export interface ObjectRequest extends BucketRequest {
  readonly key: string;
}

/**
 * Where a request is meant for. Virtual-hosted style is `<bucket>.localhost` or `<bucket>.s3.localhost`, which
 * resolve to the loopback; any other host is path style.
 *
 * "Virtual hosting of general purpose buckets", Amazon S3 User Guide, VirtualHosting.html
 */
export function targetOf({ path, headers }: SignedRequest): Target {
  const host = String(headers.host ?? '').replace(/:\d+$/, '');
  const bucketInHost = /^(.+?)(?:\.s3)?\.localhost$/.exec(host)?.[1];
  const rest = path.replace(/^\//, '');
  if (bucketInHost !== undefined && bucketInHost !== 's3') return { bucket: bucketInHost, key: keyOf(rest) };
  const slash = rest.indexOf('/');
  const bucket = percentDecoded(slash < 0 ? rest : rest.slice(0, slash));
  return { bucket: bucket || undefined, key: slash < 0 ? undefined : keyOf(rest.slice(slash + 1)) };
}

/** Authenticates a request as `Access` does; one without a signature is anonymous. */
export function readRequest(stream: IncomingMessage, id: string, access: Access, now: number): S3Request {
  const signed = signedRequestOf(stream);
  const { caller, verified } = isSigned(signed)
    ? access.callerOf(signed, now, 's3')
    : { caller: { kind: 'anonymous' } as const, verified: undefined };
  const query = new Map(queryParameters(signed.query));
  const headers = headersOf(stream, verified?.presigned === true ? query : new Map());
  return {
    id,
    method: signed.method,
    query,
    caller,
    verified,
    sourceIp: stream.socket.remoteAddress ?? '127.0.0.1',
    stream,
    header: (name) => headers.get(name),
    headerNames: (prefix) => [...headers.keys()].filter((name) => name.startsWith(prefix)),
  };
}

/** 16 hexadecimal digits, as S3's request ids look. */
export function newRequestId(): string {
  return randomBytes(8).toString('hex').toUpperCase();
}

const authentication = /^x-amz-(algorithm|credential|date|expires|signature|signedheaders|security-token)$/;

function headersOf(stream: IncomingMessage, query: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of query) {
    const lower = name.toLowerCase();
    if (lower.startsWith('x-amz-') && !authentication.test(lower)) headers.set(lower, value);
  }
  for (const [name, value] of Object.entries(stream.headers)) {
    if (value !== undefined) headers.set(name, [value].flat().join(','));
  }
  return headers;
}

function keyOf(rest: string): string | undefined {
  const key = percentDecoded(rest);
  const size = Buffer.byteLength(key);
  if (size <= 1024) return key === '' ? undefined : key;
  throw new DetailedError('KeyTooLongError', 'Your key is too long', 400, {
    Size: String(size),
    MaxSizeAllowed: '1024',
  });
}
