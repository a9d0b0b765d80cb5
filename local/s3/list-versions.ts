import { invalidArgument } from './errors.ts';
import { commonPrefixes, listConditions, objectElements } from './list-objects.ts';
import { page, readListQuery } from './listing.ts';
import { allowOnBucket } from './permissions.ts';
import type { BucketOperation } from './stores.ts';
import { isObject, type Version, type Versions } from './versions.ts';
import { writeXml, type XmlElements } from './xml-writer.ts';

interface Listed extends Version {
  readonly isLatest: boolean;
}

/**
 * ListObjectVersions: all versions and delete markers, each key's newest first.
 *
 * "ListObjectVersions", Amazon S3 API Reference, API_ListObjectVersions.html
 */
export const listObjectVersions: BucketOperation = (stores, request) => {
  const { bucket, query } = request;
  allowOnBucket(stores.access, request, 's3:ListBucketVersions', listConditions(query));
  const list = readListQuery(request);
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker') ?? '';
  if (versionMarker !== '' && keyMarker === '') {
    throw invalidArgument(
      'A version-id marker cannot be specified without a key marker.',
      'version-id-marker',
      versionMarker,
    );
  }
  const versions = versionsAfter(stores.versions, bucket.name, list.prefix, keyMarker, versionMarker);
  const seen = list.delimiter !== '' && keyMarker.endsWith(list.delimiter) ? keyMarker : undefined;
  const { places, truncated } = page(versions, list, seen);
  const last = truncated ? places.at(-1) : undefined;
  const next: XmlElements = !last
    ? {}
    : 'entry' in last
      ? { NextKeyMarker: list.encode(last.entry.key), NextVersionIdMarker: last.entry.versionId }
      : { NextKeyMarker: list.encode(last.commonPrefix) };
  const listed = places.flatMap((place) => ('entry' in place ? [place.entry] : []));
  const elementsOf = (version: Listed): XmlElements => ({
    Key: list.encode(version.key),
    VersionId: version.versionId,
    IsLatest: version.isLatest,
    ...(isObject(version)
      ? objectElements(version)
      : { LastModified: new Date(version.modified).toISOString() }),
    Owner: { ID: stores.place.account },
  });
  const body: XmlElements = {
    Name: bucket.name,
    Prefix: list.encode(list.prefix),
    KeyMarker: list.encode(keyMarker),
    VersionIdMarker: versionMarker,
    ...next,
    MaxKeys: list.most,
    Delimiter: list.delimiter ? list.encode(list.delimiter) : undefined,
    EncodingType: query.get('encoding-type') || undefined,
    IsTruncated: truncated,
    Version: listed.filter(isObject).map(elementsOf),
    DeleteMarker: listed.filter((version) => !isObject(version)).map(elementsOf),
    CommonPrefixes: commonPrefixes(places, list.encode),
  };
  return { status: 200, body: writeXml('ListVersionsResult', body) };
};

/** The versions after a version of a key, or after all of the key's where none is named. */
function* versionsAfter(
  versions: Versions,
  bucket: string,
  prefix: string,
  key: string,
  versionId: string,
): Generator<Listed> {
  let previous: string | undefined;
  let passed = versionId === '';
  for (const version of versions.of(
    bucket,
    versionId === '' ? { prefix, after: key } : { prefix, from: key },
  )) {
    const isLatest = version.key !== previous;
    previous = version.key;
    if (passed || version.key !== key) yield { ...version, isLatest };
    else passed = version.versionId === versionId;
  }
}
