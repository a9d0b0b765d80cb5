import * as z from 'zod/mini';
import type { Decision } from '../../domain/decision/decision.ts';
import type {
  RectificationDecided,
  RectificationRequested,
} from '../../domain/rectification/rectification.ts';
import { application, attachment } from '../application.ts';
import { draftDocument } from '../draft.ts';
import { callId, date, digest, instant, opaqueId } from '../fields.ts';
import {
  arrival,
  asLogged,
  businessId,
  caseNumber,
  completion,
  consequence,
  correction,
  explainedFault,
  file,
  next,
  outcome,
  requirement,
  rule,
  sentence,
  timeline,
  uploadAddress,
} from './shared.ts';

const revision = z.int().check(z.minimum(1));

const sent = z.strictObject({
  revision,
  version: z.int(),
  applicationSha256: digest,
  sha256: digest,
  by: z.string(),
  at: instant,
});

const ready = z.strictObject({ revision, by: z.string(), at: instant });

/** A draft as its writers see it. */
export const draft = z.strictObject({
  draftId: opaqueId,
  callId,
  businessId,
  caseId: opaqueId,
  revision,
  document: draftDocument,
  createdAt: instant,
  savedAt: instant,
  savedBy: z.string(),
  ready: z.optional(ready),
  sent: z.optional(sent),
  attachments: z.array(z.strictObject({ ...attachment.shape, uploaded: z.boolean() })),
  mayAct: z.boolean(),
  editors: z.array(z.string()),
});

export const savedDraft = z.strictObject({ revision, savedAt: instant, savedBy: z.string() });

export const removed = z.strictObject({ removed: z.string() });

export const draftCheck = z.strictObject({
  revision,
  /** Whether the intake would take it; the findings do not keep anybody from sending. */
  sendable: z.boolean(),
  faults: z.array(explainedFault),
  findings: z.array(
    z.strictObject({
      place: z.string(),
      rule,
      subject: z.optional(z.string()),
      outcome,
      consequence,
      requirement: z.string(),
      reason: z.string(),
      sentence,
    }),
  ),
});

export const announcedAttachment = z.strictObject({
  ...attachment.shape,
  uploaded: z.boolean(),
  /** Where to put it, unless it has arrived before. */
  upload: z.optional(z.strictObject({ ...uploadAddress.shape, expiresAt: instant })),
});

export const invitation = z.strictObject({ secret: z.string(), expiresAt: instant });

export const acceptedInvitation = z.strictObject({ draftId: opaqueId });

export const readiness = z.strictObject({ revision, ready: z.optional(ready) });

/** What was sent; its receipt, with number and time, is `GET /applications/{caseId}` as soon as the intake is through. */
export const sentDraft = z.strictObject({ caseId: opaqueId, ...sent.shape });

const shownStage = z.enum(['opened', 'completing', 'withdrawn', 'in-preparation', 'decided']);

export const applicationList = z.strictObject({
  applications: z.array(
    z.strictObject({
      draftId: z.optional(opaqueId),
      caseId: z.optional(opaqueId),
      callId,
      callName: z.string(),
      businessId,
      title: z.string(),
      stage: z.union([z.literal('draft'), shownStage]),
      number: z.optional(caseNumber),
      arrivedAt: z.optional(instant),
      closesAt: instant,
      savedAt: z.optional(instant),
      tasks: z.array(
        z.strictObject({
          kind: z.enum(['send', 'sign', 'complete', 'answer-hearing', 'read-decision']),
          deadline: z.optional(instant),
        }),
      ),
    }),
  ),
  next,
});

export const openedApplication = z.strictObject({ caseId: opaqueId, closesAt: instant });

export const openedVersion = z.strictObject({
  version: z.int(),
  expiresAt: instant,
  uploads: z.array(uploadAddress),
});

/** One accepted version of an application. */
export const applicationVersion = z.strictObject({
  ...arrival.shape,
  files: z.array(file),
  application,
});

/** A case as its applicant may see it. */
export const applicationView = z.strictObject({
  stage: shownStage,
  callId,
  number: z.optional(caseNumber),
  arrivedAt: z.optional(instant),
  versions: z.array(z.strictObject({ version: z.int(), fate: z.enum(['awaited', 'accepted', 'rejected']) })),
  sha256: z.optional(digest),
  completion: z.optional(completion),
  decision: z.optional(asLogged<Decision>()),
  decidedAt: z.optional(instant),
  declinedAt: z.optional(instant),
  withdrawnAt: z.optional(instant),
  /** What the applicant is heard about. */
  hearing: z.optional(correction),
  timeline,
  rejections: z.array(
    z.strictObject({
      version: z.int(),
      arrivedAt: instant,
      faults: z.array(z.strictObject({ ...explainedFault.shape, text: z.optional(z.string()) })),
    }),
  ),
  requirements: z.optional(z.array(requirement)),
});

export const requestedRectification = z.strictObject({
  number: caseNumber,
  deadline: instant,
  late: z.boolean(),
});

export const ownRectification = z.strictObject({
  request: asLogged<Omit<RectificationRequested['data'], 'barred'>>(),
  requestedAt: instant,
  decided: z.optional(asLogged<RectificationDecided['data']>()),
  decidedAt: z.optional(instant),
  /** The letter of the decision on it, once it is written. */
  letter: z.optional(z.strictObject({ sha256: digest })),
});

export const declinedGrant = z.strictObject({ declinedAt: instant });

export const requestedExtension = z.strictObject({ until: date });

export const withdrawnApplication = z.strictObject({ withdrawnAt: instant });

export const answeredHearing = z.strictObject({ answeredAt: instant });
