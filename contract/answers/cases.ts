import * as z from 'zod/mini';
import type { CostAssessment } from '../../domain/application/costs.ts';
import type { LetterRendered } from '../../domain/case/events.ts';
import type { Issued, Removal } from '../../domain/case/state.ts';
import type { BatchSignature } from '../../domain/decision/batch.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import type { Fault } from '../../domain/fault.ts';
import type {
  RectificationDecided,
  RectificationRequested,
} from '../../domain/rectification/rectification.ts';
import { application } from '../application.ts';
import { callId, cents, date, digest, instant, opaqueId } from '../fields.ts';
import { mail } from './mails.ts';
import {
  arrival,
  asLogged,
  businessId,
  caseNumber,
  caseStage,
  completion,
  consequence,
  correction,
  costAssessment,
  event,
  file,
  fraction,
  outcome,
  requirement,
  rule,
  sentence,
  timeline,
} from './shared.ts';

const finding = z.strictObject({
  rule,
  version: z.int(),
  subject: z.optional(z.string()),
  outcome,
  consequence,
  sentence,
  evidence: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});

const judgement = z.strictObject({
  rule,
  subject: z.optional(z.string()),
  met: z.boolean(),
  reason: z.string(),
});

const score = z.strictObject({ criterion: z.string(), score: z.int(), justification: z.string() });

/** A case as the reader may see it. */
export const casePage = z.strictObject({
  caseId: opaqueId,
  stage: caseStage,
  callId,
  callName: z.string(),
  businessId: z.optional(businessId),
  closesAt: z.optional(instant),
  email: z.optional(z.string()),
  language: z.optional(z.enum(['sv', 'fi'])),
  number: z.optional(caseNumber),
  arrivedAt: z.optional(instant),
  versions: z.array(
    z.strictObject({
      version: z.int(),
      files: z.array(file),
      expiresAt: instant,
      fate: z.enum(['awaited', 'accepted', 'rejected']),
    }),
  ),
  arrivals: z.array(arrival),
  current: z.optional(
    z.looseObject({
      version: z.int(),
      sha256: digest,
      arrivedAt: instant,
      summary: z.looseObject({
        applicantName: z.string(),
        title: z.string(),
        language: z.enum(['sv', 'fi']),
        email: z.string(),
        contactEmail: z.string(),
        requestedCents: cents,
      }),
    }),
  ),
  application: z.optional(
    z.union([z.strictObject({ value: application }), z.strictObject({ faults: z.array(asLogged<Fault>()) })]),
  ),
  findings: z.array(finding),
  requirements: z.array(requirement),
  judgements: z.array(judgement),
  completion: z.optional(completion),
  conclusion: z.optional(z.enum(['examine', 'refuse', 'dismiss'])),
  criteria: z.array(z.strictObject({ id: z.string(), name: z.string(), weight: z.number(), best: z.int() })),
  evaluators: z.array(
    z.strictObject({
      username: z.string(),
      standing: z.enum(['asked', 'scored', 'disqualified', 'released']),
      /** Empty as long as the reader must not see them. */
      scores: z.array(score),
    }),
  ),
  points: z.optional(fraction),
  disagreement: z.optional(
    z.strictObject({
      spread: fraction,
      standing: z.enum(['open', 'considered']),
      another: z.optional(z.string()),
    }),
  ),
  participants: z.optional(
    z.array(
      z.strictObject({
        municipality: z.string(),
        name: z.optional(z.string()),
        applies: z.boolean(),
        email: z.optional(z.string()),
        shareCents: z.optional(cents),
        represented: z.optional(z.boolean()),
      }),
    ),
  ),
  costs: z.optional(
    z.strictObject({
      ...costAssessment.shape,
      ineligible: z.array(asLogged<CostAssessment['ineligible'][number]>()),
    }),
  ),
  officialNames: z.record(z.string(), z.string()),
  /** Other cases of the same applicant or municipalities. */
  related: z.array(z.looseObject({ caseId: opaqueId, callId, number: caseNumber })),
  withdrawnAt: z.optional(instant),
  declinedAt: z.optional(instant),
  decision: z.optional(asLogged<Decision>()),
  decidedAt: z.optional(instant),
  correction: z.optional(correction),
  /** What was issued before each correction. */
  earlier: z.array(asLogged<Issued>()),
  signature: z.optional(asLogged<BatchSignature>()),
  lastInstalment: z.optional(date),
  removal: z.optional(asLogged<Removal>()),
  timeline,
  letter: z.optional(asLogged<LetterRendered['data']>()),
  replacedBy: z.optional(caseNumber),
  openedAt: z.optional(instant),
  mails: z.array(mail),
  preparedBy: z.array(z.string()),
});

export const rectification = z.strictObject({
  request: asLogged<RectificationRequested['data']>(),
  requestedAt: instant,
  decided: z.optional(asLogged<RectificationDecided['data']>()),
  decidedAt: z.optional(instant),
  decidedBy: z.optional(z.string()),
  letter: z.optional(asLogged<LetterRendered['data']>()),
  signature: z.optional(asLogged<BatchSignature>()),
});

export const decidedRectification = z.looseObject({ number: caseNumber });

export const proposedCorrection = z.strictObject({ sequence: z.int() });

export const notedInstalment = z.strictObject({ paidOn: date });

export const log = z.strictObject({ events: z.array(event) });
