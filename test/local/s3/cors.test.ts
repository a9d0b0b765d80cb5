import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { raw, type S3Server, startS3 } from './s3-server.ts';

/* "Using cross-origin resource sharing (CORS)", Amazon S3 User Guide, cors.html */
const origin = 'https://anslag.example';
let server: S3Server;
beforeAll(async () => {
  server = await startS3({
    buckets: {
      shared: {
        CorsConfiguration: {
          CorsRules: [
            {
              AllowedOrigins: [origin],
              AllowedMethods: ['PUT'],
              AllowedHeaders: ['content-type', 'x-amz-*'],
              ExposedHeaders: ['ETag'],
              MaxAge: 300,
            },
            { AllowedOrigins: ['https://*.example'], AllowedMethods: ['GET', 'HEAD'] },
            { AllowedOrigins: ['*'], AllowedMethods: ['HEAD'] },
          ],
        },
      },
      alone: {},
    },
  });
  await server.client().send(new PutObjectCommand({ Bucket: 'shared', Key: 'k', Body: 'x' }));
});
afterAll(() => server.close());

const preflight = (headers: Record<string, string>, bucket = 'shared') =>
  raw(`${server.origin}/${bucket}/k`, { method: 'OPTIONS', headers });
const asking = (method: string, headers?: string, from = origin) => ({
  origin: from,
  'access-control-request-method': method,
  ...(headers !== undefined && { 'access-control-request-headers': headers }),
});

describe('a preflight', () => {
  test('is answered with what the rule allows', async () => {
    const answer = await preflight(asking('PUT', 'Content-Type, X-Amz-Checksum-SHA256'));
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type, x-amz-checksum-sha256',
      'access-control-expose-headers': 'ETag',
      'access-control-max-age': '300',
      'access-control-allow-credentials': 'true',
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    });
  });

  test('of an origin that a pattern stands for names the origin', async () => {
    const answer = await preflight(asking('GET', undefined, 'https://other.example'));
    expect(answer.headers['access-control-allow-origin']).toBe('https://other.example');
  });

  test('of a rule for everyone names everyone, and lets no cookies through', async () => {
    const { headers } = await preflight(asking('HEAD', undefined, 'https://elsewhere.test'));
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  test.each<[string, Record<string, string>]>([
    ['another origin', asking('PUT', 'content-type', 'https://evil.test')],
    ['an origin that begins like the rule’s', asking('PUT', 'content-type', `${origin}.evil.test`)],
    ['another method', asking('DELETE')],
    ['another header', asking('PUT', 'content-type, authorization')],
  ])('of %s is refused', async (_what, headers) => {
    const answer = await preflight(headers);
    expect(answer).toMatchObject({ status: 403, code: 'AccessForbidden' });
    expect(answer.headers['access-control-allow-methods']).not.toBe('PUT');
  });

  test('of a bucket without rules is refused', async () => {
    const answer = await preflight(asking('PUT'), 'alone');
    expect(answer).toMatchObject({ status: 403, code: 'AccessForbidden' });
    expect(answer.body).toContain('CORS is not enabled for this bucket');
  });

  test('without origin or method, or of no bucket, is refused', async () => {
    expect(await preflight({ 'access-control-request-method': 'PUT' })).toMatchObject({ code: 'BadRequest' });
    expect(await preflight({ origin })).toMatchObject({ status: 400, code: 'BadRequest' });
    expect(await preflight(asking('PUT'), 'nowhere')).toMatchObject({ status: 404, code: 'NoSuchBucket' });
  });
});

describe('an answer', () => {
  const url = () => getSignedUrl(server.client(), new GetObjectCommand({ Bucket: 'shared', Key: 'k' }));

  test('can be read by a page of an allowed origin, and only by that', async () => {
    const allowed = await raw(await url(), { headers: { origin: 'https://www.example' } });
    expect(allowed).toMatchObject({ status: 200, body: 'x' });
    expect(allowed.headers['access-control-allow-origin']).toBe('https://www.example');
    const other = await raw(await url(), { headers: { origin: 'https://evil.test' } });
    expect(other.status).toBe(200);
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
    expect((await raw(await url())).headers['access-control-allow-origin']).toBeUndefined();
  });

  test('can be read also when it is a refusal', async () => {
    const refused = await raw(`${server.origin}/shared/k`, { headers: { origin: 'https://www.example' } });
    expect(refused).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(refused.headers['access-control-allow-origin']).toBe('https://www.example');
  });
});

test('a request without a signature is claimed by its bucket', async () => {
  const claims = (url: string, host = '127.0.0.1:1') => {
    // Of an IncomingMessage only what a claim reads.
    const request = { url, method: 'OPTIONS', headers: { host } } as Parameters<typeof server.s3.claims>[0];
    return server.s3.claims(request);
  };
  expect(claims('/shared/k')).toBe(true);
  expect(claims('/shared?x')).toBe(true);
  expect(claims('/k', 'shared.localhost:1')).toBe(true);
  expect(claims('/k', 'shared.s3.localhost:1')).toBe(true);
  expect(claims('/cases/1')).toBe(false);
  expect(claims('/')).toBe(false);
  expect(claims('/%zz')).toBe(false);
});
