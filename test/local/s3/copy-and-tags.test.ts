import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  DeleteObjectTaggingCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { allow, refusal, type S3Server, startS3, withoutChecksum } from './s3-server.ts';

const Bucket = 'copies';
let server: S3Server;
let client: S3Client;
beforeAll(async () => {
  const versioned = { VersioningConfiguration: { Status: 'Enabled' } };
  server = await startS3({ buckets: { [Bucket]: {}, source: versioned } });
  client = server.client();
});
afterAll(() => server.close());

/* "CopyObject", Amazon S3 API Reference, API_CopyObject.html */
describe('a copy', () => {
  let VersionId: string | undefined;
  beforeAll(async () => {
    const first = await client.send(
      new PutObjectCommand({
        Bucket: 'source',
        Key: 'å/1',
        Body: 'first',
        ContentType: 'text/plain',
        Metadata: { a: '1' },
        Tagging: 'kind=letter',
        ChecksumAlgorithm: 'SHA256',
      }),
    );
    VersionId = first.VersionId;
    await client.send(new PutObjectCommand({ Bucket: 'source', Key: 'å/1', Body: 'second' }));
  });

  const copy = (Key: string, more: Partial<CopyObjectCommandInput> = {}) =>
    client.send(new CopyObjectCommand({ Bucket, Key, CopySource: encodeURI('source/å/1'), ...more }));
  const read = (Key: string) => client.send(new GetObjectCommand({ Bucket, Key }));

  test('has the bytes, the metadata, the tags and the checksum of a version', async () => {
    const CopySource = `${encodeURI('source/å/1')}?versionId=${VersionId}`;
    const made = await copy('same', { CopySource });
    expect(made).toMatchObject({
      CopySourceVersionId: VersionId,
      CopyObjectResult: { ETag: expect.any(String) },
    });
    expect(made.CopyObjectResult?.ChecksumSHA256).toBeDefined();
    const copied = await read('same');
    expect(await copied.Body?.transformToString()).toBe('first');
    expect(copied).toMatchObject({ ContentType: 'text/plain', Metadata: { a: '1' }, TagCount: 1 });
  });

  test('is of the current version where none is named', async () => {
    await copy('current', { CopySource: encodeURI('/source/å/1') });
    expect(await (await read('current')).Body?.transformToString()).toBe('second');
  });

  test('can be given other metadata, tags and checksum', async () => {
    const CopySource = `${encodeURI('source/å/1')}?versionId=${VersionId}`;
    const made = await copy('other', {
      CopySource,
      MetadataDirective: 'REPLACE',
      Metadata: { b: '2' },
      TaggingDirective: 'REPLACE',
      Tagging: 'x=1&y=2',
      ChecksumAlgorithm: 'CRC32C',
    });
    expect(made.CopyObjectResult?.ChecksumCRC32C).toBeDefined();
    expect(await read('other')).toMatchObject({ Metadata: { b: '2' }, TagCount: 2 });
  });

  test('is made under conditions of its source and of its target', async () => {
    expect(await refusal(copy('c', { CopySourceIfMatch: '"other"' }))).toMatchObject({
      name: 'PreconditionFailed',
    });
    const { ETag } = await client.send(new GetObjectCommand({ Bucket: 'source', Key: 'å/1' }));
    expect(await refusal(copy('c', { CopySourceIfNoneMatch: ETag }))).toMatchObject({ status: 412 });
    await copy('c', { CopySourceIfMatch: ETag, IfNoneMatch: '*' });
    expect(await refusal(copy('c', { IfNoneMatch: '*' }))).toMatchObject({ name: 'PreconditionFailed' });
  });

  test('onto itself must change something', async () => {
    await copy('itself');
    const onto = (more: object) => copy('itself', { CopySource: `${Bucket}/itself`, ...more });
    expect((await refusal(onto({}))).message).toContain('without changing');
    await onto({ MetadataDirective: 'REPLACE', Metadata: { c: '3' } });
    expect(await read('itself')).toMatchObject({ Metadata: { c: '3' } });
  });

  test('of nothing is refused', async () => {
    expect(await refusal(copy('n', { CopySource: 'source/nothing' }))).toMatchObject({ name: 'NoSuchKey' });
    expect(await refusal(copy('n', { CopySource: 'nowhere/x' }))).toMatchObject({ name: 'NoSuchBucket' });
    expect(await refusal(copy('n', { CopySource: 'source' }))).toMatchObject({ name: 'InvalidArgument' });
  });

  test('needs leave to read the source, its tags, and to write', async () => {
    const target = `arn:aws:s3:::${Bucket}/*`;
    const source = 'arn:aws:s3:::source/*';
    const CopySource = `${encodeURI('source/å/1')}?versionId=${VersionId}`;
    const as = (role: string, ...statements: Parameters<typeof server.clientOf>[1][]) =>
      server.clientOf(role, ...statements).send(new CopyObjectCommand({ Bucket, Key: 'role', CopySource }));
    const write = allow(['s3:PutObject', 's3:PutObjectTagging'], target);
    const readVersion = allow('s3:GetObjectVersion', source);
    const readTags = allow('s3:GetObjectVersionTagging', source);
    expect((await refusal(as('a', write))).message).toContain('s3:GetObjectVersion ');
    expect((await refusal(as('b', write, readVersion))).message).toContain('s3:GetObjectVersionTagging');
    expect((await refusal(as('c', readVersion, readTags))).message).toContain('s3:PutObject');
    expect((await as('d', write, readVersion, readTags)).$metadata.httpStatusCode).toBe(200);
  });
});

/* "Categorizing your objects using tags", Amazon S3 User Guide, object-tagging.html */
describe('tags', () => {
  const Key = 'tagged';
  const tag = (...TagSet: { Key: string; Value: string }[]) =>
    client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet } }));
  const tags = async () => (await client.send(new GetObjectTaggingCommand({ Bucket, Key }))).TagSet;

  test('come with an object, and can be replaced and taken off', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x', Tagging: 'a=1&b=%C3%A5%20%2B@' }));
    expect(await tags()).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: 'å +@' },
    ]);
  });

  test('are replaced whole', async () => {
    await tag({ Key: 'c', Value: '' });
    expect(await tags()).toEqual([{ Key: 'c', Value: '' }]);
    await client.send(new DeleteObjectTaggingCommand({ Bucket, Key }));
    expect(await tags()).toEqual([]);
  });

  test('are ten at most, each key once, of limited length and characters', async () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));
    expect(await refusal(tag(...many))).toMatchObject({ name: 'BadRequest' });
    for (const bad of [
      [
        { Key: 'a', Value: '1' },
        { Key: 'a', Value: '2' },
      ],
      [{ Key: 'k'.repeat(129), Value: '' }],
      [{ Key: 'a', Value: 'v'.repeat(257) }],
      [{ Key: '', Value: 'x' }],
      [{ Key: 'a', Value: '<' }],
    ]) {
      expect(await refusal(tag(...bad))).toMatchObject({ name: 'InvalidTag', status: 400 });
    }
    const header = client.send(new PutObjectCommand({ Bucket, Key: 'bad', Body: 'x', Tagging: 'a=1&a=2' }));
    expect(await refusal(header)).toMatchObject({ name: 'InvalidTag' });
  });

  test('must vouch for their bytes', async () => {
    const bare = withoutChecksum(server.client());
    const Tagging = { TagSet: [{ Key: 'a', Value: '1' }] };
    expect(await refusal(bare.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging })))).toMatchObject({
      name: 'InvalidRequest',
      message: 'Missing required header for this request: Content-MD5',
    });
  });
});

test('attributes are those that were asked for', async () => {
  await client.send(new PutObjectCommand({ Bucket, Key: 'attributes', Body: 'content' }));
  const attributes = (...ObjectAttributes: ('ETag' | 'ObjectSize')[]) =>
    client.send(new GetObjectAttributesCommand({ Bucket, Key: 'attributes', ObjectAttributes }));
  const { $metadata, LastModified, ...size } = await attributes('ObjectSize');
  expect(size).toEqual({ ObjectSize: 7 });
  expect((await attributes('ETag')).ETag).toMatch(/^[0-9a-f]{32}$/);
  expect(await refusal(attributes('Color' as 'ETag'))).toMatchObject({ name: 'InvalidArgument' });
});
