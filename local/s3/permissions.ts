import type { Access } from '../access/access.ts';
import { type Permission, ServiceError } from '../service.ts';
import { accessDenied } from './errors.ts';
import type { BucketRequest, ObjectRequest, S3Request } from './request.ts';
import type { Tag } from './tags.ts';

/** Condition keys of a request, by their names in policies. */
export type Conditions = NonNullable<Permission['conditions']>;

/** Throws AccessDenied unless the caller may do `action` to the bucket. */
export function allowOnBucket(
  access: Access,
  request: BucketRequest,
  action: string,
  conditions?: Conditions,
): void {
  check(access, request, action, request.bucket.arn, conditions);
}

/** Throws AccessDenied unless the caller may do `action` to the object. */
export function allowOnObject(
  access: Access,
  request: BucketRequest & Pick<ObjectRequest, 'key'>,
  action: string,
  conditions?: Conditions,
): void {
  check(access, request, action, `${request.bucket.arn}/${request.key}`, conditions);
}

/** Whether the caller may know which objects there are: otherwise a missing one is forbidden, and not missing. */
export function mayList(access: Access, request: BucketRequest): boolean {
  try {
    allowOnBucket(access, request, 's3:ListBucket');
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}

/** The conditions that show an object's own tags, or those it is to have. */
export function tagConditions(
  kind: 'ExistingObjectTag' | 'RequestObjectTag',
  tags: readonly Tag[],
): Conditions {
  const conditions: Record<string, string | readonly string[]> = {};
  for (const { key, value } of tags) conditions[`s3:${kind}/${key}`] = value;
  if (kind === 'RequestObjectTag' && tags.length > 0) {
    conditions['s3:RequestObjectTagKeys'] = tags.map(({ key }) => key);
  }
  return conditions;
}

/**
 * The conditions every request has, by its headers and its authentication. Only these `s3:` keys, and the ones
 * operations add, are ever there; a bucket policy with another is refused.
 *
 * "Actions, resources, and condition keys for Amazon S3", Service Authorization Reference, list_amazons3.html
 */
function requestConditions(request: S3Request): Conditions {
  const conditions: Record<string, string> = {
    // The loopback stands for TLS, here of its newest version.
    's3:TlsVersion': '1.3',
  };
  if (request.verified) {
    conditions['s3:authType'] = request.verified.presigned ? 'REST-QUERY-STRING' : 'REST-HEADER';
    conditions['s3:signatureversion'] = 'AWS4-HMAC-SHA256';
    conditions['s3:signatureAge'] = String(Math.max(0, Date.now() - request.verified.signedAt));
  }
  for (const header of headerKeys) {
    const value = request.header(header);
    if (value !== undefined) conditions[`s3:${header}`] = value;
  }
  const versionId = request.query.get('versionId');
  if (versionId !== undefined) conditions['s3:VersionId'] = versionId;
  return conditions;
}

/** Headers that are condition keys under their own name. */
const headerKeys = [
  'if-match',
  'if-none-match',
  'x-amz-acl',
  'x-amz-content-sha256',
  'x-amz-copy-source',
  'x-amz-metadata-directive',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-storage-class',
];

/** Every condition key under `s3:` that some request here has, in lower case. */
export const conditionKeys: ReadonlySet<string> = new Set(
  [
    ...headerKeys,
    'TlsVersion',
    'authType',
    'signatureversion',
    'signatureAge',
    'VersionId',
    'prefix',
    'delimiter',
    'max-keys',
    'object-lock-mode',
    'object-lock-retain-until-date',
    'object-lock-legal-hold',
    'object-lock-remaining-retention-days',
    'RequestObjectTagKeys',
  ].map((key) => `s3:${key}`.toLowerCase()),
);

/** Condition keys that end in the name of a tag. */
export const tagKeyPrefixes = ['s3:existingobjecttag/', 's3:requestobjecttag/'];

function check(
  access: Access,
  request: BucketRequest,
  action: string,
  resource: string,
  conditions: Conditions = {},
): void {
  if (request.caller.kind === 'anonymous' && request.bucket.publicAccess.restrict) throw accessDenied();
  access.check(request.caller, {
    action,
    resource,
    conditions: { ...requestConditions(request), ...conditions },
  });
}
