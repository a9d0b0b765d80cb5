import fc from 'fast-check';
import { deadlineAfter, instantOf, localDateOf, localTimeOf, secondsUntil } from '../../domain/time.ts';

test('the 2022 call closed at 13.15 UTC, since Finland keeps summer time in April', () => {
  expect(instantOf('2022-04-25T16:15')).toBe('2022-04-25T13:15:00.000Z');
});

test('a closing in winter is two hours before its local time', () => {
  expect(instantOf('2019-12-19T16:15')).toBe('2019-12-19T14:15:00.000Z');
});

test('a local time that the spring change leaves out is refused', () => {
  expect(() => instantOf('2022-03-27T03:30')).toThrow('2022-03-27T03:30 does not exist in Europe/Helsinki');
});

test('a local time that comes twice in autumn means the first', () => {
  expect(instantOf('2022-10-30T03:30')).toBe('2022-10-30T00:30:00.000Z');
});

test.each(['2022-02-30T10:00', '2022-04-25', '2022-04-25T16:15:00', '25.4.2022 16.15', '2022-13-01T10:00'])(
  '%s is no local time',
  (text) => {
    expect(() => instantOf(text)).toThrow(RangeError);
  },
);

test('an instant read as local time and back is the same instant, to the minute', () => {
  const minutes = fc.integer({ min: Date.UTC(2019, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
  fc.assert(
    fc.property(minutes, (minute) => {
      const instant = new Date(minute * 60_000).toISOString();
      const back = Date.parse(instantOf(localTimeOf(instant)));
      // In the hour that comes twice the first is meant, an hour before the second.
      return [0, 3_600_000].includes(Date.parse(instant) - back);
    }),
  );
});

test('the local date is Finland’s, also when it is still yesterday in UTC', () => {
  expect(localDateOf('2022-04-25T21:30:00.000Z')).toBe('2022-04-26');
});

test('fourteen days do not count the day they are given on and end with office hours', () => {
  expect(deadlineAfter('2022-05-02T09:00:00.000Z', 14)).toBe('2022-05-16T13:15:00.000Z');
});

test.each([
  ['2022-05-06T09:00:00.000Z', 'a Friday'],
  ['2022-05-07T09:00:00.000Z', 'a Saturday'],
  ['2022-05-08T09:00:00.000Z', 'a Sunday'],
])('a time of one day given on %s, %s, ends on Monday at the earliest', (from) => {
  expect(new Date(deadlineAfter(from, 1)).getUTCDay()).toBe(1);
});

test('the seconds until an instant are rounded up and never less than one', () => {
  expect(secondsUntil('2022-05-02T09:00:00.000Z', '2022-05-02T09:00:01.200Z')).toBe(2);
  expect(secondsUntil('2022-05-02T09:00:00.000Z', '2022-05-01T09:00:00.000Z')).toBe(1);
});
