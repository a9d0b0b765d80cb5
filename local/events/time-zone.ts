import { Refused } from '../assembly/properties.ts';

/**
 * A time zone of the IANA database. A wall time is written as the milliseconds since the epoch at which a clock
 * in UTC shows the same date and time.
 */
export class TimeZone {
  readonly #format: Intl.DateTimeFormat;

  /** `Refused` where there is no such zone. */
  constructor(name: string) {
    try {
      this.#format = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw new Refused(`${name} is not a time zone`);
    }
  }

  /** What a clock in the zone shows at an instant, to the second. */
  wallAt(instant: number): number {
    const shown = new Map<string, number>();
    for (const { type, value } of this.#format.formatToParts(instant)) shown.set(type, Number(value));
    const part = (type: string) => shown.get(type) ?? 0;
    return Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
  }

  /**
   * When a clock in the zone shows `wall`; the first time if it does so twice, in autumn, and undefined if it
   * never does, in spring.
   */
  instantOf(wall: number): number | undefined {
    // No zone changes its offset twice within two days, so one of these two holds at `wall`.
    const offsets = [wall - day, wall + day].map((instant) => this.wallAt(instant) - instant);
    const instants = offsets
      .map((offset) => wall - offset)
      .filter((instant) => this.wallAt(instant) === wall);
    return instants.length > 0 ? Math.min(...instants) : undefined;
  }
}

const day = 86_400_000;
