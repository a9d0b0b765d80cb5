import * as z from 'zod/mini';
import { applicationFileName, attachment, uploadLimits } from './application.ts';
import { call } from './call.ts';
import { cents, commandId, digest, email } from './fields.ts';
import { officials } from './officials.ts';
import { scores } from './task-answer.ts';

/** POST /calls. The seed breaks ties; only its digest is public until the call has closed. */
export const publishCallRequest = z.strictObject({
  commandId,
  call,
  officials,
  seed: z.string().check(z.minLength(16), z.maxLength(200)),
});

/** POST /calls/{callId}/corrections: what a published call is to say instead, and why; part of the call's log. */
export const correctCallRequest = z.strictObject({
  commandId,
  corrections: z
    .array(
      z.strictObject({ place: z.string().check(z.maxLength(200)), to: z.string().check(z.maxLength(4000)) }),
    )
    .check(z.minLength(1), z.maxLength(50)),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
});

/** POST /cases/{caseId}/scores: an evaluator changes what they scored, all of it, before the scores are combined. */
export const changeScoresRequest = z.strictObject({
  commandId,
  scores,
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
});

/** POST /calls/{callId}/applications. `businessId` is one the person may act for. */
export const openApplicationRequest = z.strictObject({
  commandId,
  businessId: z.string().check(z.regex(/^\d{7}-\d$/)),
  email,
  language: z.enum(['sv', 'fi']),
});

/** The file `application.json` as it is announced. */
const applicationFile = z.strictObject({
  name: z.literal(applicationFileName),
  sizeBytes: z.int().check(z.minimum(2), z.maximum(uploadLimits.applicationBytes)),
  type: z.literal('application/json'),
  sha256: digest,
});

const prose = z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000));

/** POST /applications/{caseId}/rectification: what is to be changed, and why (Administrative Procedure Act § 49 d). */
export const rectificationRequest = z.strictObject({ commandId, demand: prose, grounds: prose });

/** POST /cases/{caseId}/disqualification: an evaluator's own, with its ground (Administrative Procedure Act § 28). */
export const disqualificationRequest = z.strictObject({
  ground: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
});

/** POST /cases/{caseId}/rectification/decision */
export const rectificationDecisionRequest = z.strictObject({
  commandId,
  outcome: z.enum(['unchanged', 'changed', 'not-examined']),
  reasons: prose,
  awardedCents: z.optional(cents),
});

/** POST /cases/{caseId}/mails/{key}/resend: to the same addresses, or to others. */
export const resendRequest = z.strictObject({
  commandId,
  to: z.optional(z.array(email).check(z.minLength(1), z.maxLength(5))),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
});

/** POST /applications/{caseId}/versions: what the client is going to upload, and nothing else will be taken. */
export const openVersionRequest = z.strictObject({
  commandId,
  application: applicationFile,
  attachments: z.array(attachment).check(
    z.maxLength(uploadLimits.attachments),
    z.refine((files) => new Set(files.map(({ name }) => name)).size === files.length, {
      error: 'name-repeated',
    }),
  ),
});
