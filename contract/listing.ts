import * as z from 'zod/mini';
import { callId } from './fields.ts';

/** Where a list goes on: opaque to whoever asks, and only good for the list that gave it. */
const cursor = z.string().check(z.maxLength(400), z.regex(/^[A-Za-z0-9_-]+$/));

/** How many of a list at a time; written in the address, so text. */
const limit = z.string().check(z.regex(/^([1-9]|[1-9]\d|1\d\d|200)$/));

/** GET /tasks. */
export const taskQuery = z.strictObject({
  callId: z.optional(callId),
  kind: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/))),
  limit: z.optional(limit),
  cursor: z.optional(cursor),
});

/** What lists that are given in parts take. */
export const pageQuery = z.strictObject({ limit: z.optional(limit), cursor: z.optional(cursor) });

/** GET /municipalities. */
export const municipalityQuery = z.strictObject({
  /** Part of a name in either language, or a code. */
  name: z.optional(z.string().check(z.maxLength(60))),
  /** Which were municipalities on this day; today's otherwise. */
  on: z.optional(z.iso.date()),
});
