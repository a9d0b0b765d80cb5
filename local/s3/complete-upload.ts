import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Answer } from './answer.ts';
import { type Checksum, checksumElements, checksumHeader, hasherOf } from './checksums.ts';
import { type Digests, digest } from './digests.ts';
import { badDigest, invalidRequest } from './errors.ts';
import { findUpload } from './multipart.ts';
import { chosenParts, readNamedParts } from './named-parts.ts';
import { causeOf } from './object-events.ts';
import { allowOnObject } from './permissions.ts';
import { receiveText } from './receive-body.ts';
import type { ObjectRequest } from './request.ts';
import type { ObjectOperation, Stores } from './stores.ts';
import type { Upload, UploadedPart } from './uploads.ts';
import { versionHeaders } from './version-headers.ts';
import type { Part, StoredObject } from './versions.ts';
import { readWriteCondition } from './write-conditions.ts';
import { writeXml } from './xml-writer.ts';

/**
 * CompleteMultipartUpload: puts the parts that the request names together into one object.
 *
 * "CompleteMultipartUpload", Amazon S3 API Reference, API_CompleteMultipartUpload.html
 */
export const completeMultipartUpload: ObjectOperation = async (stores, request) => {
  const { bucket, key } = request;
  allowOnObject(stores.access, request, 's3:PutObject');
  if (request.header('if-match') !== undefined) allowOnObject(stores.access, request, 's3:GetObject');
  const named = readNamedParts(await receiveText(request, 'not given'));
  const upload = findUpload(stores, request);
  const uploaded = stores.uploads.partsOf(upload.id);
  const parts = chosenParts(named, upload, uploaded);
  const intention = stores.conditions.begin(bucket.name, key, readWriteCondition(request));
  stores.ending.add(upload.id);
  try {
    intention.check(stores.versions.current(bucket.name, key));
    const version = await stores.bodies.store(
      async (sink) => {
        const digests = await digest(concatenated(stores, parts), [algorithmOf(upload)], sink);
        const checksum = checksumOf(upload, parts, digests);
        checkWhole(request, digests.size, checksum);
        return { size: digests.size, checksum };
      },
      (body, { size, checksum }) => {
        const { headers, encryption, ...rest } = upload.properties;
        const etag = `${md5OfParts(parts)}-${parts.length}`;
        const content = { body, size, etag, headers, encryption, checksum, parts: keptParts(upload, parts) };
        const cause = causeOf(request, 'CompleteMultipartUpload');
        return stores.objects.put({ bucket, key, content, ...rest }, cause, intention, () =>
          stores.uploads.remove(upload.id),
        );
      },
    );
    for (const { body } of uploaded) stores.bodies.remove(body);
    return completed(stores, request, version);
  } finally {
    stores.ending.delete(upload.id);
    intention.end();
  }
};

function completed(stores: Stores, { bucket, key }: ObjectRequest, version: StoredObject): Answer {
  const { etag, ...headers } = versionHeaders(bucket, version);
  return {
    status: 200,
    headers,
    body: writeXml('CompleteMultipartUploadResult', {
      Location: `${stores.place.origin}/${bucket.name}/${encodeURIComponent(key)}`,
      Bucket: bucket.name,
      Key: key,
      ETag: etag,
      ...checksumElements(version.content.checksum),
    }),
  };
}

/** Checksums of parts are kept where the object's is made of them. */
function keptParts(upload: Upload, parts: readonly UploadedPart[]): Part[] {
  const composite = upload.checksum?.type === 'COMPOSITE';
  return parts.map(({ number, size, checksum }) => ({
    number,
    size,
    ...(composite && checksum && { checksum }),
  }));
}

async function* concatenated({ bodies }: Stores, parts: readonly UploadedPart[]): AsyncGenerator<Buffer> {
  for (const { body, size } of parts) {
    const pieces: Readable = bodies.read(body, 0, size);
    yield* pieces as AsyncIterable<Buffer>;
  }
}

function algorithmOf({ checksum }: Upload) {
  return checksum?.algorithm ?? 'CRC64NVME';
}

function checksumOf(upload: Upload, parts: readonly UploadedPart[], digests: Digests): Checksum {
  const algorithm = algorithmOf(upload);
  if (upload.checksum?.type !== 'COMPOSITE') {
    return { algorithm, value: digests.checksums.get(algorithm) ?? '', type: 'FULL_OBJECT' };
  }
  const hasher = hasherOf(algorithm);
  for (const { checksum } of parts) hasher.update(Buffer.from(checksum?.value ?? '', 'base64'));
  return { algorithm, value: `${hasher.digest().toString('base64')}-${parts.length}`, type: 'COMPOSITE' };
}

/** What the request says of the object as a whole. */
function checkWhole(request: ObjectRequest, size: number, checksum: Checksum): void {
  const statedSize = request.header('x-amz-mp-object-size');
  if (statedSize !== undefined && statedSize !== String(size)) {
    throw invalidRequest('The provided x-amz-mp-object-size header value does not match what was computed.');
  }
  const statedType = request.header('x-amz-checksum-type');
  if (statedType !== undefined && statedType !== checksum.type) {
    throw invalidRequest(
      `The upload was created using the ${checksum.type} checksum mode. The complete request must use the same ` +
        'checksum mode.',
    );
  }
  const stated = request.headerNames('x-amz-checksum-').filter((name) => name !== 'x-amz-checksum-type');
  for (const name of stated) {
    if (name !== checksumHeader(checksum.algorithm)) {
      throw invalidRequest(`${name} is not the upload's checksum.`);
    }
    if (request.header(name) !== checksum.value) {
      throw badDigest(`The ${checksum.algorithm} you specified did not match the calculated checksum.`);
    }
  }
}

/** The ETag of an object of parts: the MD5 of their MD5s. */
function md5OfParts(parts: readonly UploadedPart[]): string {
  const md5 = createHash('md5');
  for (const { etag } of parts) md5.update(etag, 'hex');
  return md5.digest('hex');
}
