import type { ServiceError } from '../service.ts';
import type { Bucket } from './buckets.ts';
import { accessDenied, invalidArgument, invalidRequest } from './errors.ts';
import type { S3Request } from './request.ts';
import type { Retention, Version } from './versions.ts';

/*
 * "Locking objects with Object Lock", Amazon S3 User Guide, object-lock.html: a locked version can be neither deleted
 * nor changed; a new version and a delete marker on top of it can always be made.
 */

const day = 24 * 60 * 60 * 1000;

/** How a new object is locked: as its headers say, else as its bucket does by default. */
export interface Lock {
  readonly retention: Retention | undefined;
  readonly legalHold: boolean;
}

/** Whether the version is held or retained. `bypassGovernance` is whether the caller may and does. */
export function isLocked(version: Version, now: number, bypassGovernance: boolean): boolean {
  return version.legalHold || isRetained(version.retention, now, bypassGovernance);
}

/** The refusal of a change to what is locked. */
export function isProtected(): ServiceError {
  return accessDenied('Access Denied because object protected by object lock.');
}

/**
 * Throws AccessDenied if `wanted` would loosen a retention that holds: it can be made longer, and GOVERNANCE turned
 * into COMPLIANCE; less only by bypassing GOVERNANCE.
 */
export function checkRetention(
  current: Retention | undefined,
  wanted: Retention | undefined,
  now: number,
  bypassGovernance: boolean,
): void {
  if (!current || !isRetained(current, now, bypassGovernance)) return;
  const loosened = current.mode === 'COMPLIANCE' && wanted?.mode !== 'COMPLIANCE';
  if (!wanted || wanted.until < current.until || loosened) throw isProtected();
}

/** Reads `x-amz-object-lock-*`; what the bucket cannot do, or the headers do not say whole, is refused. */
export function readLock(request: S3Request, bucket: Bucket, now: number): Lock {
  const mode = request.header('x-amz-object-lock-mode');
  const until = request.header('x-amz-object-lock-retain-until-date');
  const hold = request.header('x-amz-object-lock-legal-hold');
  if (!isLocking(request)) return { retention: defaultRetention(bucket, now), legalHold: false };
  if (!bucket.objectLock) throw lacksObjectLock();
  if ((mode === undefined) !== (until === undefined)) {
    throw invalidArgument(
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
      'x-amz-object-lock-mode',
      mode ?? '',
    );
  }
  if (hold !== undefined && hold !== 'ON' && hold !== 'OFF') {
    throw invalidArgument("Legal Hold must be either of 'ON' or 'OFF'", 'x-amz-object-lock-legal-hold', hold);
  }
  const retention =
    mode === undefined ? defaultRetention(bucket, now) : readRetention(mode, until ?? '', now);
  return { retention, legalHold: hold === 'ON' };
}

/** Whether the request says how the object is to be locked. */
export function isLocking(request: S3Request): boolean {
  return request.headerNames('x-amz-object-lock-').length > 0;
}

/** A retention as headers and XML give it; refused unless it ends in the future. */
export function readRetention(mode: string, until: string, now: number): Retention {
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') {
    throw invalidArgument('Unknown wormMode directive.', 'x-amz-object-lock-mode', mode);
  }
  const instant = /^\d{4}-\d\d-\d\dT/.test(until) ? Date.parse(until) : Number.NaN;
  if (Number.isNaN(instant)) {
    throw invalidArgument(
      'The retain until date must be provided in ISO 8601 format',
      'RetainUntilDate',
      until,
    );
  }
  if (instant <= now) {
    throw invalidArgument('The retain until date must be in the future!', 'RetainUntilDate', until);
  }
  return { mode, until: instant };
}

export function lacksObjectLock(): ServiceError {
  return invalidRequest('Bucket is missing Object Lock Configuration');
}

/** The headers that tell how a version is locked. */
export function lockHeaders({ retention, legalHold }: Version): Record<string, string> {
  return {
    ...(retention && {
      'x-amz-object-lock-mode': retention.mode,
      'x-amz-object-lock-retain-until-date': new Date(retention.until).toISOString(),
    }),
    ...(legalHold && { 'x-amz-object-lock-legal-hold': 'ON' }),
  };
}

/** The condition keys of a request that locks. */
export function lockConditions(request: S3Request, { retention }: Lock, now: number): Record<string, string> {
  const conditions: Record<string, string> = {};
  for (const name of request.headerNames('x-amz-object-lock-')) {
    conditions[`s3:${name.slice('x-amz-'.length)}`] = request.header(name) ?? '';
  }
  return retention ? { ...conditions, ...remainingDays(retention, now) } : conditions;
}

/** How many days are left, as policies that limit retention ask. */
export function remainingDays({ until }: Retention, now: number): Record<string, string> {
  return { 's3:object-lock-remaining-retention-days': String(Math.ceil((until - now) / day)) };
}

function isRetained(retention: Retention | undefined, now: number, bypassGovernance: boolean): boolean {
  if (!retention || retention.until <= now) return false;
  return retention.mode === 'COMPLIANCE' || !bypassGovernance;
}

function defaultRetention(bucket: Bucket, now: number): Retention | undefined {
  const fallback = bucket.objectLock?.default;
  return fallback && { mode: fallback.mode, until: now + fallback.days * day };
}
