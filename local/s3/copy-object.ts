import { percentDecoded, queryParameters } from '../access/canonical-request.ts';
import type { Answer } from './answer.ts';
import { type Algorithm, checksumElements, readAlgorithm } from './checksums.ts';
import { digest } from './digests.ts';
import { invalidArgument, invalidRequest, preconditionFailed } from './errors.ts';
import { lookUp } from './look-up.ts';
import { causeOf } from './object-events.ts';
import { type ObjectProperties, readObjectProperties } from './object-properties.ts';
import { allowPut } from './put-permissions.ts';
import { checkReadConditions } from './read-conditions.ts';
import { largestUpload } from './receive-body.ts';
import type { ObjectRequest } from './request.ts';
import type { ObjectOperation, Stores } from './stores.ts';
import { versionHeaders } from './version-headers.ts';
import type { StoredObject, Version } from './versions.ts';
import { readWriteCondition } from './write-conditions.ts';
import { writeXml } from './xml-writer.ts';

/**
 * CopyObject: a new object with the bytes of another, and its metadata and tags unless they are replaced.
 *
 * "CopyObject", Amazon S3 API Reference, API_CopyObject.html
 */
export const copyObject: ObjectOperation = async (stores, request) => {
  const { bucket, key } = request;
  const now = stores.clock.now();
  const source = sourceOf(stores, request);
  const original = lookUp(stores, source, ['s3:GetObject']);
  const own = readObjectProperties(request, now);
  const properties = combined(stores, request, source, original, own);
  allowPut(stores.access, request, properties, now);
  if (checkReadConditions(request, original, 'x-amz-copy-source-')) {
    throw preconditionFailed('x-amz-copy-source-If-None-Match');
  }
  refuseIdentity(request, source);
  const { size } = original.content;
  if (size > largestUpload) {
    throw invalidRequest(
      'The specified copy source is larger than the maximum allowable size for a copy source: 5368709120',
    );
  }
  const algorithm = algorithmOf(request, original);
  const intention = stores.conditions.begin(bucket.name, key, readWriteCondition(request));
  try {
    intention.check(stores.versions.current(bucket.name, key));
    const version = await stores.bodies.store(
      (sink) => digest(stores.bodies.read(original.content.body, 0, size), [algorithm], sink),
      (body, { md5, checksums }) => {
        const { headers, encryption, ...rest } = properties;
        const checksum = { algorithm, value: checksums.get(algorithm) ?? '', type: 'FULL_OBJECT' } as const;
        const content = { body, size, etag: md5.toString('hex'), headers, encryption, checksum };
        const cause = causeOf(request, 'CopyObject');
        return stores.objects.put({ bucket, key, content, ...rest }, cause, intention);
      },
    );
    return copied(request, source, original, version);
  } finally {
    intention.end();
  }
};

function copied(
  request: ObjectRequest,
  source: ObjectRequest,
  original: Version,
  copy: StoredObject,
): Answer {
  const { etag, ...headers } = versionHeaders(request.bucket, copy);
  return {
    status: 200,
    headers: {
      ...headers,
      ...(source.bucket.versioning && { 'x-amz-copy-source-version-id': original.versionId }),
    },
    body: writeXml('CopyObjectResult', {
      LastModified: new Date(copy.modified).toISOString(),
      ETag: etag,
      ...checksumElements(copy.content.checksum),
    }),
  };
}

/** The request seen as a read of its source. */
function sourceOf(stores: Stores, request: ObjectRequest): ObjectRequest {
  const header = request.header('x-amz-copy-source') ?? '';
  const [path = '', query = ''] = header.replace(/^\//, '').split('?');
  const slash = path.indexOf('/');
  const key = percentDecoded(path.slice(slash + 1));
  if (slash < 1 || key === '') {
    throw invalidArgument(
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
      'x-amz-copy-source',
      header,
    );
  }
  const bucket = stores.buckets.get(percentDecoded(path.slice(0, slash)));
  return { ...request, bucket, key, query: new Map(queryParameters(query)) };
}

/** What the copy keeps of the original and what it takes from the request. */
function combined(
  stores: Stores,
  request: ObjectRequest,
  source: ObjectRequest,
  original: StoredObject,
  own: ObjectProperties,
): ObjectProperties {
  const keepsHeaders = directive(request, 'x-amz-metadata-directive') === 'COPY';
  const keepsTags = directive(request, 'x-amz-tagging-directive') === 'COPY';
  if (keepsTags && original.tags.length > 0) lookUp(stores, source, ['s3:GetObjectTagging']);
  return {
    ...own,
    headers: keepsHeaders ? original.content.headers : own.headers,
    tags: keepsTags ? original.tags : own.tags,
  };
}

function directive(request: ObjectRequest, name: string): 'COPY' | 'REPLACE' {
  const value = request.header(name) ?? 'COPY';
  if (value === 'COPY' || value === 'REPLACE') return value;
  throw invalidArgument(`Unknown ${name}.`, name, value);
}

function refuseIdentity(request: ObjectRequest, source: ObjectRequest): void {
  const same = source.bucket.name === request.bucket.name && source.key === request.key;
  const changes =
    source.query.has('versionId') ||
    directive(request, 'x-amz-metadata-directive') === 'REPLACE' ||
    request.header('x-amz-server-side-encryption') !== undefined;
  if (!same || changes) return;
  throw invalidRequest(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's " +
      'metadata, storage class, website redirect location or encryption attributes.',
  );
}

function algorithmOf(request: ObjectRequest, original: StoredObject): Algorithm {
  const wanted = request.header('x-amz-checksum-algorithm');
  if (wanted !== undefined) return readAlgorithm(wanted);
  const { checksum } = original.content;
  // A checksum of checksums is about parts, which the copy has none of.
  return checksum?.type === 'FULL_OBJECT' ? checksum.algorithm : 'CRC64NVME';
}
