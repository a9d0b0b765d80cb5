import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { allow, refusal, type S3Server, startS3 } from './s3-server.ts';

/* "Locking objects with Object Lock", Amazon S3 User Guide, object-lock.html */
const Bucket = 'archive';
const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
let server: S3Server;
let client: S3Client;
beforeAll(async () => {
  server = await startS3({
    buckets: {
      [Bucket]: { ObjectLockEnabled: true },
      defaulted: {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 10 } },
        },
      },
      plain: {},
    },
  });
  client = server.client();
});
afterAll(() => server.close());

const put = async (Key: string, more: Partial<PutObjectCommandInput> = {}) =>
  (await client.send(new PutObjectCommand({ Bucket, Key, Body: 'letter', ...more }))).VersionId;
const remove = (Key: string, VersionId: string | undefined, more: object = {}) =>
  client.send(new DeleteObjectCommand({ Bucket, Key, VersionId, ...more }));
const retain = (Key: string, Mode: 'GOVERNANCE' | 'COMPLIANCE', RetainUntilDate: Date, more: object = {}) =>
  client.send(new PutObjectRetentionCommand({ Bucket, Key, Retention: { Mode, RetainUntilDate }, ...more }));
const hold = (Key: string, Status: 'ON' | 'OFF') =>
  client.send(new PutObjectLegalHoldCommand({ Bucket, Key, LegalHold: { Status } }));
const protectedByLock = {
  name: 'AccessDenied',
  message: 'Access Denied because object protected by object lock.',
  status: 403,
};

describe('a retained version', () => {
  test.each(['GOVERNANCE', 'COMPLIANCE'] as const)(
    'of mode %s cannot be deleted until its date',
    async (mode) => {
      const Key = `kept ${mode}`;
      const VersionId = await put(Key);
      await retain(Key, mode, inDays(1));
      expect(await refusal(remove(Key, VersionId))).toEqual(protectedByLock);
      const many = new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key, VersionId }] } });
      expect((await client.send(many)).Errors).toMatchObject([{ Key, VersionId, Code: 'AccessDenied' }]);
      const read = await client.send(new GetObjectRetentionCommand({ Bucket, Key }));
      expect(read.Retention).toMatchObject({ Mode: mode, RetainUntilDate: expect.any(Date) });
      expect(await client.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({
        ObjectLockMode: mode,
      });
    },
  );

  test('can be covered by a delete marker or a newer version', async () => {
    const VersionId = await put('covered');
    await retain('covered', 'COMPLIANCE', inDays(1));
    await put('covered');
    expect((await remove('covered', undefined)).DeleteMarker).toBe(true);
    const old = await client.send(new GetObjectCommand({ Bucket, Key: 'covered', VersionId }));
    expect(await old.Body?.transformToString()).toBe('letter');
  });

  test('of GOVERNANCE can be deleted or freed by whoever may bypass it', async () => {
    const bypass = { BypassGovernanceRetention: true };
    const VersionId = await put('governed');
    await retain('governed', 'GOVERNANCE', inDays(3));
    expect(await refusal(retain('governed', 'GOVERNANCE', inDays(2)))).toEqual(protectedByLock);
    await retain('governed', 'GOVERNANCE', inDays(2), bypass);
    await retain('governed', 'GOVERNANCE', inDays(4));
    const clerk = server.clientOf('clerk', allow('s3:DeleteObjectVersion', `arn:aws:s3:::${Bucket}/*`));
    const asClerk = clerk.send(new DeleteObjectCommand({ Bucket, Key: 'governed', VersionId, ...bypass }));
    expect((await refusal(asClerk)).message).toContain('s3:BypassGovernanceRetention');
    expect((await remove('governed', VersionId, bypass)).$metadata.httpStatusCode).toBe(204);
  });

  test('of COMPLIANCE can only be made longer, by nobody less', async () => {
    const bypass = { BypassGovernanceRetention: true };
    const VersionId = await put('compliant');
    await retain('compliant', 'GOVERNANCE', inDays(1));
    await retain('compliant', 'COMPLIANCE', inDays(2));
    await retain('compliant', 'COMPLIANCE', inDays(3));
    expect(await refusal(retain('compliant', 'COMPLIANCE', inDays(2), bypass))).toEqual(protectedByLock);
    expect(await refusal(retain('compliant', 'GOVERNANCE', inDays(9), bypass))).toEqual(protectedByLock);
    expect(await refusal(remove('compliant', VersionId, bypass))).toEqual(protectedByLock);
  });

  test('is free when its date has come', async () => {
    const past = await startS3({ buckets: { [Bucket]: { ObjectLockEnabled: true } } });
    const own = past.client({ systemClockOffset: 0 });
    const { VersionId } = await own.send(
      new PutObjectCommand({
        Bucket,
        Key: 'k',
        Body: 'x',
        ObjectLockMode: 'COMPLIANCE',
        ObjectLockRetainUntilDate: inDays(1),
      }),
    );
    await past.clock.turnTo(past.clock.now() + 2 * day);
    const later = past.client({ systemClockOffset: 2 * day });
    const deleted = await later.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId }));
    expect(deleted.VersionId).toBe(VersionId);
    await past.close();
  });
});

describe('a legal hold', () => {
  test('keeps a version until it is taken off', async () => {
    const VersionId = await put('held');
    await hold('held', 'ON');
    const read = await client.send(new GetObjectLegalHoldCommand({ Bucket, Key: 'held' }));
    expect(read.LegalHold?.Status).toBe('ON');
    const bypass = { BypassGovernanceRetention: true };
    expect(await refusal(remove('held', VersionId, bypass))).toEqual(protectedByLock);
    await hold('held', 'OFF');
    expect((await remove('held', VersionId)).VersionId).toBe(VersionId);
  });
});

describe('a new object', () => {
  test('is locked as its headers say', async () => {
    const VersionId = await put('headers', {
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: inDays(1),
      ObjectLockLegalHoldStatus: 'ON',
    });
    expect(await client.send(new HeadObjectCommand({ Bucket, Key: 'headers' }))).toMatchObject({
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockLegalHoldStatus: 'ON',
    });
    expect(await refusal(remove('headers', VersionId))).toEqual(protectedByLock);
  });

  test("is locked as its bucket's default says", async () => {
    await client.send(new PutObjectCommand({ Bucket: 'defaulted', Key: 'k', Body: 'x' }));
    const { Retention } = await client.send(new GetObjectRetentionCommand({ Bucket: 'defaulted', Key: 'k' }));
    const years = ((Retention?.RetainUntilDate?.getTime() ?? 0) - Date.now()) / (365 * day);
    expect(Retention?.Mode).toBe('COMPLIANCE');
    expect(years).toBeCloseTo(10, 2);
    const { ObjectLockConfiguration } = await client.send(
      new GetObjectLockConfigurationCommand({ Bucket: 'defaulted' }),
    );
    expect(ObjectLockConfiguration).toMatchObject({
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3650 } },
    });
  });

  test('must vouch for its bytes when it is locked', async () => {
    const bare = server.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const locked = bare.send(
      new PutObjectCommand({ Bucket, Key: 'bare', Body: 'x', ObjectLockLegalHoldStatus: 'ON' }),
    );
    expect((await refusal(locked)).message).toContain(
      'Content-MD5 OR x-amz-checksum- HTTP header is required',
    );
  });
});

describe('what cannot be locked', () => {
  test('anything in a bucket without Object Lock', async () => {
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'x' }));
    const missing = { name: 'InvalidRequest', message: 'Bucket is missing Object Lock Configuration' };
    const plain = { Bucket: 'plain', Key: 'k' };
    for (const call of [
      client.send(new PutObjectCommand({ ...plain, ObjectLockLegalHoldStatus: 'ON' })),
      client.send(new PutObjectLegalHoldCommand({ ...plain, LegalHold: { Status: 'ON' } })),
      client.send(new GetObjectRetentionCommand(plain)),
    ]) {
      expect(await refusal(call)).toMatchObject(missing);
    }
    const none = client.send(new GetObjectLockConfigurationCommand({ Bucket: 'plain' }));
    expect(await refusal(none)).toMatchObject({ name: 'ObjectLockConfigurationNotFoundError', status: 404 });
  });

  test('for a time that has passed, in an unknown mode, or half', async () => {
    await put('wrong');
    expect(await refusal(retain('wrong', 'GOVERNANCE', inDays(-1)))).toMatchObject({
      name: 'InvalidArgument',
      message: 'The retain until date must be in the future!',
    });
    expect(await refusal(retain('wrong', 'FOREVER' as 'GOVERNANCE', inDays(1)))).toMatchObject({
      name: 'MalformedXML',
    });
    for (const wrong of [
      { ObjectLockMode: 'GOVERNANCE' },
      { ObjectLockMode: 'FOREVER', ObjectLockRetainUntilDate: inDays(1) },
      { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: inDays(-1) },
      { ObjectLockLegalHoldStatus: 'MAYBE' },
    ] as Partial<PutObjectCommandInput>[]) {
      expect(await refusal(put('half', wrong))).toMatchObject({ name: 'InvalidArgument' });
    }
  });

  test('what is not there', async () => {
    expect(await refusal(retain('nothing', 'GOVERNANCE', inDays(1)))).toMatchObject({ name: 'NoSuchKey' });
    await put('free');
    const none = client.send(new GetObjectRetentionCommand({ Bucket, Key: 'free' }));
    expect(await refusal(none)).toMatchObject({ name: 'NoSuchObjectLockConfiguration', status: 404 });
  });
});
