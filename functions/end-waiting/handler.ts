import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { tasksOfCase } from '../../domain/task/open-tasks.ts';
import { readCase } from '../../store/cases.ts';
import { resumeWorkflow } from '../resume-workflow.ts';
import { settingsTable } from '../settings.ts';
import { step } from '../step.ts';

const table = settingsTable();
const workflows = new SFNClient();

/** Ends every task of a case that the log says nobody waits for any more, and tells the workflow that waited. */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { state } = await readCase(table, caseId);
  for (const subject of tasksOfCase(caseId, state)) await resumeWorkflow(table, workflows, subject);
  return {};
});
