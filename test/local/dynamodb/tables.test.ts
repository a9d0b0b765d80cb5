import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access } from '../../../local/access/access.ts';
import { Clock } from '../../../local/clock.ts';
import { dynamoDbOperations } from '../../../local/dynamodb/api.ts';
import { dynamoDbKinds } from '../../../local/dynamodb/resources.ts';
import { DynamoDbStore } from '../../../local/dynamodb/store.ts';
import { Tables } from '../../../local/dynamodb/tables.ts';
import type { JsonObject, JsonOperations, ResourceKind } from '../../../local/service.ts';

/** Amazon DynamoDB API Reference and Developer Guide. */

const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:1' };
const hour = 3_600_000;

let directory: string;
let clock: Clock;
let store: DynamoDbStore;
let tables: Tables;
let operations: JsonOperations;
let kinds: readonly ResourceKind[];

function open() {
  store = new DynamoDbStore(join(directory, 'dynamodb'), place);
  tables = new Tables(clock, store);
  operations = dynamoDbOperations(tables, place);
  kinds = dynamoDbKinds(tables, new Access(place), place);
}
async function close() {
  tables.close();
  await store.close();
}
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dynamodb-'));
  clock = new Clock();
  open();
});
afterEach(async () => {
  await close();
  clock.stop();
  rmSync(directory, { recursive: true });
});

const properties: JsonObject = {
  TableName: 'cases',
  AttributeDefinitions: [
    { AttributeName: 'PK', AttributeType: 'S' },
    { AttributeName: 'SK', AttributeType: 'S' },
    { AttributeName: 'list', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byList',
      KeySchema: [{ AttributeName: 'list', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
};

async function declare(given: JsonObject = properties, type = 'AWS::DynamoDB::Table') {
  const kind = kinds.find((candidate) => candidate.type === type) as ResourceKind;
  await kind.create({ stack: 'Stack', logicalId: 'Table', properties: given });
}
const call = async (operation: string, input: JsonObject): Promise<JsonObject> =>
  (await operations[operation]?.run({ TableName: 'cases', ...input }, { kind: 'developer' })) ?? {};
const item = (n: number, more: JsonObject = {}): JsonObject => ({
  PK: { S: 'a' },
  SK: { S: String(n) },
  ...more,
});

test('a conditional put has one winner among many', async () => {
  await declare();
  const ConditionExpression = 'attribute_not_exists(PK)';
  const puts = Array.from({ length: 20 }, (_, n) =>
    call('PutItem', { Item: item(1, { n: { N: String(n) } }), ConditionExpression }).then(
      () => 'won',
      ({ code }) => code,
    ),
  );
  const outcomes = await Promise.all(puts);
  expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
  expect(new Set(outcomes)).toEqual(new Set(['won', 'ConditionalCheckFailedException']));
});

test('a failed condition gives the item where it is asked to', async () => {
  await declare();
  await call('PutItem', { Item: item(1, { n: { N: '1' } }) });
  await expect(
    call('PutItem', {
      Item: item(1),
      ConditionExpression: 'attribute_not_exists(PK)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
  ).rejects.toMatchObject({ members: { Item: item(1, { n: { N: '1' } }) } });
});

test('an index is queried like a table, and tables go by name or ARN', async () => {
  await declare();
  await call('PutItem', { Item: item(1, { list: { S: 'open' } }) });
  const TableName = 'arn:aws:dynamodb:eu-north-1:000000000000:table/cases';
  const { Items } = await call('Query', {
    TableName,
    IndexName: 'byList',
    KeyConditionExpression: '#list = :l',
    ExpressionAttributeNames: { '#list': 'list' },
    ExpressionAttributeValues: { ':l': { S: 'open' } },
  });
  expect(Items).toEqual([item(1, { list: { S: 'open' } })]);
});

test('a table is described with the ARNs of this cloud', async () => {
  await declare();
  const { Table } = await call('DescribeTable', {});
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    TableArn: 'arn:aws:dynamodb:eu-north-1:000000000000:table/cases',
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
  });
  expect(await call('DescribeTimeToLive', {})).toEqual({
    TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' },
  });
});

test('permissions are on the table, its index, or each table of a batch', () => {
  const asked = (operation: string, input: JsonObject) => operations[operation]?.permissions(input);
  const table = 'arn:aws:dynamodb:eu-north-1:000000000000:table/cases';
  expect(asked('PutItem', { TableName: 'cases' })).toEqual([{ action: 'dynamodb:PutItem', resource: table }]);
  expect(asked('Query', { TableName: 'cases', IndexName: 'byList' })).toEqual([
    { action: 'dynamodb:Query', resource: `${table}/index/byList` },
  ]);
  expect(asked('BatchWriteItem', { RequestItems: { cases: [], other: [] } })).toEqual([
    { action: 'dynamodb:BatchWriteItem', resource: table },
    { action: 'dynamodb:BatchWriteItem', resource: table.replace('cases', 'other') },
  ]);
});

test('items outlive the process', async () => {
  await declare();
  await call('PutItem', { Item: item(1) });
  await close();
  open();
  await declare();
  expect(await call('GetItem', { Key: item(1) })).toEqual({ Item: item(1) });
});

test('a table whose keys or indexes have changed is refused rather than emptied', async () => {
  await declare();
  const [index] = properties.GlobalSecondaryIndexes as JsonObject[];
  const GlobalSecondaryIndexes = [{ ...index, IndexName: 'renamed' }];
  await expect(declare({ ...properties, GlobalSecondaryIndexes })).rejects.toThrow('have changed');
});

test('expired items go within a day or so, on the cloud’s clock; others stay', async () => {
  await declare();
  const expiring = (hours: number) => ({
    expires: { N: String(Math.floor((clock.now() + hours * hour) / 1000)) },
  });
  await call('PutItem', { Item: item(1, expiring(2)) });
  await call('PutItem', { Item: item(2, expiring(200)) });
  await call('PutItem', { Item: item(3) });
  tables.resume();
  await clock.turnTo(clock.now() + 48 * hour);
  const { Items } = await call('Scan', {});
  expect((Items as JsonObject[]).map(({ SK }) => (SK as JsonObject).S)).toEqual(['2', '3']);
});

test('a global table with one replica is a table', async () => {
  const { PointInTimeRecoverySpecification: _, ...common } = properties;
  const Replicas = [{ Region: 'eu-north-1', PointInTimeRecoverySpecification: {} }];
  await declare({ ...common, Replicas }, 'AWS::DynamoDB::GlobalTable');
  await call('PutItem', { Item: item(1) });
  expect(await call('GetItem', { Key: item(1) })).toEqual({ Item: item(1) });
  await expect(
    declare({ ...common, Replicas: [...Replicas, { Region: 'eu-west-1' }] }, 'AWS::DynamoDB::GlobalTable'),
  ).rejects.toThrow('one region');
});

test('DynamoDB’s own refusals come through', async () => {
  await expect(call('GetItem', { TableName: 'none', Key: item(1) })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
  await declare();
  await expect(call('GetItem', { Key: { PK: { S: 'a' } } })).rejects.toMatchObject({
    code: 'ValidationException',
  });
});

test('a request about an item tells policies its partition key', async () => {
  await declare();
  const conditionsOf = (operation: 'PutItem' | 'DeleteItem' | 'Query', input: JsonObject) =>
    operations[operation]?.permissions({ TableName: 'cases', ...input })[0]?.conditions;
  const key = { PK: { S: 'DRAFT#1' }, SK: { S: 'DRAFT' } };
  expect(conditionsOf('DeleteItem', { Key: key })).toEqual({ 'dynamodb:LeadingKeys': ['DRAFT#1'] });
  expect(conditionsOf('PutItem', { Item: { ...key, title: { S: 'x' } } })).toEqual({
    'dynamodb:LeadingKeys': ['DRAFT#1'],
  });
  expect(conditionsOf('Query', {})).toBeUndefined();
});
