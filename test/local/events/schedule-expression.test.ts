import * as fc from 'fast-check';
import { nextOccurrence, parseSchedule } from '../../../local/events/schedule-expression.ts';
import { TimeZone } from '../../../local/events/time-zone.ts';

/** "Schedule types in EventBridge Scheduler", EventBridge Scheduler User Guide. */

const helsinki = 'Europe/Helsinki';
const at = (iso: string) => Date.parse(iso);

function occurrences(expression: string, zone: string, after: string, count: number): string[] {
  const schedule = parseSchedule(expression, zone);
  const found: string[] = [];
  let last = at(after);
  while (found.length < count) {
    const next = nextOccurrence(schedule, last, at(after));
    if (next === undefined) break;
    found.push(new Date(next).toISOString().replace('.000Z', 'Z'));
    last = next;
  }
  return found;
}

describe('cron', () => {
  test.each([
    ['cron(0 12 * * ? *)', ['2022-01-01T12:00:00Z', '2022-01-02T12:00:00Z']],
    ['cron(15/20 10-11 * * ? *)', ['2022-01-01T10:15:00Z', '2022-01-01T10:35:00Z', '2022-01-01T10:55:00Z']],
    ['cron(0 8 1 * ? *)', ['2022-01-01T08:00:00Z', '2022-02-01T08:00:00Z']],
    ['cron(0 8 L * ? *)', ['2022-01-31T08:00:00Z', '2022-02-28T08:00:00Z']],
    ['cron(0 8 ? * MON-FRI *)', ['2022-01-03T08:00:00Z', '2022-01-04T08:00:00Z']],
    ['cron(0 8 ? * 6L *)', ['2022-01-28T08:00:00Z', '2022-02-25T08:00:00Z']],
    ['cron(0 8 ? * TUE#2 *)', ['2022-01-11T08:00:00Z', '2022-02-08T08:00:00Z']],
    ['cron(0 8 ? JUN,DEC 1 *)', ['2022-06-05T08:00:00Z', '2022-06-12T08:00:00Z']],
    ['cron(0 8 29 2 ? *)', ['2024-02-29T08:00:00Z', '2028-02-29T08:00:00Z']],
    ['cron(0 8 15W 1 ? *)', ['2022-01-14T08:00:00Z', '2023-01-16T08:00:00Z']],
    ['cron(0 8 1W 1 ? 2022)', ['2022-01-03T08:00:00Z']],
  ])('%s', (expression, expected) => {
    expect(occurrences(expression, 'UTC', '2022-01-01T00:00:00Z', expected.length)).toEqual(expected);
  });

  test('ends with its years', () => {
    expect(occurrences('cron(0 0 1 1 ? 2023-2024)', 'UTC', '2022-06-01T00:00:00Z', 5)).toHaveLength(2);
  });

  test('is evaluated in the time zone', () => {
    expect(occurrences('cron(15 16 * * ? *)', helsinki, '2022-03-26T00:00:00Z', 2)).toEqual([
      '2022-03-26T14:15:00Z',
      '2022-03-27T13:15:00Z',
    ]);
  });

  test('a time that the clocks skip in spring is left out', () => {
    expect(occurrences('cron(30 3 * * ? *)', helsinki, '2022-03-26T00:00:00Z', 2)).toEqual([
      '2022-03-26T01:30:00Z',
      '2022-03-28T00:30:00Z',
    ]);
  });

  test('a time that comes twice in autumn fires once', () => {
    expect(occurrences('cron(30 3 * * ? *)', helsinki, '2022-10-29T00:00:00Z', 3)).toEqual([
      '2022-10-29T00:30:00Z',
      '2022-10-30T00:30:00Z',
      '2022-10-31T01:30:00Z',
    ]);
  });
});

test('at is a time in the zone, once', () => {
  expect(occurrences('at(2022-04-29T16:15:00)', helsinki, '2022-04-01T00:00:00Z', 2)).toEqual([
    '2022-04-29T13:15:00Z',
  ]);
});

test('rate counts from its anchor; a day is 24 hours, whatever the clocks do', () => {
  expect(occurrences('rate(1 day)', helsinki, '2022-03-26T12:00:00Z', 2)).toEqual([
    '2022-03-27T12:00:00Z',
    '2022-03-28T12:00:00Z',
  ]);
});

test.each([
  'every day',
  'rate(0 minutes)',
  'rate(1 week)',
  'at(2022-02-30T00:00:00)',
  'at(2022-03-27T03:30:00)',
  'cron(0 12 * * * *)',
  'cron(0 12 ? * ? *)',
  'cron(0 12 * * ?)',
  'cron(60 12 * * ? *)',
  'cron(0 12 * * FRI-MON *)',
])('%s is refused', (expression) => {
  expect(() => parseSchedule(expression, helsinki)).toThrow();
});

test('an unknown time zone is refused', () => {
  expect(() => parseSchedule('rate(1 day)', 'Europe/Atlantis')).toThrow('Europe/Atlantis is not a time zone');
});

test('an instant’s wall time is shown at that instant, or at the earlier of two', () => {
  const zone = new TimeZone(helsinki);
  const seconds = fc.integer({ min: 0, max: at('2100-01-01T00:00:00Z') / 1000 });
  fc.assert(
    fc.property(seconds, (second) => {
      const instant = second * 1000;
      const back = zone.instantOf(zone.wallAt(instant)) ?? Number.NaN;
      expect([0, 3_600_000]).toContain(instant - back);
    }),
  );
});
