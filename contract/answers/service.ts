import * as z from 'zod/mini';
import { date, email, instant, opaqueId } from '../fields.ts';
import { caseNumber, next } from './shared.ts';

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
