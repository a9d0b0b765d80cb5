import * as z from 'zod/mini';
import { isLocalTime } from '../domain/time.ts';

/** Building blocks that several formats share. Every text is bounded, so that nothing grows without limit. */

/** One line of text a person wrote, 1 to 300 characters, without control characters. */
export const line = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(300),
  z.refine((text) => !hasControlCharacter(text), { error: 'control-character' }),
);

/** Text of several lines, at most 20 000 characters. May be empty: what is missing is the screening's business. */
export const prose = z.string().check(z.maxLength(20_000));

/** Euro cents: a whole number from 0 to 10 billion euros. */
export const cents = z.int().check(z.minimum(0), z.maximum(1_000_000_000_000));

/** A calendar date that exists, `2022-04-25`. */
export const date = z.iso.date();

/** An instant in UTC, `2022-04-25T13:15:00.000Z`. */
export const instant = z.iso.datetime();

/** A local time in Finland that exists, `2022-04-25T16:15`; the spring change leaves an hour out. */
export const localTime = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { abort: true }),
    z.refine(isLocalTime, { error: 'no-such-time' }),
  );

/** SHA-256 in lower-case hexadecimal. */
export const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * An e-mail address that can be written to: at most 254 characters (RFC 5321 § 4.5.3.1.3), no display name, no
 * line breaks, so that it can never become a second header or a second recipient.
 */
export const email = z.email().check(z.maxLength(254));

/** Statistics Finland's code of a municipality. */
export const municipalityCode = z.string().check(z.regex(/^\d{3}$/));

/** An opaque id of ours. */
export const opaqueId = z.uuid();

/** A call's id, part of addresses and of execution names. */
export const callId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

/** A command's id, chosen by the client: repeating the request with the same id repeats the answer. */
export const commandId = z.uuid();

/** A person's user name in the authority's directory. */
export const username = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/));

/** One text in each language. */
export const text = z.strictObject({
  sv: z.string().check(z.minLength(1), z.maxLength(4000)),
  fi: z.string().check(z.minLength(1), z.maxLength(4000)),
  en: z.string().check(z.minLength(1), z.maxLength(4000)),
});

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
