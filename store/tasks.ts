import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Task, type TaskSubject, taskIdOf } from '../domain/task/task.ts';
import { listItems, type Table } from './table.ts';

/** A task as it is kept: with the token of the workflow that waits for it, if one does; nobody but its own code is given it. */
export interface KeptTask extends Task {
  readonly token?: string;
  readonly done: boolean;
}

/** Opens a task, or puts a new token on one that the workflow asks again. Returns its id. */
export async function openTask(table: Table, task: Omit<Task, 'id'>, token?: string): Promise<string> {
  const id = taskIdOf(task);
  const listing = { listOf: listOfTask(task), listOrder: `${task.deadline}#${id}` };
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: { ...keyOf(id), ...listing, task: { ...task, id }, token, done: false },
    }),
  );
  return id;
}

/** A task by its id; the read is strongly consistent, so that the token is the newest. */
export async function findTask(table: Table, id: string): Promise<KeptTask | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keyOf(id), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { task, token, done } = Item as { task: Task; token?: string; done: boolean };
  return { ...task, done, ...(token ? { token } : {}) };
}

/** Takes a task off the list of open ones. */
export async function closeTask(table: Table, id: string): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: keyOf(id),
      UpdateExpression: 'SET done = :done REMOVE listOf, listOrder',
      ExpressionAttributeValues: { ':done': true },
    }),
  );
}

/** The open tasks of a call's officials, the earliest deadline first. */
export async function listTasks(table: Table, callId: string): Promise<Task[]> {
  const items = await listItems(table, listOfTask({ callId }));
  return items.map(({ task }) => task as Task);
}

function keyOf(id: string): { PK: string; SK: string } {
  return { PK: `TASK#${id}`, SK: 'TASK' };
}

/** Under which name a call's open tasks are listed. */
export function listOfTask({ callId }: Pick<TaskSubject, 'callId'>): string {
  return `TASKS#${callId}`;
}
