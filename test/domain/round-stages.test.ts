import type { Commanding } from '../../domain/log/decider.ts';
import { isRefusal } from '../../domain/log/decider.ts';
import type { RoundCommand } from '../../domain/round/round.ts';
import type { RoundStage } from '../../domain/round/state.ts';
import { officials } from '../call-2022.ts';
import { batch, by, commands, decided, drafted, plan, proposed, RoundLog } from './round-log.ts';

const remarks = [{ caseNumber: 'ANS/2022/0007', text: 'Oklart.' }];
const results = { key: 'k', sha256: 'e'.repeat(64) };
const file = { key: 'd', sha256: 'd'.repeat(64) };

/** A call's log at each stage. */
const at: Record<RoundStage, () => RoundLog> = {
  unpublished: () => new RoundLog(),
  published: () => given(new RoundLog(), [commands.publish]),
  closed: () => given(at.published(), [commands.close]),
  proposed,
  approved: () => given(proposed(), [commands.approve], by('anna')),
  drafted,
  returned: () => given(drafted(), [{ type: 'return-drafts', batch, reason: 'Brist.', remarks }], by('dora')),
  decided,
  finished: () => given(decided(), [{ type: 'publish-results', results }]),
};

function given(log: RoundLog, wanted: readonly RoundCommand[], actor?: Commanding['actor']): RoundLog {
  for (const command of wanted) log.give(command, actor);
  return log;
}

const whatIf = { plan: plan.sha256, name: 'x', comparison: file, awardedCents: 1 };
const signature = { batch, keyId: 'k', algorithm: 'ECDSA_SHA_256', signature: 's', publicKey: 'p' } as const;
const award = { caseNumber: 'ANS/2022/0001', cause: { kind: 'declined' }, fromCents: 5, toCents: 0 } as const;
const reallocation = {
  type: 'propose-reallocation',
  ...{ reallocation: 1, plan: file, follows: plan.sha256, afterChanges: 0 },
  moves: [{ caseNumber: 'ANS/2022/0007', fromCents: 0, toCents: 1 }],
  ...{ drafts: file, appropriationCents: 1_000_000_000, reason: 'Pengar finns.' },
} as const;

const stages = Object.keys(at) as RoundStage[];
const official: readonly [RoundCommand, string, readonly RoundStage[]][] = [
  [{ type: 'note-what-if', ...whatIf }, 'anna', ['proposed']],
  [commands.approve, 'anna', ['proposed']],
  [{ type: 'return-plan', plan: plan.sha256, reason: 'Om.', instead: {} }, 'anna', ['proposed']],
  [commands.decide, 'dora', ['drafted']],
  [{ type: 'return-drafts', batch, reason: 'Om.' }, 'dora', ['drafted']],
  [{ type: 'revise-drafts', batch, additions: remarks }, 'anna', ['returned']],
  [reallocation, 'anna', ['decided', 'finished']],
];
const machine: readonly [RoundCommand, readonly RoundStage[]][] = [
  [commands.close, ['published']],
  [commands.propose, ['closed', 'proposed']],
  [{ type: 'note-search', proposal: 1, nodes: 1 }, ['closed']],
  [commands.draft, ['approved']],
  [{ type: 'sign-batch', ...signature }, ['decided']],
  [{ type: 'change-award', ...award }, ['decided', 'finished']],
  [{ type: 'publish-results', results }, ['decided']],
];

describe('a call takes its steps in their order only', () => {
  test.each(machine.map(([command, allowed]) => ({ name: command.type, command, allowed })))(
    '$name at $allowed',
    ({ command, allowed }) => {
      for (const stage of stages) {
        const answer = at[stage]().give(command);
        if (allowed.includes(stage)) expect(isRefusal(answer)).toBe(false);
        else expect(answer).toEqual({ refused: 'wrong-stage', details: { stage } });
      }
    },
  );

  test.each(official.map(([command, who, allowed]) => ({ name: command.type, command, who, allowed })))(
    '$name at $allowed, by $who',
    ({ command, who, allowed }) => {
      for (const stage of stages.slice(1)) {
        const answer = at[stage]().give(command, by(who));
        if (allowed.includes(stage)) expect(isRefusal(answer)).toBe(false);
        else expect(answer).toEqual({ refused: 'wrong-stage', details: { stage } });
      }
    },
  );

  test.each(official.map(([command, who]) => ({ name: command.type, command, who })))(
    '$name is for officials of the call: not for an applicant of the same user name, nor before there is a call',
    ({ command, who }) => {
      const refused = who === 'anna' ? 'not-a-presenter' : 'not-a-decision-maker';
      const impostor = { kind: 'applicant', username: who, businessId: '9000499-5' } as const;
      for (const stage of stages) expect(at[stage]().give(command, impostor)).toEqual({ refused });
      expect(at.unpublished().give(command, by(who))).toEqual({ refused });
    },
  );
});

describe('a decision of a call', () => {
  test('that another plan, or the drafts, be made needs a reason that says something', () => {
    const back = { type: 'return-plan', plan: plan.sha256, reason: ' ', instead: {} } as const;
    expect(proposed().give(back, by('anna'))).toEqual({ refused: 'reason-missing' });
    const drafts = { type: 'return-drafts', batch, reason: ' ' } as const;
    expect(drafted().give(drafts, by('dora'))).toEqual({ refused: 'reason-missing' });
  });

  test('is about the batch that is there, and each remark is answered with words', () => {
    const revise = { type: 'revise-drafts', batch: 'f'.repeat(64), additions: remarks } as const;
    expect(at.returned().give(revise, by('anna'))).toEqual({ refused: 'another-batch' });
    const silent = [{ caseNumber: 'ANS/2022/0007', text: ' ' }];
    expect(at.returned().give({ ...revise, batch, additions: silent }, by('anna'))).toMatchObject({
      refused: 'remark-unanswered',
    });
  });

  test('is not to approve limits that cannot be kept', () => {
    const log = at.closed();
    log.give({ ...commands.propose, awardedCents: 0, infeasible: true });
    expect(log.give(commands.approve, by('anna'))).toEqual({ refused: 'limits-not-kept' });
  });

  test('is not for a presenter with a tie to one of the cases', () => {
    const log = at.returned();
    const ties = [{ caseId: '1', ground: 'Släktskap.' }];
    log.give({ type: 'declare-ties', considered: ['1'], ties }, by('anna'));
    expect(log.give({ type: 'revise-drafts', batch, additions: remarks }, by('anna'))).toEqual({
      refused: 'disqualified',
    });
  });

  test('leaves on the log who approved, when and what was answered', () => {
    const { state } = decided();
    expect(state).toMatchObject({ planApprovedBy: 'anna', decidedBy: 'dora' });
    expect(state.answers).toEqual([
      { about: plan.sha256, approved: true },
      { about: batch, approved: true },
    ]);
    expect(at.finished().state).toMatchObject({ stage: 'finished', results });
  });

  test('that every draft is made anew forgets what was added to single ones', () => {
    const log = given(at.returned(), [{ type: 'revise-drafts', batch, additions: remarks }], by('anna'));
    expect(log.state.additions).toEqual(remarks);
    log.give({ ...commands.draft, revision: 1 });
    log.give({ type: 'return-drafts', batch, reason: 'Allt ska göras om.' }, by('dora'));
    expect(log.state).toMatchObject({ stage: 'closed', additions: [], remarks: [] });
  });
});

describe('a call that is not published', () => {
  test('has no officials who could name others or declare ties, and cannot be published twice', () => {
    const log = new RoundLog();
    const ties = { type: 'declare-ties', considered: ['1'], ties: [] } as const;
    expect(log.give(ties, by('anna'))).toEqual({ refused: 'no-role' });
    const naming = { type: 'name-officials', reason: 'Byte.', named: [], released: [] } as const;
    expect(log.give(naming, by('nora'))).toEqual({
      refused: 'wrong-stage',
      details: { stage: 'unpublished' },
    });
    log.give(commands.publish);
    expect(log.give({ ...commands.publish, officials })).toEqual({ refused: 'already-published' });
  });

  test('closes at its closing instant, and says so', () => {
    const closesAt = commands.publish.closesAt;
    const early = '2022-04-25T13:14:59.999Z';
    expect(at.published().give(commands.close, undefined, early)).toEqual({
      refused: 'still-open',
      details: { closesAt, at: early },
    });
    expect(at.published().give(commands.close)).toEqual({ type: 'call-closed', data: { closesAt } });
  });
});

test('what a workflow notes of a call, and messages to its officials, move nothing', () => {
  const log = proposed();
  const failure = { step: 'Propose', error: 'Out of memory', execution: 'arn:1' };
  expect(log.give({ type: 'note-failure', ...failure })).toEqual({ type: 'step-failed', data: failure });
  const overdue = { task: 'approve-plan', assignee: 'anna' } as const;
  expect(log.give({ type: 'note-overdue', ...overdue })).toEqual({ type: 'task-overdue', data: overdue });
  log.give({ type: 'want-mail', mail: 'call-closed', key: 'k', to: ['anna@vm.example'], attempt: 1 });
  expect(log.state).toMatchObject({ stage: 'proposed', mails: [{ key: 'k', standing: 'wanted' }] });
});
