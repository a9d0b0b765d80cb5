import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { refusal, type S3Server, startS3 } from './s3-server.ts';

/*
 * "PutObject", "GetObject", "HeadObject" and "DeleteObject", Amazon S3 API Reference, API_Operations.html
 */
const Bucket = 'plain';
let server: S3Server;
beforeAll(async () => {
  server = await startS3({ buckets: { [Bucket]: {} } });
});
afterAll(() => server.close());

const put = (Key: string, Body: PutObjectCommandInput['Body'], more: Partial<PutObjectCommandInput> = {}) =>
  server.client().send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = (Key: string, more: object = {}) =>
  server.client().send(new GetObjectCommand({ Bucket, Key, ...more }));
const text = async (Key: string, more: object = {}) => (await get(Key, more)).Body?.transformToString();
const head = (Key: string, more: object = {}) =>
  server.client().send(new HeadObjectCommand({ Bucket, Key, ...more }));

describe('an object', () => {
  test('is read back with what was said of it', async () => {
    const made = await put('case/1.json', '{"a":1}', {
      ContentType: 'application/json',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment; filename="1.json"',
      ContentLanguage: 'sv',
      ContentEncoding: 'identity',
      Metadata: { case: 'ANS/2022/0001' },
    });
    expect(made.ETag).toBe(`"${md5('{"a":1}')}"`);
    const read = await get('case/1.json');
    expect(await read.Body?.transformToString()).toBe('{"a":1}');
    expect(read).toMatchObject({
      ContentType: 'application/json',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment; filename="1.json"',
      ContentLanguage: 'sv',
      ContentEncoding: 'identity',
      ContentLength: 7,
      Metadata: { case: 'ANS/2022/0001' },
      ETag: made.ETag,
      AcceptRanges: 'bytes',
      ServerSideEncryption: 'AES256',
    });
    expect(read.VersionId).toBeUndefined();
    expect(read.LastModified?.getMilliseconds()).toBe(0);
  });

  test('may be empty, and may have any characters in its key', async () => {
    for (const key of ['empty', 'å/ä ö+%&=?#', '//a/../b/./c', "it's (not) *safe*!", '\u{1F600}/x']) {
      await put(key, '', { ContentLength: 0 });
      expect(await text(key)).toBe('');
    }
  });

  test('is replaced whole by another put', async () => {
    await put('again', 'one', { Metadata: { a: '1' } });
    await put('again', 'three');
    expect(await text('again')).toBe('three');
    expect((await head('again')).Metadata).toEqual({});
  });

  test('has the type binary/octet-stream when nobody says another', async () => {
    await put('untyped', Buffer.from([1, 2, 3]), { ContentType: undefined });
    expect((await head('untyped')).ContentType).toMatch(/octet-stream$/);
  });

  test('is gone after a delete, and deleting it again is no error', async () => {
    await put('short', 'x');
    const remove = () => server.client().send(new DeleteObjectCommand({ Bucket, Key: 'short' }));
    expect((await remove()).$metadata.httpStatusCode).toBe(204);
    expect((await remove()).$metadata.httpStatusCode).toBe(204);
    expect(await refusal(get('short'))).toMatchObject({ name: 'NoSuchKey', status: 404 });
    expect(await refusal(head('short'))).toMatchObject({ status: 404 });
  });

  test('leaves no file behind when it is replaced or deleted', async () => {
    const before = server.bodies().length;
    await put('file', 'one');
    await put('file', 'two');
    expect(server.bodies()).toHaveLength(before + 1);
    await server.client().send(new DeleteObjectCommand({ Bucket, Key: 'file' }));
    expect(server.bodies()).toHaveLength(before);
  });

  test('is not looked for in a bucket that is not there', async () => {
    const elsewhere = server.client().send(new GetObjectCommand({ Bucket: 'nowhere', Key: 'a' }));
    expect(await refusal(elsewhere)).toMatchObject({
      name: 'NoSuchBucket',
      message: 'The specified bucket does not exist',
      status: 404,
    });
  });
});

describe('a range', () => {
  beforeAll(() => put('ten', '0123456789'));

  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=5-100', '56789', 'bytes 5-9/10'],
    ['bytes=-100', '0123456789', 'bytes 0-9/10'],
  ])('%s is %s', async (Range, expected, ContentRange) => {
    const read = await get('ten', { Range });
    expect(await read.Body?.transformToString()).toBe(expected);
    expect(read).toMatchObject({ ContentRange, ContentLength: expected.length });
    expect(read.$metadata.httpStatusCode).toBe(206);
    expect(await head('ten', { Range })).toMatchObject({ ContentRange, ContentLength: expected.length });
  });

  test('beyond the end is refused', async () => {
    for (const Range of ['bytes=10-', 'bytes=-0']) {
      expect(await refusal(get('ten', { Range }))).toMatchObject({
        name: 'InvalidRange',
        message: 'The requested range is not satisfiable',
        status: 416,
      });
    }
  });

  test('of another form, or one of several, is passed over', async () => {
    for (const Range of ['bytes=3-1', 'lines=1-2', 'bytes=0-1,3-4', 'bytes=-']) {
      expect(await text('ten', { Range })).toBe('0123456789');
    }
  });
});

describe('a conditional read', () => {
  const day = 86_400_000;
  let ETag: string;
  let modified: Date;
  beforeAll(async () => {
    ETag = (await put('known', 'content')).ETag ?? '';
    modified = (await head('known')).LastModified ?? new Date();
  });

  test('If-Match wants this object', async () => {
    expect(await text('known', { IfMatch: ETag })).toBe('content');
    expect(await refusal(get('known', { IfMatch: '"other"' }))).toMatchObject({
      name: 'PreconditionFailed',
      status: 412,
    });
  });

  test('If-None-Match does not want what it has', async () => {
    expect(await text('known', { IfNoneMatch: '"other"' })).toBe('content');
    for (const IfNoneMatch of [ETag, '*', `"other", ${ETag}`]) {
      expect(await refusal(get('known', { IfNoneMatch }))).toMatchObject({ status: 304 });
    }
  });

  test('by date, the seconds count', async () => {
    const later = new Date(modified.getTime() + day);
    const earlier = new Date(modified.getTime() - day);
    expect(await text('known', { IfUnmodifiedSince: modified })).toBe('content');
    expect(await refusal(get('known', { IfUnmodifiedSince: earlier }))).toMatchObject({ status: 412 });
    expect(await text('known', { IfModifiedSince: earlier })).toBe('content');
    expect(await refusal(get('known', { IfModifiedSince: modified }))).toMatchObject({ status: 304 });
    expect(await refusal(get('known', { IfModifiedSince: later }))).toMatchObject({ status: 304 });
  });

  test('an ETag outweighs a date', async () => {
    const earlier = new Date(modified.getTime() - day);
    expect(await text('known', { IfMatch: ETag, IfUnmodifiedSince: earlier })).toBe('content');
    const both = get('known', { IfNoneMatch: ETag, IfModifiedSince: earlier });
    expect(await refusal(both)).toMatchObject({ status: 304 });
  });
});

describe('what cannot be', () => {
  test('a key of more than 1024 bytes', async () => {
    await put('k'.repeat(1024), 'x');
    expect(await refusal(put('å'.repeat(513), 'x'))).toMatchObject({ name: 'KeyTooLongError', status: 400 });
  });

  test('metadata of more than 2 KB', async () => {
    const many = put('meta', 'x', { Metadata: { a: 'b'.repeat(2048) } });
    expect(await refusal(many)).toMatchObject({ name: 'MetadataTooLarge', status: 400 });
  });

  test.each<[string, Partial<PutObjectCommandInput>, string]>([
    ['an access control list', { ACL: 'public-read' }, 'AccessControlListNotSupported'],
    ['a grant', { GrantRead: 'id=1' }, 'NotImplemented'],
    [
      'a key of the customer',
      { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'k'.repeat(32) },
      'NotImplemented',
    ],
    ['a redirect', { WebsiteRedirectLocation: '/x' }, 'NotImplemented'],
    ['another storage class', { StorageClass: 'GLACIER' }, 'NotImplemented'],
    ['another checksum algorithm', { ChecksumSHA512: 'c3Vt' }, 'NotImplemented'],
    ['another owner', { ExpectedBucketOwner: '111111111111' }, 'AccessDenied'],
  ])('%s is refused and nothing is stored', async (what, more, name) => {
    expect(await refusal(put(`refused ${what}`, 'x', more))).toMatchObject({ name });
    expect(await refusal(get(`refused ${what}`))).toMatchObject({ name: 'NoSuchKey' });
  });

  test('encryption is answered as it was asked for', async () => {
    const kms = await put('kms', 'x', {
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: 'arn:aws:kms:x:0:key/1',
    });
    expect(kms).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'arn:aws:kms:x:0:key/1' });
    expect(await refusal(put('odd', 'x', { ServerSideEncryption: 'ROT13' as 'AES256' }))).toMatchObject({
      name: 'InvalidArgument',
    });
  });
});

function md5(content: string): string {
  return createHash('md5').update(content).digest('hex');
}
