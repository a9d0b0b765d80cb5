import type { Access } from '../access/access.ts';
import type { Clock } from '../clock.ts';
import type { Place } from '../service.ts';
import type { Answer } from './answer.ts';
import type { Bodies } from './bodies.ts';
import type { Buckets } from './buckets.ts';
import type { Objects } from './objects.ts';
import type { BucketRequest, ObjectRequest, S3Request } from './request.ts';
import type { Uploads } from './uploads.ts';
import type { Versions } from './versions.ts';
import type { WriteConditions } from './write-conditions.ts';

/** Everything that operations work on. */
export interface Stores {
  readonly clock: Clock;
  readonly place: Place;
  readonly access: Access;
  readonly buckets: Buckets;
  readonly versions: Versions;
  readonly bodies: Bodies;
  readonly objects: Objects;
  readonly uploads: Uploads;
  readonly conditions: WriteConditions;
  /** Multipart uploads that are just being put together, by id: nothing else is done to them meanwhile. */
  readonly ending: Set<string>;
}

/** One operation of S3's API: answers, or throws a `ServiceError`. */
export type Operation<R extends S3Request> = (stores: Stores, request: R) => Answer | Promise<Answer>;
export type ServiceOperation = Operation<S3Request>;
export type BucketOperation = Operation<BucketRequest>;
export type ObjectOperation = Operation<ObjectRequest>;
