import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DeleteCommandInput,
  DynamoDBDocumentClient,
  PutCommand,
  type PutCommandInput,
  paginateQuery,
  type QueryCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';

/** The one table, with a client to reach it. */
export interface Table {
  readonly name: string;
  readonly client: DynamoDBDocumentClient;
}

/** An item as it is kept. */
export type Item = Record<string, unknown>;

/** Opens a table by its name. Fields that are undefined are left out of items. */
export function openTable(name: string, client = new DynamoDBClient()): Table {
  return {
    name,
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  };
}

/** Every item a query finds, over all its pages, in the order of their keys. */
export async function queryAll(table: Table, query: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of paginateQuery({ client: table.client }, { TableName: table.name, ...query })) {
    items.push(...(page.Items ?? []));
  }
  return items;
}

/**
 * Every item that is listed under a name: the index `list` holds those with `listOf`, ordered by `listOrder`. An index
 * may be some moments behind the table.
 */
export async function listItems(table: Table, listOf: string): Promise<Item[]> {
  return queryAll(table, {
    IndexName: 'list',
    KeyConditionExpression: 'listOf = :list',
    ExpressionAttributeValues: { ':list': listOf },
  });
}

type Place = Pick<UpdateCommandInput, 'Key'>['Key'];
type Conditional<Input> = Omit<Input, 'TableName' | 'Item' | 'Key'>;

/** Puts an item under a condition; false, and nothing changed, where the condition does not hold. */
export function putIf(table: Table, item: Item, condition: Conditional<PutCommandInput>): Promise<boolean> {
  return holds(table.client.send(new PutCommand({ TableName: table.name, Item: item, ...condition })));
}

/** Updates an item under a condition; false, and nothing changed, where the condition does not hold. */
export function updateIf(
  table: Table,
  key: Place,
  update: Conditional<UpdateCommandInput>,
): Promise<boolean> {
  return holds(table.client.send(new UpdateCommand({ TableName: table.name, Key: key, ...update })));
}

/** Deletes an item under a condition; false, and nothing changed, where the condition does not hold. */
export function deleteIf(
  table: Table,
  key: Place,
  condition: Conditional<DeleteCommandInput>,
): Promise<boolean> {
  return holds(table.client.send(new DeleteCommand({ TableName: table.name, Key: key, ...condition })));
}

async function holds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Puts an item where there is none with its key; false where there is. */
export function putNew(table: Table, item: Item): Promise<boolean> {
  return putIf(table, item, { ConditionExpression: 'attribute_not_exists(PK)' });
}
