import type { Clock } from '../clock.ts';
import { type Database, inTransaction } from '../database.ts';
import type { Bodies } from './bodies.ts';
import type { Bucket } from './buckets.ts';
import type { Cause, ObjectEvents } from './object-events.ts';
import { isLocked, isProtected } from './object-lock.ts';
import type { Tag } from './tags.ts';
import {
  type Content,
  newVersionId,
  type Retention,
  type StoredObject,
  type Version,
  type Versions,
} from './versions.ts';
import type { Intention, WriteConditions } from './write-conditions.ts';

/** An object that is ready to be made: its body is written and checked. */
export interface NewObject {
  readonly bucket: Bucket;
  readonly key: string;
  readonly content: Content;
  readonly tags: readonly Tag[];
  readonly retention: Retention | undefined;
  readonly legalHold: boolean;
}

/** What a delete did: the marker it made, or the version it removed; undefined when there was nothing. */
export type Deletion = { readonly marker: Version } | { readonly removed: Version } | undefined;

interface Parts {
  readonly clock: Clock;
  readonly database: Database;
  readonly versions: Versions;
  readonly bodies: Bodies;
  readonly events: ObjectEvents;
  readonly conditions: WriteConditions;
}

/**
 * Makes and deletes objects. Each change is one transaction with its event; the files that a change leaves without a
 * row are removed after it.
 *
 * "How S3 Versioning works", Amazon S3 User Guide, versioning-workflows.html: without versioning, and while it is
 * suspended, a write takes the place of the version `null`, and only of that.
 */
export class Objects {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Makes the object visible, unless `intention` refuses. What `also` writes is kept with it or not at all. */
  put(
    object: NewObject,
    cause: Cause,
    intention: Intention,
    also: () => void = () => undefined,
  ): StoredObject {
    const { bucket, key, content, tags, retention, legalHold } = object;
    const { version, replaced } = inTransaction(this.#parts.database, () => {
      intention.check(this.#parts.versions.current(bucket.name, key));
      const replaced = this.#replace(bucket, key);
      const version = { ...this.#newVersion(bucket, key, { content, tags, retention, legalHold }), content };
      this.#parts.versions.insert(version);
      this.#parts.events.created(bucket, version, cause);
      also();
      return { version, replaced };
    });
    if (replaced?.content) this.#parts.bodies.remove(replaced.content.body);
    return version;
  }

  /** Deletes the current version, or puts a delete marker on top where there are versions. */
  delete(bucket: Bucket, key: string, cause: Cause): Deletion {
    const { deletion, replaced } = inTransaction(this.#parts.database, () => {
      const replaced = this.#replace(bucket, key);
      if (!bucket.versioning) {
        if (replaced) this.#noteRemoved(bucket, replaced, cause);
        return { replaced, deletion: replaced && { removed: replaced } };
      }
      const nothing = { content: undefined, tags: [], retention: undefined, legalHold: false };
      const marker = this.#newVersion(bucket, key, nothing);
      this.#parts.versions.insert(marker);
      this.#parts.events.deleted(bucket, marker, marker.sequence, this.#parts.clock.now(), cause);
      return { replaced, deletion: { marker } };
    });
    this.#parts.conditions.noteDelete(bucket.name, key);
    if (replaced?.content) this.#parts.bodies.remove(replaced.content.body);
    return deletion;
  }

  /** Deletes one version for good, unless Object Lock forbids it (AccessDenied). */
  deleteVersion(
    bucket: Bucket,
    key: string,
    versionId: string,
    cause: Cause,
    bypassGovernance: boolean,
  ): Deletion {
    const removed = inTransaction(this.#parts.database, () => {
      const version = this.#parts.versions.find(bucket.name, key, versionId);
      if (!version) return undefined;
      if (isLocked(version, this.#parts.clock.now(), bypassGovernance)) throw isProtected();
      this.#parts.versions.remove(version);
      this.#noteRemoved(bucket, version, cause);
      return version;
    });
    this.#parts.conditions.noteDelete(bucket.name, key);
    if (removed?.content) this.#parts.bodies.remove(removed.content.body);
    return removed && { removed };
  }

  #newVersion(
    bucket: Bucket,
    key: string,
    what: Pick<Version, 'content' | 'tags' | 'retention' | 'legalHold'>,
  ): Version {
    return {
      ...what,
      sequence: this.#parts.versions.next(),
      bucket: bucket.name,
      key,
      versionId: bucket.versioning === 'Enabled' ? newVersionId() : 'null',
      modified: Math.floor(this.#parts.clock.now() / 1000) * 1000,
    };
  }

  #replace(bucket: Bucket, key: string): Version | undefined {
    if (bucket.versioning === 'Enabled') return undefined;
    const replaced = this.#parts.versions.find(bucket.name, key, 'null');
    if (replaced) this.#parts.versions.remove(replaced);
    return replaced;
  }

  #noteRemoved(bucket: Bucket, version: Version, cause: Cause): void {
    this.#parts.events.deleted(bucket, version, this.#parts.versions.next(), this.#parts.clock.now(), cause);
  }
}
