import { readPolicy, type Statement } from '../access/policy.ts';
import { isEveryone } from '../access/principals.ts';
import { type Json, ServiceError } from '../service.ts';
import type { Bucket } from './buckets.ts';
import { accessDenied } from './errors.ts';
import { conditionKeys, tagKeyPrefixes } from './permissions.ts';

/**
 * Refuses a bucket policy as S3 does when it is put: one about other resources or other services' actions, or with
 * condition keys under `s3:` that no request here has (MalformedPolicy), and a public one where the bucket blocks
 * those (AccessDenied).
 *
 * "Bucket policies for Amazon S3", Amazon S3 User Guide, bucket-policies.html
 */
export function checkBucketPolicy(bucket: Bucket, document: Json): void {
  for (const statement of readPolicy(document, 'resource').statements) {
    if (statement.actions.patterns.some(({ text }) => text !== '*' && !text.startsWith('s3:'))) {
      throw malformedPolicy('Policy has invalid action');
    }
    if (!statement.resources.patterns.every(({ text }) => isWithin(bucket, text))) {
      throw malformedPolicy('Policy has invalid resource');
    }
    for (const { key } of statement.conditions) {
      if (key.startsWith('s3:') && !isKnown(key)) {
        throw malformedPolicy(`Policy has an invalid condition key: ${key}`);
      }
    }
    if (bucket.publicAccess.blockPolicy && isPublic(statement)) {
      throw accessDenied(
        `The policy of ${bucket.name} allows public access, which BlockPublicPolicy of the bucket forbids.`,
      );
    }
  }
}

function isWithin({ arn }: Bucket, resource: string): boolean {
  return resource === arn || resource.startsWith(`${arn}/`);
}

function isKnown(key: string): boolean {
  return conditionKeys.has(key) || tagKeyPrefixes.some((prefix) => key.startsWith(prefix));
}

/** Conditions with which a statement for everyone is about somebody after all, when they name fixed values. */
const narrowing = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceaccount',
  'aws:sourcearn',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);

/** "The meaning of public", Amazon S3 User Guide, access-control-block-public-access.html */
function isPublic({ effect, principals, conditions }: Statement): boolean {
  if (effect !== 'Allow' || !isEveryone(principals)) return false;
  return !conditions.some(
    ({ key, values }) => narrowing.has(key) && values.every((value) => !/[*?]|\$\{/.test(value)),
  );
}

function malformedPolicy(message: string): ServiceError {
  return new ServiceError('MalformedPolicy', message);
}
