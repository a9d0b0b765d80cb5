import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { replay } from '../../cli/audit/replay.ts';
import { findFault, removedOf } from '../../domain/log/chain.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import { readEverything } from '../../store/everything.ts';
import { openTable } from '../../store/table.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall, refusalOf } from './handled-call.ts';

/** What becomes of a case when its retention has ended. */

let handled: HandledCall;
let caseId: string;
let kept: string;
beforeAll(async () => {
  handled = await HandledCall.start();
  caseId = await handled.submit();
  kept = await handled.submit({ ...korsholm, project: { ...korsholm.project, title: 'Återtas inte' } });
  const withdrawal = { commandId: crypto.randomUUID() };
  await handled.as('sofia').post(`/applications/${caseId}/withdrawal`, withdrawal);
});
afterAll(() => handled.end());

function aws() {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { endpoint: handled.cloud.origin, region: 'eu-north-1', credentials };
}

async function filesOf(id: string): Promise<number> {
  const client = new S3Client({ ...aws(), forcePathStyle: true });
  const Bucket = handled.cloud.output('BucketName');
  const { Versions = [] } = await client.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: `applications/${id}/` }),
  );
  return Versions.length;
}

async function removals(): Promise<readonly { caseId: string }[]> {
  await handled.cloud.settled();
  return (await handled.as('arkivarie').get<{ removals: { caseId: string }[] }>('/removals')).removals;
}

const answer = (change: object = {}) => ({
  commandId: crypto.randomUUID(),
  reason: 'Tiden har gått ut.',
  ...change,
});

test('until the time has passed nothing is proposed, and nothing can be removed', async () => {
  expect(await removals()).toEqual([]);
  expect(await refusalOf(handled.as('arkivarie').post(`/cases/${caseId}/removal`, answer()))).toBe(
    '409 urn:anslag:no-removal-proposed',
  );
  expect(await filesOf(caseId)).toBe(1);
});

test('five years later the job proposes it, to those only who may confirm it', async () => {
  await handled.cloud.turnTo('2027-05-02T00:00:00.000Z');
  expect((await removals()).map((removal) => removal.caseId)).toEqual([caseId]);
  expect(await refusalOf(handled.as('anna').get('/removals'))).toBe('403 urn:anslag:not-allowed');
  expect(await refusalOf(handled.as('anna').post(`/cases/${caseId}/removal`, answer()))).toBe(
    '403 urn:anslag:not-allowed',
  );
});

test('kept until a date, it is proposed again after it', async () => {
  await handled.as('arkivarie').post(`/cases/${caseId}/removal`, answer({ keepUntil: '2027-06-15' }));
  expect(await removals()).toEqual([]);
  await handled.cloud.turnTo('2027-06-14T00:00:00.000Z');
  expect(await removals()).toEqual([]);
  await handled.cloud.turnTo('2027-07-02T00:00:00.000Z');
  expect(await removals()).toHaveLength(1);
});

test('confirmed, the files and the facts are gone; the log verifies and the listings follow from it', async () => {
  await handled.as('arkivarie').post(`/cases/${caseId}/removal`, answer());
  expect(await removals()).toEqual([]);
  expect([await filesOf(caseId), await filesOf(kept)]).toEqual([0, 1]);
  const { events } = await handled.as('anna').get<{ events: KeptEvent[] }>(`/cases/${caseId}/log`);
  expect(findFault(events)).toBeUndefined();
  expect(removedOf(events).length).toBe(events.length - 5);
  expect((await handled.caseOf(caseId)).stage).toBe('removed');
  const client = new DynamoDBClient(aws());
  const { differences } = replay(await readEverything(openTable(handled.cloud.output('TableName'), client)));
  expect(differences).toEqual([]);
  expect(await refusalOf(handled.as('sofia').get(`/applications/${caseId}`))).toBe(
    '404 urn:anslag:not-found',
  );
  expect(handled.answers.given).toContain('POST /cases/{caseId}/removal');
});
