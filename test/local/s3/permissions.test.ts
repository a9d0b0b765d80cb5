import {
  AbortMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { checkBucketPolicy } from '../../../local/s3/bucket-policy.ts';
import type { JsonObject } from '../../../local/service.ts';
import { allow, policy, raw, refusal, type S3Server, startS3 } from './s3-server.ts';

/* "Actions, resources, and condition keys for Amazon S3", Service Authorization Reference, list_amazons3.html */
const Bucket = 'guarded';
const arn = `arn:aws:s3:::${Bucket}`;
let server: S3Server;
let versionId: string | undefined;
beforeAll(async () => {
  const open = { BlockPublicPolicy: false, RestrictPublicBuckets: false };
  server = await startS3({
    buckets: {
      [Bucket]: { VersioningConfiguration: { Status: 'Enabled' } },
      public: { PublicAccessBlockConfiguration: open },
      closed: {},
    },
  });
  const client = server.client();
  versionId = (
    await client.send(new PutObjectCommand({ Bucket, Key: 'a/1', Body: 'x', Tagging: 'kind=letter' }))
  ).VersionId;
});
afterAll(() => server.close());

let roles = 0;
const as = (...statements: JsonObject[]): S3Client => server.clientOf(`role-${++roles}`, ...statements);
const may = async (call: Promise<unknown>): Promise<boolean> => {
  try {
    await call;
    return true;
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata: { httpStatusCode: number } };
    expect([name, $metadata.httpStatusCode]).toContain(403);
    return false;
  }
};

describe('each operation needs its own permission', () => {
  const object = `${arn}/a/1`;
  const key = { Bucket, Key: 'a/1' };
  test.each<[string, string, string, (client: S3Client) => Promise<unknown>]>([
    ['GetObject', 's3:GetObject', object, (client) => client.send(new GetObjectCommand(key))],
    ['HeadObject', 's3:GetObject', object, (client) => client.send(new HeadObjectCommand(key))],
    [
      'GetObject of a version',
      's3:GetObjectVersion',
      object,
      (client) => client.send(new GetObjectCommand({ ...key, VersionId: versionId })),
    ],
    [
      'PutObject',
      's3:PutObject',
      object,
      (client) => client.send(new PutObjectCommand({ ...key, Body: 'y' })),
    ],
    [
      'DeleteObject',
      's3:DeleteObject',
      `${arn}/d`,
      (client) => client.send(new DeleteObjectCommand({ Bucket, Key: 'd' })),
    ],
    [
      'DeleteObject of a version',
      's3:DeleteObjectVersion',
      `${arn}/d`,
      (client) => client.send(new DeleteObjectCommand({ Bucket, Key: 'd', VersionId: 'null' })),
    ],
    [
      'CreateMultipartUpload',
      's3:PutObject',
      object,
      (client) => client.send(new CreateMultipartUploadCommand(key)),
    ],
    ['ListObjectsV2', 's3:ListBucket', arn, (client) => client.send(new ListObjectsV2Command({ Bucket }))],
    ['HeadBucket', 's3:ListBucket', arn, (client) => client.send(new HeadBucketCommand({ Bucket }))],
    [
      'ListObjectVersions',
      's3:ListBucketVersions',
      arn,
      (client) => client.send(new ListObjectVersionsCommand({ Bucket })),
    ],
    [
      'GetBucketLocation',
      's3:GetBucketLocation',
      arn,
      (client) => client.send(new GetBucketLocationCommand({ Bucket })),
    ],
    ['ListBuckets', 's3:ListAllMyBuckets', '*', (client) => client.send(new ListBucketsCommand())],
  ])('%s: %s', async (_name, action, resource, call) => {
    expect(await may(call(as(allow(action, resource))))).toBe(true);
    const everythingElse = { Effect: 'Allow', NotAction: action, Resource: '*' };
    expect(await may(call(as(everythingElse)))).toBe(false);
    expect(await may(call(as(allow(action, 'arn:aws:s3:::other', 'arn:aws:s3:::other/*'))))).toBe(false);
  });

  test('AbortMultipartUpload: s3:AbortMultipartUpload', async () => {
    const { UploadId } = await server.client().send(new CreateMultipartUploadCommand(key));
    const abort = (client: S3Client) => client.send(new AbortMultipartUploadCommand({ ...key, UploadId }));
    expect(await may(abort(as(allow('s3:PutObject', object))))).toBe(false);
    expect(await may(abort(as(allow('s3:AbortMultipartUpload', object))))).toBe(true);
  });

  test('what a put carries needs a permission too', async () => {
    const put = (client: S3Client, more: object) =>
      client.send(new PutObjectCommand({ ...key, Body: 'y', ...more }));
    const plain = as(allow('s3:PutObject', `${arn}/*`));
    expect((await refusal(put(plain, { Tagging: 'a=1' }))).message).toContain('s3:PutObjectTagging');
    expect((await refusal(put(plain, { IfMatch: '"x"' }))).message).toContain('s3:GetObject');
    const tagging = as(allow(['s3:PutObject', 's3:PutObjectTagging'], `${arn}/*`));
    expect(await may(put(tagging, { Tagging: 'a=1' }))).toBe(true);
  });

  test('DeleteObjects asks for each key', async () => {
    const client = as(allow('s3:DeleteObject', `${arn}/mine/*`));
    const Objects = [{ Key: 'mine/1' }, { Key: 'theirs/1' }];
    const { Deleted, Errors } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(Deleted).toMatchObject([{ Key: 'mine/1' }]);
    expect(Errors).toMatchObject([{ Key: 'theirs/1', Code: 'AccessDenied' }]);
  });
});

describe('what is missing is told only to those who may list', () => {
  const missing = { Bucket, Key: 'missing' };
  test('others are told that they may not', async () => {
    const reader = as(allow('s3:GetObject*', `${arn}/*`));
    const lister = as(allow('s3:GetObject*', `${arn}/*`), allow('s3:ListBucket', arn));
    for (const more of [{}, { VersionId: 'null' }]) {
      const get = new GetObjectCommand({ ...missing, ...more });
      expect(await refusal(reader.send(get))).toMatchObject({ name: 'AccessDenied', status: 403 });
      expect(await refusal(lister.send(get))).toMatchObject({ status: 404 });
    }
  });
});

describe('conditions', () => {
  test('of a list see prefix, delimiter and count', async () => {
    const client = as({
      ...allow('s3:ListBucket', arn),
      Condition: { StringLike: { 's3:prefix': 'a/*' }, NumericLessThanEquals: { 's3:max-keys': '10' } },
    });
    const list = (more: object) => client.send(new ListObjectsV2Command({ Bucket, ...more }));
    expect(await may(list({ Prefix: 'a/1', MaxKeys: 10 }))).toBe(true);
    expect(await may(list({ Prefix: 'b/1', MaxKeys: 10 }))).toBe(false);
    expect(await may(list({ Prefix: 'a/1', MaxKeys: 11 }))).toBe(false);
    expect(await may(list({ MaxKeys: 10 }))).toBe(false);
  });

  test('see the tags an object has and is to have', async () => {
    const reader = as({
      ...allow('s3:GetObjectVersion', `${arn}/*`),
      Condition: { StringEquals: { 's3:ExistingObjectTag/kind': 'letter' } },
    });
    const read = (VersionId: string | undefined) =>
      reader.send(new GetObjectCommand({ Bucket, Key: 'a/1', VersionId }));
    expect(await may(read(versionId))).toBe(true);
    const untagged = await server.client().send(new PutObjectCommand({ Bucket, Key: 'a/1', Body: 'x' }));
    expect(await may(read(untagged.VersionId))).toBe(false);

    const writer = as({
      ...allow(['s3:PutObject', 's3:PutObjectTagging'], `${arn}/*`),
      Condition: {
        'ForAllValues:StringEquals': { 's3:RequestObjectTagKeys': ['kind', 'case'] },
        StringEquals: { 's3:RequestObjectTag/kind': 'letter' },
      },
    });
    const write = (Tagging: string) =>
      writer.send(new PutObjectCommand({ Bucket, Key: 't', Body: 'x', Tagging }));
    expect(await may(write('kind=letter&case=1'))).toBe(true);
    expect(await may(write('kind=letter&other=1'))).toBe(false);
    expect(await may(write('kind=note'))).toBe(false);
  });

  test('can demand that a write is conditional', async () => {
    server.access.putResourcePolicy(
      arn,
      policy({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `${arn}/once/*`,
        Condition: { Null: { 's3:if-none-match': 'true' } },
      }),
    );
    const client = as(allow('s3:PutObject', `${arn}/*`));
    const put = (Key: string, more: object) =>
      client.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...more }));
    expect((await refusal(put('once/1', {}))).message).toMatch(/explicit deny in a resource-based policy$/);
    expect(await may(put('once/1', { IfNoneMatch: '*' }))).toBe(true);
    expect(await may(put('often/1', {}))).toBe(true);
  });
});

describe('an anonymous request', () => {
  const url = (bucket: string, key = 'a') => `${server.origin}/${bucket}/${key}`;
  const everyone = (bucket: string): JsonObject =>
    policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` });
  beforeAll(async () => {
    for (const name of ['public', 'closed']) {
      await server.client().send(new PutObjectCommand({ Bucket: name, Key: 'a', Body: 'open' }));
    }
  });

  test('is refused unless the policy of the bucket allows it', async () => {
    expect(await raw(url('public'))).toMatchObject({ status: 403, code: 'AccessDenied' });
    server.access.putResourcePolicy('arn:aws:s3:::public', everyone('public'));
    expect(await raw(url('public'))).toMatchObject({ status: 200, body: 'open' });
    expect(await raw(url('public'), { method: 'DELETE' })).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
    const put = { method: 'PUT', headers: { 'content-length': '1' }, body: 'x' };
    expect(await raw(url('public', 'b'), put)).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(await raw(server.origin)).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  test('cannot set headers of its answer', async () => {
    expect(await raw(`${url('public')}?response-content-type=text/html`)).toMatchObject({
      status: 400,
      code: 'InvalidRequest',
    });
  });

  test('is refused all the same where the bucket restricts public access', async () => {
    server.access.putResourcePolicy('arn:aws:s3:::closed', everyone('closed'));
    expect(await raw(url('closed'))).toMatchObject({ status: 403, code: 'AccessDenied' });
  });
});

/* "Blocking public access to your Amazon S3 storage", Amazon S3 User Guide, access-control-block-public-access.html */
describe('a bucket policy is refused', () => {
  const statement = (more: JsonObject): JsonObject => ({
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::000000000000:role/x' },
    Action: 's3:GetObject',
    Resource: `${arn}/*`,
    ...more,
  });
  const check = (more: JsonObject) => () =>
    checkBucketPolicy(server.s3.bucket(Bucket), policy(statement(more)));

  test.each<[string, JsonObject, string]>([
    ['about another bucket', { Resource: 'arn:aws:s3:::guarded-2/*' }, 'Policy has invalid resource'],
    ['about everything', { Resource: '*' }, 'Policy has invalid resource'],
    ['about another service', { Action: 'sqs:SendMessage' }, 'Policy has invalid action'],
    [
      'with a condition key that no request has',
      { Condition: { StringEquals: { 's3:LocationConstraint': 'x' } } },
      'invalid condition key',
    ],
    ['that is public, where the bucket blocks those', { Principal: '*' }, 'BlockPublicPolicy'],
    ['that is public, spelt out', { Principal: { AWS: ['*'] } }, 'BlockPublicPolicy'],
    [
      'that is public but for a pattern',
      { Principal: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/x' } } },
      'BlockPublicPolicy',
    ],
  ])('%s', (_what, more, words) => {
    expect(check(more)).toThrow(words);
  });

  test.each<[string, JsonObject]>([
    ['a role', {}],
    ['everyone, to deny', { Effect: 'Deny', Principal: '*' }],
    [
      'everyone with a fixed account',
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': '000000000000' } } },
    ],
    ['tags', { Condition: { StringEquals: { 's3:ExistingObjectTag/a': 'b' } } }],
  ])('not when it is about %s', (_what, more) => {
    expect(check(more)).not.toThrow();
  });
});

describe('grants', () => {
  test('that no request has needed are known', async () => {
    const client = server.clientOf('grants', allow(['s3:GetObject', 's3:PutObject'], `${arn}/*`));
    await client.send(new PutObjectCommand({ Bucket, Key: 'g', Body: 'x' }));
    const unused = server.access.unusedGrants().filter(({ roleArn }) => roleArn.endsWith('/grants'));
    expect(unused).toMatchObject([{ action: 's3:GetObject', resource: `${arn}/*` }]);
  });
});
