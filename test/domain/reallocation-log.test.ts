import { appropriationOf, awardedMore, noAwards } from '../../domain/round/awards.ts';
import { initialRound } from '../../domain/round/state.ts';
import { by, commands, decided, plan, type RoundLog } from './round-log.ts';

const next = { key: 'rounds/2022/plans/n.json', sha256: 'e'.repeat(64) };
const proposal = {
  type: 'propose-reallocation',
  ...{ reallocation: 1, plan: next, follows: plan.sha256, afterChanges: 0 },
  moves: [{ caseNumber: 'ANS/2022/0007', fromCents: 0, toCents: 50_000_000 }],
  drafts: { key: 'd', sha256: 'd'.repeat(64) },
  ...{ appropriationCents: 1_000_000_000, reason: 'Pengar blev lediga.' },
} as const;
const rectified = {
  type: 'change-award',
  caseNumber: 'ANS/2022/0001',
  cause: { kind: 'rectification', number: 'ANS/2022/0050' },
  fromCents: 10,
  toCents: 20,
} as const;

function proposed(): RoundLog {
  const log = decided();
  log.give(proposal, by('anna'));
  return log;
}

test('a reallocation is proposed with a reason and gives somebody more', () => {
  expect(decided().give({ ...proposal, reason: ' ' }, by('anna'))).toEqual({ refused: 'reason-missing' });
  const moves = [...proposal.moves, { caseNumber: 'ANS/2022/0008', fromCents: 5, toCents: 5 }];
  expect(decided().give({ ...proposal, moves }, by('anna'))).toEqual({ refused: 'nothing-to-reallocate' });
  expect(proposed().state).toMatchObject({
    reallocations: 1,
    reallocation: { proposedBy: 'anna', approved: false, plan: next },
  });
});

test('it is the one that is proposed now that is approved or returned, and none that was', () => {
  const other = 'f'.repeat(64);
  const another = { refused: 'another-reallocation' };
  const approve = (of: string) => ({ type: 'approve-reallocation', plan: of }) as const;
  const back = (of: string) => ({ type: 'return-reallocation', plan: of, reason: 'Nej.' }) as const;
  expect(decided().give(approve(next.sha256), by('dora'))).toEqual(another);
  expect(decided().give(back(next.sha256), by('dora'))).toEqual(another);
  expect(proposed().give(approve(other), by('dora'))).toEqual(another);
  expect(proposed().give(back(other), by('dora'))).toEqual(another);
  expect(proposed().give({ ...back(next.sha256), reason: ' ' }, by('dora'))).toEqual({
    refused: 'reason-missing',
  });
  expect(proposed().give(back(next.sha256), by('dora'))).toEqual({
    type: 'reallocation-returned',
    data: { plan: next.sha256, reason: 'Nej.' },
  });
  const log = proposed();
  log.give(approve(next.sha256), by('dora'));
  expect(log.state.reallocation).toMatchObject({ approved: true, plan: next });
  expect(log.give(back(next.sha256), by('dora'))).toEqual(another);
});

test('a change of an award that finds another award than it takes there to be is refused', () => {
  const log = decided();
  log.give(rectified);
  expect(log.give({ ...rectified, fromCents: 10 })).toEqual({
    refused: 'award-changed-meanwhile',
    details: { caseNumber: 'ANS/2022/0001', awardedCents: 20 },
  });
  expect(log.give({ ...rectified, fromCents: 20, toCents: 15 })).toMatchObject({ type: 'award-changed' });
  expect(log.state).toMatchObject({
    changedAwards: { 'ANS/2022/0001': { cents: 15, declined: false } },
    awardChanges: [{ cents: 10 }, { cents: -5 }],
  });
  expect(log.state.awardChanges[0]?.commandId).toBe(log.events.at(-2)?.commandId);
});

test('a change that was given up is on the log by its command, and changes no award', () => {
  const log = decided();
  const { awardedCents } = log.state;
  expect(log.give({ type: 'give-up-award-change', refused: 'over-appropriation' })).toEqual({
    type: 'award-change-given-up',
    data: { refused: 'over-appropriation' },
  });
  expect(log.state).toMatchObject({ givenUp: [log.events.at(-1)?.commandId], awardedCents });
});

test('how much more all awards come to by a command is what it gives over what it takes', () => {
  expect(awardedMore(noAwards, rectified)).toBe(10);
  expect(awardedMore(noAwards, { ...rectified, toCents: 4 })).toBe(-6);
  const approve = { type: 'approve-reallocation', plan: next.sha256 } as const;
  expect(awardedMore(proposed().state, approve)).toBe(50_000_000);
  expect(awardedMore(noAwards, approve)).toBe(0);
});

test('the appropriation is the call’s, and nothing before there is a call', () => {
  expect(appropriationOf(decided().state)).toBe(commands.publish.call.appropriation.cents);
  expect(appropriationOf(initialRound)).toBe(0);
});
