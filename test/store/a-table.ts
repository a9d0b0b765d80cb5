import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { commandCase } from '../../store/cases.ts';
import { openTable, type Table } from '../../store/table.ts';
import { applicant, commands, during } from '../domain/case/case-log.ts';

/** A table as the stack declares it, in memory, with a way to end it. */
export async function aTable(): Promise<{ table: Table; end: () => Promise<void> }> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const key = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: 'Logs',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['PK', 'SK', 'listOf', 'listOrder'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: key('PK', 'SK'),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'list',
          KeySchema: key('listOf', 'listOrder'),
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  return {
    table: openTable('Logs', client),
    end: async () => {
      client.destroy();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

let ids = 0;

/** An order by an applicant, each with an id of its own. */
export function byApplicant() {
  return { actor: applicant, commandId: `c${++ids}` };
}

/** Opens and registers a case in a table whose call is open now, so that its log has three events. */
export async function registerCase(table: Table, caseId: string, number = 'ANS/2022/0001'): Promise<void> {
  const window = { opensAt: '2022-01-01T00:00:00.000Z', closesAt: '2999-01-01T00:00:00.000Z' };
  await commandCase(table, caseId, { ...commands.open, ...window }, byApplicant());
  await commandCase(table, caseId, commands.announce, byApplicant());
  await commandCase(table, caseId, { ...commands.receive(1, during), number }, byApplicant());
}
