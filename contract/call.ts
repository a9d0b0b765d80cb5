import * as z from 'zod/mini';
import type { Call } from '../domain/call/call.ts';
import { allocationRule } from './allocation-rule.ts';
import { inconsistencies } from './call-consistency.ts';
import { callId, cents, date, email, line, localTime, text } from './fields.ts';

const id = z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{0,39}$/));
const percent = z.int().check(z.minimum(0), z.maximum(100));
const days = z.int().check(z.minimum(1), z.maximum(365));

/** A place in the call, as a JSON pointer (RFC 6901). */
const pointer = z.string().check(z.regex(/^(\/[^/]+)+$/));

const source = line;

const sentence = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(2000)), source });

const duty = z.strictObject({ text, source });

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
    window: z.strictObject({ opens: localTime, closes: localTime }),
    applicants: z.strictObject({
      kinds: z.array(applicantKind).check(z.minLength(1)),
      minimumMunicipalities: z.int().check(z.minimum(1), z.maximum(310)),
      sentence,
      onBehalf: z.boolean(),
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
      onlyIfNecessary: z.array(costCategory),
      sentence,
    }),
    requiredParts: z.array(z.strictObject({ id, name: text, sentence })),
    evaluation: z.strictObject({
      evaluatorsPerCase: z.int().check(z.minimum(1), z.maximum(10)),
      days,
      disagreementPoints: z.int().check(z.minimum(1), z.maximum(100)),
      criteria: z
        .array(
          z.strictObject({
            id,
            name: text,
            weight: percent,
            best: z.int().check(z.minimum(1), z.maximum(100)),
            source,
          }),
        )
        .check(z.minLength(1)),
    }),
    completionDays: days,
    allocation: allocationRule,
    grant: z.strictObject({
      periodEnds: date,
      reportDue: date,
      reporting: z.array(duty),
      conditions: z.array(duty),
    }),
    sources: z.array(
      z.strictObject({
        key: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/)),
        title: line,
        tells: z.array(pointer),
      }),
    ),
    assumptions: z.array(
      z.strictObject({
        about: z.array(pointer),
        text: z.string().check(z.minLength(1), z.maxLength(1000)),
      }),
    ),
  })
  .check(
    // Also where other parts are faulty, so that an official learns everything at once.
    z.superRefine(
      (value, { issues }) => {
        const faulty = new Set(issues.map(({ path }) => path?.[0]));
        for (const { path, code } of inconsistencies(value as Call, (part) => !faulty.has(part))) {
          issues.push({ code: 'custom', path: [...path], message: code, input: value });
        }
      },
      { when: () => true },
    ),
  );

/** The schema gives all that the domain's type asks for; a difference is a compile error here. */
call satisfies z.ZodMiniType<Call>;
