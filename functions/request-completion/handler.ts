import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { completable } from '../../domain/eligibility/screening.ts';
import { deadlineAfter, toInstant } from '../../domain/time.ts';
import { readCaseAndCall } from '../../store/case-and-call.ts';
import { commandCase } from '../../store/cases.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

/** Notes what an applicant is asked to complete, and until when. */
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
  accepted(await commandCase(table, caseId, command, orderOf('request-completion', 'once')));
  return {};
});
