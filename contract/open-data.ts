import * as z from 'zod/mini';
import type { Announcement } from '../domain/call/announcement.ts';
import type { Results } from '../domain/round/results.ts';
import { applicantKind } from './call.ts';
import { callId, cents, date, instant, line, municipalityCode, text } from './fields.ts';

const businessId = z.string().check(z.regex(/^\d{7}-\d$/));

/** A call's results as they are published (Decree 1394/2022 § 2, § 8). Nothing else gets in: fields are closed. */
export const results = z.strictObject({
  format: z.literal('anslag-results-1'),
  call: z.strictObject({ id: callId, name: text, authority: text }),
  appropriationCents: cents,
  appliedCents: cents,
  awardedCents: cents,
  applications: z.array(
    z.strictObject({
      caseNumber: z.string().check(z.regex(/^[A-Z]{2,6}\/\d{4}\/\d{4,}$/)),
      initiated: date,
      appliedCents: cents,
      applicant: line,
      businessId,
      decided: date,
      awardedCents: cents,
      notGranted: z.boolean(),
      outcome: z.enum(['grantedInFull', 'grantedInPart', 'refused', 'dismissed']),
      purpose: line,
      area: z.array(z.strictObject({ code: municipalityCode, sv: z.string(), fi: z.string() })),
    }),
  ),
});

/** What is told of a call when it is announced (Decree 1394/2022 § 1). */
export const announcement = z.strictObject({
  format: z.literal('anslag-call-1'),
  id: callId,
  authority: text,
  name: text,
  description: text,
  grantType: z.literal('project'),
  recipients: z.array(applicantKind),
  period: z.literal('limited'),
  opensAt: instant,
  closesAt: instant,
  goals: z.array(text),
  totalCents: cents,
  address: z.url(),
});

results satisfies z.ZodMiniType<Results>;
announcement satisfies z.ZodMiniType<Announcement>;

/** The formats of the open data by name, as JSON Schema (draft 2020-12). */
export const openDataSchemas: Readonly<Record<string, object>> = {
  results: titled('The results of a grant call', results),
  call: titled('The announcement of a grant call', announcement),
};

function titled(title: string, schema: z.ZodMiniType): object {
  return { title, ...z.toJSONSchema(schema) };
}
