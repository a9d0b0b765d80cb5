import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SFNClient } from '@aws-sdk/client-sfn';
import { answerFeedbackRequest } from '../../contract/feedback.ts';
import { pageQuery, taskQuery } from '../../contract/listing.ts';
import type { RouteKeyOf } from '../../contract/routes.ts';
import { taskAnswer } from '../../contract/task-answer.ts';
import { api, type Operation, querying, reading, writing } from '../api.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { answerTask } from './answer-task.ts';
import { callOperations } from './calls.ts';
import { caseOperations } from './cases.ts';
import { answerFeedback, feedbackPage } from './feedback.ts';
import { listOwnTasks, listRounds } from './list-tasks.ts';
import { actorOf } from './means.ts';
import { listRemovals } from './retention.ts';
import { type Subject, subjectOf } from './subject.ts';

const table = settingsTable();
const workflows = new SFNClient();
const means = { table, bucket: settingsBucket(), workflows, scheduler: new SchedulerClient() };

/** What an official may do: publish a call, see the cases of the calls they handle, and answer their tasks. */
const operations: Readonly<Record<RouteKeyOf<'official'>, Operation<Subject>>> = {
  ...callOperations(means),

  ...caseOperations(means),

  'GET /rounds': reading(({ person, language }) => listRounds(table, person, language)),

  'GET /tasks': querying(taskQuery, ({ body, person, language }) =>
    listOwnTasks(table, person, body, language),
  ),

  'GET /feedback': querying(pageQuery, ({ body }) => feedbackPage(table, body)),

  'POST /feedback/{feedbackId}/answer': writing(answerFeedbackRequest, ({ path, body, person }) =>
    answerFeedback(table, path.feedbackId ?? '', body.note, person),
  ),

  'GET /tasks/{taskId}': reading(async ({ subject }) => {
    const { token: _, ...visible } = subject.task;
    return { status: 200, document: visible };
  }),

  'POST /tasks/{taskId}/answer': writing(taskAnswer, ({ body, person, subject }) =>
    answerTask({ table, workflows }, subject.task, body, actorOf(person)),
  ),

  'GET /removals': querying(pageQuery, ({ body, language }) => listRemovals(table, language, body)),
};

export const handler = api(operations, (asked) => subjectOf(table, asked));
