import { SFNClient } from '@aws-sdk/client-sfn';
import { hashOf } from '../../domain/canonical.ts';
import { tasksOfCase } from '../../domain/task/open-tasks.ts';
import { readCaseAndCall } from '../../store/case-and-call.ts';
import { claimCaseNumber } from '../../store/case-numbers.ts';
import { commandCase } from '../../store/cases.ts';
import { resumeWorkflow } from '../resume-workflow.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { orderOf, step } from '../step.ts';
import { readAccepted, submission, summaryOf } from '../submission.ts';

const table = settingsTable();
const bucket = settingsBucket();
const workflows = new SFNClient();

/**
 * Registers a faultless submission: the first as a case with its number, a later one as its next version. A version
 * that answers a completion request lets the case go on. Says so where it is refused, for instance as a duplicate.
 */
export const handler = step(submission, async ({ caseId, version, arrivedAt }) => {
  const { state: before, events, published } = await readCaseAndCall(table, caseId);
  const application = await readAccepted(bucket, { caseId, version });
  const files = before.versions.find((known) => known.version === version)?.files ?? [];
  const register = { prefix: published.call.authority.registerPrefix, year: Number(arrivedAt.slice(0, 4)) };
  const outcome = await commandCase(
    table,
    caseId,
    {
      type: 'receive-submission',
      version,
      arrivedAt,
      closesAt: published.closesAt,
      sha256: hashOf(files.map(({ name, sha256 }) => ({ name, sha256 }))),
      summary: summaryOf(application),
      number: before.number ?? (await claimCaseNumber(table, register, caseId)),
    },
    orderOf('register-case', String(version)),
    events,
  );
  if (outcome.kind === 'refused') {
    const { refused, details } = outcome.refusal;
    return { registered: false, faults: [{ place: '', code: refused, details }] };
  }
  for (const subject of tasksOfCase(caseId, outcome.state)) await resumeWorkflow(table, workflows, subject);
  return { registered: true, number: outcome.state.number };
});
