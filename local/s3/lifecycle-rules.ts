import * as z from 'zod';
import type { Tag } from './tags.ts';

/** One rule of a bucket's lifecycle, in the template's words. */
export type LifecycleRule = z.infer<typeof lifecycleRule>;

const days = z.int().positive();

/** Storage classes cost nothing here, so going over to another changes nothing. */
const storageClassesDoNotExist = z.optional(z.unknown());

const lifecycleRule = z.strictObject({
  Id: z.optional(z.string()),
  Status: z.enum(['Enabled', 'Disabled']),
  Prefix: z.optional(z.string()),
  TagFilters: z.optional(z.array(z.strictObject({ Key: z.string(), Value: z.string() }))),
  ObjectSizeGreaterThan: z.optional(z.coerce.number()),
  ObjectSizeLessThan: z.optional(z.coerce.number()),
  ExpirationInDays: z.optional(days),
  ExpirationDate: z.optional(z.iso.datetime()),
  ExpiredObjectDeleteMarker: z.optional(z.boolean()),
  NoncurrentVersionExpiration: z.optional(
    z.strictObject({ NoncurrentDays: days, NewerNoncurrentVersions: z.optional(days) }),
  ),
  NoncurrentVersionExpirationInDays: z.optional(days),
  AbortIncompleteMultipartUpload: z.optional(z.strictObject({ DaysAfterInitiation: days })),
  Transition: storageClassesDoNotExist,
  Transitions: storageClassesDoNotExist,
  NoncurrentVersionTransition: storageClassesDoNotExist,
  NoncurrentVersionTransitions: storageClassesDoNotExist,
});

/** "AWS::S3::Bucket LifecycleConfiguration", aws-properties-s3-bucket-lifecycleconfiguration.html */
export const lifecycleConfiguration = z.strictObject({
  Rules: z.array(lifecycleRule),
  TransitionDefaultMinimumObjectSize: z.optional(z.string()),
});

const day = 24 * 60 * 60 * 1000;

/**
 * The midnight (UTC) at which something that began at `since` has been for so many days: S3 adds the days and
 * rounds up to the next midnight. "Lifecycle configuration elements", Amazon S3 User Guide, intro-lifecycle-rules.html
 */
export function dueAfterDays(since: number, days: number): number {
  return midnightAfter(since + days * day);
}

/** The first midnight (UTC) after `instant`. */
export function midnightAfter(instant: number): number {
  return (Math.floor(instant / day) + 1) * day;
}

/** Whether the rule is on and about this object. */
export function isAbout(rule: LifecycleRule, key: string, size: number, tags: readonly Tag[]): boolean {
  return (
    rule.Status === 'Enabled' &&
    key.startsWith(rule.Prefix ?? '') &&
    size > (rule.ObjectSizeGreaterThan ?? -1) &&
    size < (rule.ObjectSizeLessThan ?? Number.POSITIVE_INFINITY) &&
    (rule.TagFilters ?? []).every(({ Key, Value }) =>
      tags.some((tag) => tag.key === Key && tag.value === Value),
    )
  );
}

/** When the rule expires a current version that began at `modified`; undefined when it never does. */
export function expiryOf(rule: LifecycleRule, modified: number): number | undefined {
  if (rule.ExpirationDate !== undefined) return Date.parse(rule.ExpirationDate);
  return rule.ExpirationInDays === undefined ? undefined : dueAfterDays(modified, rule.ExpirationInDays);
}

/** How long the rule keeps versions that are no longer current; undefined when for ever. */
export function noncurrentOf(rule: LifecycleRule): { days: number; newer: number } | undefined {
  const days = rule.NoncurrentVersionExpiration?.NoncurrentDays ?? rule.NoncurrentVersionExpirationInDays;
  if (days === undefined) return undefined;
  return { days, newer: rule.NoncurrentVersionExpiration?.NewerNoncurrentVersions ?? 0 };
}

/** When the rule aborts an upload in parts that began at `initiated`; undefined when it never does. */
export function abortOf(rule: LifecycleRule, initiated: number): number | undefined {
  const days = rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation;
  return days === undefined ? undefined : dueAfterDays(initiated, days);
}

/** Whether the rule does anything to versions, and not only to uploads. */
export function isAboutVersions(rule: LifecycleRule): boolean {
  return (
    expiryOf(rule, 0) !== undefined ||
    noncurrentOf(rule) !== undefined ||
    rule.ExpiredObjectDeleteMarker === true
  );
}
