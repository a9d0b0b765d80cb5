import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { DurableQueue } from '../durable-queue.ts';
import type { JsonObject, Place } from '../service.ts';
import type { Bucket } from './buckets.ts';
import type { S3Request } from './request.ts';
import type { Version } from './versions.ts';

/** An event as it goes on the default event bus. */
export interface ObjectEvent {
  readonly id: string;
  readonly source: 'aws.s3';
  readonly 'detail-type': 'Object Created' | 'Object Deleted';
  /** ISO 8601, whole seconds. */
  readonly time: string;
  readonly resources: string[];
  readonly detail: JsonObject;
}

/** What made a change, as its event tells it. */
export interface Cause {
  readonly reason:
    | 'PutObject'
    | 'CopyObject'
    | 'CompleteMultipartUpload'
    | 'DeleteObject'
    | 'Lifecycle Expiration';
  readonly requestId: string;
  /** Undefined when S3 itself acts. */
  readonly sourceIp: string | undefined;
}

/** What an event tells of the request that caused it. */
export function causeOf(request: Pick<S3Request, 'id' | 'sourceIp'>, reason: Cause['reason']): Cause {
  return { reason, requestId: request.id, sourceIp: request.sourceIp };
}

/**
 * The events of buckets that send them to EventBridge, each published at least once: kept in the transaction of the
 * change it tells of, and published again after a restart if it is not known to have been.
 *
 * "EventBridge event message structure", Amazon S3 User Guide, ev-events.html. Of S3's event types the two of objects
 * that come and go are here.
 */
export class ObjectEvents {
  readonly #place: Place;
  readonly #queue: DurableQueue<ObjectEvent>;

  constructor(options: {
    readonly clock: Clock;
    readonly database: Database;
    readonly place: Place;
    readonly publish: (event: ObjectEvent) => void;
  }) {
    const { clock, database, place, publish } = options;
    this.#place = place;
    this.#queue = new DurableQueue({
      clock,
      database,
      name: 's3-events',
      attempt: async ({ item }) => {
        publish(item);
        return 'done';
      },
    });
  }

  resume(): void {
    this.#queue.resume();
  }

  close(): void {
    this.#queue.close();
  }

  /** Call it in the transaction that inserts `version`. */
  created(bucket: Bucket, version: Version, cause: Cause): void {
    const object = { ...this.#object(bucket, version, version.sequence), size: version.content?.size ?? 0 };
    this.#add(bucket, 'Object Created', version.modified, object, cause);
  }

  /**
   * Call it in the transaction that deletes: `version` is the delete marker made, or what was permanently deleted;
   * `sequence` the change's own number.
   */
  deleted(bucket: Bucket, version: Version, sequence: number, now: number, cause: Cause): void {
    const marker = version.sequence === sequence;
    const object = this.#object(bucket, version, sequence);
    this.#add(bucket, 'Object Deleted', now, object, cause, {
      'deletion-type': marker ? 'Delete Marker Created' : 'Permanently Deleted',
    });
  }

  #object(bucket: Bucket, { key, content, versionId }: Version, sequence: number): JsonObject {
    return {
      key,
      ...(content && { etag: content.etag }),
      ...(bucket.versioning && { 'version-id': versionId }),
      // Compared as text; of one key the later event has the greater.
      sequencer: sequence.toString(16).toUpperCase().padStart(16, '0'),
    };
  }

  #add(
    bucket: Bucket,
    type: ObjectEvent['detail-type'],
    instant: number,
    object: JsonObject,
    cause: Cause,
    more: JsonObject = {},
  ): void {
    if (!bucket.eventBridge) return;
    const id = randomUUID();
    const detail: JsonObject = {
      version: '0',
      bucket: { name: bucket.name },
      object,
      'request-id': cause.requestId,
      requester: cause.sourceIp === undefined ? 's3.amazonaws.com' : this.#place.account,
      ...(cause.sourceIp !== undefined && { 'source-ip-address': cause.sourceIp }),
      reason: cause.reason,
      ...more,
    };
    const time = `${new Date(instant).toISOString().slice(0, 19)}Z`;
    this.#queue.add({ id, source: 'aws.s3', 'detail-type': type, time, resources: [bucket.arn], detail }, id);
  }
}
