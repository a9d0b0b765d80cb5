import {
  type JsonObject,
  type JsonOperation,
  type JsonOperations,
  type Permission,
  type Place,
  ServiceError,
} from '../service.ts';
import type { Tables } from './tables.ts';

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
  const onTableOrIndex = (name: string) =>
    operation(name, (input) => {
      const index = input.IndexName;
      return [`${arnOf(tableOf(input))}${typeof index === 'string' ? `/index/${index}` : ''}`];
    });
  const onTables = (name: string) =>
    operation(name, (input) => Object.keys((input.RequestItems ?? {}) as JsonObject).map(arnOf));
  return {
    GetItem: onTable('GetItem'),
    PutItem: onTable('PutItem'),
    UpdateItem: onTable('UpdateItem'),
    DeleteItem: onTable('DeleteItem'),
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

/** A table may be named by its ARN, which dynalite does not know. */
function byName(input: JsonObject): JsonObject {
  return typeof input.TableName === 'string' ? { ...input, TableName: tableOf(input) } : input;
}

function tableOf({ TableName }: JsonObject): string {
  const name = typeof TableName === 'string' ? TableName : '';
  return name.slice(name.lastIndexOf('/') + 1);
}
