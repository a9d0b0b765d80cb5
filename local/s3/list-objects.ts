import { invalidArgument } from './errors.ts';
import { type Place, page, readListQuery } from './listing.ts';
import { allowOnBucket } from './permissions.ts';
import type { BucketOperation } from './stores.ts';
import { isObject, type StoredObject, type Versions } from './versions.ts';
import { writeXml, type XmlElements } from './xml-writer.ts';

/** ListObjectsV2, "ListObjectsV2", Amazon S3 API Reference, API_ListObjectsV2.html */
export const listObjectsV2: BucketOperation = (stores, request) => {
  const { bucket, query } = request;
  allowOnBucket(stores.access, request, 's3:ListBucket', listConditions(query));
  const list = readListQuery(request);
  const startAfter = query.get('start-after');
  const token = query.get('continuation-token');
  const { after, seen } =
    token === undefined ? { after: startAfter ?? '', seen: undefined } : readToken(token);
  const current = currentObjects(stores.versions, bucket.name, list.prefix, after);
  const { places, truncated } = page(current, list, seen);
  const last = places.at(-1);
  const owner = query.get('fetch-owner') === 'true' && { Owner: { ID: stores.place.account } };
  const body: XmlElements = {
    Name: bucket.name,
    Prefix: list.encode(list.prefix),
    Delimiter: list.delimiter ? list.encode(list.delimiter) : undefined,
    StartAfter: startAfter === undefined ? undefined : list.encode(startAfter),
    ContinuationToken: token,
    NextContinuationToken: truncated && last ? tokenAfter(last) : undefined,
    KeyCount: places.length,
    MaxKeys: list.most,
    EncodingType: query.get('encoding-type') || undefined,
    IsTruncated: truncated,
    Contents: places.flatMap((place) =>
      'entry' in place
        ? [{ Key: list.encode(place.entry.key), ...objectElements(place.entry), ...owner }]
        : [],
    ),
    CommonPrefixes: commonPrefixes(places, list.encode),
  };
  return { status: 200, body: writeXml('ListBucketResult', body) };
};

/** What a policy may ask of a list. */
export function listConditions(query: ReadonlyMap<string, string>): Record<string, string> {
  const conditions: Record<string, string> = {};
  for (const name of ['prefix', 'delimiter', 'max-keys']) {
    const value = query.get(name);
    if (value !== undefined) conditions[`s3:${name}`] = value;
  }
  return conditions;
}

/** Every key's current version, where that is an object; under the prefix and after `after`. */
export function* currentObjects(
  versions: Versions,
  bucket: string,
  prefix: string,
  after = '',
): Generator<StoredObject> {
  let key: string | undefined;
  for (const version of versions.of(bucket, { prefix, after })) {
    if (version.key === key) continue;
    key = version.key;
    if (isObject(version)) yield version;
  }
}

/** The elements that lists give of an object beside its key. */
export function objectElements({ modified, content }: StoredObject): XmlElements {
  return {
    LastModified: new Date(modified).toISOString(),
    ETag: `"${content.etag}"`,
    ...(content.checksum && {
      ChecksumAlgorithm: content.checksum.algorithm,
      ChecksumType: content.checksum.type,
    }),
    Size: content.size,
    StorageClass: 'STANDARD',
  };
}

export function commonPrefixes(
  places: readonly Place<unknown>[],
  encode: (name: string) => string,
): XmlElements[] {
  return places.flatMap((place) => ('entry' in place ? [] : [{ Prefix: encode(place.commonPrefix) }]));
}

/** A token is opaque to clients; here it holds where the page ended. */
function tokenAfter(place: Place<StoredObject>): string {
  const text = 'entry' in place ? `k${place.entry.key}` : `p${place.commonPrefix}`;
  return Buffer.from(text).toString('base64url');
}

function readToken(token: string): { after: string; seen: string | undefined } {
  const text = Buffer.from(token, 'base64url').toString();
  if (!/^[kp]./s.test(text)) {
    throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
  }
  const after = text.slice(1);
  return { after, seen: text.startsWith('p') ? after : undefined };
}
