import type { CaseCommand } from '../../../domain/case/commands.ts';
import type { Stage } from '../../../domain/case/state.ts';
import { type Commanding, isRefusal } from '../../../domain/log/decider.ts';
import { officials } from '../../call-2022.ts';
import {
  after,
  applicant,
  CaseLog,
  commands,
  during,
  evaluated,
  evaluating,
  official,
  registered,
  screened,
} from './case-log.ts';
import { decided } from './decided.ts';

const deadline = '2022-05-16T13:15:00.000Z';

/** A case's log at each stage that a case comes to on the way to its decision. */
const at: Partial<Record<Stage, () => CaseLog>> = {
  opened: () => given(new CaseLog(), commands.open),
  registered,
  screened,
  completing: () => given(screened(), { type: 'request-completion', deadline, missing: [] }),
  evaluating,
  evaluated,
  decided,
  withdrawn: () => given(registered(), { type: 'withdraw-application' }),
};

function given(log: CaseLog, command: CaseCommand): CaseLog {
  log.give(command, { actor: applicant, at: during });
  return log;
}

const asked = { type: 'ask-completion', deadline, missing: [{ text: 'Budgeten.' }], officials } as const;
const anna = { actor: official('anna') };
const steps: readonly [CaseCommand, Partial<Commanding>, readonly Stage[]][] = [
  [commands.screen(), {}, ['registered', 'screened']],
  [asked as CaseCommand, anna, ['screened']],
  [commands.confirm, anna, ['screened']],
  [{ type: 'release-evaluator', evaluator: 'eva', reason: 'Byter uppgift.' }, {}, ['evaluating']],
  [{ type: 'replace-evaluator', evaluator: 'eva', officials }, {}, ['evaluating']],
];

describe('a case takes its steps in their order only', () => {
  test.each(steps.map(([command, by, allowed]) => ({ name: command.type, command, by, allowed })))(
    '$name at $allowed',
    ({ command, by, allowed }) => {
      for (const [stage, log] of Object.entries(at)) {
        const answer = log().give(command, by);
        if (allowed.includes(stage as Stage)) expect(isRefusal(answer)).toBe(false);
        else expect(answer).toEqual({ refused: 'wrong-stage', details: { stage } });
      }
    },
  );

  test('evaluators are assigned once', () => {
    const log = screened();
    log.give(commands.confirm, anna);
    expect(log.give(commands.assign)).toMatchObject({ data: { evaluators: ['eva', 'erik'] } });
    expect(log.give(commands.assign)).toEqual({ refused: 'wrong-stage', details: { stage: 'evaluating' } });
    expect(screened().give(commands.assign)).toMatchObject({ refused: 'wrong-stage' });
  });

  test('the machine asks for completion once, of a case that it has screened', () => {
    const ask: CaseCommand = { type: 'request-completion', deadline, missing: [] };
    expect(registered().give(ask)).toEqual({ refused: 'wrong-stage', details: { stage: 'registered' } });
    const log = screened();
    expect(log.give(ask)).toEqual({ type: 'completion-requested', data: { deadline, missing: [] } });
    expect(log.give(ask)).toEqual({ refused: 'completion-already-requested' });
  });

  test('an application is opened once, and nothing is uploaded before', () => {
    expect(at.opened?.().give(commands.open, { actor: applicant, at: during })).toEqual({
      refused: 'already-opened',
    });
    expect(new CaseLog().give(commands.announce, { actor: applicant, at: during })).toEqual({
      refused: 'not-opened',
    });
  });

  test('a version that is not known, or was answered before, is not received', () => {
    const log = registered();
    expect(log.give(commands.receive(2), { at: during })).toEqual({
      refused: 'version-unknown',
      details: { version: 2 },
    });
    expect(log.give(commands.receive(1), { at: during })).toEqual({
      refused: 'version-already-handled',
      details: { version: 1 },
    });
  });
});

describe('evaluators', () => {
  const list = { ...officials, evaluators: ['eva', 'erik', 'nils'], reserveEvaluators: ['rita'] };
  const assigned = (number: string, change: object = {}, count = 2) => {
    const log = new CaseLog();
    log.give(commands.open, { actor: applicant, at: during });
    log.give(commands.announce, { actor: applicant, at: during });
    log.give({ ...commands.receive(1), number }, { at: during });
    log.give(commands.screen());
    log.give(commands.confirm, anna);
    return log.give({ type: 'assign-evaluators', officials: { ...list, ...change }, count });
  };

  test.each([
    ['ANS/2022/0001', ['eva', 'erik']],
    ['ANS/2022/0002', ['erik', 'nils']],
    ['ANS/2022/0003', ['nils', 'eva']],
    ['ANS/2022/0004', ['eva', 'erik']],
  ])('take turns: %s begins further down the list', (number, evaluators) => {
    expect(assigned(number)).toEqual({ type: 'evaluators-assigned', data: { evaluators } });
  });

  test('are the reserve where the list is too short, and too few where both are', () => {
    expect(assigned('ANS/2022/0001', { evaluators: [] }, 1)).toMatchObject({
      data: { evaluators: ['rita'] },
    });
    expect(assigned('ANS/2022/0001', {}, 4)).toMatchObject({
      data: { evaluators: ['eva', 'erik', 'nils', 'rita'] },
    });
    expect(assigned('ANS/2022/0001', {}, 5)).toEqual({
      refused: 'too-few-evaluators',
      details: { needed: 5 },
    });
  });

  test('who are disqualified neither say so twice nor score, and somebody else has no scores to give', () => {
    const log = evaluating();
    const declare = { type: 'declare-disqualification', ground: 'Jäv.' } as const;
    expect(log.give(declare, { actor: official('rita') })).toEqual({ refused: 'not-your-case' });
    log.give(declare, { actor: official('eva') });
    expect(log.give(declare, { actor: official('eva') })).toEqual({ refused: 'disqualified' });
    expect(log.give(commands.score(4), { actor: official('eva') })).toEqual({ refused: 'disqualified' });
    expect(log.give(commands.change(4), { actor: official('eva') })).toEqual({ refused: 'disqualified' });
  });

  test('who leave the call are not asked any more; who has nothing to score cannot be released', () => {
    const log = evaluating();
    const release = (evaluator: string) =>
      log.give({ type: 'release-evaluator', evaluator, reason: 'Byter uppgift.' });
    expect(release('mallory')).toEqual({ refused: 'not-your-case' });
    expect(release('eva')).toMatchObject({ type: 'evaluator-released' });
    expect(release('eva')).toEqual({ refused: 'not-your-case' });
    expect(log.give(commands.score(4), { actor: official('eva') })).toEqual({ refused: 'not-your-case' });
    log.give({ type: 'release-evaluator', evaluator: 'erik', reason: 'Byter uppgift.' });
    expect(log.give(commands.combine)).toEqual({ refused: 'scores-missing' });
  });
});

describe('an applicant of the same user name as an official', () => {
  const named = (username: string) => ({
    actor: { kind: 'applicant', username, businessId: '9000499-5' } as const,
    at: after,
  });

  test('confirms, asks, considers, pays and corrects nothing', () => {
    const proposal = {
      ground: 'typing-error',
      reason: 'Fel.',
      changes: { title: 'x' },
      hearUntil: after,
    } as const;
    const presenters: readonly [CaseLog, CaseCommand][] = [
      [screened(), commands.confirm],
      [screened(), asked as CaseCommand],
      [evaluating(), commands.consider(false)],
      [decided(), { type: 'note-last-instalment', paidOn: '2024-12-01', officials }],
      [decided(), { type: 'propose-correction', ...proposal, causedByApplicant: false, officials }],
      [screened(), { type: 'answer-extension', grant: true, reason: 'Ja.', officials }],
    ];
    for (const [log, command] of presenters)
      expect(log.give(command, named('anna'))).toEqual({ refused: 'not-a-presenter' });
    const decide: CaseCommand = { type: 'decide-correction', approve: true, officials };
    expect(decided().give(decide, named('dora'))).toEqual({ refused: 'not-a-decision-maker' });
  });

  test('scores nothing', () => {
    expect(evaluating().give(commands.score(4), named('eva'))).toEqual({ refused: 'not-your-case' });
  });
});
