import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Caller, JsonObject } from '../service.ts';
import type { Answer } from './answer.ts';
import { currentObjects } from './list-objects.ts';
import { operate } from './operations.ts';
import { allowOnBucket } from './permissions.ts';
import { newRequestId, type S3Request } from './request.ts';
import type { Stores } from './stores.ts';

/** S3 for services of the same process, such as the Map states of Step Functions, in the name of one caller. */
export interface InProcess {
  /** The bytes of an object, whole in memory. */
  getObject(bucket: string, key: string, versionId?: string): Promise<Buffer>;
  /** The same with the headers of the answer, their names in lower case. */
  readObject(
    bucket: string,
    key: string,
    versionId?: string,
  ): Promise<{ readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }>;
  putObject(
    bucket: string,
    key: string,
    body: Buffer,
    contentType: string,
  ): Promise<{ readonly versionId?: string; readonly etag: string }>;
  /** Every object under the prefix, as an ItemReader of Step Functions gives them. */
  listObjects(bucket: string, prefix: string): Promise<readonly JsonObject[]>;
}

/** The same operations as over HTTP, with the same checks and refusals, but for the signature. */
export function inProcess(stores: Stores, caller: Caller): InProcess {
  const readObject: InProcess['readObject'] = async (bucket, key, versionId) => {
    const query = new Map(versionId === undefined ? [] : [['versionId', versionId]]);
    const { body, headers = {} } = await operate(stores, request(caller, 'GET', { query }), { bucket, key });
    if (!(body instanceof Readable)) throw new Error('GetObject gave no body');
    return { body: await buffer(body), headers };
  };
  return {
    readObject,

    async getObject(bucket, key, versionId) {
      return (await readObject(bucket, key, versionId)).body;
    },

    async putObject(bucket, key, body, contentType) {
      const headers = { 'content-length': String(body.length), 'content-type': contentType };
      const answer: Answer = await operate(stores, request(caller, 'PUT', { headers, body }), {
        bucket,
        key,
      });
      const versionId = answer.headers?.['x-amz-version-id'];
      return { etag: answer.headers?.etag ?? '', ...(versionId !== undefined && { versionId }) };
    },

    async listObjects(bucket, prefix) {
      const listing = { ...request(caller, 'GET', {}), bucket: stores.buckets.get(bucket) };
      allowOnBucket(stores.access, listing, 's3:ListBucket', { 's3:prefix': prefix });
      return [...currentObjects(stores.versions, bucket, prefix)].map(({ key, modified, content }) => ({
        Etag: `"${content.etag}"`,
        Key: key,
        LastModified: modified / 1000,
        Size: content.size,
        StorageClass: 'STANDARD',
      }));
    },
  };
}

function request(
  caller: Caller,
  method: string,
  what: { query?: ReadonlyMap<string, string>; headers?: Readonly<Record<string, string>>; body?: Buffer },
): S3Request {
  const headers = new Map(Object.entries(what.headers ?? {}));
  return {
    id: newRequestId(),
    method,
    query: what.query ?? new Map(),
    caller,
    verified: undefined,
    sourceIp: '127.0.0.1',
    stream: Readable.from(what.body ? [what.body] : []),
    header: (name) => headers.get(name),
    headerNames: (prefix) => [...headers.keys()].filter((name) => name.startsWith(prefix)),
  };
}
