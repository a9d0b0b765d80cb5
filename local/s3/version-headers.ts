import type { Bucket } from './buckets.ts';
import type { Checksum } from './checksums.ts';
import { checksumHeader } from './checksums.ts';
import { expiryOf, isAbout } from './lifecycle-rules.ts';
import { encryptionHeaders } from './object-properties.ts';
import type { StoredObject, Version } from './versions.ts';

/** The headers with which every operation that makes or reads a version tells which and how. */
export function versionHeaders(bucket: Bucket, version: StoredObject): Record<string, string> {
  return {
    etag: `"${version.content.etag}"`,
    ...encryptionHeaders(version.content.encryption),
    ...versionIdHeader(bucket, version),
    ...expirationHeader(bucket, version),
  };
}

/** Buckets that never had versions do not speak of them. */
export function versionIdHeader(
  bucket: Bucket,
  { versionId }: Pick<Version, 'versionId'>,
): Record<string, string> {
  return bucket.versioning ? { 'x-amz-version-id': versionId } : {};
}

export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  return checksum
    ? { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type }
    : {};
}

/** `x-amz-expiration`: the earliest day on which a rule of the bucket's lifecycle will expire the object. */
function expirationHeader(
  bucket: Bucket,
  { key, modified, content, tags }: StoredObject,
): Record<string, string> {
  let earliest: { due: number; rule: string } | undefined;
  for (const rule of bucket.lifecycle) {
    const due = isAbout(rule, key, content.size, tags) ? expiryOf(rule, modified) : undefined;
    if (due !== undefined && (!earliest || due < earliest.due)) earliest = { due, rule: rule.Id ?? '' };
  }
  if (!earliest) return {};
  const date = new Date(earliest.due).toUTCString();
  return { 'x-amz-expiration': `expiry-date="${date}", rule-id="${encodeURIComponent(earliest.rule)}"` };
}
