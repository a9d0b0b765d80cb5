import * as z from 'zod/mini';
import type { Call } from '../domain/call/call.ts';
import { callId, cents, date, email, line, localTime, text } from './fields.ts';

const id = z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{0,39}$/));
const percent = z.int().check(z.minimum(0), z.maximum(100));
const days = z.int().check(z.minimum(1), z.maximum(365));

const sentence = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(2000)), source: line });

/** The legal forms an applicant can have. */
export const applicantKind = z.enum([
  'municipality',
  'jointAuthority',
  'company',
  'association',
  'wellbeingCounty',
]);

/** The kinds of cost an application and a call can name. */
export const costCategory = z.enum([
  'personnel',
  'travel',
  'premises',
  'services',
  'supplies',
  'licences',
  'equipment',
  'investment',
]);

/** A call as its file in `calls/` and the request that publishes it give it. Unknown fields are refused. */
export const call = z
  .strictObject({
    id: callId,
    name: text,
    purpose: text,
    authority: z.strictObject({
      name: text,
      contact: z.strictObject({ name: line, email, phone: line }),
      registerPrefix: z.string().check(z.regex(/^[A-Z]{2,6}$/)),
    }),
    appropriation: z.strictObject({
      cents,
      budgetItem: z.string().check(z.regex(/^\d{2}\.\d{2}(\.\d{2})?$/)),
      pool: z.optional(z.strictObject({ id, cents })),
    }),
    window: z.strictObject({ opens: localTime, closes: localTime }).check(
      z.refine(({ opens, closes }) => opens < closes, {
        path: ['closes'],
        error: 'closes-before-it-opens',
      }),
    ),
    applicants: z.strictObject({
      kinds: z.array(applicantKind).check(z.minLength(1)),
      minimumMunicipalities: z.int().check(z.minimum(1), z.maximum(310)),
      sentence,
    }),
    themes: z.array(z.strictObject({ id, name: text, sentence })),
    exclusions: z.array(
      z.strictObject({
        id,
        name: text,
        sentence,
        signs: z.array(z.string().check(z.minLength(3), z.lowercase())),
      }),
    ),
    costs: z.strictObject({
      maximumSharePercent: percent,
      eligible: z.array(costCategory).check(z.minLength(1)),
      sentence,
    }),
    requiredParts: z.array(z.strictObject({ id, name: text, sentence })),
    evaluation: z.strictObject({
      evaluatorsPerCase: z.int().check(z.minimum(1), z.maximum(10)),
      days,
      criteria: z
        .array(
          z.strictObject({
            id,
            name: text,
            weight: percent,
            best: z.int().check(z.minimum(1), z.maximum(100)),
            source: line,
          }),
        )
        .check(
          z.refine((criteria) => criteria.reduce((sum, { weight }) => sum + weight, 0) === 100, {
            error: 'weights-not-100',
          }),
        ),
    }),
    completionDays: days,
    allocation: z.strictObject({
      policy: z.literal('rank'),
      mode: z.enum(['strict', 'skip', 'offer']),
      thresholdPoints: percent,
      minimumPercent: percent,
      tieKeys: z.array(id),
    }),
    grant: z.strictObject({
      periodEnds: date,
      reportDue: date,
      conditions: z.array(z.strictObject({ text, source: line })),
    }),
    assumptions: z.array(z.string().check(z.minLength(1), z.maxLength(1000))),
  })
  .check(
    z.refine(
      ({ allocation, evaluation }) =>
        allocation.tieKeys.every((key) => evaluation.criteria.some((c) => c.id === key)),
      {
        path: ['allocation', 'tieKeys'],
        error: 'no-such-criterion',
      },
    ),
  );

/** The schema gives all that the domain's type asks for; a difference is a compile error here. */
call satisfies z.ZodMiniType<Call>;
