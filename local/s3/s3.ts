import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from '../access/access.ts';
import { type SignedRequest, signedRequestOf } from '../access/canonical-request.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { type Caller, type Place, type Service, ServiceError } from '../service.ts';
import { type Answer, send } from './answer.ts';
import { Bodies } from './bodies.ts';
import type { BucketSettings } from './bucket-settings.ts';
import { type Bucket, Buckets } from './buckets.ts';
import { corsHeaders, preflight } from './cors.ts';
import { errorAnswer } from './error-document.ts';
import { type InProcess, inProcess } from './in-process.ts';
import { Lifecycle } from './lifecycle.ts';
import { type ObjectEvent, ObjectEvents } from './object-events.ts';
import { Objects } from './objects.ts';
import { operate } from './operations.ts';
import { newRequestId, readRequest, type Target, targetOf } from './request.ts';
import type { Stores } from './stores.ts';
import { Uploads } from './uploads.ts';
import { Versions } from './versions.ts';
import { WriteConditions } from './write-conditions.ts';

export interface S3Options {
  readonly clock: Clock;
  readonly database: Database;
  /** Bodies lie in its folder `s3`. */
  readonly directory: string;
  readonly access: Access;
  readonly place: Place;
  /** Takes an event for the default event bus; it is kept when this returns. */
  readonly publish: (event: ObjectEvent) => void;
}

/**
 * S3 as a product uses it, path style and virtual-hosted style, answering the AWS SDKs, presigned URLs and browsers.
 * What S3 refuses is refused with its code and XML; an operation that is not here is NotImplemented by its name.
 *
 * Objects are rows in the database with their bytes in files beside it, so that everything answered with a success
 * is there after a `kill -9`, and nothing else.
 *
 * Amazon S3 API Reference, Welcome.html
 */
export class S3 implements Service {
  readonly signingName = 's3';
  readonly #stores: Stores;
  readonly #events: ObjectEvents;
  readonly #lifecycle: Lifecycle;

  constructor({ clock, database, directory, access, place, publish }: S3Options) {
    const buckets = new Buckets(database);
    const versions = new Versions(database);
    const uploads = new Uploads(database);
    const bodies = new Bodies(directory);
    bodies.sweep((body) => versions.hasBody(body) || uploads.hasBody(body));
    const conditions = new WriteConditions();
    this.#events = new ObjectEvents({ clock, database, place, publish });
    const objects = new Objects({ clock, database, versions, bodies, events: this.#events, conditions });
    this.#lifecycle = new Lifecycle({ clock, buckets, versions, objects, uploads, bodies });
    this.#stores = {
      clock,
      place,
      access,
      buckets,
      versions,
      bodies,
      objects,
      uploads,
      conditions,
      ending: new Set(),
    };
  }

  /** Makes a bucket, or brings it to these settings. */
  putBucket(name: string, settings: BucketSettings): void {
    this.#stores.buckets.put(name, settings, this.#stores.clock.now());
  }

  /** Throws NoSuchBucket (404). */
  bucket(name: string): Bucket {
    return this.#stores.buckets.get(name);
  }

  /** Begins to send events and to carry out lifecycle rules; call it when the buckets and the rules are there. */
  resume(): void {
    this.#events.resume();
    this.#lifecycle.resume();
  }

  close(): void {
    this.#events.close();
    this.#lifecycle.close();
  }

  /** Whether a request without a signature is about one of the buckets, as its host or path tells. */
  claims(request: IncomingMessage): boolean {
    return this.#bucketOf(signedRequestOf(request)) !== undefined;
  }

  /** S3 for services of this process, in the name of `caller`, whose permissions are checked as over HTTP. */
  as(caller: Caller): InProcess {
    return inProcess(this.#stores, caller);
  }

  async handle(stream: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = newRequestId();
    const hostId = randomBytes(48).toString('base64');
    const signed = signedRequestOf(stream);
    const answer = await this.#answer(stream, signed, requestId).catch((error: unknown) =>
      errorAnswer(error, signed.path, { requestId, hostId }),
    );
    const headers = {
      // SDKs set their clocks by this header, so it must be the cloud's time and not the machine's.
      date: new Date(this.#stores.clock.now()).toUTCString(),
      'x-amz-request-id': requestId,
      'x-amz-id-2': hostId,
      ...this.#corsHeaders(signed),
      ...answer.headers,
    };
    await send(response, signed.method, { ...answer, headers });
  }

  async #answer(stream: IncomingMessage, signed: SignedRequest, requestId: string): Promise<Answer> {
    const target = targetOf(signed);
    if (signed.method === 'OPTIONS') return this.#preflight(target, signed);
    const { access, clock } = this.#stores;
    return operate(this.#stores, readRequest(stream, requestId, access, clock.now()), target);
  }

  #preflight({ bucket }: Target, { headers }: SignedRequest): Answer {
    return preflight(this.#stores.buckets.get(bucket ?? ''), headers);
  }

  /** Also refusals carry them: a page must be able to read why. */
  #corsHeaders(signed: SignedRequest): Record<string, string> {
    const bucket = signed.headers.origin === undefined ? undefined : this.#bucketOf(signed);
    return bucket ? corsHeaders(bucket, signed.headers, signed.method) : {};
  }

  /** The bucket of a request that may be anything, or about none. */
  #bucketOf(signed: SignedRequest): Bucket | undefined {
    try {
      const { bucket } = targetOf(signed);
      return bucket === undefined ? undefined : this.#stores.buckets.get(bucket);
    } catch (error) {
      if (error instanceof ServiceError) return undefined;
      throw error;
    }
  }
}
