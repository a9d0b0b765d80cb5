import {
  DeleteObjectCommand,
  type DeleteObjectCommandInput,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { refusal, type S3Server, startS3 } from './s3-server.ts';

/* "Retaining multiple versions of objects with S3 Versioning", Amazon S3 User Guide, Versioning.html */
const versioned = { VersioningConfiguration: { Status: 'Enabled' } };
let server: S3Server;
let client: S3Client;
beforeAll(async () => {
  server = await startS3({
    buckets: {
      versioned,
      plain: {},
      suspended: { VersioningConfiguration: { Status: 'Suspended' } },
    },
  });
  client = server.client();
});
afterAll(() => server.close());

const put = async (Bucket: string, Key: string, Body: string) =>
  (await client.send(new PutObjectCommand({ Bucket, Key, Body }))).VersionId;
const get = async (Bucket: string, Key: string, VersionId?: string) =>
  (await client.send(new GetObjectCommand({ Bucket, Key, VersionId }))).Body?.transformToString();
const remove = (Bucket: string, Key: string, more: Partial<DeleteObjectCommandInput> = {}) =>
  client.send(new DeleteObjectCommand({ Bucket, Key, ...more }));
const versionsOf = async (Bucket: string, Prefix: string) => {
  const { Versions = [], DeleteMarkers = [] } = await client.send(
    new ListObjectVersionsCommand({ Bucket, Prefix }),
  );
  return { versions: Versions, markers: DeleteMarkers };
};

describe('a bucket with versions', () => {
  test('keeps every version under its own id', async () => {
    const first = await put('versioned', 'kept', 'one');
    const second = await put('versioned', 'kept', 'two');
    expect(first).toMatch(/^[\w-]{32}$/);
    expect(second).not.toBe(first);
    expect(await get('versioned', 'kept')).toBe('two');
    expect(await get('versioned', 'kept', first)).toBe('one');
    const head = await client.send(
      new HeadObjectCommand({ Bucket: 'versioned', Key: 'kept', VersionId: first }),
    );
    expect(head).toMatchObject({ VersionId: first, ContentLength: 3 });
  });

  test('puts a delete marker on top, which can be taken off again', async () => {
    const version = await put('versioned', 'marked', 'one');
    const marker = await remove('versioned', 'marked');
    expect(marker).toMatchObject({ DeleteMarker: true, VersionId: expect.any(String) });
    expect(await refusal(get('versioned', 'marked'))).toMatchObject({ name: 'NoSuchKey', status: 404 });
    expect(await get('versioned', 'marked', version)).toBe('one');
    expect(await refusal(get('versioned', 'marked', marker.VersionId))).toMatchObject({
      name: 'MethodNotAllowed',
      status: 405,
    });
    const undone = await remove('versioned', 'marked', { VersionId: marker.VersionId });
    expect(undone).toMatchObject({ DeleteMarker: true, VersionId: marker.VersionId });
    expect(await get('versioned', 'marked')).toBe('one');
  });

  test('deletes one version for good; the one before it is current then', async () => {
    const files = server.bodies().length;
    await put('versioned', 'cut', 'one');
    const second = await put('versioned', 'cut', 'two');
    expect(await remove('versioned', 'cut', { VersionId: second })).toMatchObject({ VersionId: second });
    expect(await get('versioned', 'cut')).toBe('one');
    expect(await refusal(get('versioned', 'cut', second))).toMatchObject({
      name: 'NoSuchVersion',
      status: 404,
    });
    expect(server.bodies()).toHaveLength(files + 1);
  });

  test('refuses what cannot be the id of a version', async () => {
    expect(await refusal(get('versioned', 'kept', 'x'))).toMatchObject({
      name: 'InvalidArgument',
      message: 'Invalid version id specified',
    });
  });

  test('says so', async () => {
    const status = async (Bucket: string) =>
      (await client.send(new GetBucketVersioningCommand({ Bucket }))).Status;
    expect(await status('versioned')).toBe('Enabled');
    expect(await status('suspended')).toBe('Suspended');
    expect(await status('plain')).toBeUndefined();
  });
});

describe('a bucket without versions', () => {
  test('has one version of each key, whose id is null', async () => {
    expect(await put('plain', 'only', 'one')).toBeUndefined();
    await put('plain', 'only', 'two');
    expect(await get('plain', 'only', 'null')).toBe('two');
    expect((await versionsOf('plain', 'only')).versions).toMatchObject([
      { VersionId: 'null', IsLatest: true },
    ]);
  });
});

describe('a bucket whose versions are suspended', () => {
  test('writes over the version null and keeps the others', async () => {
    server.s3.putBucket('changing', { ...server.s3.bucket('versioned') });
    const kept = await put('changing', 'k', 'one');
    server.s3.putBucket('changing', { ...server.s3.bucket('suspended') });
    expect(await put('changing', 'k', 'two')).toBe('null');
    expect(await put('changing', 'k', 'three')).toBe('null');
    expect((await versionsOf('changing', 'k')).versions.map(({ VersionId }) => VersionId)).toEqual([
      'null',
      kept,
    ]);
    expect(await remove('changing', 'k')).toMatchObject({ DeleteMarker: true, VersionId: 'null' });
    const left = await versionsOf('changing', 'k');
    expect(left.versions).toMatchObject([{ VersionId: kept, IsLatest: false }]);
    expect(left.markers).toMatchObject([{ VersionId: 'null', IsLatest: true }]);
  });
});

describe('the list of versions', () => {
  beforeAll(async () => {
    for (const key of ['list/a', 'list/b/1', 'list/b/2', 'list/c']) {
      await put('versioned', key, 'one');
      await put('versioned', key, 'three');
    }
    await remove('versioned', 'list/c');
  });

  test('gives all of them, newest first, and says which is current', async () => {
    const { versions, markers } = await versionsOf('versioned', 'list/');
    expect(versions.map(({ Key, Size, IsLatest }) => [Key, Size, IsLatest])).toEqual([
      ['list/a', 5, true],
      ['list/a', 3, false],
      ['list/b/1', 5, true],
      ['list/b/1', 3, false],
      ['list/b/2', 5, true],
      ['list/b/2', 3, false],
      ['list/c', 5, false],
      ['list/c', 3, false],
    ]);
    expect(markers).toMatchObject([{ Key: 'list/c', IsLatest: true }]);
  });

  test.each([undefined, '/'])('page by page is the same list (delimiter %p)', async (Delimiter) => {
    const list = (MaxKeys: number, more: object = {}) =>
      client.send(
        new ListObjectVersionsCommand({ Bucket: 'versioned', Prefix: 'list/', Delimiter, MaxKeys, ...more }),
      );
    const names = ({
      Versions = [],
      DeleteMarkers = [],
      CommonPrefixes = [],
    }: Awaited<ReturnType<typeof list>>) => [
      ...Versions.map(({ Key, VersionId }) => `${Key} ${VersionId}`),
      ...DeleteMarkers.map(({ Key, VersionId }) => `${Key} ${VersionId} marker`),
      ...CommonPrefixes.map(({ Prefix }) => Prefix),
    ];
    const whole = names(await list(1000));
    expect(whole).toHaveLength(Delimiter ? 6 : 9);
    const paged: (string | undefined)[] = [];
    for (let page = await list(1); ; ) {
      paged.push(...names(page));
      if (!page.IsTruncated) break;
      page = await list(1, { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker });
    }
    expect(paged.sort()).toEqual(whole.sort());
  });

  test('wants a key with the id of a version', async () => {
    const lost = client.send(new ListObjectVersionsCommand({ Bucket: 'versioned', VersionIdMarker: 'null' }));
    expect(await refusal(lost)).toMatchObject({ name: 'InvalidArgument' });
  });
});

describe('DeleteObjects', () => {
  test('deletes each by itself and tells what became of it', async () => {
    const version = await put('versioned', 'many/1', 'one');
    await put('versioned', 'many/2', 'two');
    const { Deleted, Errors } = await client.send(
      new DeleteObjectsCommand({
        Bucket: 'versioned',
        Delete: {
          Objects: [
            { Key: 'many/1', VersionId: version },
            { Key: 'many/2' },
            { Key: 'many/<3>' },
            { Key: 'many/4', VersionId: 'null' },
          ],
        },
      }),
    );
    expect(Errors).toBeUndefined();
    expect(Deleted).toMatchObject([
      { Key: 'many/1', VersionId: version },
      { Key: 'many/2', DeleteMarker: true, DeleteMarkerVersionId: expect.any(String) },
      { Key: 'many/<3>', DeleteMarker: true },
      { Key: 'many/4', VersionId: 'null' },
    ]);
    const list = await client.send(new ListObjectsV2Command({ Bucket: 'versioned', Prefix: 'many/' }));
    expect(list.KeyCount).toBe(0);
  });

  test('is silent of successes when asked to be', async () => {
    await put('plain', 'quiet', 'x');
    const { Deleted } = await client.send(
      new DeleteObjectsCommand({ Bucket: 'plain', Delete: { Objects: [{ Key: 'quiet' }], Quiet: true } }),
    );
    expect(Deleted).toBeUndefined();
    expect(await refusal(get('plain', 'quiet'))).toMatchObject({ name: 'NoSuchKey' });
  });

  test('takes a thousand keys and no more', async () => {
    const objects = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ Key: `none/${index}` }));
    const many = (count: number) =>
      client.send(
        new DeleteObjectsCommand({ Bucket: 'plain', Delete: { Objects: objects(count), Quiet: true } }),
      );
    expect((await many(1000)).$metadata.httpStatusCode).toBe(200);
    expect(await refusal(many(1001))).toMatchObject({ name: 'MalformedXML' });
  });
});
