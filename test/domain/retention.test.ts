import { retainedUntil } from '../../domain/decision/retention.ts';

test.each([
  ['grantedInFull', '2032-06-16T10:00:00.000Z'],
  ['grantedInPart', '2032-06-16T10:00:00.000Z'],
  ['refused', '2027-06-16T10:00:00.000Z'],
  ['dismissed', '2027-06-16T10:00:00.000Z'],
] as const)('a decision %s of 16.6.2022 is kept until %s at least', (outcome, until) => {
  expect(retainedUntil(outcome, '2022-06-16T10:00:00.000Z')).toBe(until);
});
