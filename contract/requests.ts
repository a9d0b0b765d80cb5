import * as z from 'zod/mini';
import { officialRoles } from '../domain/round/name-officials.ts';
import { applicationFileName, attachment, uploadLimits } from './application.ts';
import { call } from './call.ts';
import { cents, commandId, date, digest, email, line, opaqueId, username } from './fields.ts';
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

const officialRole = z.enum(officialRoles);

/** POST /calls/{callId}/officials: who is given a role in a published call, who leaves one, and why; part of the call's log. */
export const nameOfficialsRequest = z.strictObject({
  commandId,
  named: z
    .array(z.strictObject({ username, role: officialRole, name: line, email: z.optional(email) }))
    .check(z.maxLength(50)),
  released: z.array(z.strictObject({ username, role: officialRole })).check(z.maxLength(50)),
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

/** POST /calls/{callId}/ties: which cases an official went through, and in which of them a ground bars them. */
export const declareTiesRequest = z.strictObject({
  commandId,
  considered: z.array(opaqueId).check(z.minLength(1), z.maxLength(1000)),
  ties: z
    .array(
      z.strictObject({
        caseId: opaqueId,
        ground: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
      }),
    )
    .check(z.maxLength(1000)),
});

/** POST /cases/{caseId}/rectification/decision */
export const rectificationDecisionRequest = z.strictObject({
  commandId,
  outcome: z.enum(['unchanged', 'changed', 'not-examined']),
  reasons: prose,
  awardedCents: z.optional(cents),
});

/** POST /applications/{caseId}/refusal: the recipient does not take the grant. */
export const declineGrantRequest = z.strictObject({ commandId, reason: prose });

/** POST /calls/{callId}/reallocations. The sums are what the call has, and holds back, from then on, in all. */
export const reallocationRequest = z.strictObject({
  commandId,
  reason: prose,
  appropriationCents: z.optional(cents),
  reserveCents: z.optional(cents),
});

/** POST /calls/{callId}/reallocations/{plan}/decision. A reason is needed where it is returned. */
export const reallocationDecisionRequest = z.strictObject({
  commandId,
  approve: z.boolean(),
  reason: z.optional(prose),
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

const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));

/** POST /applications/{caseId}/extension: until when an applicant who is to complete asks for more time, and why. */
export const requestExtensionRequest = z.strictObject({ commandId, until: date, reason });

/** POST /applications/{caseId}/withdrawal. */
export const withdrawApplicationRequest = z.strictObject({ commandId, reason: z.optional(reason) });

/**
 * POST /cases/{caseId}/corrections: what a decided case's decision is to say instead, on which ground and why. More cannot
 * be granted by a correction.
 */
export const proposeCorrectionRequest = z.strictObject({
  commandId,
  ground: z.enum(['typing-error', 'factual-error']),
  causedByApplicant: z.boolean(),
  reason,
  changes: z.strictObject({
    title: z.optional(line),
    applicantName: z.optional(line),
    awardedCents: z.optional(cents),
  }),
});

/** POST /applications/{caseId}/statement: the answer of an applicant who is heard about a correction. */
export const answerHearingRequest = z.strictObject({ commandId, consents: z.boolean(), statement: reason });

/** POST /cases/{caseId}/last-instalment: when the last instalment of a grant was paid. */
export const noteLastInstalmentRequest = z.strictObject({ commandId, paidOn: date });

/** POST /cases/{caseId}/removal: confirms that a case's data are removed, or keeps them until a date; with the reason. */
export const answerRemovalRequest = z.strictObject({ commandId, keepUntil: z.optional(date), reason });
