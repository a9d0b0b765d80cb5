import { DetailedError } from '../access/detailed-error.ts';
import { accessDenied, invalidArgument, noSuchKey, noSuchVersion, RefusalWithHeaders } from './errors.ts';
import { allowOnObject, type Conditions, mayList, tagConditions } from './permissions.ts';
import type { ObjectRequest } from './request.ts';
import type { Stores } from './stores.ts';
import { isObject, type StoredObject, type Version } from './versions.ts';

/**
 * The object that a request is about, by key and `versionId`, if the caller may do all of `actions` to it, under
 * `conditions` and those of its tags; where a version is named, `s3:GetObject` is asked as `s3:GetObjectVersion`.
 *
 * What is not there is NoSuchKey or NoSuchVersion (404) to those who may list the bucket, to others AccessDenied
 * (403). A delete marker is not there either; named by its version, it is MethodNotAllowed (405).
 *
 * "GetObject", Amazon S3 API Reference, API_GetObject.html
 */
export function lookUp(
  stores: Stores,
  request: ObjectRequest,
  actions: readonly string[],
  conditions: Conditions = {},
): StoredObject {
  const { bucket, key } = request;
  const versionId = readVersionId(request);
  const version =
    versionId === undefined
      ? stores.versions.current(bucket.name, key)
      : stores.versions.find(bucket.name, key, versionId);
  const all = { ...conditions, ...tagConditions('ExistingObjectTag', version?.tags ?? []) };
  for (const action of actions) {
    allowOnObject(stores.access, request, versionId === undefined ? action : onVersion(action), all);
  }
  if (isObject(version)) return version;
  if (!mayList(stores.access, request)) throw accessDenied();
  if (version) throw isMarker(version, versionId);
  throw versionId === undefined ? noSuchKey(key) : noSuchVersion(key, versionId);
}

/** The `versionId` of a request, if any; what cannot be one is refused. */
export function readVersionId(request: ObjectRequest): string | undefined {
  const versionId = request.query.get('versionId');
  if (versionId === undefined || /^(null|[\w-]{32})$/.test(versionId)) return versionId;
  throw invalidArgument('Invalid version id specified', 'versionId', versionId);
}

/** `s3:GetObject` as `s3:GetObjectVersion`; retention and legal holds have one action for both. */
function onVersion(action: string): string {
  return /Retention$|LegalHold$/.test(action) ? action : action.replace('Object', 'ObjectVersion');
}

function isMarker(marker: Version, versionId: string | undefined): RefusalWithHeaders {
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId };
  if (versionId === undefined) return new RefusalWithHeaders(noSuchKey(marker.key), headers);
  const refusal = new DetailedError(
    'MethodNotAllowed',
    'The specified method is not allowed against this resource.',
    405,
    { ResourceType: 'DeleteMarker' },
  );
  const lastModified = new Date(marker.modified).toUTCString();
  return new RefusalWithHeaders(refusal, { ...headers, allow: 'DELETE', 'last-modified': lastModified });
}
