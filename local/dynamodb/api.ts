import {
  type JsonObject,
  type JsonOperation,
  type JsonOperations,
  type Permission,
  type Place,
  ServiceError,
} from '../service.ts';
import type { Table, Tables } from './tables.ts';

/**
 * DynamoDB's operations on items and the descriptions of its tables, over AWS JSON 1.0 (target prefix
 * `DynamoDB_20120810`). Transactions, streams and changes of tables are unknown operations here.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/Welcome.html
 */
export function dynamoDbOperations(tables: Tables, place: Place): JsonOperations {
  const arnOf = (name: string) => `arn:aws:dynamodb:${place.region}:${place.account}:table/${name}`;
  const operation = (name: string, resources: (input: JsonObject) => readonly string[]): JsonOperation => ({
    permissions: (input): readonly Permission[] =>
      resources(input).map((resource) => ({ action: `dynamodb:${name}`, resource })),
    run: (input) => tables.run(name, byName(input)),
  });
  const onTable = (name: string) => operation(name, (input) => [arnOf(tableOf(input))]);
  const onItem = (name: string): JsonOperation => ({
    ...onTable(name),
    permissions: (input) => [
      {
        action: `dynamodb:${name}`,
        resource: arnOf(tableOf(input)),
        ...leadingKeys(input, tables.get(tableOf(input))),
      },
    ],
  });
  const onTableOrIndex = (name: string) =>
    operation(name, (input) => {
      const index = input.IndexName;
      return [`${arnOf(tableOf(input))}${typeof index === 'string' ? `/index/${index}` : ''}`];
    });
  const onTables = (name: string) =>
    operation(name, (input) => Object.keys((input.RequestItems ?? {}) as JsonObject).map(arnOf));
  return {
    GetItem: onItem('GetItem'),
    PutItem: onItem('PutItem'),
    UpdateItem: onItem('UpdateItem'),
    DeleteItem: onItem('DeleteItem'),
    Query: onTableOrIndex('Query'),
    Scan: onTableOrIndex('Scan'),
    BatchGetItem: onTables('BatchGetItem'),
    BatchWriteItem: onTables('BatchWriteItem'),
    DescribeTable: onTable('DescribeTable'),
    ListTables: operation('ListTables', () => ['*']),
    DescribeTimeToLive: {
      permissions: (input) => [{ action: 'dynamodb:DescribeTimeToLive', resource: arnOf(tableOf(input)) }],
      run: async (input): Promise<JsonObject> => {
        const table = tables.get(tableOf(input));
        if (!table) throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
        return {
          TimeToLiveDescription:
            table.timeToLive === undefined
              ? { TimeToLiveStatus: 'DISABLED' }
              : { TimeToLiveStatus: 'ENABLED', AttributeName: table.timeToLive },
        };
      },
    },
  };
}

/**
 * `dynamodb:LeadingKeys`: the partition key of the item that a request is about. Of the operations on single items only;
 * a query's key is in an expression, and a policy with this key says nothing of it here.
 *
 * "Using IAM policy conditions for fine-grained access control", Amazon DynamoDB Developer Guide,
 * specifying-conditions.html
 */
function leadingKeys({ Key, Item }: JsonObject, table: Table | undefined): Pick<Permission, 'conditions'> {
  const schema = (table?.definition.KeySchema ?? []) as readonly JsonObject[];
  const name = String(schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '');
  const value = ((Key ?? Item ?? {}) as Readonly<Record<string, JsonObject>>)[name];
  if (value === undefined) return {};
  return { conditions: { 'dynamodb:LeadingKeys': Object.values(value).map(String) } };
}

/** A table may be named by its ARN, which dynalite does not know. */
function byName(input: JsonObject): JsonObject {
  return typeof input.TableName === 'string' ? { ...input, TableName: tableOf(input) } : input;
}

function tableOf({ TableName }: JsonObject): string {
  const name = typeof TableName === 'string' ? TableName : '';
  return name.slice(name.lastIndexOf('/') + 1);
}
