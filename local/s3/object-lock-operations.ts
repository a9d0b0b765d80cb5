import * as z from 'zod';
import { DetailedError } from '../access/detailed-error.ts';
import type { ServiceError } from '../service.ts';
import { bypassesGovernance } from './delete-object.ts';
import { malformedXml } from './errors.ts';
import { lookUp } from './look-up.ts';
import { checkRetention, lacksObjectLock, readRetention, remainingDays } from './object-lock.ts';
import { allowOnBucket } from './permissions.ts';
import { receiveText } from './receive-body.ts';
import type { BucketRequest } from './request.ts';
import type { BucketOperation, ObjectOperation } from './stores.ts';
import { elements, one, readXml } from './xml-reader.ts';
import { writeXml } from './xml-writer.ts';

const text = one(z.string());

const retentionBody = elements({
  Mode: z.optional(one(z.enum(['GOVERNANCE', 'COMPLIANCE']))),
  RetainUntilDate: z.optional(text),
});

/** PutObjectRetention; an empty Retention takes one off, where GOVERNANCE may be bypassed. */
export const putObjectRetention: ObjectOperation = async (stores, request) => {
  const { Mode, RetainUntilDate } = readXml(await receiveText(request), 'Retention', retentionBody);
  requireObjectLock(request);
  if ((Mode === undefined) !== (RetainUntilDate === undefined)) throw malformedXml();
  const now = stores.clock.now();
  const wanted =
    Mode === undefined || RetainUntilDate === undefined
      ? undefined
      : readRetention(Mode, RetainUntilDate, now);
  const conditions = wanted && {
    's3:object-lock-mode': wanted.mode,
    's3:object-lock-retain-until-date': new Date(wanted.until).toISOString(),
    ...remainingDays(wanted, now),
  };
  const version = lookUp(stores, request, ['s3:PutObjectRetention'], conditions);
  checkRetention(version.retention, wanted, now, bypassesGovernance(stores, request));
  stores.versions.amend(version, { retention: wanted });
  return { status: 200 };
};

/** GetObjectRetention */
export const getObjectRetention: ObjectOperation = (stores, request) => {
  requireObjectLock(request);
  const { retention } = lookUp(stores, request, ['s3:GetObjectRetention']);
  if (!retention) throw noLockConfiguration();
  const body = { Mode: retention.mode, RetainUntilDate: new Date(retention.until).toISOString() };
  return { status: 200, body: writeXml('Retention', body) };
};

/** PutObjectLegalHold */
export const putObjectLegalHold: ObjectOperation = async (stores, request) => {
  const { Status } = readXml(
    await receiveText(request),
    'LegalHold',
    elements({ Status: one(z.enum(['ON', 'OFF'])) }),
  );
  requireObjectLock(request);
  const version = lookUp(stores, request, ['s3:PutObjectLegalHold'], { 's3:object-lock-legal-hold': Status });
  stores.versions.amend(version, { legalHold: Status === 'ON' });
  return { status: 200 };
};

/** GetObjectLegalHold */
export const getObjectLegalHold: ObjectOperation = (stores, request) => {
  requireObjectLock(request);
  const { legalHold } = lookUp(stores, request, ['s3:GetObjectLegalHold']);
  return { status: 200, body: writeXml('LegalHold', { Status: legalHold ? 'ON' : 'OFF' }) };
};

/** GetObjectLockConfiguration */
export const getObjectLockConfiguration: BucketOperation = (stores, request) => {
  allowOnBucket(stores.access, request, 's3:GetBucketObjectLockConfiguration');
  const { objectLock } = request.bucket;
  if (!objectLock) {
    throw new DetailedError(
      'ObjectLockConfigurationNotFoundError',
      'Object Lock configuration does not exist for this bucket',
      404,
      { BucketName: request.bucket.name },
    );
  }
  const rule = objectLock.default && {
    DefaultRetention: { Mode: objectLock.default.mode, Days: objectLock.default.days },
  };
  return {
    status: 200,
    body: writeXml('ObjectLockConfiguration', { ObjectLockEnabled: 'Enabled', Rule: rule }),
  };
};

function requireObjectLock({ bucket }: BucketRequest): void {
  if (!bucket.objectLock) throw lacksObjectLock();
}

function noLockConfiguration(): ServiceError {
  return new DetailedError(
    'NoSuchObjectLockConfiguration',
    'The specified object does not have a ObjectLock configuration',
    404,
    {},
  );
}
