import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { allow, type S3Server, startS3 } from './s3-server.ts';

let server: S3Server;
beforeAll(async () => {
  const versioned = { VersioningConfiguration: { Status: 'Enabled' } };
  server = await startS3({ buckets: { b: versioned } });
});
afterAll(() => server.close());

const developer = { kind: 'developer' } as const;

describe('S3 for services of the same process', () => {
  test('reads and writes the same objects', async () => {
    const own = server.s3.as(developer);
    const first = await own.putObject('b', 'k', Buffer.from('one'), 'application/json');
    await own.putObject('b', 'k', Buffer.from('two'), 'application/json');
    expect((await own.getObject('b', 'k')).toString()).toBe('two');
    expect((await own.getObject('b', 'k', first.versionId)).toString()).toBe('one');
    const read = await server
      .client()
      .send(new GetObjectCommand({ Bucket: 'b', Key: 'k', VersionId: first.versionId }));
    expect(read).toMatchObject({ ContentType: 'application/json', ETag: first.etag });
    await read.Body?.transformToString();
  });

  test('lists all objects under a prefix, as an ItemReader gives them', async () => {
    for (const key of ['list/2', 'list/1', 'other']) {
      await server.client().send(new PutObjectCommand({ Bucket: 'b', Key: key, Body: key }));
    }
    expect(await server.s3.as(developer).listObjects('b', 'list/')).toMatchObject([
      {
        Key: 'list/1',
        Size: 6,
        StorageClass: 'STANDARD',
        Etag: expect.any(String),
        LastModified: expect.any(Number),
      },
      { Key: 'list/2' },
    ]);
  });

  test('is allowed what the role is allowed', async () => {
    const roleArn = 'arn:aws:iam::000000000000:role/machine';
    server.clientOf('machine', allow('s3:GetObject', 'arn:aws:s3:::b/mine/*'));
    const own = server.s3.as({ kind: 'role', roleArn });
    await server.s3.as(developer).putObject('b', 'mine/1', Buffer.from('x'), 'text/plain');
    expect((await own.getObject('b', 'mine/1')).toString()).toBe('x');
    const refused = { name: 'AccessDenied' };
    await expect(own.getObject('b', 'k')).rejects.toMatchObject(refused);
    await expect(own.putObject('b', 'mine/1', Buffer.from('y'), 'text/plain')).rejects.toMatchObject(refused);
    await expect(own.listObjects('b', 'mine/')).rejects.toMatchObject(refused);
    await expect(own.getObject('nowhere', 'k')).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});
