import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { refusal, type S3Server, startS3 } from './s3-server.ts';

const Bucket = 'kept';
const buckets = { [Bucket]: { VersioningConfiguration: { Status: 'Enabled' } } };

/** S3 in a process of its own, which can be killed, and asked what memory it has needed. */
interface Child {
  readonly process: ChildProcess;
  readonly client: S3Client;
  /** The most memory it has had so far, in bytes. */
  peak(): Promise<number>;
}

/** The collector's, in MB: garbage that merely waits for it is not what S3 needs, and must not be counted. */
const youngGeneration = '--max-semi-space-size=1';
/** Presigned URLs of the SDK carry the checksum of an empty body otherwise. */
const withoutChecksums = { requestChecksumCalculation: 'WHEN_REQUIRED' } as const;
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

async function startChild(directory: string): Promise<Child> {
  const script = fileURLToPath(new URL('./s3-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', youngGeneration, script, directory, Bucket], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);
  const origin = await line();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  children.push(child);
  return {
    process: child,
    client: new S3Client({ region: 'eu-north-1', endpoint: origin, credentials, ...withoutChecksums }),
    async peak() {
      child.stdin.write('peak\n');
      return Number(await line());
    },
  };
}

async function kill({ process: child, client }: Child): Promise<void> {
  client.destroy();
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Begins a PUT of 1 MB and sends half of it. */
async function beginUpload(client: S3Client, Key: string) {
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key }));
  const request = httpRequest(url, { method: 'PUT', headers: { 'content-length': '1000000' }, agent: false });
  request.on('error', () => undefined);
  await new Promise<void>((resolve) => request.write(Buffer.alloc(500_000), () => resolve()));
  return request;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

describe('a connection that is cut in the middle of a body', () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await startS3({ buckets });
  });
  afterAll(() => server.close());

  test('stores nothing and leaves nothing', async () => {
    const request = await beginUpload(server.client(withoutChecksums), 'cut');
    await until(() => server.bodies().length === 1);
    request.destroy();
    await until(() => server.bodies().length === 0);
    const head = server.client().send(new HeadObjectCommand({ Bucket, Key: 'cut' }));
    expect(await refusal(head)).toMatchObject({ status: 404 });
  });

  test('of a part leaves the upload as it was', async () => {
    const client = server.client(withoutChecksums);
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'part' }));
    const part = { Bucket, Key: 'part', UploadId, PartNumber: 1 };
    await client.send(new UploadPartCommand({ ...part, Body: 'whole' }));
    const url = await getSignedUrl(client, new UploadPartCommand(part));
    const request = httpRequest(url, { method: 'PUT', headers: { 'content-length': '10' }, agent: false });
    request.on('error', () => undefined);
    const files = server.bodies().length;
    request.write('half');
    await until(() => server.bodies().length === files + 1);
    request.destroy();
    await until(() => server.bodies().length === files);
    const { Parts } = await client.send(new ListPartsCommand({ Bucket, Key: 'part', UploadId }));
    expect(Parts).toMatchObject([{ PartNumber: 1, Size: 5 }]);
  });
});

describe('after a kill -9', () => {
  test('what was answered is there, whole, and what was under way has left nothing', async () => {
    const directory = mkdtempSync(join(tmpdir(), 's3-'));
    const child = await startChild(directory);
    const { VersionId } = await child.client.send(
      new PutObjectCommand({ Bucket, Key: 'done', Body: 'whole' }),
    );
    const bodies = () => readdirSync(join(directory, 's3'));
    await beginUpload(child.client, 'half');
    await until(() => bodies().length === 2);
    await kill(child);
    writeFileSync(join(directory, 's3', 'orphan'), 'of an earlier kill');

    const server = await startS3({ buckets, directory });
    expect(bodies()).toHaveLength(1);
    const read = await server.client().send(new GetObjectCommand({ Bucket, Key: 'done' }));
    expect(read.VersionId).toBe(VersionId);
    expect(await read.Body?.transformToString()).toBe('whole');
    const half = server.client().send(new HeadObjectCommand({ Bucket, Key: 'half' }));
    expect(await refusal(half)).toMatchObject({ status: 404 });
    await server.close();
  });

  test('an upload in parts goes on', async () => {
    const directory = mkdtempSync(join(tmpdir(), 's3-'));
    const child = await startChild(directory);
    const { UploadId } = await child.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'parts' }));
    await child.client.send(
      new UploadPartCommand({ Bucket, Key: 'parts', UploadId, PartNumber: 1, Body: 'one' }),
    );
    await kill(child);
    const server = await startS3({ buckets, directory });
    const { Parts } = await server.client().send(new ListPartsCommand({ Bucket, Key: 'parts', UploadId }));
    expect(Parts).toMatchObject([{ PartNumber: 1, Size: 3 }]);
    await server.close();
  });
});

test('an object of 100 MB goes in and out through less than 50 MB of memory', async () => {
  const megabyte = 1_000_000;
  const size = 100 * megabyte;
  const child = await startChild(mkdtempSync(join(tmpdir(), 's3-')));
  // What the code itself takes is there after a small object.
  await child.client.send(new PutObjectCommand({ Bucket, Key: 'small', Body: Buffer.alloc(megabyte) }));
  const small = await child.client.send(new GetObjectCommand({ Bucket, Key: 'small' }));
  await small.Body?.transformToByteArray();
  const before = await child.peak();

  const putUrl = await getSignedUrl(child.client, new PutObjectCommand({ Bucket, Key: 'large' }));
  const put = httpRequest(putUrl, { method: 'PUT', headers: { 'content-length': String(size) } });
  const piece = Buffer.alloc(megabyte, 'x');
  for (let sent = 0; sent < size; sent += piece.length) {
    if (!put.write(piece)) await once(put, 'drain');
  }
  put.end();
  const [stored] = await once(put, 'response');
  expect(stored.statusCode).toBe(200);
  stored.resume();

  const get = httpRequest(await getSignedUrl(child.client, new GetObjectCommand({ Bucket, Key: 'large' })));
  get.end();
  const [read] = await once(get, 'response');
  let length = 0;
  for await (const chunk of read) length += chunk.length;
  expect(length).toBe(size);

  expect((await child.peak()) - before).toBeLessThan(50 * megabyte);
  await kill(child);
});
