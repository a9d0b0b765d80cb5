import * as z from 'zod/mini';
import { ruleIds } from '../domain/eligibility/rule.ts';
import { allocationChange } from './allocation-rule.ts';
import { date, digest } from './fields.ts';

const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));

const remarks = z
  .array(
    z.strictObject({ caseNumber: z.string().check(z.regex(/^[A-Z]{2,6}\/\d{4}\/\d{4,}$/)), text: reason }),
  )
  .check(z.minLength(1), z.maxLength(1000));

const ruleId = z.enum(ruleIds);

/** A presenter's answer to an applicant who asks for more time to complete; `until` where another date is given. */
const extensionAnswer = z.strictObject({
  kind: z.literal('answer-extension'),
  grant: z.boolean(),
  until: z.optional(date),
  reason,
});

/** A presenter's judgements; what follows from them is computed, not chosen. */
const screeningAnswer = z.strictObject({
  kind: z.literal('confirm-screening'),
  judgements: z
    .array(z.strictObject({ rule: ruleId, subject: z.optional(z.string()), met: z.boolean(), reason }))
    .check(z.maxLength(100)),
});

/** Instead of a confirmation: what a presenter asks the applicant to complete, in its language, each point by a requirement or not. */
const completionAnswer = z.strictObject({
  kind: z.literal('ask-completion'),
  points: z
    .array(z.strictObject({ rule: z.optional(ruleId), subject: z.optional(z.string()), text: reason }))
    .check(z.minLength(1), z.maxLength(50)),
});

/** All scores of one evaluator. */
export const scores = z
  .array(
    z.strictObject({
      criterion: z.string(),
      score: z.int(),
      justification: z.string().check(z.maxLength(4000)),
    }),
  )
  .check(z.maxLength(50));

/** An evaluator's scores, all of them. */
const scoresAnswer = z.strictObject({ kind: z.literal('score-case'), scores });

/** What a presenter concludes where evaluators are far apart: the points stand, or one more evaluator scores. */
const disagreementAnswer = z.strictObject({
  kind: z.literal('consider-disagreement'),
  another: z.boolean(),
  reason,
});

/** An evaluator's declaration of a ground that bars them from the case. */
const disqualificationAnswer = z.strictObject({
  kind: z.literal('declare-disqualification'),
  ground: reason,
});

/** A presenter's answer to a proposed plan, named by its digest so that no other can be meant; a no needs its reason. */
const planAnswer = z.strictObject({
  kind: z.literal('approve-plan'),
  plan: digest,
  approve: z.boolean(),
  reason: z.optional(reason),
  instead: z.optional(allocationChange),
});

/** A decision maker's answer to a batch of drafts, named by its digest; a no needs its reason. */
const draftsAnswer = z.strictObject({
  kind: z.literal('approve-drafts'),
  batch: digest,
  approve: z.boolean(),
  reason: z.optional(reason),
  /** What is to be mended in single drafts; without, the plan is thought over again. */
  remarks: z.optional(remarks),
});

/** A presenter's answer to the remarks on a batch: what is added to the reasons of each draft. */
const revisionAnswer = z.strictObject({
  kind: z.literal('revise-drafts'),
  batch: digest,
  additions: remarks,
});

/** When an official sent on paper what could not be delivered. */
const postAnswer = z.strictObject({ kind: z.literal('send-by-post'), sentOn: date });

/** A decision maker's answer to a proposed correction; a no needs its reason. */
const correctionAnswer = z.strictObject({
  kind: z.literal('decide-correction'),
  approve: z.boolean(),
  reason: z.optional(reason),
});

/** The answer to a task of an official. */
export const taskAnswer = z.discriminatedUnion('kind', [
  extensionAnswer,
  screeningAnswer,
  completionAnswer,
  scoresAnswer,
  disqualificationAnswer,
  disagreementAnswer,
  planAnswer,
  draftsAnswer,
  revisionAnswer,
  postAnswer,
  correctionAnswer,
]);

export type TaskAnswer = z.infer<typeof taskAnswer>;
