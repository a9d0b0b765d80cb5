import * as z from 'zod/mini';
import type { Allocation, Plan } from '../../domain/allocation/plan.ts';
import type { Move, Scenario } from '../../domain/allocation/what-if.ts';
import type { AllocationChange, AwardMove } from '../../domain/round/events.ts';
import { allocationRule } from '../allocation-rule.ts';
import { callId, cents, digest, instant, opaqueId } from '../fields.ts';
import { officials } from '../officials.ts';
import { callStage } from './public.ts';
import { asLogged, businessId, caseNumber, caseStage, next, noted } from './shared.ts';
import { task, taskKind } from './tasks.ts';

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
    }),
  ),
  /** Whether the reader publishes calls, confirms removals, or reads all there is. */
  mayPublish: z.boolean(),
  mayRemove: z.boolean(),
  mayAudit: z.boolean(),
  /** Feedback that waits for an answer, for whoever publishes calls. */
  openFeedback: z.int(),
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

/** What a plan answers for as a whole, in words. */
const planAccount = z.strictObject({
  /** What nobody gets, and why. */
  left: z.strictObject({ cents, reasons: z.array(z.string()) }),
  /** How sure it is that no plan is better, where the policy seeks the best. */
  proof: z.optional(z.string()),
  /** Who is refused although somebody after them in the order is funded; only such as the reader may know of. */
  passedOver: z.array(z.string()),
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
      /** Absent where no plan keeps the limits. */
      account: z.optional(planAccount),
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
  account: planAccount,
});

export const decidedReallocation = z.strictObject({ ...noted.shape, awardedCents: cents });

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
