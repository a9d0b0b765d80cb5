import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { canonicalJson, type StoredFile, sha256 } from '../domain/canonical.ts';
import type { UploadFile } from '../domain/case/events.ts';
import type { Instant } from '../domain/time.ts';

/** The authority's bucket, with a client to reach it. */
export interface Bucket {
  readonly name: string;
  readonly client: S3Client;
}

export function openBucket(name: string, client = new S3Client()): Bucket {
  return { name, client };
}

/** A file as it lies in the bucket. */
export interface FoundFile {
  readonly sizeBytes: number;
  readonly type: string;
  /** As S3 computed it when the bytes came, base64 turned to hexadecimal; absent where it was not asked to. */
  readonly sha256?: string | undefined;
  readonly storedAt: Instant;
}

/** Where a client may put one file, and the headers it must send with it. */
export interface UploadAddress {
  readonly name: string;
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How long a version's upload addresses are good for, in seconds. */
export const uploadSeconds = 15 * 60;

/**
 * An address that takes exactly the announced bytes, once, for so many seconds: the signature covers length, type and checksum, and the
 * put fails where the key has an object already. S3 itself computes the checksum and refuses other bytes.
 */
export async function addressForUpload(
  bucket: Bucket,
  key: string,
  file: UploadFile,
  seconds: number,
): Promise<UploadAddress> {
  const checksum = Buffer.from(file.sha256, 'hex').toString('base64');
  const command = new PutObjectCommand({
    Bucket: bucket.name,
    Key: key,
    ContentLength: file.sizeBytes,
    ContentType: file.type,
    ChecksumSHA256: checksum,
    IfNoneMatch: '*',
  });
  const signed = new Set(['content-length', 'content-type', 'x-amz-checksum-sha256', 'if-none-match']);
  const url = await getSignedUrl(bucket.client, command, {
    expiresIn: seconds,
    signableHeaders: signed,
    unhoistableHeaders: signed,
  });
  const headers = {
    'content-length': String(file.sizeBytes),
    'content-type': file.type,
    'x-amz-checksum-sha256': checksum,
    'if-none-match': '*',
  };
  return { name: file.name, method: 'PUT', url, headers };
}

/** An address to read a file from for five minutes; the browser is told to save it and not to show it. */
export async function addressForDownload(bucket: Bucket, key: string, fileName: string): Promise<string> {
  const command = new GetObjectCommand({
    Bucket: bucket.name,
    Key: key,
    ResponseContentDisposition: `attachment; ${namedAs(fileName)}`,
  });
  return getSignedUrl(bucket.client, command, { expiresIn: 5 * 60 });
}

/** A file's name in a header: in UTF-8, and without letters that old programs do not know (RFC 6266 § 4.3). */
function namedAs(fileName: string): string {
  const plain = fileName.replace(/[^A-Za-z0-9 ._()-]/g, '_');
  return plain === fileName
    ? `filename="${plain}"`
    : `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}`;
}

/** What lies at a key, or undefined. */
export async function findFile(bucket: Bucket, key: string): Promise<FoundFile | undefined> {
  try {
    const head = await bucket.client.send(
      new HeadObjectCommand({ Bucket: bucket.name, Key: key, ChecksumMode: 'ENABLED' }),
    );
    return {
      sizeBytes: head.ContentLength ?? 0,
      type: head.ContentType ?? '',
      sha256: head.ChecksumSHA256 && Buffer.from(head.ChecksumSHA256, 'base64').toString('hex'),
      storedAt: (head.LastModified ?? new Date(0)).toISOString(),
    };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** The bytes at a key. Throws S3's error where there are none. */
export async function readFile(bucket: Bucket, key: string): Promise<Uint8Array> {
  const { Body } = await bucket.client.send(new GetObjectCommand({ Bucket: bucket.name, Key: key }));
  if (!Body) throw new NoSuchKey({ message: `${key} has no body`, $metadata: {} });
  return Body.transformToByteArray();
}

/** The first bytes at a key, at most `count`: enough to tell what kind of file it is. */
export async function readBeginning(bucket: Bucket, key: string, count: number): Promise<Uint8Array> {
  const { Body } = await bucket.client.send(
    new GetObjectCommand({ Bucket: bucket.name, Key: key, Range: `bytes=0-${count - 1}` }),
  );
  return Body ? Body.transformToByteArray() : new Uint8Array();
}

/** Keeps a JSON document under its own digest; the same document is kept once. */
export async function keepDocument(bucket: Bucket, folder: string, document: unknown): Promise<StoredFile> {
  const json = canonicalJson(document);
  const digest = sha256(json);
  const key = `${folder}/${digest}.json`;
  await keepFile(bucket, key, Buffer.from(json), 'application/json');
  return { key, sha256: digest };
}

/**
 * Keeps bytes at a key that only ever holds these bytes; keeping them again does nothing. With `retainUntil` nobody,
 * the account's owner included, can change or delete them before that instant (S3 Object Lock, compliance mode).
 */
export async function keepFile(
  bucket: Bucket,
  key: string,
  body: Uint8Array,
  type: string,
  retainUntil?: Instant,
): Promise<void> {
  try {
    await bucket.client.send(
      new PutObjectCommand({
        Bucket: bucket.name,
        Key: key,
        Body: body,
        ContentType: type,
        ChecksumSHA256: Buffer.from(sha256(body), 'hex').toString('base64'),
        IfNoneMatch: '*',
        ...(retainUntil
          ? { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: new Date(retainUntil) }
          : {}),
      }),
    );
  } catch (error) {
    if (!(error instanceof S3ServiceException) || error.name !== 'PreconditionFailed') throw error;
  }
}

/** Copies a file within the bucket, with the checksum that S3 computed of it; copying it again changes nothing. */
export async function copyFile(bucket: Bucket, from: string, to: string, type: string): Promise<void> {
  await bucket.client.send(
    new CopyObjectCommand({
      Bucket: bucket.name,
      Key: to,
      CopySource: `${bucket.name}/${from}`,
      ChecksumAlgorithm: 'SHA256',
      MetadataDirective: 'REPLACE',
      ContentType: type,
    }),
  );
}

/** Takes a file away; one that is not there is away already. The bucket's own rule ends its last version. */
export async function removeFile(bucket: Bucket, key: string): Promise<void> {
  await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key: key }));
}

/** A JSON document by its digest. Throws where the bytes are not those that were kept. */
export async function readDocument<Document>(
  bucket: Bucket,
  { key, sha256: digest }: StoredFile,
): Promise<Document> {
  const bytes = await readFile(bucket, key);
  if (sha256(bytes) !== digest) throw new Error(`${key} is not the document with digest ${digest}`);
  return JSON.parse(Buffer.from(bytes).toString()) as Document;
}

/** Removes every version of everything under a prefix, for good. Returns how many there were. */
export async function removeFiles({ name: Bucket, client }: Bucket, prefix: string): Promise<number> {
  for (let removed = 0; ; ) {
    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: prefix }),
    );
    const found = [...Versions, ...DeleteMarkers];
    if (found.length === 0) return removed;
    for (const { Key, VersionId } of found) {
      await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    }
    removed += found.length;
  }
}
