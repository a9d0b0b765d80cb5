import { CreateMultipartUploadCommand, HeadObjectCommand, UploadPartCommand } from '@aws-sdk/client-s3';
import {
  dueAfterDays,
  expiryOf,
  isAbout,
  type LifecycleRule,
  noncurrentOf,
} from '../../../local/s3/lifecycle-rules.ts';
import type { JsonObject } from '../../../local/service.ts';
import { type S3Server, startS3 } from './s3-server.ts';

/*
 * "Lifecycle configuration elements", Amazon S3 User Guide, intro-lifecycle-rules.html, and "Expiring objects",
 * lifecycle-expire-general-considerations.html. Nothing here waits: the cloud's clock is turned.
 */
const day = 86_400_000;
const developer = { kind: 'developer' } as const;
const servers: S3Server[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function bucketWith(Rules: JsonObject[], more: JsonObject = {}, from: Partial<S3Server> = {}) {
  const server = await startS3({
    buckets: {
      b: {
        LifecycleConfiguration: { Rules: Rules.map((rule) => ({ Status: 'Enabled', ...rule })) },
        NotificationConfiguration: { EventBridgeConfiguration: {} },
        ...more,
      },
    },
    startAt: Date.UTC(2022, 2, 1, 10, 30),
    ...(from.directory !== undefined && { directory: from.directory }),
  });
  servers.push(server);
  const own = server.s3.as(developer);
  return {
    server,
    put: (key: string, body = 'x') => own.putObject('b', key, Buffer.from(body), 'text/plain'),
    keys: async () => (await own.listObjects('b', '')).map(({ Key }) => Key),
    turn: (days: number) => server.clock.turnTo(server.clock.now() + days * day),
  };
}
const versioned = { VersioningConfiguration: { Status: 'Enabled' } };

test('days end at the midnight after them, as in the example of the guide', () => {
  const created = Date.UTC(2014, 0, 15, 10, 30);
  expect(new Date(dueAfterDays(created, 3)).toISOString()).toBe('2014-01-19T00:00:00.000Z');
});

test('an object expires at the midnight after its days, and not before', async () => {
  const { put, keys, turn, server } = await bucketWith([{ ExpirationInDays: 1 }]);
  await put('early');
  await server.clock.turnTo(Date.UTC(2022, 2, 2, 23, 59, 59));
  await put('late');
  expect(await keys()).toEqual(['early', 'late']);
  await server.clock.turnTo(Date.UTC(2022, 2, 3));
  expect(await keys()).toEqual(['late']);
  await turn(1);
  expect(await keys()).toEqual([]);
  expect(server.bodies()).toEqual([]);
  const deleted = server.events.filter((event) => event['detail-type'] === 'Object Deleted');
  expect(deleted.map(({ detail }) => [detail.reason, detail.requester, detail['deletion-type']])).toEqual(
    Array(2).fill(['Lifecycle Expiration', 's3.amazonaws.com', 'Permanently Deleted']),
  );
  expect(deleted[0]?.detail).not.toHaveProperty('source-ip-address');
});

test('a rule is about its prefix, its tags and its sizes, and off when disabled', async () => {
  const { put, keys, turn } = await bucketWith([
    { ExpirationInDays: 1, Prefix: 'tmp/' },
    { ExpirationInDays: 1, ObjectSizeGreaterThan: 3 },
    { ExpirationInDays: 1, Prefix: 'kept/', Status: 'Disabled' },
    { ExpirationInDays: 1, TagFilters: [{ Key: 'a', Value: '1' }] },
  ]);
  for (const key of ['tmp/1', 'kept/1', 'other']) await put(key);
  await put('large', 'long');
  await turn(10);
  expect(await keys()).toEqual(['kept/1', 'other']);
});

test('a rule by tags wants all of them', () => {
  const rule: LifecycleRule = {
    Status: 'Enabled',
    TagFilters: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  };
  expect(
    isAbout(rule, 'k', 1, [
      { key: 'b', value: '2' },
      { key: 'a', value: '1' },
    ]),
  ).toBe(true);
  expect(isAbout(rule, 'k', 1, [{ key: 'a', value: '1' }])).toBe(false);
});

test('a rule may name a date, and the older form of noncurrent days', () => {
  const date: LifecycleRule = { Status: 'Enabled', ExpirationDate: '2022-04-01T00:00:00Z' };
  expect(expiryOf(date, 0)).toBe(Date.UTC(2022, 3, 1));
  expect(noncurrentOf({ Status: 'Enabled', NoncurrentVersionExpirationInDays: 5 })).toEqual({
    days: 5,
    newer: 0,
  });
  expect(noncurrentOf(date)).toBeUndefined();
});

test('with versions a current one goes under a delete marker, noncurrent ones go for good', async () => {
  const { put, keys, turn, server } = await bucketWith(
    [{ ExpirationInDays: 5, NoncurrentVersionExpiration: { NoncurrentDays: 3 } }],
    versioned,
  );
  await put('k', 'one');
  await put('k', 'two');
  await turn(4.6);
  expect(await keys()).toEqual(['k']);
  expect(server.bodies()).toHaveLength(1);
  await turn(2);
  expect(await keys()).toEqual([]);
  expect(server.bodies()).toHaveLength(1);
  await turn(30);
  expect(server.bodies()).toHaveLength(0);
  const last = server.database.prepare('SELECT count(*) AS left FROM s3_versions').get();
  // The marker itself goes when nothing is left under it.
  expect(last).toMatchObject({ left: 0 });
});

test('so many newer noncurrent versions are kept', async () => {
  const { put, turn, server } = await bucketWith(
    [{ NoncurrentVersionExpiration: { NoncurrentDays: 1, NewerNoncurrentVersions: 2 } }],
    versioned,
  );
  for (const body of ['1', '2', '3', '4', '5']) await put('k', body);
  await turn(3);
  expect(server.bodies()).toHaveLength(3);
});

test('a locked version outlives its rule', async () => {
  const { put, turn, server } = await bucketWith([{ NoncurrentVersionExpiration: { NoncurrentDays: 1 } }], {
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 10 } } },
  });
  await put('k', 'one');
  await put('k', 'two');
  await turn(9);
  expect(server.bodies()).toHaveLength(2);
  await turn(3);
  expect(server.bodies()).toHaveLength(1);
});

test('what fell due while the cloud was off is done when it is resumed', async () => {
  const rules = [{ ExpirationInDays: 1 }];
  const first = await bucketWith(rules);
  await first.put('k');
  first.server.s3.close();
  const again = await startS3({
    buckets: { b: { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 1 }] } } },
    directory: first.server.directory,
    startAt: Date.UTC(2022, 2, 9),
  });
  servers.push(again);
  expect(await again.s3.as(developer).listObjects('b', '')).toEqual([]);
});

test('an upload in parts that nobody completes is aborted', async () => {
  const { turn, server } = await bucketWith([{ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }]);
  const client = server.client({ systemClockOffset: server.clock.now() - Date.now() });
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket: 'b', Key: 'k' }));
  await client.send(new UploadPartCommand({ Bucket: 'b', Key: 'k', UploadId, PartNumber: 1, Body: 'x' }));
  await turn(1);
  expect(server.bodies()).toHaveLength(1);
  await turn(1);
  expect(server.bodies()).toHaveLength(0);
});

test('an object tells when it will expire', async () => {
  const { put, server } = await bucketWith([
    { Id: 'slow', ExpirationInDays: 30 },
    { Id: 'quick rule', ExpirationInDays: 2 },
  ]);
  await put('k');
  const client = server.client({ systemClockOffset: server.clock.now() - Date.now() });
  const { Expiration } = await client.send(new HeadObjectCommand({ Bucket: 'b', Key: 'k' }));
  expect(Expiration).toBe('expiry-date="Fri, 04 Mar 2022 00:00:00 GMT", rule-id="quick%20rule"');
});
