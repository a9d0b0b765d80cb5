import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { callId, opaqueId } from '../../contract/fields.ts';
import { toInstant } from '../../domain/time.ts';
import { readCase } from '../../store/cases.ts';
import { openTask } from '../../store/tasks.ts';
import { resumeWorkflow } from '../resume-workflow.ts';
import { settingsTable } from '../settings.ts';
import { step } from '../step.ts';
import { tellOfficials } from '../tell-officials.ts';

const table = settingsTable();
const workflows = new SFNClient();

const input = z.object({
  taskToken: z.string(),
  kind: z.enum([
    'complete-application',
    'confirm-screening',
    'score-case',
    'consider-disagreement',
    'approve-plan',
    'approve-drafts',
    'revise-drafts',
  ]),
  callId,
  caseId: z.optional(opaqueId),
  about: z.optional(z.string()),
  /** How long the workflow waits. */
  seconds: z.int(),
});

/**
 * Puts a task before a person and keeps the token with which the workflow goes on. The task is written before the
 * log is read: an answer that comes in between finds the new token, or is found here, but is never lost.
 */
export const handler = step(input, async ({ taskToken, seconds, ...subject }) => {
  const now = Date.now();
  const number = subject.caseId && (await readCase(table, subject.caseId)).state.number;
  const task = {
    ...subject,
    caseNumber: number,
    openedAt: toInstant(now),
    deadline: toInstant(now + seconds * 1000),
  };
  const taskId = await openTask(table, task, taskToken);
  await tellOfficials({ table, workflows }, task);
  await resumeWorkflow(table, workflows, subject);
  return { taskId };
});
