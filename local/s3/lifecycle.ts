import type { Clock, Timer } from '../clock.ts';
import type { Bodies } from './bodies.ts';
import type { Bucket, Buckets } from './buckets.ts';
import {
  abortOf,
  dueAfterDays,
  expiryOf,
  isAbout,
  isAboutVersions,
  midnightAfter,
  noncurrentOf,
} from './lifecycle-rules.ts';
import { abort } from './multipart.ts';
import type { Cause } from './object-events.ts';
import { isLocked } from './object-lock.ts';
import type { Objects } from './objects.ts';
import { newRequestId } from './request.ts';
import type { Uploads } from './uploads.ts';
import { isObject, type Version, type Versions } from './versions.ts';

interface Parts {
  readonly clock: Clock;
  readonly buckets: Buckets;
  readonly versions: Versions;
  readonly objects: Objects;
  readonly uploads: Uploads;
  readonly bodies: Bodies;
}

/**
 * Carries out the buckets' lifecycle rules at every midnight (UTC), when all that they do falls due, and at once
 * when it is resumed, for the midnights that were missed.
 *
 * "Expiring objects", Amazon S3 User Guide, lifecycle-expire-general-considerations.html, and "Lifecycle
 * configuration elements", intro-lifecycle-rules.html
 */
export class Lifecycle {
  readonly #parts: Parts;
  #timer: Timer | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  resume(): void {
    this.close();
    const ruled = this.#parts.buckets.all().filter(({ lifecycle }) => lifecycle.length > 0);
    if (ruled.length === 0) return;
    for (const bucket of ruled) this.#carryOut(bucket);
    this.#timer = this.#parts.clock.at(midnightAfter(this.#parts.clock.now()), () => this.resume());
  }

  close(): void {
    this.#timer?.cancel();
  }

  #carryOut(bucket: Bucket): void {
    const now = this.#parts.clock.now();
    if (bucket.lifecycle.some(isAboutVersions)) this.#expireVersions(bucket, now);
    for (const upload of this.#parts.uploads.of(bucket.name)) {
      const due = bucket.lifecycle.some(
        (rule) => isAbout(rule, upload.key, 0, []) && isPast(abortOf(rule, upload.initiated), now),
      );
      if (due) abort(this.#parts, upload);
    }
  }

  #expireVersions(bucket: Bucket, now: number): void {
    // All versions first: what is listed may not change meanwhile.
    const byKey = Map.groupBy([...this.#parts.versions.of(bucket.name)], ({ key }) => key);
    for (const versions of byKey.values()) this.#expire(bucket, versions, now);
  }

  /** `versions` are all of one key, the newest first. */
  #expire(bucket: Bucket, versions: readonly Version[], now: number): void {
    const [current, ...noncurrent] = versions;
    if (!current) return;
    for (const [index, version] of noncurrent.entries()) {
      const successor = versions[index] ?? current;
      const due = bucket.lifecycle.some((rule) => {
        const kept = noncurrentOf(rule);
        if (!kept || !isAbout(rule, version.key, version.content?.size ?? 0, version.tags)) return false;
        return index >= kept.newer && dueAfterDays(successor.modified, kept.days) <= now;
      });
      if (due) this.#remove(bucket, version, now);
    }
    if (isObject(current)) {
      const { key, content, tags } = current;
      const due = bucket.lifecycle.some(
        (rule) => isAbout(rule, key, content.size, tags) && isPast(expiryOf(rule, current.modified), now),
      );
      if (due) this.#parts.objects.delete(bucket, key, newCause());
    } else if (noncurrent.length === 0 && isExpiredMarker(bucket, current, now)) {
      this.#remove(bucket, current, now);
    }
  }

  #remove(bucket: Bucket, version: Version, now: number): void {
    // Object Lock outweighs the lifecycle.
    if (isLocked(version, now, false)) return;
    this.#parts.objects.deleteVersion(bucket, version.key, version.versionId, newCause(), false);
  }
}

/** A delete marker under which nothing is left, which a rule removes at once or when it has the age. */
function isExpiredMarker(bucket: Bucket, marker: Version, now: number): boolean {
  return bucket.lifecycle.some(
    (rule) =>
      isAbout(rule, marker.key, 0, []) &&
      (rule.ExpiredObjectDeleteMarker === true || isPast(expiryOf(rule, marker.modified), now)),
  );
}

function isPast(due: number | undefined, now: number): boolean {
  return due !== undefined && due <= now;
}

function newCause(): Cause {
  return { reason: 'Lifecycle Expiration', requestId: newRequestId(), sourceIp: undefined };
}
