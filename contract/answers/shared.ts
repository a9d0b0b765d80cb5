import * as z from 'zod/mini';
import type { CorrectionChanges } from '../../domain/case/events.ts';
import { ruleIds } from '../../domain/eligibility/rule.ts';
import type { Happening, KeptEvent } from '../../domain/log/event.ts';
import { attachment } from '../application.ts';
import { cents, date, digest, instant } from '../fields.ts';

/** Parts that several answers have. */

export const businessId = z.string().check(z.regex(/^\d{7}-\d$/));

export const caseNumber = z.string().check(z.regex(/^[A-Z]{2,6}\/\d{4}\/\d{4,}$/));

/** Opaque to whoever reads it; only ever handed back. */
export const id = z.string().check(z.minLength(1), z.maxLength(200));

export const fraction = z.strictObject({ numerator: z.int(), denominator: z.int() });

/** Where a file can be read for some minutes. */
export const download = z.strictObject({ url: z.url(), sha256: digest });

/** Where a file can be put, and the headers that must be sent with it. */
export const uploadAddress = z.strictObject({
  name: z.string(),
  method: z.literal('PUT'),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
});

/** A file as it was announced. */
export const file = z.strictObject({ ...attachment.shape, type: z.string() });

export const sentence = z.strictObject({ text: z.string(), source: z.string() });

/** A fault of an input at its place, as a code and in words. */
export const explainedFault = z.strictObject({
  /** A JSON pointer (RFC 6901); '' is the whole. */
  place: z.string(),
  code: z.string(),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  text: z.string(),
});

export const rule = z.enum(ruleIds);
export const outcome = z.enum(['met', 'notMet', 'missing', 'judgement']);
export const consequence = z.enum(['dismiss', 'refuse', 'reduce']);

/** One rule's result, with its reason in the reader's language. */
export const requirement = z.strictObject({
  rule,
  version: z.int(),
  subject: z.optional(z.string()),
  requirement: z.string(),
  outcome,
  reason: z.string(),
  judgement: z.optional(z.strictObject({ met: z.boolean(), reason: z.string() })),
  sentence,
});

const missingItem = z.strictObject({
  rule: z.optional(rule),
  subject: z.optional(z.string()),
  /** What a presenter wrote, in the applicant's language. */
  text: z.optional(z.string()),
});

export const costAssessment = z.strictObject({
  totalCents: cents,
  vatCents: cents,
  ineligibleCents: cents,
  eligibleCents: cents,
  requestedCents: cents,
  maximumCents: cents,
  grantableCents: cents,
});

/** When an accepted version arrived. */
export const arrival = z.strictObject({
  version: z.int(),
  arrivedAt: instant,
  sha256: digest,
  completes: z.boolean(),
});

/** An object as the log has it: its shape is the domain's type, which the log's own readers vouch for. */
export function asLogged<Type extends object>(shape: z.core.$ZodShape = {}): z.ZodMiniType<Type> {
  return z.looseObject(shape) as unknown as z.ZodMiniType<Type>;
}

export const event = asLogged<KeptEvent>({
  stream: z.string(),
  sequence: z.int(),
  type: z.string(),
  at: instant,
  hash: digest,
  previous: digest,
  commitment: digest,
});

/** One thing that happened: when and by whom, and what, in the reader's language. */
export const timeline = z.array(z.strictObject({ at: z.string(), who: z.string(), what: z.string() }));

/** What an applicant was asked to complete, by when, and what it asked and was answered about the time. */
export const completion = z.strictObject({
  request: z.int(),
  requestedAt: instant,
  deadline: instant,
  missing: z.array(missingItem),
  outcome: z.enum(['awaited', 'answered', 'expired']),
  extensions: z.array(
    z.strictObject({
      request: z.int(),
      until: date,
      reason: z.string(),
      outcome: z.enum(['awaited', 'granted', 'refused']),
      answer: z.optional(z.string()),
    }),
  ),
});

/** A correction of a decision that is proposed. */
export const correction = z.strictObject({
  proposal: z.int(),
  proposedBy: z.string(),
  ground: z.enum(['typing-error', 'factual-error']),
  reason: z.string(),
  changes: asLogged<CorrectionChanges>(),
  causedByApplicant: z.boolean(),
  hearUntil: z.optional(instant),
  answer: z.optional(z.strictObject({ consents: z.boolean(), statement: z.string() })),
});

/** The cursor of a list's next part; none at its end. */
export const next = z.optional(z.string());

export const caseStage = z.enum([
  'unopened',
  'opened',
  'registered',
  'screened',
  'completing',
  'completed',
  'evaluating',
  'evaluated',
  'concluded',
  'decided',
  'withdrawn',
  'removed',
]);

/** The event that a person's answer became. */
export const noted = z.strictObject({
  type: z.string(),
  at: instant,
  data: asLogged<Happening['data']>(),
  sequence: z.int(),
});
