import { preconditionFailed } from './errors.ts';
import type { S3Request } from './request.ts';
import type { StoredObject } from './versions.ts';
import { unquoted } from './write-conditions.ts';

/**
 * Whether the conditions of a read say that the client has the object already (304 Not Modified); throws
 * PreconditionFailed (412) when it is not the one the client wants. `prefix` begins the headers' names, for the
 * source of a copy.
 *
 * "GetObject", Amazon S3 API Reference: an If-Match that holds outweighs If-Unmodified-Since, an If-None-Match
 * outweighs If-Modified-Since.
 */
export function checkReadConditions(request: S3Request, version: StoredObject, prefix = ''): boolean {
  const header = (name: string) => request.header(`${prefix}${name}`);
  const ifMatch = header('if-match');
  if (ifMatch !== undefined) {
    if (!names(ifMatch, version)) throw preconditionFailed('If-Match');
  } else if (isAfter(version, header('if-unmodified-since'))) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  const ifNoneMatch = header('if-none-match');
  if (ifNoneMatch !== undefined) return names(ifNoneMatch, version);
  const since = header('if-modified-since');
  return isDate(since) && !isAfter(version, since);
}

/** Whether a range may be answered: not when `If-Range` names another version than this. */
export function ifRangeHolds(request: S3Request, version: StoredObject): boolean {
  const ifRange = request.header('if-range');
  return ifRange === undefined || unquoted(ifRange) === version.content.etag;
}

function names(header: string, { content }: StoredObject): boolean {
  return header.split(',').some((etag) => etag.trim() === '*' || unquoted(etag) === content.etag);
}

function isAfter({ modified }: StoredObject, date: string | undefined): boolean {
  return isDate(date) && modified > Date.parse(date);
}

/** Dates that cannot be read do not count (RFC 9110, 13.1.3). */
function isDate(date: string | undefined): date is string {
  return date !== undefined && !Number.isNaN(Date.parse(date));
}
