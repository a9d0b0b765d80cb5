import { DetailedError } from '../access/detailed-error.ts';
import { ServiceError } from '../service.ts';
import type { Encryption } from './bucket-settings.ts';
import { invalidArgument, notImplemented } from './errors.ts';
import { headerValue } from './header-values.ts';
import { type Lock, readLock } from './object-lock.ts';
import type { ObjectRequest, S3Request } from './request.ts';
import { readTagging, type Tag } from './tags.ts';

/** What a request that makes an object says of it beside its bytes. */
export interface ObjectProperties extends Lock {
  /** As GET answers them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly encryption: Encryption;
  readonly tags: readonly Tag[];
}

/**
 * Reads the headers of PutObject, CopyObject and CreateMultipartUpload. Those that S3 has and this one does not are
 * refused, never passed over.
 *
 * "Working with object metadata", Amazon S3 User Guide, UsingMetadata.html
 */
export function readObjectProperties(request: ObjectRequest, now: number): ObjectProperties {
  refuseUnsupported(request);
  return {
    headers: { ...systemHeaders(request), ...userMetadata(request) },
    encryption: readEncryption(request),
    tags: readTagging(request.header('x-amz-tagging')),
    ...readLock(request, request.bucket, now),
  };
}

/** The headers that tell how an object is encrypted. */
export function encryptionHeaders({ algorithm, keyId }: Encryption): Record<string, string> {
  return {
    'x-amz-server-side-encryption': algorithm,
    ...(keyId !== undefined && { 'x-amz-server-side-encryption-aws-kms-key-id': keyId }),
  };
}

/** The headers whose values S3 keeps and gives back. */
export const systemHeaderNames = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

function systemHeaders(request: S3Request): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const name of systemHeaderNames) {
    const value = request.header(name);
    if (value !== undefined && value !== '') headers[name] = value;
  }
  // How the body travelled is no property of the object.
  const encodings = (headers['content-encoding'] ?? '').split(',').map((encoding) => encoding.trim());
  const own = encodings.filter((encoding) => encoding !== '' && encoding !== 'aws-chunked').join(',');
  delete headers['content-encoding'];
  return own === '' ? headers : { ...headers, 'content-encoding': own };
}

function userMetadata(request: S3Request): Record<string, string> {
  const prefix = 'x-amz-meta-';
  const entries = request
    .headerNames(prefix)
    .map((name) => [name, headerValue(name, request.header(name) ?? '')] as const);
  const size = entries.reduce((sum, [name, value]) => sum + name.length - prefix.length + value.length, 0);
  if (size > 2048) {
    const message = 'Your metadata headers exceed the maximum allowed metadata size';
    throw new DetailedError('MetadataTooLarge', message, 400, { Size: String(size), MaxSizeAllowed: '2048' });
  }
  return Object.fromEntries(entries);
}

function readEncryption(request: ObjectRequest): Encryption {
  const algorithm = request.header('x-amz-server-side-encryption');
  const keyId = request.header('x-amz-server-side-encryption-aws-kms-key-id');
  if (algorithm === undefined && keyId === undefined) return request.bucket.encryption;
  if (algorithm === 'AES256' && keyId === undefined) return { algorithm };
  if (algorithm === 'aws:kms' || algorithm === 'aws:kms:dsse') {
    return { algorithm, ...(keyId !== undefined && { keyId }) };
  }
  throw invalidArgument(
    'The encryption method specified is not supported',
    'x-amz-server-side-encryption',
    algorithm ?? '',
  );
}

const unsupported = [
  'x-amz-grant-',
  'x-amz-object-lock-event-hold',
  'x-amz-server-side-encryption-customer-',
  'x-amz-copy-source-server-side-encryption-customer-',
  'x-amz-server-side-encryption-context',
  'x-amz-website-redirect-location',
  'x-amz-write-offset-bytes',
];

function refuseUnsupported(request: S3Request): void {
  for (const prefix of unsupported) {
    const [name] = request.headerNames(prefix);
    if (name !== undefined) throw notImplemented(`the header ${name}`);
  }
  const acl = request.header('x-amz-acl');
  if (acl !== undefined && acl !== 'bucket-owner-full-control') {
    throw new ServiceError('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  }
  const storageClass = request.header('x-amz-storage-class') ?? 'STANDARD';
  if (storageClass !== 'STANDARD') throw notImplemented(`the storage class ${storageClass}`);
}
