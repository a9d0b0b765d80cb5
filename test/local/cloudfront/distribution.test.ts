import { createHash } from 'node:crypto';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Distributions } from '../../../local/cloudfront/distributions.ts';
import { cloudFrontKinds } from '../../../local/cloudfront/resources.ts';
import { type JsonObject, ServiceError } from '../../../local/service.ts';

const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:4566' };
const files = new Map([
  ['index.html', { type: 'text/html', body: Buffer.from('<!doctype html>'.padEnd(2000, ' ')) }],
  ['assets/a.js', { type: 'text/javascript', body: Buffer.from('1') }],
]);
const asked: unknown[] = [];
let allowed = true;

const distributions = new Distributions({
  access: {
    checkService: (...permission: unknown[]) => {
      asked.push(permission);
      if (!allowed) throw new ServiceError('AccessDenied', 'no', 403);
    },
  } as never,
  s3: {
    as: () => ({
      readObject: async (_bucket: string, key: string) => {
        const file = files.get(key);
        if (!file) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
        const etag = `"${createHash('md5').update(file.body).digest('hex')}"`;
        return { body: file.body, headers: { 'content-type': file.type, etag } };
      },
    }),
  } as never,
  httpApis: {
    handle: async (apiId: string, incoming: { url?: string }, response: { end(text: string): void }) =>
      response.end(`${apiId} ${incoming.url}`),
  } as never,
});
const kinds = new Map(cloudFrontKinds(distributions, place).map((kind) => [kind.type, kind]));

function declare(type: string, logicalId: string, properties: JsonObject): void {
  const kind = kinds.get(`AWS::CloudFront::${type}`);
  kind?.create({ logicalId, stack: 'stack', properties });
}

const rewriting = (body: string) => ({
  AutoPublish: true,
  FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
  FunctionCode: `function handler(event) { var request = event.request; ${body} return request; }`,
});

const behavior = (more: JsonObject) => ({
  TargetOriginId: 'files',
  CachePolicyId: 'any',
  ViewerProtocolPolicy: 'redirect-to-https',
  ...more,
});

let server: Server;
beforeAll(async () => {
  declare('Function', 'ToPage', rewriting("if (!/[.]/.test(request.uri)) request.uri = '/index.html';"));
  declare('Function', 'Strip', rewriting('request.uri = request.uri.slice(4);'));
  declare('ResponseHeadersPolicy', 'Headers', {
    ResponseHeadersPolicyConfig: {
      Name: 'headers',
      SecurityHeadersConfig: {
        ContentSecurityPolicy: {
          ContentSecurityPolicy:
            "default-src 'none'; connect-src 'self' https://b.s3.amazonaws.com https://x.example",
          Override: true,
        },
      },
    },
  });
  const functionArn = (name: string) =>
    kinds.get('AWS::CloudFront::Function')?.ref({ logicalId: name, stack: 'stack', properties: {} }) ?? '';
  declare('Distribution', 'Portal', {
    DistributionConfig: {
      Enabled: true,
      Origins: [
        { Id: 'files', DomainName: 'bucket.s3.localhost:4566', OriginAccessControlId: 'control' },
        { Id: 'api', DomainName: 'abc.execute-api.eu-north-1.amazonaws.com' },
      ],
      CacheBehaviors: [
        behavior({ PathPattern: '/assets/*' }),
        behavior({
          PathPattern: '/api/*',
          TargetOriginId: 'api',
          AllowedMethods: ['GET', 'HEAD', 'POST'],
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: functionArn('Strip') }],
        }),
      ],
      DefaultCacheBehavior: behavior({
        Compress: true,
        ResponseHeadersPolicyId:
          kinds
            .get('AWS::CloudFront::ResponseHeadersPolicy')
            ?.ref({ logicalId: 'Headers', stack: 'stack', properties: {} }) ?? '',
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: functionArn('ToPage') }],
      }),
    },
  });
  server = createServer((incoming, response) => void distributions.handle(incoming, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  allowed = true;
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asking.on('error', reject);
    asking.end();
  });
}

test('every address that is no file is the one page; a file that is not there is a 404', async () => {
  expect((await ask('/calls/2022')).body.trim()).toBe('<!doctype html>');
  expect(await ask('/assets/a.js')).toMatchObject({ status: 200, body: '1' });
  expect((await ask('/assets/none.js')).status).toBe(404);
});

test('the API gets its requests without the prefix, with their query', async () => {
  expect((await ask('/api/calls?limit=1')).body).toBe('abc /_api/abc/calls?limit=1');
});

test('a method that the behaviour does not take is refused', async () => {
  expect((await ask('/', {}, 'POST')).status).toBe(403);
});

test('the bucket’s policy decides, asked in the name of this distribution', async () => {
  await ask('/');
  expect(asked.at(-1)).toMatchObject([
    'cloudfront.amazonaws.com',
    { action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/index.html' },
  ]);
  expect(JSON.stringify(asked.at(-1))).toContain(':distribution/stack-Portal');
  allowed = false;
  expect((await ask('/')).status).toBe(403);
});

test('text is compressed for who takes it, and what the viewer has is not sent again', async () => {
  const { headers } = await ask('/', { 'accept-encoding': 'gzip' });
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect((await ask('/', { 'if-none-match': String(headers.etag) })).status).toBe(304);
});

test('the names of services in the content policy are this machine’s', async () => {
  expect((await ask('/')).headers['content-security-policy']).toBe(
    "default-src 'none'; connect-src 'self' http://127.0.0.1:4566",
  );
});

test('what it cannot do is refused when it is loaded', () => {
  const config = (more: JsonObject) => ({
    DistributionConfig: {
      Enabled: true,
      Origins: [{ Id: 'files', DomainName: 'elsewhere.example' }],
      DefaultCacheBehavior: behavior({}),
      ...more,
    },
  });
  expect(() => declare('Distribution', 'Portal', config({}))).toThrow(/elsewhere\.example is neither/);
  expect(() => declare('Distribution', 'Portal', config({ WebACLId: 'arn' }))).toThrow(/WebACLId/);
  expect(() => declare('Function', 'Broken', { ...rewriting(''), FunctionCode: 'function (' })).toThrow(
    /FunctionCode/,
  );
});
