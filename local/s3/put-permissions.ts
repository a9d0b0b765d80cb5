import type { Access } from '../access/access.ts';
import { isLocking, lockConditions } from './object-lock.ts';
import type { ObjectProperties } from './object-properties.ts';
import { allowOnObject, tagConditions } from './permissions.ts';
import type { ObjectRequest } from './request.ts';

/** Throws AccessDenied unless the caller may make the object with all that it is to have. */
export function allowPut(
  access: Access,
  request: ObjectRequest,
  properties: ObjectProperties,
  now: number,
): void {
  const conditions = {
    ...tagConditions('RequestObjectTag', properties.tags),
    ...lockConditions(request, properties, now),
  };
  const allow = (action: string) => allowOnObject(access, request, action, conditions);
  allow('s3:PutObject');
  if (properties.tags.length > 0) allow('s3:PutObjectTagging');
  if (isLocking(request)) {
    if (request.header('x-amz-object-lock-mode') !== undefined) allow('s3:PutObjectRetention');
    if (request.header('x-amz-object-lock-legal-hold') !== undefined) allow('s3:PutObjectLegalHold');
  }
  // A write that compares an ETag tells whether the object has it.
  if (request.header('if-match') !== undefined) allow('s3:GetObject');
}
