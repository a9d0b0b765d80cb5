import { percentEncoded } from '../access/canonical-request.ts';
import { invalidArgument } from './errors.ts';
import type { S3Request } from './request.ts';

/** What a list asks for, in the parameters that all lists share. */
export interface ListQuery {
  readonly prefix: string;
  readonly delimiter: string;
  /** 0 to 1000. */
  readonly most: number;
  /** Encodes names as `encoding-type` asks. */
  readonly encode: (name: string) => string;
}

/** One place in a list: an entry, or the common prefix that stands for all entries under it. */
export type Place<T> = { readonly entry: T } | { readonly commonPrefix: string };

export interface Page<T> {
  readonly places: readonly Place<T>[];
  /** Whether more follow. */
  readonly truncated: boolean;
}

export function readListQuery(request: S3Request): ListQuery {
  const { query } = request;
  const encoding = query.get('encoding-type') ?? '';
  if (encoding !== '' && encoding !== 'url') {
    throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', encoding);
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    most: readCount(query.get('max-keys'), 'max-keys'),
    encode: (name) => (encoding === 'url' ? percentEncoded(name).replaceAll('%2F', '/') : name),
  };
}

/** A count of at most 1000 that a client gives; more are given as 1000. */
export function readCount(text: string | undefined, name: string): number {
  if (text === undefined || text === '') return 1000;
  const count = /^\d{1,10}$/.test(text) ? Number(text) : 2 ** 32;
  if (count < 2 ** 31) return Math.min(count, 1000);
  throw invalidArgument(`Provided ${name} not an integer or within integer range`, name, text);
}

/**
 * Takes a page off `entries`, which come under the prefix and in the order of their keys: those whose key has the
 * delimiter after the prefix are rolled up into one common prefix. `seen` is the common prefix with which the page
 * before ended.
 *
 * "Organizing objects using prefixes", Amazon S3 User Guide, using-prefixes.html
 */
export function page<T extends { readonly key: string }>(
  entries: Iterable<T>,
  { prefix, delimiter, most }: ListQuery,
  seen?: string,
): Page<T> {
  const places: Place<T>[] = [];
  let rolledUp = seen;
  if (most === 0) return { places, truncated: false };
  for (const entry of entries) {
    if (rolledUp !== undefined && entry.key.startsWith(rolledUp)) continue;
    if (places.length === most) return { places, truncated: true };
    rolledUp = commonPrefix(entry.key, prefix, delimiter);
    places.push(rolledUp === undefined ? { entry } : { commonPrefix: rolledUp });
  }
  return { places, truncated: false };
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}
