import * as fc from 'fast-check';
import { fold } from '../../domain/log/decider.ts';
import type { AwardMove } from '../../domain/round/events.ts';
import { type RoundCommand, roundDecider } from '../../domain/round/round.ts';
import { openTasksOfRound } from '../../domain/task/open-tasks.ts';
import { isOver } from '../../domain/task/task.ts';
import { officials } from '../call-2022.ts';
import { afterClosing as at, by, decided, plan } from './round-log.ts';

const next = { key: 'rounds/2022/plans/n.json', sha256: 'e'.repeat(64) };

const rises: AwardMove[] = [{ caseNumber: 'ANS/2022/0007', fromCents: 0, toCents: 150_000_000 }];

function proposal(changes: Partial<Extract<RoundCommand, { type: 'propose-reallocation' }>> = {}) {
  return {
    type: 'propose-reallocation',
    reallocation: 1,
    plan: next,
    follows: plan.sha256,
    afterChanges: 0,
    moves: rises,
    drafts: { key: 'd', sha256: 'd'.repeat(64) },
    appropriationCents: 1_100_000_000,
    reason: 'Riksdagen beviljade en miljon till.',
    ...changes,
  } as const;
}

const decline = {
  type: 'change-award',
  caseNumber: 'ANS/2022/0001',
  cause: { kind: 'declined' },
  fromCents: 200_000_000,
  toCents: 0,
} as const;
const approve = { type: 'approve-reallocation', plan: next.sha256 } as const;

test('late money goes to the next when a decision maker approves what a presenter proposes', () => {
  const log = decided();
  expect(log.give(proposal(), by('eva'))).toMatchObject({ refused: 'not-a-presenter' });
  expect(log.give(proposal(), by('anna'))).toMatchObject({ type: 'reallocation-proposed' });
  expect(log.state.awardedCents).toBe(900_000_000);
  const task = { kind: 'decide-reallocation', callId: '2022', about: next.sha256 } as const;
  expect(openTasksOfRound('2022', log.state)).toEqual([{ ...task, barred: ['anna'] }]);
  expect(isOver(task, log.state)).toBe(false);
  expect(log.give(approve, by('anna'))).toMatchObject({ refused: 'not-a-decision-maker' });
  expect(log.give(approve, by('dora'))).toMatchObject({ type: 'reallocation-approved' });
  expect(log.state).toMatchObject({
    awardedCents: 1_050_000_000,
    appropriationCents: 1_100_000_000,
    reallocatedBy: next,
    changedAwards: { 'ANS/2022/0007': { cents: 150_000_000, declined: false } },
  });
  expect(openTasksOfRound('2022', log.state)).toEqual([]);
  expect(isOver(task, log.state)).toBe(true);
  expect(log.give(approve, by('dora'))).toMatchObject({ refused: 'another-reallocation' });
});

test('whoever prepared the decisions cannot approve, whatever role they have by now', () => {
  const log = decided();
  const state = {
    ...log.state,
    published: log.state.published && {
      ...log.state.published,
      officials: { ...officials, decisionMakers: ['dora', 'anna', 'petra'], presenters: ['anna', 'petra'] },
    },
  };
  const proposed = roundDecider.decide(state, proposal(), { actor: by('petra'), at });
  expect(proposed).toMatchObject({ type: 'reallocation-proposed' });
  const after = {
    ...state,
    reallocation: { ...proposal(), proposedBy: 'petra', approved: false },
  };
  for (const username of ['anna', 'petra']) {
    expect(roundDecider.decide(after, approve, { actor: by(username), at })).toMatchObject({
      refused: 'decider-prepared',
    });
  }
});

test('nobody loses by a reallocation, and one that gives nobody anything is none', () => {
  const loss = [{ caseNumber: 'ANS/2022/0001', fromCents: 200_000_000, toCents: 199_999_999 }];
  for (const moves of [[], loss, [...rises, ...loss]]) {
    expect(decided().give(proposal({ moves }), by('anna'))).toEqual({ refused: 'nothing-to-reallocate' });
  }
});

test('a reallocation beyond the appropriation is refused, to the cent', () => {
  const log = decided();
  expect(log.give(proposal({ appropriationCents: 1_049_999_999 }), by('anna'))).toMatchObject({
    refused: 'over-appropriation',
    details: { awardedCents: 1_050_000_000, appropriationCents: 1_049_999_999 },
  });
  expect(log.give(proposal({ appropriationCents: 1_050_000_000 }), by('anna'))).toMatchObject({
    type: 'reallocation-proposed',
  });
});

test('a proposal falls when an award is changed before it is approved', () => {
  const log = decided();
  log.give(proposal(), by('anna'));
  log.give(decline);
  expect(log.give(approve, by('dora'))).toMatchObject({ refused: 'award-changed-meanwhile' });
  expect(log.give(proposal(), by('anna'))).toMatchObject({ refused: 'award-changed-meanwhile' });
  expect(log.give(proposal({ afterChanges: 1 }), by('anna'))).toMatchObject({
    type: 'reallocation-proposed',
  });
  expect(log.give(approve, by('dora'))).toMatchObject({ type: 'reallocation-approved' });
});

test('a returned proposal is gone, and needs a reason', () => {
  const log = decided();
  log.give(proposal(), by('anna'));
  const back = { type: 'return-reallocation', plan: next.sha256, reason: '' } as const;
  expect(log.give(back, by('dora'))).toEqual({ refused: 'reason-missing' });
  log.give({ ...back, reason: 'Reserven ska vara kvar.' }, by('dora'));
  expect(log.give(approve, by('dora'))).toMatchObject({ refused: 'another-reallocation' });
});

test('an award that was declined frees its money once, and is not given again', () => {
  const log = decided();
  expect(log.give(decline)).toMatchObject({ type: 'award-changed' });
  expect(log.state.awardedCents).toBe(700_000_000);
  expect(log.give(decline)).toMatchObject({ refused: 'award-changed-meanwhile' });
  const again = {
    ...decline,
    cause: { kind: 'rectification', number: 'R' },
    fromCents: 0,
    toCents: 5,
  } as const;
  expect(log.give(again)).toMatchObject({ refused: 'award-changed-meanwhile' });
});

test('awards are changed after the decisions only', () => {
  const log = decided();
  const undecided = fold(roundDecider, log.events.slice(0, -1));
  for (const command of [decline, proposal()]) {
    expect(roundDecider.decide(undecided, command, { actor: by('anna'), at })).toMatchObject({
      refused: 'wrong-stage',
    });
  }
});

test('whatever is declined, rectified and reallocated in whatever order, awards stay within the appropriation', () => {
  const number = fc.constantFrom('ANS/2022/0001', 'ANS/2022/0002', 'ANS/2022/0003');
  const cents = fc.integer({ min: 0, max: 12 }).map((units) => units * 100_000_000);
  const step = fc.record({ kind: fc.constantFrom('decline', 'rectify', 'reallocate'), number, cents });
  const initial = { 'ANS/2022/0001': 500_000_000, 'ANS/2022/0002': 400_000_000, 'ANS/2022/0003': 0 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const log = decided();
      for (const { kind, number: caseNumber, cents: toCents } of steps) {
        const { state } = log;
        const fromCents =
          state.changedAwards[caseNumber]?.cents ?? initial[caseNumber as keyof typeof initial];
        if (kind === 'reallocate') {
          const moves = [{ caseNumber, fromCents, toCents }];
          const afterChanges = state.awardChanges.length;
          log.give(proposal({ moves, afterChanges, appropriationCents: 1_000_000_000 }), by('anna'));
          log.give(approve, by('dora'));
        } else if (kind === 'decline') log.give({ ...decline, caseNumber, fromCents });
        else {
          const cause = { kind: 'rectification', number: 'R' } as const;
          log.give({ type: 'change-award', caseNumber, cause, fromCents, toCents });
        }
        expect(log.state.awardedCents).toBeLessThanOrEqual(1_000_000_000);
        const sum = Object.entries(initial)
          .map(([name, before]) => log.state.changedAwards[name]?.cents ?? before)
          .reduce((total, one) => total + one, 0);
        expect(log.state.awardedCents).toBe(sum);
      }
    }),
    { numRuns: 200 },
  );
});
