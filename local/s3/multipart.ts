import { ServiceError } from '../service.ts';
import { type Algorithm, type ChecksumType, checksumElements, readAlgorithm } from './checksums.ts';
import { invalidArgument, invalidRequest, noSuchUpload, notImplemented } from './errors.ts';
import { readCount } from './listing.ts';
import { encryptionHeaders, readObjectProperties } from './object-properties.ts';
import { allowOnObject } from './permissions.ts';
import { allowPut } from './put-permissions.ts';
import { receiveBody } from './receive-body.ts';
import type { ObjectRequest } from './request.ts';
import type { ObjectOperation, Stores } from './stores.ts';
import type { Upload, UploadedPart } from './uploads.ts';
import { checksumHeaders } from './version-headers.ts';
import { writeXml } from './xml-writer.ts';

/*
 * "Uploading and copying objects using multipart upload in Amazon S3", Amazon S3 User Guide, mpuoverview.html
 */

/** CreateMultipartUpload */
export const createMultipartUpload: ObjectOperation = (stores, request) => {
  const { bucket, key } = request;
  const initiated = stores.clock.now();
  const properties = readObjectProperties(request, initiated);
  allowPut(stores.access, request, properties, initiated);
  const checksum = readUploadChecksum(request);
  const upload = stores.uploads.begin({ bucket: bucket.name, key, initiated, properties, checksum });
  return {
    status: 200,
    headers: {
      ...encryptionHeaders(properties.encryption),
      ...(checksum && {
        'x-amz-checksum-algorithm': checksum.algorithm,
        'x-amz-checksum-type': checksum.type,
      }),
    },
    body: writeXml('InitiateMultipartUploadResult', { Bucket: bucket.name, Key: key, UploadId: upload.id }),
  };
};

/** UploadPart */
export const uploadPart: ObjectOperation = async (stores, request) => {
  if (request.header('x-amz-copy-source') !== undefined) throw notImplemented('UploadPartCopy');
  const number = Number(request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw invalidArgument(
      'Part number must be an integer between 1 and 10000, inclusive',
      'partNumber',
      request.query.get('partNumber') ?? '',
    );
  }
  allowOnObject(stores.access, request, 's3:PutObject');
  const upload = findUpload(stores, request);
  return stores.bodies.store(
    (sink) => receiveBody(request, sink, upload.checksum?.algorithm ?? 'CRC64NVME'),
    (body, { size, md5, checksum }) => {
      refuseOtherAlgorithm(upload, checksum?.algorithm);
      // It may have ended or been aborted while the part came.
      findUpload(stores, request);
      const etag = md5.toString('hex');
      const modified = Math.floor(stores.clock.now() / 1000) * 1000;
      const replaced = stores.uploads.putPart(upload.id, { number, body, size, etag, modified, checksum });
      if (replaced !== undefined) stores.bodies.remove(replaced);
      return {
        status: 200,
        headers: {
          etag: `"${etag}"`,
          ...encryptionHeaders(upload.properties.encryption),
          ...(upload.checksum && checksumHeaders(checksum)),
        },
      };
    },
  );
};

/** AbortMultipartUpload */
export const abortMultipartUpload: ObjectOperation = (stores, request) => {
  allowOnObject(stores.access, request, 's3:AbortMultipartUpload');
  abort(stores, findUpload(stores, request));
  return { status: 204 };
};

/** ListParts */
export const listParts: ObjectOperation = (stores, request) => {
  allowOnObject(stores.access, request, 's3:ListMultipartUploadParts');
  const upload = findUpload(stores, request);
  const { parts, marker, most, next } = pageOfParts(stores.uploads.partsOf(upload.id), {
    marker: request.query.get('part-number-marker'),
    most: request.query.get('max-parts'),
  });
  const owner = { ID: stores.place.account };
  return {
    status: 200,
    body: writeXml('ListPartsResult', {
      Bucket: upload.bucket,
      Key: upload.key,
      UploadId: upload.id,
      Initiator: owner,
      Owner: owner,
      StorageClass: 'STANDARD',
      PartNumberMarker: marker,
      NextPartNumberMarker: next,
      MaxParts: most,
      IsTruncated: next !== undefined,
      ChecksumAlgorithm: upload.checksum?.algorithm,
      ChecksumType: upload.checksum?.type,
      Part: parts.map((part) => ({
        PartNumber: part.number,
        LastModified: new Date(part.modified).toISOString(),
        ETag: `"${part.etag}"`,
        Size: part.size,
        ...(upload.checksum && partChecksum(part)),
      })),
    }),
  };
};

/** Throws NoSuchUpload (404). */
export function findUpload(stores: Stores, request: ObjectRequest): Upload {
  const id = request.query.get('uploadId') ?? '';
  const upload = stores.uploads.find(request.bucket.name, request.key, id);
  if (!upload) throw noSuchUpload(id);
  if (stores.ending.has(id)) throw isEnding();
  return upload;
}

/** Ends an upload without an object. */
export function abort(stores: Pick<Stores, 'uploads' | 'bodies'>, { id }: Upload): void {
  const parts = stores.uploads.partsOf(id);
  stores.uploads.remove(id);
  for (const { body } of parts) stores.bodies.remove(body);
}

/** Takes a page of parts after a part number, as ListParts and GetObjectAttributes page them. */
export function pageOfParts<T extends { readonly number: number }>(
  all: readonly T[],
  asked: { marker: string | undefined; most: string | undefined },
): { parts: readonly T[]; marker: number; most: number; next: number | undefined } {
  const marker = readCount(asked.marker ?? '0', 'part-number-marker');
  const most = readCount(asked.most, 'max-parts');
  const rest = all.filter(({ number }) => number > marker);
  const parts = rest.slice(0, most);
  return { parts, marker, most, next: rest.length > parts.length ? parts.at(-1)?.number : undefined };
}

/** Parts give their checksum without its type. */
export function partChecksum({ checksum }: Pick<UploadedPart, 'checksum'>): Record<string, string> {
  const { ChecksumType: _type, ...elements } = checksumElements(checksum);
  return elements;
}

function isEnding(): ServiceError {
  return new ServiceError(
    'OperationAborted',
    'A conflicting conditional operation is currently in progress against this resource. Please try again.',
    409,
  );
}

/** A full-object checksum needs a CRC, which the parts' can be put together to; a CRC64NVME is always one. */
function readUploadChecksum(
  request: ObjectRequest,
): { algorithm: Algorithm; type: ChecksumType } | undefined {
  const name = request.header('x-amz-checksum-algorithm');
  const type = request.header('x-amz-checksum-type');
  if (name === undefined) {
    if (type === undefined) return undefined;
    throw invalidRequest(
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    );
  }
  const algorithm = readAlgorithm(name);
  if (type !== undefined && type !== 'COMPOSITE' && type !== 'FULL_OBJECT') {
    throw invalidRequest('Value for x-amz-checksum-type header is invalid.');
  }
  const chosen = type ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  const possible = chosen === 'FULL_OBJECT' ? algorithm.startsWith('CRC') : algorithm !== 'CRC64NVME';
  if (possible) return { algorithm, type: chosen };
  throw invalidRequest(
    `The ${chosen} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
  );
}

function refuseOtherAlgorithm({ checksum }: Upload, given: Algorithm | undefined): void {
  if (!checksum || checksum.algorithm === given) return;
  throw invalidRequest(
    `Checksum Type mismatch occurred, expected checksum Type: ${checksum.algorithm.toLowerCase()}, ` +
      `actual checksum Type: ${given?.toLowerCase() ?? 'null'}`,
  );
}
