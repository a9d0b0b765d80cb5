import type { Answer } from './answer.ts';
import { invalidRequest, notImplemented } from './errors.ts';
import { headerValue } from './header-values.ts';
import { lookUp } from './look-up.ts';
import { lockHeaders } from './object-lock.ts';
import { systemHeaderNames } from './object-properties.ts';
import { type ByteRange, readRange } from './ranges.ts';
import { checkReadConditions, ifRangeHolds } from './read-conditions.ts';
import type { ObjectRequest } from './request.ts';
import type { ObjectOperation, Stores } from './stores.ts';
import { checksumHeaders, versionHeaders } from './version-headers.ts';
import type { StoredObject } from './versions.ts';

/** GetObject, "GetObject", Amazon S3 API Reference, API_GetObject.html */
export const getObject: ObjectOperation = (stores, request) => {
  const { version, range, answer } = read(stores, request);
  if (answer.status === 304) return answer;
  const { start, end } = range ?? { start: 0, end: version.content.size };
  return { ...answer, body: stores.bodies.read(version.content.body, start, end) };
};

/** HeadObject: what GetObject answers, without the bytes. */
export const headObject: ObjectOperation = (stores, request) => read(stores, request).answer;

function read(
  stores: Stores,
  request: ObjectRequest,
): { version: StoredObject; range: ByteRange | undefined; answer: Answer } {
  if (request.query.has('partNumber')) throw notImplemented('partNumber of GetObject and HeadObject');
  const overrides = readOverrides(request);
  const version = lookUp(stores, request, ['s3:GetObject']);
  const unchanged = checkReadConditions(request, version);
  const headers = { ...versionHeaders(request.bucket, version), 'last-modified': lastModified(version) };
  if (unchanged) return { version, range: undefined, answer: { status: 304, headers } };

  const { size, checksum } = version.content;
  const range = ifRangeHolds(request, version) ? readRange(request.header('range'), size) : undefined;
  const length = range ? range.end - range.start : size;
  const wantsChecksum = request.header('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' && !range;
  return {
    version,
    range,
    answer: {
      status: range ? 206 : 200,
      headers: {
        ...headers,
        ...version.content.headers,
        ...overrides,
        'accept-ranges': 'bytes',
        'content-length': String(length),
        ...(range && { 'content-range': `bytes ${range.start}-${range.end - 1}/${size}` }),
        ...(version.tags.length > 0 && { 'x-amz-tagging-count': String(version.tags.length) }),
        ...lockHeaders(version),
        ...(wantsChecksum && checksumHeaders(checksum)),
      },
    },
  };
}

function lastModified({ modified }: StoredObject): string {
  return new Date(modified).toUTCString();
}

/** `response-content-disposition` and its like, with which whoever signs a request sets headers of its answer. */
function readOverrides(request: ObjectRequest): Record<string, string> {
  const overrides: Record<string, string> = {};
  for (const name of systemHeaderNames) {
    const value = request.query.get(`response-${name}`);
    if (value !== undefined) overrides[name] = headerValue(`response-${name}`, value);
  }
  if (Object.keys(overrides).length > 0 && !request.verified) {
    throw invalidRequest('Request specific response headers cannot be used for anonymous GET requests.');
  }
  return overrides;
}
