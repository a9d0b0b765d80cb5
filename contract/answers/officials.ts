import * as z from 'zod/mini';
import type { Allocation, Plan } from '../../domain/allocation/plan.ts';
import type { Move, Scenario } from '../../domain/allocation/what-if.ts';
import type { CostAssessment } from '../../domain/application/costs.ts';
import type { LetterRendered } from '../../domain/case/events.ts';
import type { Issued, Removal } from '../../domain/case/state.ts';
import type { BatchSignature } from '../../domain/decision/batch.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import type { Fault } from '../../domain/fault.ts';
import type { Happening } from '../../domain/log/event.ts';
import { mailKinds } from '../../domain/mail/events.ts';
import type {
  RectificationDecided,
  RectificationRequested,
} from '../../domain/rectification/rectification.ts';
import type { AllocationChange, AwardMove } from '../../domain/round/events.ts';
import { taskKinds } from '../../domain/task/task.ts';
import { allocationRule } from '../allocation-rule.ts';
import { application } from '../application.ts';
import { callId, cents, date, digest, email, instant, opaqueId } from '../fields.ts';
import { officials } from '../officials.ts';
import { callStage } from './public.ts';
import {
  arrival,
  asLogged,
  businessId,
  caseNumber,
  completion,
  consequence,
  correction,
  costAssessment,
  event,
  file,
  fraction,
  id,
  next,
  outcome,
  requirement,
  rule,
  sentence,
  timeline,
} from './shared.ts';

const caseStage = z.enum([
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

const taskKind = z.enum(taskKinds);

const task = z.strictObject({
  id,
  kind: taskKind,
  callId,
  caseId: z.optional(opaqueId),
  caseNumber: z.optional(caseNumber),
  /** An evaluator's user name, a plan's or a batch's digest, the key of a message. */
  about: z.optional(z.string()),
  /** Who decided or prepared what it is about. */
  barred: z.optional(z.array(z.string())),
  openedAt: instant,
  deadline: instant,
});

export const shownTask = z.strictObject({ ...task.shape, done: z.boolean() });

/** The open tasks of a call that are for the reader. */
export const tasksOfCall = z.strictObject({ tasks: z.array(task), next });

/** The reader's open tasks over all calls, the earliest deadline first. */
export const taskList = z.strictObject({
  tasks: z.array(
    z.strictObject({
      ...task.shape,
      callName: z.string(),
      applicantName: z.optional(z.string()),
      title: z.optional(z.string()),
      /** The reader has to declare their ties to the call's applicants before they can open what it is about. */
      awaitsTies: z.boolean(),
    }),
  ),
  total: z.int(),
  next,
});

export const roundList = z.strictObject({
  rounds: z.array(
    z.strictObject({
      callId,
      name: z.string(),
      stage: callStage,
      opensAt: instant,
      closesAt: instant,
      /** What the reader is in the call. */
      relations: z.array(z.enum(['presenter', 'evaluator', 'reserve', 'decision-maker', 'auditor'])),
      /** A reallocation is proposed, and nobody has decided on it. */
      reallocationWaits: z.boolean(),
    }),
  ),
  /** Whether the reader publishes calls, confirms removals, or reads all there is. */
  mayPublish: z.boolean(),
  mayRemove: z.boolean(),
  mayAudit: z.boolean(),
  /** Feedback that waits for an answer, for whoever publishes calls. */
  openFeedback: z.int(),
});

const feedback = z.strictObject({
  feedbackId: opaqueId,
  at: instant,
  about: z.enum(['accessibility', 'other']),
  message: z.string(),
  page: z.optional(z.string()),
  email: z.optional(email),
  language: z.enum(['sv', 'fi', 'en']),
  answerBy: instant,
  answered: z.optional(z.strictObject({ at: instant, by: z.string(), note: z.string() })),
});

export const answeredFeedback = feedback;

export const feedbackList = z.strictObject({
  feedback: z.array(feedback),
  open: z.int(),
  next,
});

export const publishedCall = z.strictObject({
  callId,
  opensAt: instant,
  closesAt: instant,
  assumptions: z.array(z.string()),
});

/** Who handles the call from now on. */
export const namedOfficials = z.strictObject({ at: instant, sequence: z.int(), officials });

export const correctedCall = z.looseObject({ at: instant, sequence: z.int() });

const listing = z.looseObject({
  caseId: opaqueId,
  stage: caseStage,
  number: z.optional(caseNumber),
  applicantName: z.optional(z.string()),
  title: z.optional(z.string()),
  requestedCents: z.optional(cents),
});

export const caseList = z.strictObject({ cases: z.array(listing), next });

export const log = z.strictObject({ events: z.array(event) });

const remark = z.strictObject({ caseNumber, text: z.string() });

/** The decisions as they are drafted now. */
export const draftList = z.strictObject({
  batch: z.optional(digest),
  remarks: z.array(remark),
  drafts: z.array(
    z.strictObject({
      caseId: opaqueId,
      caseNumber,
      title: z.string(),
      applicant: z.string(),
      outcome: z.enum(['grantedInFull', 'grantedInPart', 'refused', 'dismissed']),
      awardedCents: cents,
      requestedCents: cents,
      digest,
      preview: z.strictObject({ key: z.string(), sha256: digest }),
    }),
  ),
});

export const whatIf = z.strictObject({
  plan: digest,
  comparison: z.strictObject({ key: z.string(), sha256: digest }),
  awardedCents: z.nullable(cents),
  moves: z.array(asLogged<Move>()),
  allocation: asLogged<Allocation>(),
});

const mail = z.looseObject({
  mail: z.enum(mailKinds),
  key: z.string(),
  to: z.array(z.string()),
  standing: z.enum(['wanted', 'sent', 'refused', 'failed', 'reordered']),
  attempt: z.int(),
  wantedAt: instant,
  messageIds: z.array(z.string()),
  delivered: z.array(z.string()),
  undelivered: z.array(z.string()),
  posted: z.optional(z.string()),
  /** Which case it is about, in the ledger of a call. */
  caseId: z.optional(opaqueId),
  caseNumber: z.optional(caseNumber),
  applicantName: z.optional(z.string()),
});

export const mailsOfCall = z.strictObject({ mails: z.array(mail), next });

export const mailsOfCase = z.strictObject({ mails: z.array(mail), openedAt: z.optional(instant) });

const planLine = z.strictObject({
  caseId: opaqueId,
  caseNumber,
  applicantName: z.optional(z.string()),
  title: z.optional(z.string()),
  rank: z.int(),
  /** In words of the reader's language, for instance `73,5`. */
  points: z.string(),
  grantableCents: cents,
  awardedCents: cents,
  outcome: z.enum(['in-full', 'in-part', 'none']),
  reason: z.string(),
});

/** How a call stands. */
export const roundPage = z.strictObject({
  callId,
  name: z.string(),
  stage: callStage,
  opensAt: instant,
  closesAt: instant,
  officials,
  progress: z.strictObject({
    registered: z.int(),
    opened: z.int(),
    stages: z.partialRecord(caseStage, z.int()),
  }),
  /** How many tasks of each kind are open. */
  tasks: z.partialRecord(taskKind, z.int()),
  ownTasks: z.array(task),
  money: z.strictObject({ appropriationCents: cents, requestedCents: cents, awardedCents: cents }),
  /** The rule of the allocation as it is applied now. */
  rule: allocationRule,
  /** How many cases the reader has yet to declare their ties to; until then the plan is not shown. */
  undeclared: z.int(),
  plan: z.optional(
    z.strictObject({
      plan: digest,
      proposal: z.int(),
      /** No plan keeps the limits; it has no lines. */
      awardedCents: cents,
      change: asLogged<AllocationChange>(),
      /** In how many parts a point of 100 is counted in a scenario's scores, threshold and bands. */
      scorePerPoint: z.int(),
      proposedAt: z.optional(instant),
      lines: z.array(planLine),
      /** How many lines the reader must not know of. */
      hidden: z.int(),
      /** Where no plan keeps the limits: which of them cannot be kept, in words. */
      unkept: z.array(z.string()),
    }),
  ),
  whatIfs: z.array(
    z.strictObject({
      name: z.string(),
      at: instant,
      by: z.optional(z.string()),
      comparison: digest,
      isOfThisPlan: z.boolean(),
      awardedCents: z.nullable(cents),
      scenario: asLogged<Scenario>(),
      /** Where no plan keeps the limits: which of them cannot be kept, in words. */
      unkept: z.array(z.string()),
      moves: z.array(
        z.strictObject({
          caseNumber,
          beforeCents: cents,
          afterCents: cents,
          rankBefore: z.int(),
          rankAfter: z.nullable(z.int()),
          /** Why it gets that, in words; absent where it is withdrawn. */
          reason: z.optional(z.string()),
        }),
      ),
    }),
  ),
  drafts: z.optional(z.strictObject({ batch: digest, revision: z.int(), count: z.int() })),
  remarks: z.array(remark),
  planApprovedBy: z.optional(z.string()),
  planApprovedAt: z.optional(instant),
  decidedBy: z.optional(z.string()),
  isPublished: z.boolean(),
});

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

/** The event that a person's answer became. */
export const noted = z.strictObject({
  type: z.string(),
  at: instant,
  data: asLogged<Happening['data']>(),
  sequence: z.int(),
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

/** The last proposed reallocation, with its plan. */
export const reallocation = z.looseObject({
  plan: z.looseObject({ sha256: digest }),
  moves: z.array(asLogged<AwardMove>()),
  reason: z.string(),
  proposedBy: z.string(),
  approved: z.boolean(),
  /** What the call has in all from its approval on. */
  appropriationCents: cents,
  allocation: asLogged<Plan>(),
  lines: z.array(planLine),
  hidden: z.int(),
  /** What nobody gets, and why, in words. */
  left: z.strictObject({ cents, reasons: z.array(z.string()) }),
});

export const decidedReallocation = z.strictObject({ ...noted.shape, awardedCents: cents });

export const decidedRectification = z.looseObject({ number: caseNumber });

export const reorderedMail = z.strictObject({ key: z.string() });

export const proposedCorrection = z.strictObject({ sequence: z.int() });

export const notedInstalment = z.strictObject({ paidOn: date });

/** The cases whose data wait to be removed, those that are due the longest first. */
export const removalList = z.strictObject({
  removals: z.array(
    z.strictObject({
      caseId: opaqueId,
      number: z.optional(caseNumber),
      applicantName: z.optional(z.string()),
      title: z.optional(z.string()),
      callName: z.string(),
      due: instant,
      /** From what its time was counted (State Grants Act 688/2001 § 32 d), and when that was. */
      basis: z.optional(z.enum(['granted', 'not-granted', 'withdrawn'])),
      since: z.optional(z.union([instant, date])),
    }),
  ),
  next,
});

export const answeredRemoval = z.strictObject({ type: z.string(), at: instant });

/** The cases of a call as far as an official must know them to say what bars them. */
export const tiesPage = z.strictObject({
  cases: z.array(
    z.strictObject({
      caseId: opaqueId,
      number: z.optional(caseNumber),
      businessId: z.optional(businessId),
      applicantName: z.optional(z.string()),
      municipalities: z.array(z.string()),
      isConsidered: z.boolean(),
      isBarred: z.boolean(),
    }),
  ),
});

export const declaredTies = z.strictObject({ considered: z.int(), ties: z.int(), at: instant });
