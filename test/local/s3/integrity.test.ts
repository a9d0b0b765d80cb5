import { createHash, createHmac } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import {
  type Algorithm,
  algorithms,
  checksumHeader,
  hasherOf,
  isDigest,
} from '../../../local/s3/checksums.ts';
import { raw, refusal, type S3Server, startS3, withoutChecksum } from './s3-server.ts';

/*
 * "Checking object integrity in Amazon S3", Amazon S3 User Guide, checking-object-integrity.html, and "Signature
 * Calculations for the Authorization Header: Transferring Payload in Multiple Chunks", sigv4-streaming.html
 */
const Bucket = 'integrity';
let server: S3Server;
beforeAll(async () => {
  server = await startS3({ buckets: { [Bucket]: {} } });
});
afterAll(() => server.close());

const put = (Key: string, Body: PutObjectCommandInput['Body'], more: Partial<PutObjectCommandInput> = {}) =>
  server.client().send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const checksumOf = (algorithm: Algorithm, body: string) => {
  const hasher = hasherOf(algorithm);
  hasher.update(Buffer.from(body));
  return hasher.digest().toString('base64');
};

async function expectNothingStored(Key: string): Promise<void> {
  expect(await refusal(server.client().send(new HeadObjectCommand({ Bucket, Key })))).toMatchObject({
    status: 404,
  });
}

describe('the algorithms', () => {
  /* The check values of the catalogue of parametrised CRC algorithms, reveng.sourceforge.io: of "123456789". */
  test.each<[Algorithm, string]>([
    ['CRC32', 'cbf43926'],
    ['CRC32C', 'e3069283'],
    ['CRC64NVME', 'ae8b14860a799888'],
    ['SHA1', createHash('sha1').update('123456789').digest('hex')],
    ['SHA256', createHash('sha256').update('123456789').digest('hex')],
  ])('%s of 123456789 is %s', (algorithm, hex) => {
    expect(Buffer.from(checksumOf(algorithm, '123456789'), 'base64').toString('hex')).toBe(hex);
  });

  test('the pieces in which bytes come make no difference', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 20 })),
        fc.constantFrom(...algorithms),
        (pieces, algorithm) => {
          const whole = hasherOf(algorithm);
          whole.update(Buffer.concat(pieces));
          const parts = hasherOf(algorithm);
          for (const piece of pieces) parts.update(piece);
          expect(parts.digest()).toEqual(whole.digest());
        },
      ),
    );
  });

  test('a digest is Base64 of its length and nothing else', () => {
    expect(isDigest('CRC32', 'y/Q5Jg==')).toBe(true);
    for (const text of ['y/Q5Jg', 'y_Q5Jg==', 'y/Q5JgA=', '', ' y/Q5Jg=='])
      expect(isDigest('CRC32', text)).toBe(false);
  });
});

describe('a checksum that the client gives', () => {
  test.each(algorithms)(
    '%s is computed by the SDK, checked, kept and given back',
    async (ChecksumAlgorithm) => {
      const member = `Checksum${ChecksumAlgorithm}` as const;
      const value = checksumOf(ChecksumAlgorithm, 'content');
      const given = ChecksumAlgorithm === 'CRC64NVME' ? { [member]: value } : { ChecksumAlgorithm };
      expect(await put(ChecksumAlgorithm, 'content', given)).toMatchObject({
        [member]: value,
        ChecksumType: 'FULL_OBJECT',
      });
      const read = { Bucket, Key: ChecksumAlgorithm };
      const head = await server.client().send(new HeadObjectCommand({ ...read, ChecksumMode: 'ENABLED' }));
      expect(head).toMatchObject({ [member]: value, ChecksumType: 'FULL_OBJECT' });
      const client = server.client({ responseChecksumValidation: 'WHEN_REQUIRED' });
      expect((await client.send(new HeadObjectCommand(read)))[member]).toBeUndefined();
      const ranged = await client.send(
        new GetObjectCommand({ ...read, ChecksumMode: 'ENABLED', Range: 'bytes=0-1' }),
      );
      expect(ranged[member]).toBeUndefined();
      await ranged.Body?.transformToString();
    },
  );

  test.each(algorithms)('%s that is wrong is refused, and nothing is stored', async (algorithm) => {
    const Key = `wrong ${algorithm}`;
    const more = { [`Checksum${algorithm}`]: checksumOf(algorithm, 'other') };
    expect(await refusal(put(Key, 'content', more))).toEqual({
      name: 'BadDigest',
      message: `The ${algorithm} you specified did not match the calculated checksum.`,
      status: 400,
    });
    await expectNothingStored(Key);
  });

  test('that is none is refused', async () => {
    expect(await refusal(put('none', 'content', { ChecksumSHA256: 'AAAA' }))).toMatchObject({
      name: 'InvalidRequest',
      message: 'Value for x-amz-checksum-sha256 header is invalid.',
    });
  });

  test('must be one', async () => {
    const two = { ChecksumSHA256: checksumOf('SHA256', 'x'), ChecksumCRC32: checksumOf('CRC32', 'x') };
    expect(await refusal(put('two', 'x', two))).toMatchObject({
      name: 'InvalidRequest',
      message: 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    });
  });

  test('must be the one that was announced', async () => {
    const announcing = (headers: Record<string, string>) =>
      withoutChecksum(server.client(), headers).send(
        new PutObjectCommand({ Bucket, Key: 'announced', Body: 'x' }),
      );
    const crc32 = { 'x-amz-checksum-crc32': checksumOf('CRC32', 'x') };
    const announced = (algorithm: string) => ({ 'x-amz-sdk-checksum-algorithm': algorithm });
    await announcing({ ...announced('crc32'), ...crc32 });
    expect((await refusal(announcing({ ...announced('SHA1'), ...crc32 }))).message).toBe(
      'Value for x-amz-sdk-checksum-algorithm header is invalid.',
    );
    expect((await refusal(announcing(announced('CRC32')))).message).toContain('no corresponding');
  });

  test('is CRC64NVME where the client gives none', async () => {
    const client = server.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const made = await client.send(new PutObjectCommand({ Bucket, Key: 'default', Body: 'content' }));
    expect(made.ChecksumCRC64NVME).toBe(checksumOf('CRC64NVME', 'content'));
  });

  test('as Content-MD5 is checked', async () => {
    const md5 = (text: string) => createHash('md5').update(text).digest('base64');
    expect((await put('md5', 'content', { ContentMD5: md5('content') })).$metadata.httpStatusCode).toBe(200);
    expect(await refusal(put('bad md5', 'content', { ContentMD5: md5('other') }))).toMatchObject({
      name: 'BadDigest',
    });
    expect(await refusal(put('bad md5', 'content', { ContentMD5: 'AAAA' }))).toMatchObject({
      name: 'InvalidDigest',
    });
    await expectNothingStored('bad md5');
  });
});

describe('a stream of the SDK, whose checksum comes in a trailer', () => {
  const stream = (body: string) => Readable.from([Buffer.from(body)]);

  test('is stored without the encoding it came in', async () => {
    const body = 'x'.repeat(100_000);
    const made = await put('stream', stream(body), { ContentLength: body.length, ContentEncoding: 'gzip' });
    expect(made.ChecksumCRC32).toBe(checksumOf('CRC32', body));
    const read = await server.client().send(new GetObjectCommand({ Bucket, Key: 'stream' }));
    expect(await read.Body?.transformToString()).toBe(body);
    expect(read.ContentEncoding).toBe('gzip');
  });

  test('of another length than it says is refused', async () => {
    for (const ContentLength of [9, 11]) {
      expect(await refusal(put('length', stream('0123456789'), { ContentLength }))).toMatchObject({
        name: 'IncompleteBody',
        status: 400,
      });
    }
    await expectNothingStored('length');
  });
});

/** A PUT signed by hand, so that every part of it can be forged. */
describe('aws-chunked', () => {
  const emptyHash = createHash('sha256').digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const hash = (data: string) => createHash('sha256').update(data).digest('hex');

  interface Forgery {
    readonly payload: string;
    readonly headers?: Record<string, string>;
    /** The body, given a signer of `text` after the signature `previous`. */
    readonly body: (sign: (kind: string, previous: string, hash: string) => string, seed: string) => string;
  }

  async function send(Key: string, { payload, headers = {}, body }: Forgery) {
    const timestamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    const date = timestamp.slice(0, 8);
    const { host } = new URL(server.origin);
    const signed: Record<string, string> = {
      host,
      'content-encoding': 'aws-chunked',
      'x-amz-content-sha256': payload,
      'x-amz-date': timestamp,
      ...headers,
    };
    const names = Object.keys(signed).sort();
    const canonical = [
      'PUT',
      `/${Bucket}/${Key}`,
      '',
      names.map((name) => `${name}:${signed[name]}\n`).join(''),
      names.join(';'),
      payload,
    ].join('\n');
    const scope = `${date}/eu-north-1/s3/aws4_request`;
    const key = ['eu-north-1', 's3', 'aws4_request'].reduce(
      (previous, part) => hmac(previous, part),
      hmac('AWS4local', date),
    );
    const signText = (text: string) => hmac(key, text).toString('hex');
    const seed = signText(['AWS4-HMAC-SHA256', timestamp, scope, hash(canonical)].join('\n'));
    const authorization = `AWS4-HMAC-SHA256 Credential=local/${scope}, SignedHeaders=${names.join(';')}, Signature=${seed}`;
    const sign = (kind: string, previous: string, digest: string) =>
      signText(
        [
          `AWS4-HMAC-SHA256-${kind}`,
          timestamp,
          scope,
          previous,
          ...(kind === 'PAYLOAD' ? [emptyHash] : []),
          digest,
        ].join('\n'),
      );
    const content = body(sign, seed);
    return raw(`${server.origin}/${Bucket}/${Key}`, {
      method: 'PUT',
      headers: { ...signed, authorization, 'content-length': String(content.length) },
      body: content,
    });
  }

  const first = 'a'.repeat(8192);
  const second = 'b'.repeat(100);
  const length = { 'x-amz-decoded-content-length': '8292' };

  /** Two chunks and the last, each signed after the one before; then a signed trailer if there is one. */
  const signedBody =
    (change: { data?: string; signature?: string; trailer?: string; trailerSignature?: string } = {}) =>
    (sign: (kind: string, previous: string, hash: string) => string, seed: string) => {
      const one = sign('PAYLOAD', seed, hash(first));
      const two = sign('PAYLOAD', one, hash(second));
      const end = sign('PAYLOAD', two, emptyHash);
      const trailer = change.trailer && `${change.trailer}\r\n`;
      const trailed =
        trailer && change.trailerSignature === undefined
          ? sign('TRAILER', end, hash(`${change.trailer}\n`))
          : change.trailerSignature;
      return (
        `2000;chunk-signature=${one}\r\n${change.data ?? first}\r\n` +
        `64;chunk-signature=${change.signature ?? two}\r\n${second}\r\n` +
        `0;chunk-signature=${end}\r\n${trailer ? `${trailer}x-amz-trailer-signature:${trailed}\r\n` : ''}\r\n`
      );
    };
  const trailerName = checksumHeader('CRC32C');
  const crc = checksumOf('CRC32C', first + second);
  const withTrailer = { ...length, 'x-amz-trailer': trailerName };
  const signedPayload = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD';
  const unsignedPayload = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
  const unsignedBody =
    (trailers: string, chunks = `2000\r\n${first}\r\n64\r\n${second}\r\n0\r\n`) =>
    () =>
      `${chunks}${trailers}\r\n`;

  test.each<[string, Forgery]>([
    ['with every chunk signed', { payload: signedPayload, headers: length, body: signedBody() }],
    [
      'with a signed trailer',
      {
        payload: `${signedPayload}-TRAILER`,
        headers: withTrailer,
        body: signedBody({ trailer: `${trailerName}:${crc}` }),
      },
    ],
    [
      'with a trailer only',
      { payload: unsignedPayload, headers: withTrailer, body: unsignedBody(`${trailerName}:${crc}\r\n`) },
    ],
  ])('is taken %s', async (what, forgery) => {
    const Key = what.replaceAll(' ', '-');
    expect(await send(Key, forgery)).toMatchObject({ status: 200 });
    const read = await server.client().send(new GetObjectCommand({ Bucket, Key }));
    expect(await read.Body?.transformToString()).toBe(first + second);
    expect(read.ContentEncoding).toBeUndefined();
  });

  test.each<[string, Forgery, number, string]>([
    [
      "another chunk's bytes",
      { payload: signedPayload, headers: length, body: signedBody({ data: 'x'.repeat(8192) }) },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'another chunk signature',
      { payload: signedPayload, headers: length, body: signedBody({ signature: '0'.repeat(64) }) },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'unsigned chunks where they are to be signed',
      { payload: signedPayload, headers: length, body: unsignedBody('') },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'another trailer signature',
      {
        payload: `${signedPayload}-TRAILER`,
        headers: withTrailer,
        body: signedBody({ trailer: `${trailerName}:${crc}`, trailerSignature: '0'.repeat(64) }),
      },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a wrong checksum in the trailer',
      { payload: unsignedPayload, headers: withTrailer, body: unsignedBody(`${trailerName}:AAAAAA==\r\n`) },
      400,
      'BadDigest',
    ],
    [
      'no checksum in the trailer',
      { payload: unsignedPayload, headers: withTrailer, body: unsignedBody(`${trailerName}:no\r\n`) },
      400,
      'InvalidRequest',
    ],
    [
      'a trailer that was not announced',
      { payload: unsignedPayload, headers: withTrailer, body: unsignedBody('x-amz-checksum-sha1:x\r\n') },
      400,
      'MalformedTrailerError',
    ],
    [
      'a missing trailer',
      { payload: unsignedPayload, headers: withTrailer, body: unsignedBody('') },
      400,
      'MalformedTrailerError',
    ],
    [
      'a trailer that is no line of a name and a value',
      { payload: unsignedPayload, headers: withTrailer, body: unsignedBody('nothing\r\n') },
      400,
      'MalformedTrailerError',
    ],
    [
      'a trailer that cannot be one',
      {
        payload: unsignedPayload,
        headers: { ...length, 'x-amz-trailer': 'x-amz-meta-a' },
        body: unsignedBody('x-amz-meta-a:1\r\n'),
      },
      400,
      'InvalidArgument',
    ],
    [
      'no announced trailer',
      { payload: unsignedPayload, headers: length, body: unsignedBody('') },
      400,
      'InvalidRequest',
    ],
    [
      'small chunks before the last',
      {
        payload: unsignedPayload,
        headers: { ...withTrailer, 'x-amz-decoded-content-length': '200' },
        body: unsignedBody(`${trailerName}:${crc}\r\n`, `64\r\n${second}\r\n64\r\n${second}\r\n0\r\n`),
      },
      403,
      'InvalidChunkSizeError',
    ],
    [
      'less than the decoded length',
      {
        payload: unsignedPayload,
        headers: { ...withTrailer, 'x-amz-decoded-content-length': '8293' },
        body: unsignedBody(`${trailerName}:${crc}\r\n`),
      },
      400,
      'IncompleteBody',
    ],
    [
      'more than the decoded length',
      {
        payload: unsignedPayload,
        headers: { ...withTrailer, 'x-amz-decoded-content-length': '8291' },
        body: unsignedBody(`${trailerName}:${crc}\r\n`),
      },
      400,
      'IncompleteBody',
    ],
    [
      'no decoded length',
      {
        payload: unsignedPayload,
        headers: { 'x-amz-trailer': trailerName },
        body: unsignedBody(`${trailerName}:${crc}\r\n`),
      },
      411,
      'MissingContentLength',
    ],
    [
      'a chunk cut short',
      { payload: unsignedPayload, headers: withTrailer, body: () => `2000\r\n${first.slice(1)}` },
      400,
      'IncompleteBody',
    ],
    [
      'a chunk of no size',
      { payload: unsignedPayload, headers: withTrailer, body: unsignedBody('', `size\r\n${first}\r\n0\r\n`) },
      400,
      'IncompleteBody',
    ],
    [
      'a chunk that goes on after its size',
      {
        payload: unsignedPayload,
        headers: withTrailer,
        body: unsignedBody('', `2000\r\n${first}more\r\n0\r\n`),
      },
      400,
      'IncompleteBody',
    ],
    [
      'bytes after the end',
      {
        payload: unsignedPayload,
        headers: withTrailer,
        body: () => `${unsignedBody(`${trailerName}:${crc}\r\n`)()}more`,
      },
      400,
      'IncompleteBody',
    ],
    [
      'a header of a chunk without end',
      { payload: unsignedPayload, headers: withTrailer, body: () => '2'.repeat(5000) },
      400,
      'IncompleteBody',
    ],
  ])('is refused with %s, and nothing is stored', async (what, forgery, status, code) => {
    const Key = what.replaceAll(/\W/g, '-');
    const files = server.bodies().length;
    expect(await send(Key, forgery)).toMatchObject({ status, code });
    await expectNothingStored(Key);
    expect(server.bodies()).toHaveLength(files);
  });
});

describe('the payload hash of a signature in the header', () => {
  test('must be that of the body', async () => {
    const client = server.client();
    client.middlewareStack.add(
      (next) => async (args) => {
        const request = args.request as { body: string };
        request.body = 'CONTENT';
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const forged = client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'hash',
        Body: 'content',
        ChecksumCRC32: checksumOf('CRC32', 'CONTENT'),
      }),
    );
    expect(await refusal(forged)).toMatchObject({
      name: 'XAmzContentSHA256Mismatch',
      message: "The provided 'x-amz-content-sha256' header does not match what was computed.",
    });
    await expectNothingStored('hash');
  });
});
