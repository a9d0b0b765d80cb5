import { Refused } from '../assembly/properties.ts';
import { type Cron, nextCron, parseCron } from './cron.ts';
import { TimeZone } from './time-zone.ts';

/** When something is due: an expression, read. */
export type Schedule = { readonly expression: string } & (
  | { readonly kind: 'at'; readonly instant: number }
  | { readonly kind: 'rate'; readonly milliseconds: number }
  | { readonly kind: 'cron'; readonly cron: Cron; readonly zone: TimeZone }
);

const units: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  // 24 hours, also where daylight saving makes the day shorter or longer.
  day: 86_400_000,
};

/**
 * Reads `at(…)`, `rate(…)` or `cron(…)`; anything else is `Refused`, as is an `at` that the clocks of the zone skip.
 *
 * "Schedule types in EventBridge Scheduler",
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function parseSchedule(expression: string, zoneName = 'UTC'): Schedule {
  const [, kind, content = ''] = /^(at|rate|cron)\((.*)\)$/.exec(expression) ?? [];
  const zone = new TimeZone(zoneName);
  if (kind === 'at') return { expression, kind, instant: parseAt(content, zone, zoneName) };
  if (kind === 'rate') return { expression, kind, milliseconds: parseRate(content) };
  if (kind === 'cron') return { expression, kind, cron: parseCron(content), zone };
  throw new Refused(`Invalid Schedule Expression ${expression}.`);
}

/**
 * The first occurrence after `after`; undefined when there is none. Rates are counted from `anchor`, which is an
 * occurrence itself.
 */
export function nextOccurrence(schedule: Schedule, after: number, anchor: number): number | undefined {
  switch (schedule.kind) {
    case 'at':
      return schedule.instant > after ? schedule.instant : undefined;
    case 'rate': {
      const passed = Math.floor((after - anchor) / schedule.milliseconds);
      return anchor + Math.max(0, passed + 1) * schedule.milliseconds;
    }
    case 'cron':
      return nextCron(schedule.cron, schedule.zone, after);
  }
}

function parseAt(content: string, zone: TimeZone, zoneName: string): number {
  const wall = Date.parse(`${content}Z`);
  // The round trip refuses other forms and dates that no calendar has, such as 30 February.
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== `${content}.000Z`) {
    throw new Refused(`Invalid Schedule Expression at(${content}).`);
  }
  const instant = zone.instantOf(wall);
  if (instant === undefined) throw new Refused(`at(${content}): the clocks of ${zoneName} skip this time`);
  return instant;
}

function parseRate(content: string): number {
  const [, value = '', unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(content) ?? [];
  const milliseconds = units[unit];
  if (milliseconds === undefined) throw new Refused(`Invalid Schedule Expression rate(${content}).`);
  return Number(value) * milliseconds;
}
