import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { completable } from '../../domain/eligibility/screening.ts';
import { deadlineAfter, secondsUntil, toInstant } from '../../domain/time.ts';
import { readCaseAndCall } from '../../store/case-and-call.ts';
import { commandCase } from '../../store/cases.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

/** How long before the deadline an applicant who has not answered is reminded, in seconds: three days. */
const remindBefore = 3 * 24 * 60 * 60;

/** Notes what an applicant is asked to complete, and until when. Gives the seconds that are left, and until
 * the reminder. */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { state, published } = await readCaseAndCall(table, caseId);
  const now = toInstant(Date.now());
  const command = {
    type: 'request-completion',
    deadline: deadlineAfter(now, published.call.completionDays),
    missing: completable(state.findings).map(({ rule, subject }) => ({
      rule,
      ...(subject ? { subject } : {}),
    })),
  } as const;
  const outcome = accepted(await commandCase(table, caseId, command, orderOf('request-completion', 'once')));
  const seconds = secondsUntil(now, outcome.state.completion?.deadline ?? now);
  return { seconds, untilReminder: Math.max(1, seconds - remindBefore) };
});
