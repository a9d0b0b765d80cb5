import * as z from 'zod/mini';
import { commandId, email } from './fields.ts';

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));

/** POST /feedback. Nobody needs to say who they are. */
export const feedbackRequest = z.strictObject({
  commandId,
  about: z.enum(['accessibility', 'other']),
  message: words,
  page: z.optional(z.string().check(z.regex(/^\/[\w\-./~%?=&#]{0,300}$/))),
  email: z.optional(email),
});

/** POST /feedback/{feedbackId}/answer: how it was answered, or why it needed no answer. */
export const answerFeedbackRequest = z.strictObject({ note: words });
