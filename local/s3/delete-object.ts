import * as z from 'zod';
import { ServiceError } from '../service.ts';
import { malformedXml, notImplemented } from './errors.ts';
import { readVersionId } from './look-up.ts';
import { causeOf } from './object-events.ts';
import type { Deletion } from './objects.ts';
import { allowOnObject, tagConditions } from './permissions.ts';
import { receiveText } from './receive-body.ts';
import type { BucketRequest, ObjectRequest } from './request.ts';
import type { BucketOperation, ObjectOperation, Stores } from './stores.ts';
import { elements, one, readXml } from './xml-reader.ts';
import { writeXml, type XmlElements } from './xml-writer.ts';

/**
 * DeleteObject. What is not there is deleted already.
 *
 * "DeleteObject", Amazon S3 API Reference, API_DeleteObject.html
 */
export const deleteObject: ObjectOperation = (stores, request) => {
  const versionId = readVersionId(request);
  if (request.header('if-match') !== undefined) throw notImplemented('If-Match of DeleteObject');
  const deletion = remove(stores, request, versionId);
  const { version, isMarker } = outcome(deletion);
  return {
    status: 204,
    headers: {
      ...(request.bucket.versioning && version && { 'x-amz-version-id': version.versionId }),
      ...(isMarker && { 'x-amz-delete-marker': 'true' }),
    },
  };
};

const text = one(z.string());
const deleteRequest = elements({
  Quiet: z.optional(one(z.enum(['true', 'false']))),
  Object: z.array(elements({ Key: text, VersionId: z.optional(text) })).max(1000),
});

/**
 * DeleteObjects: up to a thousand, each by itself; what one is refused does not keep the others.
 *
 * "DeleteObjects", Amazon S3 API Reference, API_DeleteObjects.html
 */
export const deleteObjects: BucketOperation = async (stores, request) => {
  const { Quiet, Object: wanted } = readXml(await receiveText(request), 'Delete', deleteRequest);
  const deleted: XmlElements[] = [];
  const errors: XmlElements[] = [];
  for (const { Key, VersionId } of wanted) {
    if (Key === '') throw malformedXml();
    const names = { Key, VersionId: VersionId || undefined };
    try {
      const { version, isMarker } = outcome(remove(stores, { ...request, key: Key }, names.VersionId));
      const marker = isMarker && version && { DeleteMarker: true, DeleteMarkerVersionId: version.versionId };
      deleted.push({ ...names, ...marker });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      errors.push({ ...names, Code: error.code, Message: error.message });
    }
  }
  const answer = { ...(Quiet !== 'true' && { Deleted: deleted }), Error: errors };
  return { status: 200, body: writeXml('DeleteResult', answer) };
};

function remove(stores: Stores, request: ObjectRequest, versionId: string | undefined): Deletion {
  const { bucket, key } = request;
  const cause = causeOf(request, 'DeleteObject');
  const current = versionId === undefined && stores.versions.current(bucket.name, key);
  const version = current || (versionId !== undefined && stores.versions.find(bucket.name, key, versionId));
  const conditions = tagConditions('ExistingObjectTag', version ? version.tags : []);
  if (versionId === undefined) {
    allowOnObject(stores.access, request, 's3:DeleteObject', conditions);
    return stores.objects.delete(bucket, key, cause);
  }
  allowOnObject(stores.access, request, 's3:DeleteObjectVersion', {
    ...conditions,
    's3:VersionId': versionId,
  });
  return stores.objects.deleteVersion(bucket, key, versionId, cause, bypassesGovernance(stores, request));
}

/** Whether the request asks to pass over GOVERNANCE retention; asking without being allowed to is refused. */
export function bypassesGovernance(
  stores: Stores,
  request: BucketRequest & { readonly key: string },
): boolean {
  if (request.header('x-amz-bypass-governance-retention')?.toLowerCase() !== 'true') return false;
  allowOnObject(stores.access, request, 's3:BypassGovernanceRetention');
  return true;
}

function outcome(deletion: Deletion) {
  if (!deletion) return { version: undefined, isMarker: false };
  if ('marker' in deletion) return { version: deletion.marker, isMarker: true };
  return { version: deletion.removed, isMarker: deletion.removed.content === undefined };
}
