import { createHash } from 'node:crypto';
import type { SignedRequest } from '../../../local/access/canonical-request.ts';
import { type Secret, verifySignature } from '../../../local/access/signature.ts';

/*
 * The worked examples of AWS's documentation, with their published signatures: Amazon S3 API Reference,
 * "Authenticating Requests: Using the Authorization Header" (sig-v4-header-based-auth.html),
 * "… Using Query Parameters" (sigv4-query-string-auth.html) and "… Transferring Payload in Multiple Chunks"
 * (sigv4-streaming.html).
 */
const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const secret: Secret = { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const secretOf = (id: string) => (id === accessKeyId ? secret : undefined);
const signedAt = Date.UTC(2013, 4, 24);
const minute = 60_000;
const emptyHash = createHash('sha256').digest('hex');

function headerSigned(
  method: string,
  url: string,
  headers: Record<string, string>,
  signature: string,
  payloadHash = emptyHash,
): SignedRequest {
  const [path = '', query = ''] = url.split('?');
  const signed = {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': payloadHash,
    'x-amz-date': '20130524T000000Z',
    ...headers,
  };
  const names = Object.keys(signed).sort().join(';');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names},Signature=${signature}`;
  return { method, path, query, headers: { ...signed, authorization } };
}

const getObject = headerSigned(
  'GET',
  '/test.txt',
  { range: 'bytes=0-9' },
  'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
);

const presigned: SignedRequest = {
  method: 'GET',
  path: '/test.txt',
  query:
    'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request' +
    '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
    '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  headers: { host: 'examplebucket.s3.amazonaws.com' },
};

const verify = (request: SignedRequest, now = signedAt) => verifySignature(request, secretOf, now);

function refusal(request: SignedRequest, now = signedAt, expected = {}): { code: string; message: string } {
  try {
    verifySignature(request, secretOf, now, expected);
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('the request was accepted');
}

const withHeaders = (request: SignedRequest, headers: Record<string, string | undefined>): SignedRequest => ({
  ...request,
  headers: Object.fromEntries(
    Object.entries({ ...request.headers, ...headers }).filter(([, value]) => value !== undefined),
  ),
});

const withQuery = (from: string | RegExp, to: string): SignedRequest => ({
  ...presigned,
  query: presigned.query.replace(from, to),
});

describe("AWS's own examples are accepted", () => {
  test('GET of an object with a range', () => {
    expect(verify(getObject)).toMatchObject({
      accessKeyId,
      presigned: false,
      payloadHash: emptyHash,
      signedHeaders: ['host', 'range', 'x-amz-content-sha256', 'x-amz-date'],
      scope: { date: '20130524', region: 'us-east-1', service: 's3' },
      signedAt,
    });
  });

  test('PUT of an object, whose key has a character that is encoded once', () => {
    const hash = createHash('sha256').update('Welcome to Amazon S3.').digest('hex');
    const put = headerSigned(
      'PUT',
      '/test$file.text',
      { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
      hash,
    );
    expect(verify(put).payloadHash).toBe(hash);
    expect(verify({ ...put, path: '/test%24file.text' }).payloadHash).toBe(hash);
  });

  test('a sub-resource without a value', () => {
    const signature = 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543';
    expect(verify(headerSigned('GET', '/?lifecycle', {}, signature)).accessKeyId).toBe(accessKeyId);
  });

  test('a query in any order', () => {
    const signature = '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7';
    for (const url of ['/?max-keys=2&prefix=J', '/?prefix=J&max-keys=2']) {
      expect(verify(headerSigned('GET', url, {}, signature)).accessKeyId).toBe(accessKeyId);
    }
  });

  test('a presigned URL', () => {
    expect(verify(presigned)).toMatchObject({ presigned: true, payloadHash: 'UNSIGNED-PAYLOAD' });
  });

  test('the chunks of a body that is signed piece by piece', () => {
    const put = headerSigned(
      'PUT',
      '/examplebucket/chunkObject.txt',
      {
        host: 's3.amazonaws.com',
        'content-encoding': 'aws-chunked',
        'content-length': '66824',
        'x-amz-decoded-content-length': '66560',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      },
      '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
      'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    );
    const { chunks } = verify(put);
    const hash = (length: number) => createHash('sha256').update('a'.repeat(length)).digest('hex');
    const first = chunks.sign('PAYLOAD', chunks.seed, hash(65536));
    const second = chunks.sign('PAYLOAD', first, hash(1024));
    const last = chunks.sign('PAYLOAD', second, hash(0));
    expect([first, second, last]).toEqual([
      'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
      '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
      'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
    ]);
  });
});

describe('a signature covers', () => {
  test.each<[string, SignedRequest]>([
    ['the method', { ...getObject, method: 'DELETE' }],
    ['the path', { ...getObject, path: '/test2.txt' }],
    ['the query', { ...getObject, query: 'versionId=1' }],
    ['the host', withHeaders(getObject, { host: 'other.s3.amazonaws.com' })],
    ['every signed header', withHeaders(getObject, { range: 'bytes=0-99' })],
    ['the presence of every signed header', withHeaders(getObject, { range: undefined })],
    ['the payload', withHeaders(getObject, { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' })],
    ['the time', withHeaders(getObject, { 'x-amz-date': '20130524T000001Z' })],
    ["a presigned URL's method", { ...presigned, method: 'PUT' }],
    ["a presigned URL's path", { ...presigned, path: '/secret.txt' }],
    ["a presigned URL's expiry", withQuery('Expires=86400', 'Expires=604800')],
    ["a presigned URL's date", withQuery('T000000Z', 'T000100Z')],
    ["a presigned URL's parameters", withQuery('&X-Amz-Date', '&versionId=2&X-Amz-Date')],
    ["a presigned URL's region", withQuery('us-east-1', 'us-east-2')],
    ['itself', withQuery(/Signature=a/, 'Signature=b')],
    ['its length', withQuery(/Signature=a/, 'Signature=')],
  ])('%s', (_what, request) => {
    expect(refusal(request)).toMatchObject({
      code: 'SignatureDoesNotMatch',
      status: 403,
      message:
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    });
  });

  test('only the headers it names, so S3 refuses any x-amz-* or host beside them', () => {
    for (const request of [
      withHeaders(getObject, { 'x-amz-acl': 'public-read' }),
      withHeaders(presigned, { 'x-amz-acl': 'public-read' }),
      withQuery('SignedHeaders=host', 'SignedHeaders=date'),
    ]) {
      expect(refusal(request)).toMatchObject({
        code: 'AccessDenied',
        status: 403,
        message: 'There were headers present in the request which were not signed',
      });
    }
    const named = refusal(withHeaders(getObject, { 'x-amz-acl': 'public-read' }));
    expect(named).toMatchObject({ details: { HeadersNotSigned: 'x-amz-acl' } });
  });

  test('headers in sorted order only', () => {
    const authorization = String(getObject.headers.authorization).replace('host;range', 'range;host');
    expect(refusal(withHeaders(getObject, { authorization })).code).toBe('SignatureDoesNotMatch');
  });
});

describe('time', () => {
  test('a signature in the header holds for 15 minutes both ways', () => {
    expect(verify(getObject, signedAt + 15 * minute).accessKeyId).toBe(accessKeyId);
    expect(verify(getObject, signedAt - 15 * minute).accessKeyId).toBe(accessKeyId);
    for (const now of [signedAt + 15 * minute + 1, signedAt - 15 * minute - 1]) {
      expect(refusal(getObject, now)).toMatchObject({
        code: 'RequestTimeTooSkewed',
        status: 403,
        message: 'The difference between the request time and the current time is too large.',
      });
    }
  });

  test('a presigned URL holds until X-Amz-Expires and no millisecond longer', () => {
    const end = signedAt + 86_400_000;
    expect(verify(presigned, end).presigned).toBe(true);
    expect(refusal(presigned, end + 1)).toMatchObject({
      code: 'AccessDenied',
      status: 403,
      message: 'Request has expired',
      details: { Expires: '2013-05-25T00:00:00Z', 'X-Amz-Expires': '86400' },
    });
  });

  test('a presigned URL from the future is not valid yet', () => {
    expect(refusal(presigned, signedAt - 15 * minute - 1)).toMatchObject({
      code: 'AccessDenied',
      message: 'Request is not valid yet',
    });
  });

  test.each([
    ['604801', 'less than a week'],
    ['0', 'non-negative'],
    ['-5', 'non-negative'],
    ['soon', 'should be a number'],
  ])('X-Amz-Expires=%s is refused', (expires, words) => {
    const refused = refusal(withQuery('Expires=86400', `Expires=${expires}`));
    expect(refused).toMatchObject({ code: 'AuthorizationQueryParametersError', status: 400 });
    expect(refused.message).toContain(words);
  });

  test('the Date header stands in for x-amz-date', () => {
    const dated = withHeaders(getObject, { 'x-amz-date': undefined, date: 'Fri, 24 May 2013 00:00:00 GMT' });
    expect(refusal(dated).code).toBe('SignatureDoesNotMatch');
    expect(refusal(dated, signedAt + 16 * minute).code).toBe('RequestTimeTooSkewed');
    expect(refusal(withHeaders(dated, { date: undefined }))).toMatchObject({
      code: 'AccessDenied',
      message: 'AWS authentication requires a valid Date or x-amz-date header',
    });
  });
});

describe('the form of a signature in the header', () => {
  const authorized = (change: (authorization: string) => string): SignedRequest =>
    withHeaders(getObject, { authorization: change(String(getObject.headers.authorization)) });

  test.each<[string, (authorization: string) => string, string, string]>([
    [
      'another algorithm',
      (a) => a.replace('AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA1'),
      'InvalidRequest',
      'Please use AWS4-HMAC-SHA256',
    ],
    [
      'no credential',
      (a) => a.replace('Credential', 'Cred'),
      'AuthorizationHeaderMalformed',
      'three components',
    ],
    [
      'no signature',
      (a) => a.replace(/,Signature=.*/, ''),
      'AuthorizationHeaderMalformed',
      'three components',
    ],
    ['a short credential', (a) => a.replace('/us-east-1', ''), 'AuthorizationHeaderMalformed', 'mal-formed'],
    [
      'another terminal',
      (a) => a.replace('aws4_request', 'aws5_request'),
      'AuthorizationHeaderMalformed',
      'incorrect terminal "aws5_request"',
    ],
    [
      'a credential of another day',
      (a) => a.replace('/20130524', '/20130523'),
      'AuthorizationHeaderMalformed',
      'invalid credential date "20130523"',
    ],
    [
      'another service',
      (a) => a.replace('/s3/', '/ec2/'),
      'AuthorizationHeaderMalformed',
      'incorrect service "ec2"',
    ],
    [
      'another region',
      (a) => a.replace('us-east-1', 'us-west-2'),
      'AuthorizationHeaderMalformed',
      "the region 'us-west-2' is wrong; expecting 'us-east-1'",
    ],
    [
      'an unknown key',
      (a) => a.replace(accessKeyId, 'AKIDUNKNOWN'),
      'InvalidAccessKeyId',
      'does not exist in our records',
    ],
  ])('%s is refused', (_what, change, code, words) => {
    const refused = refusal(authorized(change), signedAt, { service: 's3', region: 'us-east-1' });
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(words);
  });

  test('S3 wants x-amz-content-sha256, and only the values it knows', () => {
    expect(refusal(withHeaders(getObject, { 'x-amz-content-sha256': undefined }))).toMatchObject({
      code: 'InvalidRequest',
      message: 'Missing required header for this request: x-amz-content-sha256',
    });
    for (const hash of ['beef', emptyHash.toUpperCase(), 'STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD']) {
      expect(refusal(withHeaders(getObject, { 'x-amz-content-sha256': hash })).code).toBe('InvalidArgument');
    }
  });

  test('a signature in both places is refused', () => {
    const authorization = String(getObject.headers.authorization);
    expect(refusal(withHeaders(presigned, { authorization })).code).toBe('InvalidArgument');
  });

  test('no signature at all is a missing token', () => {
    const bare = withHeaders(getObject, { authorization: undefined });
    expect(refusal(bare).code).toBe('MissingAuthenticationTokenException');
  });

  test('a broken escape in the path or the query is an invalid URI', () => {
    expect(refusal({ ...getObject, path: '/%zz' }).code).toBe('InvalidURI');
    expect(refusal({ ...getObject, query: 'prefix=%ff' }).code).toBe('InvalidURI');
  });
});

describe('the form of a presigned URL', () => {
  test.each(['Algorithm', 'Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'])(
    'without X-Amz-%s it is refused',
    (name) => {
      const request = withQuery(new RegExp(`X-Amz-${name}=[^&]*&?`), '');
      expect(refusal(request, signedAt, { service: 's3' })).toMatchObject({
        code: 'AuthorizationQueryParametersError',
        status: 400,
      });
    },
  );

  test.each([
    ['another algorithm', 'AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA1', 'X-Amz-Algorithm only supports'],
    ['another form of date', '20130524T000000Z', '2013-05-24', 'ISO8601'],
    ['no such instant', '20130524T000000Z', '20131324T000000Z', 'ISO8601'],
    ['a short credential', '%2Fus-east-1', '', 'X-Amz-Credential'],
    ['another terminal', 'aws4_request', 'aws4', 'incorrect terminal'],
  ])('%s is refused', (_what, from, to, words) => {
    const refused = refusal(withQuery(from, to), signedAt, { service: 's3' });
    expect(refused.code).toBe('AuthorizationQueryParametersError');
    expect(refused.message).toContain(words);
  });
});

describe('session tokens', () => {
  const temporary: Secret = { ...secret, sessionToken: 'token' };
  const check = (request: SignedRequest, known: Secret | undefined) => {
    try {
      return verifySignature(request, () => known, signedAt).accessKeyId;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  test('a temporary key without its token does not exist', () => {
    expect(check(presigned, temporary)).toBe('InvalidAccessKeyId');
    expect(check(getObject, temporary)).toBe('InvalidAccessKeyId');
  });

  test('another token is refused, also for a key that has none', () => {
    const forged = { ...presigned, query: `${presigned.query}&X-Amz-Security-Token=forged` };
    expect(check(forged, temporary)).toBe('InvalidToken');
    expect(check(forged, secret)).toBe('InvalidToken');
  });

  test('the right token must be part of what was signed', () => {
    const added = { ...presigned, query: `${presigned.query}&X-Amz-Security-Token=token` };
    expect(check(added, temporary)).toBe('SignatureDoesNotMatch');
  });
});
