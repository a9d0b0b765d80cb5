import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  GetBucketLocationCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  GetObjectTorrentCommand,
  HeadBucketCommand,
  ListObjectsCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { raw, refusal, type S3Server, startS3 } from './s3-server.ts';

/* "Actions" and "Error responses", Amazon S3 API Reference, API_Operations.html, ErrorResponses.html */
const Bucket = 'some';
let server: S3Server;
let client: S3Client;
beforeAll(async () => {
  server = await startS3({ buckets: { [Bucket]: {} } });
  client = server.client();
});
afterAll(() => server.close());

test.each<[string, () => Promise<unknown>]>([
  ['CreateBucket', () => client.send(new CreateBucketCommand({ Bucket: 'new' }))],
  ['ListObjects', () => client.send(new ListObjectsCommand({ Bucket }))],
  ['GetObjectAcl', () => client.send(new GetObjectAclCommand({ Bucket, Key: 'k' }))],
  ['GetObjectTorrent', () => client.send(new GetObjectTorrentCommand({ Bucket, Key: 'k' }))],
  ['PutBucketPolicy', () => client.send(new PutBucketPolicyCommand({ Bucket, Policy: '{}' }))],
])('%s is not implemented, and says so by its name', async (name, call) => {
  const refused = await refusal(call());
  expect(refused).toMatchObject({ name: 'NotImplemented', status: 501 });
  expect(refused.message).toContain(name);
});

test('a bucket tells where it is', async () => {
  const { LocationConstraint } = await client.send(new GetBucketLocationCommand({ Bucket }));
  expect(LocationConstraint).toBe('eu-north-1');
  expect(await client.send(new HeadBucketCommand({ Bucket }))).toMatchObject({ BucketRegion: 'eu-north-1' });
  expect(await refusal(client.send(new HeadBucketCommand({ Bucket: 'nowhere' })))).toMatchObject({
    status: 404,
  });
});

describe('a refusal', () => {
  test("is S3's XML, with the ids that are in the headers too", async () => {
    const answer = await raw(`${server.origin}/${Bucket}/a%26b`);
    expect(answer.headers['content-type']).toBe('application/xml');
    const id = answer.headers['x-amz-request-id'];
    expect(answer.body).toContain(`<RequestId>${id}</RequestId>`);
    expect(answer.body).toContain(`<HostId>${answer.headers['x-amz-id-2']}</HostId>`);
    expect(answer.body).toContain('<Resource>/some/a%26b</Resource>');
    expect(answer.body).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error><Code>AccessDenied<\/Code>/,
    );
  });

  test('to HEAD has no body', async () => {
    const answer = await raw(`${server.origin}/${Bucket}/k`, { method: 'HEAD' });
    expect(answer).toMatchObject({ status: 403, body: '' });
  });

  test('tells what was signed, so that a client can find its fault', async () => {
    const wrong = server.client({ credentials: { accessKeyId: 'local', secretAccessKey: 'other' } });
    const refused = await wrong
      .send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }))
      .catch((error: unknown) => error as Record<string, string>);
    expect(refused).toMatchObject({
      name: 'SignatureDoesNotMatch',
      CanonicalRequest: expect.stringContaining(`PUT\n/${Bucket}/k\n`),
      StringToSign: expect.stringMatching(/^AWS4-HMAC-SHA256\n/),
    });
  });

  test('of a machine that is broken is InternalError, and the log tells why', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'broken', Body: 'x' }));
    for (const body of server.bodies()) rmSync(join(server.directory, 's3', body));
    const logged: unknown[] = [];
    const log = console.error;
    console.error = (error) => logged.push(error);
    const read = await refusal(client.send(new GetObjectCommand({ Bucket, Key: 'broken' })));
    console.error = log;
    expect(read).toMatchObject({ name: 'InternalError', status: 500 });
    expect(logged).toMatchObject([{ code: 'ENOENT' }]);
  });

  test('of a broken path is InvalidURI', async () => {
    expect(await raw(`${server.origin}/${Bucket}/%zz`)).toMatchObject({ status: 400, code: 'InvalidURI' });
  });
});

test('answers carry the time of the cloud, by which SDKs set their clocks', async () => {
  const instant = Date.UTC(2022, 2, 1);
  const past = await startS3({ buckets: { [Bucket]: {} }, startAt: instant });
  const { headers } = await raw(`${past.origin}/${Bucket}/k`);
  expect(Math.abs(Date.parse(headers.date ?? '') - instant)).toBeLessThan(60_000);
  const correcting = past.client({ maxAttempts: 2 });
  await correcting.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  await past.close();
});
