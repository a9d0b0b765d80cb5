import type { Clock, Timer } from '../clock.ts';
import { ErrorWithMembers } from '../json-service.ts';
import { type JsonObject, ServiceError } from '../service.ts';
import type { DynamoDbStore } from './store.ts';

/** A table as its template declares it, in CreateTable's own shape. */
export interface Table {
  readonly name: string;
  readonly arn: string;
  readonly definition: JsonObject;
  /** The attribute that holds the second at which an item expires. */
  readonly timeToLive?: string;
}

const day = 86_400_000;
/** "Using time to live (TTL) in DynamoDB": items that expired more than five years ago are not deleted. */
const oldestExpiry = 5 * 365 * 24 * 60 * 60;

/** The tables of the template. Expired items go once a day, as late as DynamoDB promises: within a few days. */
export class Tables {
  readonly #clock: Clock;
  readonly #store: DynamoDbStore;
  readonly #tables = new Map<string, Table>();
  #sweep: Timer | undefined;

  constructor(clock: Clock, store: DynamoDbStore) {
    this.#clock = clock;
    this.#store = store;
  }

  /** Makes a table. One that is there keeps its items; other keys or indexes than it has are refused. */
  async define(table: Table): Promise<void> {
    this.#tables.set(table.name, table);
    try {
      await this.#store.call('CreateTable', table.definition);
      await this.#active(table.name);
    } catch (error) {
      if (!(error instanceof ServiceError && error.code === 'ResourceInUseException')) throw error;
      const { Table: kept } = await this.#store.call('DescribeTable', { TableName: table.name });
      if (shapeOf(kept as JsonObject) !== shapeOf(table.definition)) {
        throw new ServiceError(
          'ValidationException',
          `the keys or indexes of ${table.name} have changed; the local cloud cannot rebuild a table, begin with empty data`,
        );
      }
    }
  }

  get(name: string): Table | undefined {
    return this.#tables.get(name);
  }

  /** Runs an operation on the tables. A failed condition gives the item back where the request asks for it. */
  async run(operation: string, input: JsonObject): Promise<JsonObject> {
    try {
      return await this.#store.call(operation, input);
    } catch (error) {
      const wanted = input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
      const failed = error instanceof ServiceError && error.code === 'ConditionalCheckFailedException';
      if (!wanted || !failed) throw error;
      throw new ErrorWithMembers(error.code, error.message, error.status, await this.#itemOf(input));
    }
  }

  /** Begins to delete what has expired, at once and then daily; does nothing where no table has a time to live. */
  resume(): void {
    const expiring = [...this.#tables.values()].filter(({ timeToLive }) => timeToLive !== undefined);
    if (expiring.length === 0) return;
    void this.#clock.during(async () => {
      for (const table of expiring) await this.#expire(table);
    });
    this.#sweep = this.#clock.at(this.#clock.now() + day, () => this.resume());
  }

  close(): void {
    this.#sweep?.cancel();
  }

  /** dynalite answers CREATING and is done a moment later. */
  async #active(name: string): Promise<void> {
    for (;;) {
      const { Table: table } = await this.#store.call('DescribeTable', { TableName: name });
      if ((table as JsonObject).TableStatus === 'ACTIVE') return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  /** The item a condition failed on; dynalite does not give it, so it is as it is a moment later. */
  async #itemOf(input: JsonObject): Promise<JsonObject> {
    const { TableName = '', Item, Key } = input;
    const keys = keyNames(this.#tables.get(String(TableName))?.definition);
    const written = (Key ?? Item) as JsonObject;
    const key = Object.fromEntries(Object.entries(written).filter(([name]) => keys.includes(name)));
    const { Item: found } = await this.#store.call('GetItem', { TableName, Key: key, ConsistentRead: true });
    return found === undefined ? {} : { Item: found };
  }

  async #expire({ name, definition, timeToLive = '' }: Table): Promise<void> {
    const now = Math.floor(this.#clock.now() / 1000);
    const names = { '#ttl': timeToLive };
    const values = { ':now': { N: String(now) }, ':oldest': { N: String(now - oldestExpiry) } };
    let from: JsonObject = {};
    do {
      const page = await this.#store.call('Scan', {
        TableName: name,
        FilterExpression: '#ttl < :now AND #ttl > :oldest',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
        ...from,
      });
      for (const item of page.Items as JsonObject[]) {
        await this.#deleteExpired(name, item, keyNames(definition), timeToLive);
      }
      from = page.LastEvaluatedKey ? { ExclusiveStartKey: page.LastEvaluatedKey } : {};
    } while (from.ExclusiveStartKey);
  }

  /** Unless it has been given another time to live meanwhile. */
  async #deleteExpired(
    table: string,
    item: JsonObject,
    keys: readonly string[],
    timeToLive: string,
  ): Promise<void> {
    try {
      await this.#store.call('DeleteItem', {
        TableName: table,
        Key: Object.fromEntries(keys.map((name) => [name, item[name] ?? null])),
        ConditionExpression: '#ttl = :seen',
        ExpressionAttributeNames: { '#ttl': timeToLive },
        ExpressionAttributeValues: { ':seen': item[timeToLive] ?? null },
      });
    } catch (error) {
      if (!(error instanceof ServiceError && error.code === 'ConditionalCheckFailedException')) throw error;
    }
  }
}

function keyNames(definition: JsonObject | undefined): string[] {
  return ((definition?.KeySchema ?? []) as JsonObject[]).map(({ AttributeName }) => String(AttributeName));
}

/** Keys and indexes in a form that compares. */
function shapeOf(table: JsonObject): string {
  const indexes = (of: string) =>
    ((table[of] ?? []) as JsonObject[])
      .map(({ IndexName, KeySchema, Projection }) => [IndexName, keys(KeySchema as JsonObject[]), Projection])
      .map((index) => JSON.stringify(index))
      .sort();
  const keys = (schema: JsonObject[]) => schema.map(({ AttributeName, KeyType }) => [AttributeName, KeyType]);
  return JSON.stringify([
    keys(table.KeySchema as JsonObject[]),
    indexes('GlobalSecondaryIndexes'),
    indexes('LocalSecondaryIndexes'),
  ]);
}
