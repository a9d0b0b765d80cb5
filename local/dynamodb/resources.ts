import type { Access } from '../access/access.ts';
import { physicalName } from '../assembly/physical-name.ts';
import { flag, object, objects, only, Refused, requiredText, text } from '../assembly/properties.ts';
import type { Declared, JsonObject, Place, ResourceKind } from '../service.ts';
import type { Table, Tables } from './tables.ts';

const noCapacity = 'nothing on one machine has a capacity to provision';
const noBackup = 'the data of one machine is not backed up';
const noKeys = 'data is not encrypted on one machine';
const keptAnyway = 'the local cloud deletes no tables';
const onlyTags = 'tags change nothing that runs';
const noMetrics = 'there are no metrics on one machine';

/** AWS::DynamoDB::Table, and AWS::DynamoDB::GlobalTable with a single replica. Streams are not supported. */
export function dynamoDbKinds(
  tables: Tables,
  access: Pick<Access, 'putResourcePolicy'>,
  place: Place,
): readonly ResourceKind[] {
  const nameOf = (resource: Declared) =>
    text(resource.properties, 'TableName') ?? physicalName(resource, 255);
  const arnOf = (resource: Declared) =>
    `arn:aws:dynamodb:${place.region}:${place.account}:table/${nameOf(resource)}`;
  const common = {
    ref: nameOf,
    attributes: (resource: Declared) => ({ Arn: arnOf(resource) }),
    create: async (resource: Declared) => {
      const { properties } = resource;
      checkReplicas(properties);
      const policy = object(properties, 'ResourcePolicy');
      if (policy) access.putResourcePolicy(arnOf(resource), policy.PolicyDocument ?? {});
      await tables.define(tableOf(properties, nameOf(resource), arnOf(resource)));
    },
  };
  const supported = [
    'TableName',
    'AttributeDefinitions',
    'KeySchema',
    'BillingMode',
    'GlobalSecondaryIndexes',
    'LocalSecondaryIndexes',
    'TimeToLiveSpecification',
  ];
  return [
    {
      ...common,
      type: 'AWS::DynamoDB::Table',
      supported: [...supported, 'ResourcePolicy'],
      ignored: {
        ContributorInsightsSpecification: noMetrics,
        DeletionProtectionEnabled: keptAnyway,
        OnDemandThroughput: noCapacity,
        PointInTimeRecoverySpecification: noBackup,
        ProvisionedThroughput: noCapacity,
        SSESpecification: noKeys,
        TableClass: noCapacity,
        Tags: onlyTags,
        WarmThroughput: noCapacity,
      },
    },
    {
      ...common,
      type: 'AWS::DynamoDB::GlobalTable',
      supported: [...supported, 'Replicas'],
      ignored: {
        SSESpecification: noKeys,
        WarmThroughput: noCapacity,
        WriteOnDemandThroughputSettings: noCapacity,
        WriteProvisionedThroughputSettings: noCapacity,
      },
    },
  ];
}

/** One replica, which is the table itself; what else it may say means nothing on one machine. */
function checkReplicas(properties: JsonObject): void {
  const replicas = objects(properties, 'Replicas');
  if (replicas.length > 1) throw new Refused('Replicas: the local cloud is one region');
  for (const replica of replicas) {
    only(replica, 'Replicas[0]', [
      'Region',
      'ContributorInsightsSpecification',
      'DeletionProtectionEnabled',
      'GlobalSecondaryIndexes',
      'PointInTimeRecoverySpecification',
      'ReadOnDemandThroughputSettings',
      'ReadProvisionedThroughputSettings',
      'SSESpecification',
      'TableClass',
      'Tags',
    ]);
  }
}

/** CreateTable's input: always on demand, for nothing is throttled here. */
function tableOf(properties: JsonObject, name: string, arn: string): Table {
  const ttl = object(properties, 'TimeToLiveSpecification');
  const timeToLive = ttl && flag(ttl, 'Enabled') ? requiredText(ttl, 'AttributeName') : undefined;
  const indexes = (kind: string) => {
    const given = objects(properties, kind).map((index) => indexOf(index, kind));
    return given.length > 0 ? { [kind]: given } : {};
  };
  return {
    name,
    arn,
    definition: {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...objects(properties, 'AttributeDefinitions')],
      KeySchema: [...objects(properties, 'KeySchema')],
      ...indexes('GlobalSecondaryIndexes'),
      ...indexes('LocalSecondaryIndexes'),
    },
    ...(timeToLive !== undefined && { timeToLive }),
  };
}

function indexOf(index: JsonObject, kind: string): JsonObject {
  only(index, kind, [
    'IndexName',
    'KeySchema',
    'Projection',
    'ContributorInsightsSpecification',
    'OnDemandThroughput',
    'ProvisionedThroughput',
    'ReadProvisionedThroughputSettings',
    'WarmThroughput',
    'WriteOnDemandThroughputSettings',
    'WriteProvisionedThroughputSettings',
  ]);
  const { IndexName = '', KeySchema = [], Projection = {} } = index;
  return { IndexName, KeySchema, Projection };
}
