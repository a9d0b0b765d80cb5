import * as z from 'zod/mini';
import { commandCase } from '../../store/cases.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';
import { submission } from '../submission.ts';

const table = settingsTable();

const fault = z.object({
  place: z.string(),
  code: z.string(),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

const input = z.extend(submission, { faults: z.array(fault).check(z.minLength(1)) });

/** Keeps all faults of a submission that cannot be taken in, so that its applicant can be told them at once. */
export const handler = step(input, async ({ caseId, version, arrivedAt, faults }) => {
  const command = { type: 'reject-submission', version, arrivedAt, faults } as const;
  accepted(await commandCase(table, caseId, command, orderOf('reject-submission', String(version))));
  return {};
});
