/** A moment in UTC as ISO 8601 with milliseconds, `2022-04-25T13:15:00.000Z`. Instants compare as text. */
export type Instant = string;

/** A local date and time without a zone, `2022-04-25T16:15`, as a call is announced in. */
export type LocalTime = string;

/** A calendar date, `2022-04-25`. */
export type LocalDate = string;

/** The zone in which Finnish authorities announce and calculate times. */
export const authorityZone = 'Europe/Helsinki';

const minute = 60_000;

/** The instant as text, from milliseconds since the epoch. */
export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

/**
 * The instant of a local time in the authority's zone. Where clocks are turned back and the time comes twice, the
 * first is meant. Throws a RangeError for a time that is malformed or that the spring change leaves out.
 */
export function instantOf(local: LocalTime): Instant {
  const wanted = parseLocal(local);
  for (const offset of [180, 120]) {
    const candidate = wanted - offset * minute;
    if (localMilliseconds(candidate) === wanted) return toInstant(candidate);
  }
  throw new RangeError(`${local} does not exist in ${authorityZone}`);
}

/** Whether a text is a local time that exists in the authority's zone. */
export function isLocalTime(text: string): boolean {
  try {
    instantOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The local time of an instant in the authority's zone, to the minute. */
export function localTimeOf(instant: Instant): LocalTime {
  return new Date(localMilliseconds(Date.parse(instant))).toISOString().slice(0, 16);
}

/** The calendar date of an instant in the authority's zone. */
export function localDateOf(instant: Instant): LocalDate {
  return localTimeOf(instant).slice(0, 10);
}

/**
 * The end of a time of `days` days given at `from`: `from`'s own day does not count (Act 150/1930 § 2), and the time
 * ends at `hour` (`16:15`, the end of office hours) of the last day; on a Saturday or Sunday it goes on to Monday (§ 5).
 * Public holidays on weekdays are not considered; an official can always grant more.
 */
export function deadlineAfter(from: Instant, days: number, hour = '16:15'): Instant {
  const date = new Date(`${localDateOf(from)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const weekday = date.getUTCDay();
  if (weekday === 6) date.setUTCDate(date.getUTCDate() + 2);
  if (weekday === 0) date.setUTCDate(date.getUTCDate() + 1);
  return instantOf(`${date.toISOString().slice(0, 10)}T${hour}`);
}

/** Whole seconds from one instant to another, rounded up; 1 where it has passed. A Step Functions timeout is at least 1. */
export function secondsUntil(from: Instant, to: Instant): number {
  return Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from)) / 1000));
}

function parseLocal(local: LocalTime): number {
  const milliseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)
    ? Date.parse(`${local}:00Z`)
    : Number.NaN;
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 16) !== local) {
    throw new RangeError(`${local} is not a local time like 2022-04-25T16:15`);
  }
  return milliseconds;
}

const zoned = new Intl.DateTimeFormat('en-GB', {
  timeZone: authorityZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The wall clock's reading at an instant, as if it were UTC. */
function localMilliseconds(milliseconds: number): number {
  const read = Object.fromEntries(
    zoned.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute: minutes = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minutes, second);
}
