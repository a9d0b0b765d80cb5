import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Feedback } from '../domain/feedback/feedback.ts';
import { listItems, putNew, type Table, updateIf } from './table.ts';

/** Feedback is removed after two years. */
const keptSeconds = 2 * 365 * 24 * 60 * 60;

/** Keeps feedback, once; what was kept under its id before stays. */
export async function keepFeedback(table: Table, feedback: Feedback): Promise<Feedback> {
  const kept = await putNew(table, {
    ...keyOf(feedback.feedbackId),
    listOf: 'FEEDBACK',
    listOrder: `${feedback.at}#${feedback.feedbackId}`,
    feedback,
    expires: Math.floor(Date.parse(feedback.at) / 1000) + keptSeconds,
  });
  return kept ? feedback : ((await findFeedback(table, feedback.feedbackId)) ?? feedback);
}

/** One piece of feedback; undefined where there is none. */
async function findFeedback(table: Table, id: string): Promise<Feedback | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keyOf(id), ConsistentRead: true }),
  );
  return (Item as { feedback: Feedback } | undefined)?.feedback;
}

/** All feedback, the oldest first. */
export async function listFeedback(table: Table): Promise<readonly Feedback[]> {
  return (await listItems(table, 'FEEDBACK')).map(({ feedback }) => feedback as Feedback);
}

/** Notes how feedback was answered; the first note stands. Undefined where there is no such feedback. */
export async function noteAnswer(
  table: Table,
  id: string,
  answered: NonNullable<Feedback['answered']>,
): Promise<Feedback | undefined> {
  await updateIf(table, keyOf(id), {
    UpdateExpression: 'SET feedback.answered = :answered',
    ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(feedback.answered)',
    ExpressionAttributeValues: { ':answered': answered },
  });
  return findFeedback(table, id);
}

function keyOf(id: string): { PK: string; SK: string } {
  return { PK: `FEEDBACK#${id}`, SK: 'FEEDBACK' };
}
