import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { allow, type RawAnswer, raw, refusal, type S3Server, startS3 } from './s3-server.ts';

/*
 * Uploads and downloads by presigned URL, as a browser makes them: "Download and upload objects with presigned
 * URLs", Amazon S3 User Guide, using-presigned-url.html, and "Authenticating Requests: Using Query Parameters", Amazon
 * S3 API Reference, sigv4-query-string-auth.html. The upload URL is signed as the product signs it: for exactly these
 * bytes, of this type, once.
 */
const Bucket = 'uploads';
const content = 'an application of 2022';
const sha256 = createHash('sha256').update(content).digest('base64');
const headers = {
  'content-type': 'application/json',
  'content-length': String(content.length),
  'x-amz-checksum-sha256': sha256,
  'if-none-match': '*',
};

let server: S3Server;
beforeAll(async () => {
  server = await startS3({ buckets: { [Bucket]: {} } });
});
afterAll(() => server.close());

let keys = 0;
const newKey = () => `applications/${++keys}/application.json`;

const uploadUrl = (Key: string, expiresIn = 300) =>
  getSignedUrl(
    server.client(),
    new PutObjectCommand({
      Bucket,
      Key,
      ContentType: headers['content-type'],
      ContentLength: content.length,
      ChecksumSHA256: sha256,
      IfNoneMatch: '*',
    }),
    {
      expiresIn,
      unhoistableHeaders: new Set(['x-amz-checksum-sha256', 'x-amz-sdk-checksum-algorithm']),
      signableHeaders: new Set(['content-type', 'content-length', 'if-none-match']),
    },
  );
const upload = (url: string, changed: Record<string, string | undefined> = {}, body: string = content) =>
  raw(url, {
    method: 'PUT',
    headers: Object.fromEntries(
      Object.entries({ ...headers, ...changed }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
    body,
  });

async function expectNothingStored(Key: string): Promise<void> {
  expect(await refusal(server.client().send(new HeadObjectCommand({ Bucket, Key })))).toMatchObject({
    status: 404,
  });
}

describe('an upload URL', () => {
  test('signs length, type, checksum and condition', async () => {
    const url = new URL(await uploadUrl(newKey()));
    expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe(
      'content-length;content-type;host;if-none-match;x-amz-checksum-sha256',
    );
  });

  test('takes exactly these bytes, once', async () => {
    const key = newKey();
    const url = await uploadUrl(key);
    const first = await upload(url);
    expect(first.status).toBe(200);
    expect(first.headers).toMatchObject({
      etag: `"${createHash('md5').update(content).digest('hex')}"`,
      'x-amz-checksum-sha256': sha256,
      'x-amz-server-side-encryption': 'AES256',
    });
    expect(first.headers['x-amz-request-id']).toMatch(/^[0-9A-F]{16}$/);
    const again = await upload(url);
    expect(again).toMatchObject({ status: 412, code: 'PreconditionFailed' });
    expect(again.body).toContain('<Condition>If-None-Match</Condition>');
  });

  const forgeries: [string, (url: string) => Promise<RawAnswer>, number, string][] = [
    [
      'another length',
      (url) => upload(url, { 'content-length': '23' }, `${content}!`),
      403,
      'SignatureDoesNotMatch',
    ],
    ['another type', (url) => upload(url, { 'content-type': 'text/html' }), 403, 'SignatureDoesNotMatch'],
    ['no type', (url) => upload(url, { 'content-type': undefined }), 403, 'SignatureDoesNotMatch'],
    [
      'another checksum',
      (url) => upload(url, { 'x-amz-checksum-sha256': createHash('sha256').digest('base64') }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'no checksum',
      (url) => upload(url, { 'x-amz-checksum-sha256': undefined }),
      403,
      'SignatureDoesNotMatch',
    ],
    ['no condition', (url) => upload(url, { 'if-none-match': undefined }), 403, 'SignatureDoesNotMatch'],
    ['other bytes of the same length', (url) => upload(url, {}, content.toUpperCase()), 400, 'BadDigest'],
    [
      'a wrong payload hash that was not signed',
      (url) => upload(url, { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }),
      403,
      'AccessDenied',
    ],
    [
      'a header beside the signed ones',
      (url) => upload(url, { 'x-amz-tagging': 'a=b' }),
      403,
      'AccessDenied',
    ],
    ['a second checksum', (url) => upload(url, { 'x-amz-checksum-crc32': 'AAAAAA==' }), 403, 'AccessDenied'],
    [
      'another key',
      (url) => upload(url.replace('application.json', 'other.json')),
      403,
      'SignatureDoesNotMatch',
    ],
    ['another bucket', (url) => upload(url.replace(`/${Bucket}/`, '/other/')), 403, 'SignatureDoesNotMatch'],
    [
      'another method',
      (url) => raw(url, { method: 'DELETE', headers, body: content }),
      403,
      'SignatureDoesNotMatch',
    ],
    ['a parameter beside the signed ones', (url) => upload(`${url}&acl`), 403, 'SignatureDoesNotMatch'],
    [
      'a longer life',
      (url) => upload(url.replace('Expires=300', 'Expires=3000')),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a life of more than a week',
      (url) => upload(url.replace('Expires=300', 'Expires=604801')),
      400,
      'AuthorizationQueryParametersError',
    ],
    [
      'a missing part of the signature',
      (url) => upload(url.replace(/&X-Amz-Date=[^&]*/, '')),
      400,
      'AuthorizationQueryParametersError',
    ],
    [
      'another signature',
      (url) => upload(url.replace(/Signature=(.)/, (_, first) => `Signature=${first === 'a' ? 'b' : 'a'}`)),
      403,
      'SignatureDoesNotMatch',
    ],
    ['an unknown key id', (url) => upload(url.replace('=local%2F', '=other%2F')), 403, 'InvalidAccessKeyId'],
    [
      'another region',
      (url) => upload(url.replace('eu-north-1', 'us-east-1')),
      400,
      'AuthorizationQueryParametersError',
    ],
    [
      'a session token nobody gave',
      (url) => upload(`${url}&X-Amz-Security-Token=token`),
      400,
      'InvalidToken',
    ],
    [
      'another host',
      (url) => raw(url, { method: 'PUT', headers, body: content, host: 'localhost' }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a body of unknown length',
      (url) => upload(url, { 'content-length': undefined, 'transfer-encoding': 'chunked' }),
      403,
      'SignatureDoesNotMatch',
    ],
  ];
  test.each(forgeries)('is refused with %s, and nothing is stored', async (_what, send, status, code) => {
    const key = newKey();
    expect(await send(await uploadUrl(key))).toMatchObject({ status, code });
    await expectNothingStored(key);
  });

  test('is refused after its time', async () => {
    const late = await startS3({ buckets: { [Bucket]: {} }, startAt: Date.now() + 301_000 });
    const key = newKey();
    const url = (await uploadUrl(key)).replace(server.origin, late.origin);
    const { host } = new URL(server.origin);
    const answer = await raw(url, { method: 'PUT', headers, body: content, host });
    expect(answer).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(answer.body).toContain('<Message>Request has expired</Message>');
    await late.close();
  });

  test('of a role ends with what the role may do', async () => {
    const client = server.clientOf('uploader', allow('s3:PutObject', `arn:aws:s3:::${Bucket}/mine/*`));
    const url = (Key: string) =>
      getSignedUrl(client, new PutObjectCommand({ Bucket, Key, IfNoneMatch: '*' }));
    const send = async (key: string) =>
      raw(await url(key), { method: 'PUT', headers: { 'content-length': '0', 'if-none-match': '*' } });
    expect((await send('theirs/1')).code).toBe('AccessDenied');
    await expectNothingStored('theirs/1');
  });
});

describe('an upload URL that leaves the length open', () => {
  const send = async (headers: Record<string, string>, body?: string) => {
    const client = server.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const key = newKey();
    const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: key }));
    const answer = await raw(url, { method: 'PUT', headers, ...(body !== undefined && { body }) });
    await expectNothingStored(key);
    return answer;
  };

  test('still wants one', async () => {
    expect(await send({ 'transfer-encoding': 'chunked' }, 'x')).toMatchObject({
      status: 501,
      code: 'NotImplemented',
    });
  });

  test('takes 5 GiB and no more', async () => {
    const answer = await send({ 'content-length': String(5 * 1024 ** 3 + 1), connection: 'close' });
    expect(answer).toMatchObject({ status: 400, code: 'EntityTooLarge' });
    expect(answer.body).toContain('<MaxSizeAllowed>5368709120</MaxSizeAllowed>');
  });
});

describe('a checksum in the URL itself', () => {
  test('is checked as the header of its name would be', async () => {
    const key = newKey();
    const command = new PutObjectCommand({ Bucket, Key: key, ChecksumSHA256: sha256 });
    const url = await getSignedUrl(server.client(), command);
    expect(new URL(url).searchParams.get('x-amz-checksum-sha256')).toBe(sha256);
    const send = (body: string) =>
      raw(url, { method: 'PUT', headers: { 'content-length': String(body.length) }, body });
    expect(await send('other bytes')).toMatchObject({ status: 400, code: 'BadDigest' });
    await expectNothingStored(key);
    expect((await send(content)).status).toBe(200);
  });
});

describe('a download URL', () => {
  const Key = 'letters/1.pdf';
  beforeAll(() => server.client().send(new PutObjectCommand({ Bucket, Key, Body: '%PDF' })));

  test('sets the headers of its answer', async () => {
    const command = new GetObjectCommand({
      Bucket,
      Key,
      ResponseContentType: 'application/pdf',
      ResponseContentDisposition: 'attachment; filename="päätös.pdf"',
      ResponseCacheControl: 'no-store',
    });
    const answer = await raw(await getSignedUrl(server.client(), command));
    expect(answer).toMatchObject({ status: 200, body: '%PDF' });
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('cannot set what no header can carry', async () => {
    for (const ResponseContentDisposition of ['attachment; filename="–.pdf"', 'inline\r\nset-cookie: a=b']) {
      const command = new GetObjectCommand({ Bucket, Key, ResponseContentDisposition });
      const answer = await raw(await getSignedUrl(server.client(), command));
      expect(answer).toMatchObject({ status: 400, code: 'InvalidArgument' });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('cannot be given other headers', async () => {
    const url = await getSignedUrl(server.client(), new GetObjectCommand({ Bucket, Key }));
    const forged = await raw(`${url}&response-content-type=text%2Fhtml`);
    expect(forged).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  test('reads a range, which need not be signed', async () => {
    const url = await getSignedUrl(server.client(), new GetObjectCommand({ Bucket, Key }));
    expect(await raw(url, { headers: { range: 'bytes=1-2' } })).toMatchObject({ status: 206, body: 'PD' });
  });
});

test('a URL in virtual-hosted style is the same object', async () => {
  const port = new URL(server.origin).port;
  const client = server.client({ endpoint: `http://localhost:${port}`, forcePathStyle: false });
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'virtual/1' }), {
    unhoistableHeaders: new Set(),
  });
  expect(new URL(url).hostname).toBe(`${Bucket}.localhost`);
  const headers = { 'content-length': '0' };
  expect((await raw(url, { method: 'PUT', headers })).status).toBe(200);
  const head = await server.client().send(new HeadObjectCommand({ Bucket, Key: 'virtual/1' }));
  expect(head.ContentLength).toBe(0);
});
