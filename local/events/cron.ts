import { Refused } from '../assembly/properties.ts';
import type { TimeZone } from './time-zone.ts';

const day = 86_400_000;
const minute = 60_000;
const lastYear = 2199;

/** Whether a date has it; months and days count from 1, weekdays from 1 for Sunday. */
type DayTest = (date: CalendarDay) => boolean;

interface CalendarDay {
  readonly day: number;
  readonly weekday: number;
  readonly daysInMonth: number;
  /** The weekday of the month's first day. */
  readonly firstWeekday: number;
}

/** Six fields, read. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly onDay: DayTest;
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
}

/**
 * Reads `minutes hours day-of-month month day-of-week year` with the wildcards `, - * ? / L W #`; anything else is
 * `Refused`.
 *
 * "Schedule types in EventBridge Scheduler", Cron-based schedules,
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 */
export function parseCron(fields: string): Cron {
  const all = fields.trim().split(/\s+/);
  if (all.length !== 6) throw new Refused(`cron(${fields}) must have six fields`);
  const [minutes, hours, days, months, weekdays, years] = all as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if ((days === '?') === (weekdays === '?')) {
    throw new Refused(`cron(${fields}): exactly one of day-of-month and day-of-week must be ?`);
  }
  return {
    minutes: numbers(minutes, 0, 59),
    hours: numbers(hours, 0, 23),
    onDay: weekdays === '?' ? dayOfMonth(days) : dayOfWeek(weekdays),
    months: new Set(numbers(months, 1, 12, monthNames)),
    years: new Set(numbers(years, 1970, lastYear)),
  };
}

/** The first instant after `after` that the expression names in the zone; undefined when there is none. */
export function nextCron(cron: Cron, zone: TimeZone, after: number): number | undefined {
  const today = Math.floor(zone.wallAt(after) / day) * day;
  const end = Date.UTC(lastYear + 1, 0);
  for (let midnight = today; midnight < end; midnight += day) {
    if (!isOn(cron, midnight)) continue;
    const instant = nextOnDay(cron, zone, midnight, after);
    if (instant !== undefined) return instant;
  }
  return undefined;
}

function nextOnDay(cron: Cron, zone: TimeZone, midnight: number, after: number): number | undefined {
  for (const hour of cron.hours) {
    for (const minuteOfHour of cron.minutes) {
      const instant = zone.instantOf(midnight + (hour * 60 + minuteOfHour) * minute);
      if (instant !== undefined && instant > after) return instant;
    }
  }
  return undefined;
}

function isOn(cron: Cron, midnight: number): boolean {
  const date = new Date(midnight);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (!cron.years.has(year) || !cron.months.has(month + 1)) return false;
  return cron.onDay({
    day: date.getUTCDate(),
    weekday: date.getUTCDay() + 1,
    daysInMonth: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
    firstWeekday: new Date(Date.UTC(year, month, 1)).getUTCDay() + 1,
  });
}

/** Also `L`, the last day; `nW`, the weekday nearest to the nth within the month; `LW`, the last weekday. */
function dayOfMonth(field: string): DayTest {
  if (field === 'L') return ({ day, daysInMonth }) => day === daysInMonth;
  const near = /^(\d+|L)W$/.exec(field)?.[1];
  if (near !== undefined) {
    const wanted = near === 'L' ? undefined : whole(near, 1, 31);
    return (date) => date.day === nearestWeekday(Math.min(wanted ?? 31, date.daysInMonth), date);
  }
  const days = new Set(numbers(field, 1, 31));
  return ({ day }) => days.has(day);
}

function nearestWeekday(wanted: number, { firstWeekday, daysInMonth }: CalendarDay): number {
  const weekday = ((firstWeekday - 1 + wanted - 1) % 7) + 1;
  if (weekday === saturday) return wanted > 1 ? wanted - 1 : wanted + 2;
  if (weekday === sunday) return wanted < daysInMonth ? wanted + 1 : wanted - 2;
  return wanted;
}

const sunday = 1;
const saturday = 7;

/** Also `L`, Saturday; `nL`, the last such day of the month; `n#k`, the kth. */
function dayOfWeek(field: string): DayTest {
  if (field === 'L') return ({ weekday }) => weekday === saturday;
  const last = /^(\w+)L$/.exec(field)?.[1];
  if (last !== undefined) {
    const wanted = whole(last, 1, 7, weekdayNames);
    return ({ day, weekday, daysInMonth }) => weekday === wanted && day + 7 > daysInMonth;
  }
  const nth = /^(\w+)#([1-5])$/.exec(field);
  if (nth) {
    const wanted = whole(nth[1] ?? '', 1, 7, weekdayNames);
    return ({ day, weekday }) => weekday === wanted && Math.ceil(day / 7) === Number(nth[2]);
  }
  const weekdays = new Set(numbers(field, 1, 7, weekdayNames));
  return ({ weekday }) => weekdays.has(weekday);
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The numbers of `*`, `n`, `a-b`, `x/step` and lists of them, in their order. */
function numbers(field: string, least: number, most: number, names: readonly string[] = []): number[] {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const [from, to] = bounds(range, step !== undefined, least, most, names);
    const by = step === undefined ? 1 : whole(step, 1, most);
    for (let value = from; value <= to; value += by) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

/** `n/step` goes on to the end of the range; `b` before `a`, as in FRI-MON, is refused. */
function bounds(
  range: string,
  stepped: boolean,
  least: number,
  most: number,
  names: readonly string[],
): [number, number] {
  if (range === '*') return [least, most];
  const [first = '', last] = range.split('-');
  const from = whole(first, least, most, names);
  if (last === undefined) return [from, stepped ? most : from];
  const to = whole(last, least, most, names);
  if (to < from) throw new Refused(`${range} is not a range of a cron expression`);
  return [from, to];
}

function whole(text: string, least: number, most: number, names: readonly string[] = []): number {
  const named = names.indexOf(text.toUpperCase());
  const value = named < 0 ? Number(text) : named + least;
  if ((named < 0 && !/^\d+$/.test(text)) || value < least || value > most) {
    throw new Refused(`${text} is not between ${least} and ${most} in a cron expression`);
  }
  return value;
}
