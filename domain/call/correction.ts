import type { Call } from './call.ts';

/** A value to stand at a place of a published call. */
export interface Correction {
  /** A JSON pointer into the call. */
  readonly place: string;
  readonly to: string;
}

/**
 * What may be corrected in a published call: the words of its name, its purpose, its themes, exclusions and required
 * parts; the contact person; and the closing. Never what applicants are judged by or what can be granted, since
 * they rely on it and are to be treated alike (Administrative Procedure Act 434/2003 § 6).
 */
const correctable: readonly RegExp[] = [
  /^\/(name|purpose)\/(sv|fi|en)$/,
  /^\/(themes|exclusions|requiredParts)\/\d+\/name\/(sv|fi|en)$/,
  /^\/authority\/contact\/(name|email|phone)$/,
  /^\/window\/closes$/,
];

export function isCorrectable(place: string): boolean {
  return correctable.some((pattern) => pattern.test(place));
}

/** What stands at a JSON pointer of the call, if it is a text. */
export function textAt(call: Call, place: string): string | undefined {
  const value = keysOf(place).reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | undefined)?.[key],
    call,
  );
  return typeof value === 'string' ? value : undefined;
}

/** The call with other texts at some places, which must be there. */
export function corrected(call: Call, corrections: readonly Correction[]): Call {
  return corrections.reduce((current, { place, to }) => withText(current, keysOf(place), to) as Call, call);
}

function keysOf(place: string): readonly string[] {
  return place.split('/').slice(1);
}

function withText(part: unknown, [key, ...others]: readonly string[], to: string): unknown {
  if (key === undefined) return to;
  if (Array.isArray(part)) {
    return part.map((item, index) => (String(index) === key ? withText(item, others, to) : item));
  }
  const record = part as Record<string, unknown>;
  return { ...record, [key]: withText(record[key], others, to) };
}
