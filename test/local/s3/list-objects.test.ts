import {
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import { page } from '../../../local/s3/listing.ts';
import { refusal, type S3Server, startS3 } from './s3-server.ts';

/* "ListObjectsV2", Amazon S3 API Reference, API_ListObjectsV2.html */
const Bucket = 'listed';
const keys = ['a', 'b/1', 'b/2', 'b/c/3', 'b/c/4', 'd', 'z ö&+', 'ä', '\u{FF21}', '\u{1F600}'];
let server: S3Server;
let client: S3Client;
beforeAll(async () => {
  server = await startS3({ buckets: { [Bucket]: {}, empty: {} } });
  client = server.client();
  for (const Key of [...keys].reverse()) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  }
});
afterAll(() => server.close());

const list = (more: object = {}) => client.send(new ListObjectsV2Command({ Bucket, ...more }));
const names = ({ Contents = [], CommonPrefixes = [] }: Awaited<ReturnType<typeof list>>) => [
  ...Contents.map(({ Key }) => Key),
  ...CommonPrefixes.map(({ Prefix }) => Prefix),
];

test('a list is in the order of UTF-8 bytes, whatever the order of UTF-16 is', async () => {
  const listed = await list();
  expect(names(listed)).toEqual(keys);
  expect(listed).toMatchObject({ Name: Bucket, KeyCount: keys.length, MaxKeys: 1000, IsTruncated: false });
  expect(listed.Contents?.[0]).toMatchObject({
    Key: 'a',
    Size: 1,
    StorageClass: 'STANDARD',
    ETag: expect.any(String),
  });
});

test('a prefix and a delimiter roll keys up', async () => {
  expect(names(await list({ Prefix: 'b/' }))).toEqual(['b/1', 'b/2', 'b/c/3', 'b/c/4']);
  const rolled = await list({ Prefix: 'b/', Delimiter: '/' });
  expect(rolled.Contents?.map(({ Key }) => Key)).toEqual(['b/1', 'b/2']);
  expect(rolled.CommonPrefixes).toEqual([{ Prefix: 'b/c/' }]);
  expect(rolled.KeyCount).toBe(3);
  expect(names(await list({ Prefix: 'nothing' }))).toEqual([]);
  expect(names(await client.send(new ListObjectsV2Command({ Bucket: 'empty' })))).toEqual([]);
});

test.each([undefined, '/'])('page by page is the same list (delimiter %p)', async (Delimiter) => {
  const whole = names(await list({ Delimiter }));
  for (const MaxKeys of [1, 2, 3]) {
    const paged: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const listed = await list({ Delimiter, MaxKeys, ContinuationToken });
      expect(names(listed).length).toBeLessThanOrEqual(MaxKeys);
      paged.push(...names(listed));
      ContinuationToken = listed.NextContinuationToken;
    } while (ContinuationToken);
    expect(paged.sort()).toEqual([...whole].sort());
  }
});

test('a list can begin after a key', async () => {
  expect(names(await list({ StartAfter: 'b/2', MaxKeys: 2 }))).toEqual(['b/c/3', 'b/c/4']);
  expect(names(await list({ StartAfter: 'b/2', Delimiter: '/' }))[0]).toBe('d');
});

test('names are encoded when asked for', async () => {
  const { Contents, EncodingType } = await list({ EncodingType: 'url', Prefix: 'z' });
  expect(EncodingType).toBe('url');
  expect(Contents?.[0]?.Key).toBe('z%20%C3%B6%26%2B');
});

test('owners are told when asked for', async () => {
  expect((await list({ FetchOwner: true })).Contents?.[0]?.Owner?.ID).toBe('000000000000');
  expect((await list()).Contents?.[0]?.Owner).toBeUndefined();
});

test('no keys at all may be asked for', async () => {
  expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
});

test.each([
  ['a token that is none', { ContinuationToken: 'none' }],
  ['an encoding that is none', { EncodingType: 'base64' }],
  ['a negative count', { MaxKeys: -1 }],
])('%s is refused', async (_what, more) => {
  expect(await refusal(list(more))).toMatchObject({ name: 'InvalidArgument', status: 400 });
});

test('ListBuckets gives the buckets of the template', async () => {
  const { Buckets } = await client.send(new ListBucketsCommand());
  expect(Buckets?.map(({ Name }) => Name)).toEqual(['empty', Bucket]);
  expect(Buckets?.[0]?.CreationDate).toBeInstanceOf(Date);
});

test('any keys, paged in any way, come once each, under the prefix each common prefix stands for', () => {
  const key = fc.string({ unit: fc.constantFrom('a', 'b', '/'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (unsorted, most) => {
      const entries = unsorted.sort().map((key) => ({ key }));
      const query = { prefix: '', delimiter: '/', most, encode: (name: string) => name };
      const seen: string[] = [];
      for (let after = '', rolledUp: string | undefined; ; ) {
        const rest = entries.filter((entry) => entry.key > after);
        const { places, truncated } = page(rest, query, rolledUp);
        seen.push(...places.map((place) => ('entry' in place ? place.entry.key : place.commonPrefix)));
        const last = places.at(-1);
        if (!truncated || !last) break;
        after = seen.at(-1) ?? '';
        rolledUp = 'entry' in last ? undefined : last.commonPrefix;
      }
      const expected = entries.map((entry) => /^[^/]*\//.exec(entry.key)?.[0] ?? entry.key);
      expect(seen).toEqual([...new Set(expected)]);
    }),
  );
});
