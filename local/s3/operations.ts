import type { Answer } from './answer.ts';
import { getBucketLocation, getBucketVersioning, headBucket, listBuckets } from './bucket-operations.ts';
import { completeMultipartUpload } from './complete-upload.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject, deleteObjects } from './delete-object.ts';
import { accessDenied, notImplemented } from './errors.ts';
import { getObject, headObject } from './get-object.ts';
import { listObjectsV2 } from './list-objects.ts';
import { listObjectVersions } from './list-versions.ts';
import { abortMultipartUpload, createMultipartUpload, listParts, uploadPart } from './multipart.ts';
import { getObjectAttributes } from './object-attributes.ts';
import {
  getObjectLegalHold,
  getObjectLockConfiguration,
  getObjectRetention,
  putObjectLegalHold,
  putObjectRetention,
} from './object-lock-operations.ts';
import { putObject } from './put-object.ts';
import { receiveNothing } from './receive-body.ts';
import type { S3Request, Target } from './request.ts';
import type { BucketOperation, ObjectOperation, ServiceOperation, Stores } from './stores.ts';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './tag-operations.ts';

/*
 * What S3 can do here, by method and sub-resource: the query parameter that names one, if any.
 * "Actions", Amazon S3 API Reference, API_Operations.html
 */
const serviceOperations: Readonly<Record<string, ServiceOperation>> = { GET: listBuckets };

const bucketOperations: Readonly<Record<string, BucketOperation>> = {
  HEAD: headBucket,
  'GET list-type': listObjectsV2,
  'GET location': getBucketLocation,
  'GET object-lock': getObjectLockConfiguration,
  'GET versioning': getBucketVersioning,
  'GET versions': listObjectVersions,
  'POST delete': deleteObjects,
};

const objectOperations: Readonly<Record<string, ObjectOperation>> = {
  GET: getObject,
  HEAD: headObject,
  PUT: putObject,
  'PUT copy': copyObject,
  DELETE: deleteObject,
  'GET attributes': getObjectAttributes,
  'GET legal-hold': getObjectLegalHold,
  'PUT legal-hold': putObjectLegalHold,
  'GET retention': getObjectRetention,
  'PUT retention': putObjectRetention,
  'GET tagging': getObjectTagging,
  'PUT tagging': putObjectTagging,
  'DELETE tagging': deleteObjectTagging,
  'POST uploads': createMultipartUpload,
  'GET uploadId': listParts,
  'PUT uploadId': uploadPart,
  'POST uploadId': completeMultipartUpload,
  'DELETE uploadId': abortMultipartUpload,
};

/** Operations whose request has a body; every other must come without. */
const withBody: ReadonlySet<unknown> = new Set([
  completeMultipartUpload,
  deleteObjects,
  putObject,
  putObjectLegalHold,
  putObjectRetention,
  putObjectTagging,
  uploadPart,
]);

/** Every sub-resource that S3 has, also those that are not here; other parameters are no sub-resources. */
const subResources = [
  'abac',
  'accelerate',
  'acl',
  'analytics',
  'annotation',
  'annotations',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'list-type',
  'location',
  'logging',
  'metadataConfiguration',
  'metadataTable',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'renameObject',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'session',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versioning',
  'versions',
  'website',
];

/** Runs the operation that a request asks for. One that is not here is NotImplemented (501), by its name. */
export async function operate(stores: Stores, request: S3Request, target: Target): Promise<Answer> {
  const owner = request.header('x-amz-expected-bucket-owner');
  if (owner !== undefined && owner !== stores.place.account) throw accessDenied();
  const { bucket: name, key } = target;
  if (name === undefined) {
    return run(serviceOperations, 'Service', request, (operation) => operation(stores, request));
  }
  const bucketRequest = () => ({ ...request, bucket: stores.buckets.get(name) });
  if (key === undefined) {
    return run(bucketOperations, 'Bucket', request, (operation) => operation(stores, bucketRequest()));
  }
  return run(objectOperations, 'Object', request, (operation) =>
    operation(stores, { ...bucketRequest(), key }),
  );
}

async function run<O>(
  operations: Readonly<Record<string, O>>,
  level: 'Service' | 'Bucket' | 'Object',
  request: S3Request,
  call: (operation: O) => Answer | Promise<Answer>,
): Promise<Answer> {
  const sub = subResourceOf(request);
  const route = sub === undefined ? request.method : `${request.method} ${sub}`;
  const operation = Object.hasOwn(operations, route) ? operations[route] : undefined;
  if (operation === undefined) throw notImplemented(`the operation ${nameOf(level, request.method, sub)}`);
  if (!withBody.has(operation)) await receiveNothing(request);
  return call(operation);
}

function subResourceOf({ method, query, header }: S3Request): string | undefined {
  const named = subResources.find((name) => query.has(name));
  if (named === undefined && method === 'PUT' && header('x-amz-copy-source') !== undefined) return 'copy';
  return named;
}

/** The operation's name in the API, or near it: `GetObjectAcl`, `PutBucketCors`, `CreateBucket`. */
function nameOf(level: string, method: string, sub: string | undefined): string {
  if (sub === undefined) return plainNames[`${method} ${level}`] ?? `${method} of a ${level.toLowerCase()}`;
  const verb = { GET: 'Get', PUT: 'Put', DELETE: 'Delete', POST: 'Post', HEAD: 'Head' }[method] ?? method;
  const words = sub.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${verb}${level}${words.join('')}`;
}

const plainNames: Readonly<Record<string, string>> = {
  'GET Bucket': 'ListObjects',
  'PUT Bucket': 'CreateBucket',
  'DELETE Bucket': 'DeleteBucket',
  'POST Bucket': 'PostObject',
};
