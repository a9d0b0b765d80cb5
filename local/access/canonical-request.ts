import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { ServiceError } from '../service.ts';

/** A request as it came on the wire, as far as a signature covers it. */
export interface SignedRequest {
  readonly method: string;
  /** Still encoded, without the query. */
  readonly path: string;
  /** Still encoded, without the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
}

/** The parts of `request` that a signature covers, undecoded. */
export function signedRequestOf(request: IncomingMessage): SignedRequest {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers: request.headers,
  };
}

/** One query parameter or header; several of one name stay several. */
export type NameAndValue = readonly [name: string, value: string];

/**
 * The canonical request that the signer hashed, byte for byte (in Latin-1, the bytes of the headers as they came).
 * Returns undefined when a header that is said to be signed is not there.
 *
 * "Create a signed AWS API request", IAM User Guide, reference_sigv-create-signed-request.html
 */
export function canonicalRequest(
  request: SignedRequest,
  service: string,
  signedHeaders: readonly string[],
  payloadHash: string,
): string | undefined {
  const headers: string[] = [];
  for (const name of [...signedHeaders].sort()) {
    const value = request.headers[name];
    if (value === undefined) return undefined;
    headers.push(`${name}:${canonicalHeader(value)}\n`);
  }
  return [
    request.method,
    service === 's3' ? encodedOnce(request.path) : encodedTwice(request.path),
    canonicalQuery(request.query),
    headers.join(''),
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

/** Hex SHA-256 of a canonical request. */
export function hashOf(canonical: string): string {
  return createHash('sha256').update(canonical, 'latin1').digest('hex');
}

/** The decoded parameters of a raw query in their order; `+` is a space, as AWS reads it. */
export function queryParameters(query: string): NameAndValue[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const name = equals < 0 ? part : part.slice(0, equals);
      const value = equals < 0 ? '' : part.slice(equals + 1);
      return [percentDecoded(name.replaceAll('+', ' ')), percentDecoded(value.replaceAll('+', ' '))];
    });
}

/** Decodes percent escapes; broken ones, or bytes that are not UTF-8, are refused as InvalidURI (400). */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError('InvalidURI', "Couldn't parse the specified URI.");
  }
}

/** AWS's `UriEncode`: everything but letters, digits and `-._~` becomes a percent escape of its UTF-8 bytes. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** S3 signs the key as it is: decoded and encoded once, `//` and `/./` kept. */
function encodedOnce(path: string): string {
  return path
    .split('/')
    .map((segment) => percentEncoded(percentDecoded(segment)))
    .join('/');
}

/** Other services sign the normalized path with each already encoded segment encoded once more. */
function encodedTwice(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(percentEncoded(segment));
  }
  const end = path.endsWith('/') && segments.length > 0 ? '/' : '';
  return `/${segments.join('/')}${end}`;
}

function canonicalQuery(query: string): string {
  return queryParameters(query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): NameAndValue => [percentEncoded(name), percentEncoded(value)])
    .sort(([a, x], [b, y]) => byCodePoint(a, b) || byCodePoint(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function canonicalHeader(value: string | string[]): string {
  const values = typeof value === 'string' ? [value] : value;
  return values.map((one) => one.trim().replace(/ +/g, ' ')).join(',');
}
