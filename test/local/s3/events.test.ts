import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { refusal, type S3Server, startS3 } from './s3-server.ts';

/* "EventBridge event message structure", Amazon S3 User Guide, ev-events.html */
const eventBridge = { EventBridgeConfiguration: { EventBridgeEnabled: true } };
const buckets = {
  plain: { NotificationConfiguration: eventBridge },
  versioned: {
    NotificationConfiguration: { EventBridgeConfiguration: {} },
    VersioningConfiguration: { Status: 'Enabled' },
  },
  silent: {},
};
let server: S3Server;
let client: S3Client;
beforeAll(async () => {
  server = await startS3({ buckets });
  client = server.client();
});
afterAll(() => server.close());
beforeEach(() => server.events.splice(0));

const put = (Bucket: string, Key: string, more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body: 'hello', ...more }));
const published = async () => {
  await server.clock.settled();
  return server.events;
};

test('an object that is made is published in the shape of AWS', async () => {
  const { VersionId, ETag, $metadata } = await put('versioned', 'applications/å 1.json');
  expect(await published()).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      source: 'aws.s3',
      'detail-type': 'Object Created',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      resources: ['arn:aws:s3:::versioned'],
      detail: {
        version: '0',
        bucket: { name: 'versioned' },
        object: {
          key: 'applications/å 1.json',
          size: 5,
          etag: ETag?.replaceAll('"', ''),
          'version-id': VersionId,
          sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
        },
        'request-id': $metadata.requestId,
        requester: '000000000000',
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    },
  ]);
});

test('a bucket that never had versions does not speak of them', async () => {
  await put('plain', 'k');
  expect((await published())[0]?.detail.object).not.toHaveProperty('version-id');
});

test('the reason is the operation', async () => {
  await put('silent', 'source');
  await client.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'copy', CopySource: 'silent/source' }));
  const upload = { Bucket: 'plain', Key: 'parts' };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(upload));
  const part = { ...upload, UploadId, PartNumber: 1 };
  const { ETag } = await client.send(new UploadPartCommand({ ...part, Body: 'part' }));
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  await client.send(new CompleteMultipartUploadCommand({ ...upload, UploadId, MultipartUpload }));
  expect((await published()).map(({ detail }) => detail.reason)).toEqual([
    'CopyObject',
    'CompleteMultipartUpload',
  ]);
});

test('a delete tells whether it made a marker or was for good', async () => {
  await put('plain', 'gone');
  const { VersionId } = await put('versioned', 'gone');
  server.events.splice(0);
  await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'gone' }));
  await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'gone' }));
  const marker = await client.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'gone' }));
  await client.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'gone', VersionId }));
  const events = await published();
  expect(events.map((event) => event['detail-type'])).toEqual(Array(3).fill('Object Deleted'));
  expect(events.map(({ detail }) => [detail.reason, detail['deletion-type']])).toEqual([
    ['DeleteObject', 'Permanently Deleted'],
    ['DeleteObject', 'Delete Marker Created'],
    ['DeleteObject', 'Permanently Deleted'],
  ]);
  const versions = events
    .slice(1)
    .map(({ detail }) => (detail.object as Record<string, string>)['version-id']);
  expect(versions).toEqual([marker.VersionId, VersionId]);
});

test('of one key the later event has the greater sequencer', async () => {
  for (let time = 0; time < 3; time++) await put('plain', 'again');
  await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'again' }));
  await put('plain', 'again');
  const order = (await published()).map(({ detail }) => (detail.object as Record<string, string>).sequencer);
  expect(order).toHaveLength(5);
  expect(order).toEqual([...order].sort());
});

test('nothing is published of a refused request, or of a bucket that does not ask for it', async () => {
  await put('silent', 'k');
  await refusal(put('plain', 'refused', { ChecksumCRC32: 'AAAAAA==' }));
  await put('plain', 'once');
  server.events.splice(0);
  await refusal(put('plain', 'once', { IfNoneMatch: '*' }));
  expect(await published()).toEqual([]);
});

test('an event that was not sent when the process ended is sent after a restart, once', async () => {
  const ended = await startS3({ buckets, resumes: false });
  const { ETag } = await ended.client().send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'x' }));
  await ended.clock.settled();
  expect(ended.events).toEqual([]);
  await ended.close();
  const { directory } = ended;
  for (const times of [1, 0]) {
    const again = await startS3({ buckets, directory });
    await again.clock.settled();
    expect(again.events).toHaveLength(times);
    const etag = ETag?.replaceAll('"', '');
    for (const { detail } of again.events) expect(detail.object).toMatchObject({ key: 'k', etag });
    await again.close();
  }
});
