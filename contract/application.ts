import * as z from 'zod/mini';
import type { Application } from '../domain/application/application.ts';
import { applicantKind, costCategory } from './call.ts';
import { callId, cents, date, digest, email, line, municipalityCode, prose } from './fields.ts';

/** The name of the file that makes a submission: uploaded last, it lists all the others. */
export const applicationFileName = 'application.json';

/** What an upload may be, in bytes and number; the upload addresses are given for nothing else. */
export const uploadLimits = {
  applicationBytes: 1_000_000,
  /** OPH's service takes attachments up to 50 MB; so do we. */
  attachmentBytes: 50_000_000,
  attachments: 20,
} as const;

/** A file's name as a person knows it: no path, no control characters. */
const fileName = z.string().check(z.maxLength(200), z.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._()-]*$/u));

/** The kinds of file that can be attached; the type is checked against the file's own first bytes. */
const attachmentType = z.enum(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);

export const attachment = z.strictObject({
  name: fileName,
  sizeBytes: z.int().check(z.minimum(1), z.maximum(uploadLimits.attachmentBytes)),
  type: attachmentType,
  sha256: digest,
});

/** The content of `application.json`. Unknown fields are refused: a misspelt field must not be a lost one. */
export const application = z.strictObject({
  format: z.literal('anslag-application-1'),
  callId,
  language: z.enum(['sv', 'fi']),
  applicant: z.strictObject({
    kind: applicantKind,
    name: line,
    businessId: z.string().check(z.regex(/^\d{7}-\d$/)),
    municipality: z.optional(municipalityCode),
    email,
  }),
  contact: z.strictObject({ name: line, email, phone: z.optional(line) }),
  project: z.strictObject({
    title: line,
    summary: prose,
    themes: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
    starts: date,
    ends: date,
  }),
  parts: z.record(z.string().check(z.regex(/^[a-z][a-zA-Z]{0,39}$/)), prose),
  participants: z
    .array(
      z.strictObject({
        municipality: municipalityCode,
        email,
        shareCents: cents,
        represented: z.optional(z.boolean()),
      }),
    )
    .check(z.maxLength(310)),
  costs: z
    .array(
      z
        .strictObject({
          category: costCategory,
          description: line,
          cents,
          vatCents: cents,
          internal: z.optional(z.boolean()),
        })
        .check(
          z.refine((item) => item.vatCents <= item.cents, {
            path: ['vatCents'],
            error: 'vat-above-cost',
          }),
        ),
    )
    .check(z.minLength(1), z.maxLength(500)),
  financing: z.strictObject({ requestedCents: cents, ownCents: cents, otherPublicCents: cents }),
  attachments: z.array(attachment).check(z.maxLength(uploadLimits.attachments)),
});

/** The schema gives all that the domain's type asks for; a difference is a compile error here. */
application satisfies z.ZodMiniType<Application>;
