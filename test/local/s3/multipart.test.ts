import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
  type UploadPartCommandInput,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { hasherOf } from '../../../local/s3/checksums.ts';
import { refusal, type S3Server, startS3 } from './s3-server.ts';

/* "Uploading and copying objects using multipart upload", Amazon S3 User Guide, mpuoverview.html */
const Bucket = 'parts';
const big = Buffer.alloc(5 * 1024 * 1024, 'a');
const small = Buffer.from('the end');
let server: S3Server;
let client: S3Client;
beforeAll(async () => {
  server = await startS3({ buckets: { [Bucket]: {} } });
  client = server.client();
});
afterAll(() => server.close());

const create = async (Key: string, more: Partial<CreateMultipartUploadCommandInput> = {}) =>
  (await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }))).UploadId;
const upload = async (
  Key: string,
  UploadId: string | undefined,
  PartNumber: number,
  Body: Buffer,
  more: Partial<UploadPartCommandInput> = {},
): Promise<CompletedPart> => {
  const { $metadata, ...part } = await client.send(
    new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ...more }),
  );
  return { PartNumber, ...part };
};
const complete = (Key: string, UploadId: string | undefined, Parts: CompletedPart[], more: object = {}) =>
  client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts }, ...more }),
  );
const md5 = (data: Buffer | string) => createHash('md5').update(data).digest('hex');

describe('an upload in parts', () => {
  test('becomes one object when it is completed, in the order of the part numbers', async () => {
    const Key = 'whole';
    const UploadId = await create(Key, {
      ContentType: 'text/plain',
      Metadata: { a: '1' },
      Tagging: 'kind=large',
    });
    const last = await upload(Key, UploadId, 7, small);
    const first = await upload(Key, UploadId, 2, big);
    expect(await refusal(client.send(new GetObjectCommand({ Bucket, Key })))).toMatchObject({
      name: 'NoSuchKey',
    });
    const made = await complete(Key, UploadId, [first, last]);
    const digests = Buffer.concat([big, small].map((part) => Buffer.from(md5(part), 'hex')));
    expect(made).toMatchObject({
      Bucket,
      Key,
      ETag: `"${createHash('md5').update(digests).digest('hex')}-2"`,
    });
    const read = await client.send(new GetObjectCommand({ Bucket, Key }));
    expect(
      Buffer.from((await read.Body?.transformToByteArray()) ?? []).equals(Buffer.concat([big, small])),
    ).toBe(true);
    expect(read).toMatchObject({
      ContentType: 'text/plain',
      Metadata: { a: '1' },
      TagCount: 1,
      ETag: made.ETag,
    });
    expect(server.bodies()).toHaveLength(1);
  });

  test('takes the newest of several parts of one number, and only those that are named', async () => {
    const Key = 'chosen';
    const UploadId = await create(Key);
    await upload(Key, UploadId, 1, Buffer.from('old'));
    const newer = await upload(Key, UploadId, 1, Buffer.from('new'));
    await upload(Key, UploadId, 2, Buffer.from('left out'));
    await complete(Key, UploadId, [newer]);
    const read = await client.send(new GetObjectCommand({ Bucket, Key }));
    expect(await read.Body?.transformToString()).toBe('new');
    expect(server.bodies()).toHaveLength(2);
  });

  test('is over when it is completed or aborted', async () => {
    const Key = 'over';
    const completed = await create(Key);
    const part = await upload(Key, completed, 1, small);
    await complete(Key, completed, [part]);
    const aborted = await create(Key);
    await upload(Key, aborted, 1, small);
    const files = server.bodies().length;
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId: aborted }));
    expect(server.bodies()).toHaveLength(files - 1);
    for (const UploadId of [completed, aborted, 'unknown']) {
      expect(await refusal(upload(Key, UploadId, 1, small))).toMatchObject({
        name: 'NoSuchUpload',
        status: 404,
      });
      expect(await refusal(complete(Key, UploadId, [part]))).toMatchObject({ name: 'NoSuchUpload' });
    }
    const elsewhere = await create('elsewhere');
    expect(await refusal(upload(Key, elsewhere, 1, small))).toMatchObject({ name: 'NoSuchUpload' });
  });

  test('is completed once, however often that is asked for at the same time', async () => {
    const Key = 'twice';
    const UploadId = await create(Key);
    const parts = [await upload(Key, UploadId, 1, big), await upload(Key, UploadId, 2, small)];
    const [first, second] = await Promise.allSettled([
      complete(Key, UploadId, parts),
      complete(Key, UploadId, parts),
    ]);
    const [done, refused] = first?.status === 'fulfilled' ? [first, second] : [second, first];
    expect(done).toMatchObject({ status: 'fulfilled' });
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { name: expect.stringMatching(/OperationAborted|NoSuchUpload/) },
    });
  });

  test('lists its parts, page by page', async () => {
    const Key = 'listed';
    const UploadId = await create(Key);
    for (const number of [1, 3, 5]) await upload(Key, UploadId, number, small);
    const list = (more: object = {}) => client.send(new ListPartsCommand({ Bucket, Key, UploadId, ...more }));
    const { Parts, IsTruncated } = await list();
    expect(Parts).toMatchObject(
      [1, 3, 5].map((PartNumber) => ({ PartNumber, Size: 7, ETag: `"${md5(small)}"` })),
    );
    expect(IsTruncated).toBe(false);
    const first = await list({ MaxParts: 2 });
    expect(first).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '3' });
    const rest = await list({ PartNumberMarker: first.NextPartNumberMarker });
    expect(rest.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([5]);
  });

  test('honours If-None-Match when it is completed', async () => {
    const Key = 'once';
    const uploads = [await create(Key), await create(Key)];
    const parts = await Promise.all(uploads.map((id) => upload(Key, id, 1, small)));
    await complete(Key, uploads[0], parts.slice(0, 1), { IfNoneMatch: '*' });
    const second = complete(Key, uploads[1], parts.slice(1), { IfNoneMatch: '*' });
    expect(await refusal(second)).toMatchObject({ name: 'PreconditionFailed', status: 412 });
  });
});

describe('what does not fit is refused', () => {
  test('part numbers beyond 1 to 10000', async () => {
    const UploadId = await create('numbers');
    for (const number of [0, 10_001]) {
      expect(await refusal(upload('numbers', UploadId, number, small))).toMatchObject({
        name: 'InvalidArgument',
        message: 'Part number must be an integer between 1 and 10000, inclusive',
      });
    }
  });

  test('parts out of order, of another ETag, missing, too small, or none', async () => {
    const Key = 'bad';
    const UploadId = await create(Key);
    const one = await upload(Key, UploadId, 1, small);
    const two = await upload(Key, UploadId, 2, small);
    expect(await refusal(complete(Key, UploadId, [two, one]))).toMatchObject({ name: 'InvalidPartOrder' });
    expect(await refusal(complete(Key, UploadId, [one, one]))).toMatchObject({ name: 'InvalidPartOrder' });
    expect(await refusal(complete(Key, UploadId, [{ ...one, ETag: 'x' }]))).toMatchObject({
      name: 'InvalidPart',
    });
    expect(await refusal(complete(Key, UploadId, [{ ...one, PartNumber: 3 }]))).toMatchObject({
      name: 'InvalidPart',
    });
    expect(await refusal(complete(Key, UploadId, [one, two]))).toMatchObject({
      name: 'EntityTooSmall',
      message: 'Your proposed upload is smaller than the minimum allowed size',
    });
    expect(await refusal(complete(Key, UploadId, []))).toMatchObject({ name: 'MalformedXML' });
    expect(await refusal(client.send(new HeadObjectCommand({ Bucket, Key })))).toMatchObject({ status: 404 });
    expect((await complete(Key, UploadId, [one])).$metadata.httpStatusCode).toBe(200);
  });

  test('a part whose bytes are not those of its checksum', async () => {
    const UploadId = await create('corrupt');
    const more = { ChecksumCRC32: 'AAAAAA==' };
    expect(await refusal(upload('corrupt', UploadId, 1, small, more))).toMatchObject({ name: 'BadDigest' });
    const { Parts } = await client.send(new ListPartsCommand({ Bucket, Key: 'corrupt', UploadId }));
    expect(Parts).toBeUndefined();
  });

  test('a copy as a part, by its name', async () => {
    const UploadId = await create('copied');
    const copy = new UploadPartCopyCommand({
      Bucket,
      Key: 'copied',
      UploadId,
      PartNumber: 1,
      CopySource: `${Bucket}/source`,
    });
    const refused = await refusal(client.send(copy));
    expect(refused).toMatchObject({ name: 'NotImplemented', status: 501 });
    expect(refused.message).toContain('UploadPartCopy');
  });
});

describe('checksums', () => {
  const sha256 = (data: Buffer) => createHash('sha256').update(data).digest();

  test('of parts make one of the object, and each part must be named by its own', async () => {
    const Key = 'composite';
    const UploadId = await create(Key, { ChecksumAlgorithm: 'SHA256' });
    const with256 = { ChecksumAlgorithm: 'SHA256' } as const;
    const parts = [
      await upload(Key, UploadId, 1, big, with256),
      await upload(Key, UploadId, 2, small, with256),
    ];
    const bare = parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }));
    const refused = await refusal(complete(Key, UploadId, bare));
    expect(refused.message).toContain('must include the checksum for each part');
    const value = `${createHash('sha256')
      .update(Buffer.concat([sha256(big), sha256(small)]))
      .digest('base64')}-2`;
    expect(await complete(Key, UploadId, parts)).toMatchObject({
      ChecksumSHA256: value,
      ChecksumType: 'COMPOSITE',
    });

    const attributes = await client.send(
      new GetObjectAttributesCommand({
        Bucket,
        Key,
        ObjectAttributes: ['Checksum', 'ETag', 'ObjectParts', 'ObjectSize', 'StorageClass'],
      }),
    );
    expect(attributes).toMatchObject({
      Checksum: { ChecksumSHA256: value, ChecksumType: 'COMPOSITE' },
      ObjectSize: big.length + small.length,
      StorageClass: 'STANDARD',
      ObjectParts: {
        TotalPartsCount: 2,
        Parts: [
          { PartNumber: 1, Size: big.length, ChecksumSHA256: sha256(big).toString('base64') },
          { PartNumber: 2, Size: small.length },
        ],
      },
    });
  });

  test('of the whole are computed over all parts and compared with what the client says', async () => {
    const Key = 'full';
    const hasher = hasherOf('CRC32');
    for (const part of [big, small]) hasher.update(part);
    const ChecksumCRC32 = hasher.digest().toString('base64');
    const UploadId = await create(Key, { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
    const parts = [await upload(Key, UploadId, 1, big), await upload(Key, UploadId, 2, small)];
    const end = (more: object) => complete(Key, UploadId, parts, { ChecksumType: 'FULL_OBJECT', ...more });
    expect(await refusal(end({ ChecksumCRC32: 'AAAAAA==' }))).toMatchObject({ name: 'BadDigest' });
    for (const wrong of [{ MpuObjectSize: 7 }, { ChecksumType: 'COMPOSITE' }, { ChecksumSHA1: 'AAAA' }]) {
      expect(await refusal(end(wrong))).toMatchObject({ name: 'InvalidRequest' });
    }
    const renamed = parts.map((part) => ({ ...part, ChecksumCRC32: 'AAAAAA==' }));
    expect(await refusal(complete(Key, UploadId, renamed))).toMatchObject({ name: 'InvalidPart' });
    const size = { MpuObjectSize: big.length + small.length };
    expect(await end({ ChecksumCRC32, ...size })).toMatchObject({
      ChecksumCRC32,
      ChecksumType: 'FULL_OBJECT',
    });
    expect(server.bodies().length).toBeGreaterThan(0);
  });

  test('of another algorithm than the upload began with are refused', async () => {
    const UploadId = await create('mixed', { ChecksumAlgorithm: 'SHA1' });
    const refused = await refusal(upload('mixed', UploadId, 1, small, { ChecksumAlgorithm: 'SHA256' }));
    expect(refused.message).toBe(
      'Checksum Type mismatch occurred, expected checksum Type: sha1, actual checksum Type: sha256',
    );
  });

  test('of the whole exist for CRCs only', async () => {
    const sha = create('sha', { ChecksumAlgorithm: 'SHA256', ChecksumType: 'FULL_OBJECT' });
    expect(await refusal(sha)).toMatchObject({ name: 'InvalidRequest' });
    expect(await refusal(create('type', { ChecksumType: 'COMPOSITE' }))).toMatchObject({
      name: 'InvalidRequest',
    });
    const odd = create('odd', { ChecksumAlgorithm: 'CRC32', ChecksumType: 'HALF' as 'COMPOSITE' });
    expect(await refusal(odd)).toMatchObject({ name: 'InvalidRequest' });
    const crc64 = create('crc', { ChecksumAlgorithm: 'CRC64NVME', ChecksumType: 'COMPOSITE' });
    expect(await refusal(crc64)).toMatchObject({ name: 'InvalidRequest' });
  });
});
