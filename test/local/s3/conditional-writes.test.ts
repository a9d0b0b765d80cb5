import { request as httpRequest } from 'node:http';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type RawAnswer, refusal, type S3Server, startS3 } from './s3-server.ts';

/* "How to prevent object overwrites with conditional writes", Amazon S3 User Guide, conditional-writes.html */
const Bucket = 'conditional';
let server: S3Server;
let client: S3Client;
beforeAll(async () => {
  server = await startS3({ buckets: { [Bucket]: { VersioningConfiguration: { Status: 'Enabled' } } } });
  client = server.client();
});
afterAll(() => server.close());

const put = (Key: string, Body: string, more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const remove = (Key: string) => client.send(new DeleteObjectCommand({ Bucket, Key }));
const text = async (Key: string) =>
  (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

/** A PUT that has sent all but the last byte of its body; `finish` sends that. */
async function begin(
  Key: string,
  headers: Record<string, string>,
): Promise<{ finish(): Promise<RawAnswer> }> {
  const url = new URL(
    await getSignedUrl(
      // Else the URL carries the checksum of an empty body.
      server.client({ requestChecksumCalculation: 'WHEN_REQUIRED' }),
      new PutObjectCommand({
        Bucket,
        Key,
        IfNoneMatch: headers['if-none-match'],
        IfMatch: headers['if-match'],
      }),
    ),
  );
  const request = httpRequest(url, {
    method: 'PUT',
    headers: { ...headers, 'content-length': '5' },
    agent: false,
  });
  const answer = new Promise<RawAnswer>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => {
        const code = /<Code>(\w+)<\/Code>/.exec(body)?.[1];
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, code });
      });
    });
  });
  const files = server.bodies().length;
  request.write('late');
  // The server has begun when it has a file for the body.
  while (server.bodies().length === files) await new Promise((resolve) => setImmediate(resolve));
  return {
    finish() {
      request.end('r');
      return answer;
    },
  };
}

describe('If-None-Match: *', () => {
  const once = { 'if-none-match': '*' };

  test('writes what is not there, and only that', async () => {
    await put('once', 'first', { IfNoneMatch: '*' });
    expect(await refusal(put('once', 'second', { IfNoneMatch: '*' }))).toEqual({
      name: 'PreconditionFailed',
      message: 'At least one of the pre-conditions you specified did not hold',
      status: 412,
    });
    expect(await text('once')).toBe('first');
  });

  test('writes again over a delete marker', async () => {
    await put('marked', 'first');
    await remove('marked');
    await put('marked', 'second', { IfNoneMatch: '*' });
    expect(await text('marked')).toBe('second');
  });

  test('of several writers at once lets one win', async () => {
    const writers = await Promise.all(Array.from({ length: 5 }, () => begin('race', once)));
    const answers = await Promise.all(writers.map((writer) => writer.finish()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    expect(await text('race')).toBe('later');
  });

  test('is a conflict when a delete succeeds meanwhile', async () => {
    const writer = await begin('conflict', once);
    await put('conflict', 'other');
    await remove('conflict');
    expect(await writer.finish()).toMatchObject({ status: 409, code: 'ConditionalRequestConflict' });
    expect((await (await begin('conflict', once)).finish()).status).toBe(200);
  });

  test('takes no ETag, as S3 does not', async () => {
    expect(await refusal(put('etag', 'x', { IfNoneMatch: '"abc"' }))).toMatchObject({
      name: 'NotImplemented',
      status: 501,
    });
  });
});

describe('If-Match', () => {
  test('writes over the object it names, and only that', async () => {
    const { ETag } = await put('match', 'first');
    await put('match', 'second', { IfMatch: ETag });
    expect(await refusal(put('match', 'third', { IfMatch: ETag }))).toMatchObject({
      name: 'PreconditionFailed',
      status: 412,
    });
    expect(await text('match')).toBe('second');
  });

  test('finds no object where there is none', async () => {
    expect(await refusal(put('nothing', 'x', { IfMatch: '"abc"' }))).toMatchObject({
      name: 'NoSuchKey',
      status: 404,
    });
  });

  test('of two writers lets the first to end win, also when they began together', async () => {
    const { ETag = '' } = await put('both', 'first');
    const [one, two] = [await begin('both', { 'if-match': ETag }), await begin('both', { 'if-match': ETag })];
    expect((await two.finish()).status).toBe(200);
    expect(await one.finish()).toMatchObject({ status: 412, code: 'PreconditionFailed' });
  });

  test('finds no object when it is deleted meanwhile, and a conflict when it has come back', async () => {
    const { ETag = '' } = await put('back', 'same');
    const [one, two] = [await begin('back', { 'if-match': ETag }), await begin('back', { 'if-match': ETag })];
    await remove('back');
    expect(await one.finish()).toMatchObject({ status: 404, code: 'NoSuchKey' });
    await put('back', 'same');
    expect(await two.finish()).toMatchObject({ status: 409, code: 'ConditionalRequestConflict' });
  });
});
