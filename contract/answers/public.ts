import * as z from 'zod/mini';
import type { Batch, BatchSignature } from '../../domain/decision/batch.ts';
import { call } from '../call.ts';
import { callId, cents, date, digest, instant, opaqueId } from '../fields.ts';
import { asLogged, businessId, caseNumber } from './shared.ts';

export const callStage = z.enum([
  'unpublished',
  'published',
  'closed',
  'proposed',
  'approved',
  'drafted',
  'returned',
  'decided',
  'finished',
]);

/** A published call as anybody reads it. */
export const publicCall = z.safeExtend(call, {
  opensAt: instant,
  closesAt: instant,
  seedCommitment: digest,
  stage: callStage,
});

export const callList = z.strictObject({ calls: z.array(publicCall) });

/** What anybody who holds a letter may learn of it. */
export const verification = z.strictObject({
  of: z.enum(['letter', 'translation', 'archive-copy', 'decision']),
  callId,
  caseNumber,
  inForce: z.boolean(),
  replacedBy: z.optional(caseNumber),
  applicant: z.string(),
  businessId,
  outcome: z.enum([
    'grantedInFull',
    'grantedInPart',
    'refused',
    'dismissed',
    'unchanged',
    'changed',
    'not-examined',
  ]),
  awardedCents: cents,
  decidedAt: instant,
  decision: digest,
  batch: asLogged<Batch>(),
  signature: asLogged<BatchSignature>(),
});

export const municipalityList = z.strictObject({
  on: date,
  municipalities: z.array(
    z.strictObject({
      code: z.string(),
      name: z.strictObject({ fi: z.string(), sv: z.string() }),
      region: z.string(),
      language: z.enum(['sv', 'fi']),
      bilingual: z.boolean(),
      merged: z.optional(z.strictObject({ lastDay: date, into: z.string() })),
    }),
  ),
});

/** That feedback came, and by when it is answered (Act 306/2019 § 10). */
export const acknowledgement = z.strictObject({ feedbackId: opaqueId, at: instant, answerBy: instant });
