import fc from 'fast-check';
import { caseDecider } from '../../../domain/case/case.ts';
import type { CaseCommand } from '../../../domain/case/commands.ts';
import { draftDecision } from '../../../domain/decision/draft.ts';
import type { Finding } from '../../../domain/eligibility/rule.ts';
import { fraction } from '../../../domain/fraction.ts';
import { findFault } from '../../../domain/log/chain.ts';
import { fold } from '../../../domain/log/decider.ts';
import { call2022, korsholm, officials } from '../../call-2022.ts';
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

const tooLate = '2022-04-25T13:15:01.000Z';

describe('applying', () => {
  test('an application can be opened while the call is open, and only then', () => {
    const opening = (at: string) => new CaseLog().give(commands.open, { actor: applicant, at });
    expect(opening(call2022.opensAt)).toMatchObject({ type: 'application-opened' });
    expect(opening(call2022.closesAt)).toMatchObject({ type: 'application-opened' });
    expect(opening(tooLate)).toMatchObject({
      refused: 'call-not-open',
      details: { closesAt: call2022.closesAt },
    });
    expect(opening('2022-02-28T05:59:59.999Z')).toMatchObject({ refused: 'call-not-open' });
  });

  test('versions are numbered in the order they are announced', () => {
    const log = registered();
    log.give(commands.announce, { actor: applicant, at: during });
    expect(log.state.versions.map(({ version, fate }) => [version, fate])).toEqual([
      [1, 'accepted'],
      [2, 'awaited'],
    ]);
  });

  test('the first version that is accepted makes the case, with its number and time', () => {
    expect(registered().state).toMatchObject({
      stage: 'registered',
      number: 'ANS/2022/0001',
      arrivedAt: during,
    });
  });

  test('a first version that comes late makes a case too, since it must be decided on', () => {
    const log = new CaseLog();
    log.give(commands.open, { actor: applicant, at: during });
    log.give(commands.announce, { actor: applicant, at: during });
    expect(log.give(commands.receive(1, tooLate))).toMatchObject({ type: 'case-registered' });
    expect(log.state.arrivedAt).toBe(tooLate);
  });

  test('a later version replaces the one before while the call is open', () => {
    const log = registered();
    log.give(commands.announce, { actor: applicant, at: during });
    log.give(commands.receive(2), { at: during });
    expect(log.state).toMatchObject({ stage: 'registered', current: { version: 2 }, arrivedAt: during });
  });

  test('a later version that comes late is refused, and the earlier one stands', () => {
    const log = registered();
    log.give(commands.announce, { actor: applicant, at: during });
    expect(log.give(commands.receive(2, tooLate))).toMatchObject({ refused: 'submission-not-awaited' });
    expect(log.state.current?.version).toBe(1);
  });

  test('a closing that was put off since the application was opened is the one that counts', () => {
    const log = registered();
    const closesAt = '2022-04-29T13:15:00.000Z';
    expect(log.give(commands.announce, { actor: applicant, at: tooLate })).toMatchObject({
      refused: 'submission-not-awaited',
    });
    log.give({ ...commands.announce, closesAt }, { actor: applicant, at: tooLate });
    log.give({ ...commands.receive(2, tooLate), closesAt }, { at: tooLate });
    expect(log.state.current?.version).toBe(2);
  });

  test('the same content again is refused as a duplicate and changes nothing', () => {
    const log = registered();
    log.give(commands.announce, { actor: applicant, at: during });
    const before = log.state;
    expect(log.give(commands.receive(2, during, '1'.repeat(64)))).toMatchObject({
      refused: 'same-as-before',
      details: { version: 1, number: 'ANS/2022/0001' },
    });
    expect(log.state).toEqual(before);
  });

  test('a version that nobody announced, or that was handled, is refused', () => {
    const log = registered();
    expect(log.give(commands.receive(7))).toMatchObject({ refused: 'version-unknown' });
    expect(log.give(commands.receive(1))).toMatchObject({ refused: 'version-already-handled' });
  });

  test('a rejected submission leaves the application open for another', () => {
    const log = new CaseLog();
    log.give(commands.open, { actor: applicant, at: during });
    log.give(commands.announce, { actor: applicant, at: during });
    log.give({
      type: 'reject-submission',
      version: 1,
      faults: [{ place: '', code: 'not-json' }],
      arrivedAt: during,
    });
    expect(log.state).toMatchObject({ stage: 'opened', versions: [{ fate: 'rejected' }] });
    expect(log.give(commands.announce, { actor: applicant, at: during })).toMatchObject({
      data: { version: 2 },
    });
  });

  test('nothing can be announced after the call has closed, unless completion was asked for', () => {
    expect(registered().give(commands.announce, { actor: applicant, at: tooLate })).toMatchObject({
      refused: 'submission-not-awaited',
    });
  });
});

describe('completing', () => {
  const missing: Finding = {
    rule: 'part-included',
    version: 1,
    subject: 'changePlan',
    outcome: 'missing',
    consequence: 'refuse',
    sentence: { text: 'x', source: 'S2' },
    evidence: {},
  };
  const deadline = '2022-05-16T13:15:00.000Z';

  function requested(): CaseLog {
    const log = registered();
    log.give(commands.screen([missing]));
    log.give({
      type: 'request-completion',
      deadline,
      missing: [{ rule: 'part-included', subject: 'changePlan' }],
    });
    return log;
  }

  test('an answer within the time is the next version, and the case is screened again', () => {
    const log = requested();
    log.give(commands.announce, { actor: applicant, at: after });
    expect(log.give(commands.receive(2, deadline))).toMatchObject({
      type: 'version-received',
      data: { completes: true },
    });
    expect(log.state).toMatchObject({
      stage: 'completed',
      completion: { outcome: 'answered' },
      current: { version: 2 },
    });
    expect(log.give(commands.screen([], 2))).toMatchObject({ type: 'eligibility-screened' });
  });

  test('an answer after the time is refused and the case is judged on what there is', () => {
    const log = requested();
    log.give(commands.announce, { actor: applicant, at: after });
    expect(log.give(commands.receive(2, '2022-05-16T13:15:01.000Z'))).toMatchObject({
      refused: 'submission-not-awaited',
    });
    log.give({ type: 'expire-completion' }, { at: deadline });
    expect(log.state).toMatchObject({
      stage: 'completed',
      completion: { outcome: 'expired' },
      current: { version: 1 },
    });
  });

  test('an answer and the end of the time can come in either order; whichever is first stands', () => {
    const log = requested();
    log.give(commands.announce, { actor: applicant, at: after });
    log.give(commands.receive(2, deadline));
    expect(log.give({ type: 'expire-completion' }, { at: deadline })).toMatchObject({
      refused: 'wrong-stage',
    });
    expect(log.state.completion?.outcome).toBe('answered');
  });

  test('completion is asked for once', () => {
    const log = requested();
    log.give({ type: 'expire-completion' }, { at: deadline });
    log.give(commands.screen([missing]));
    expect(log.give({ type: 'request-completion', deadline, missing: [] })).toMatchObject({
      refused: 'completion-already-requested',
    });
  });

  test('what is still missing after that makes the presenter’s confirmation a refusal', () => {
    const log = requested();
    log.give({ type: 'expire-completion' }, { at: deadline });
    log.give(commands.screen([missing]));
    log.give(commands.confirm, { actor: official('anna') });
    expect(log.state).toMatchObject({ stage: 'concluded', conclusion: 'refuse' });
  });
});

describe('confirming', () => {
  const excluded: Finding = {
    rule: 'not-excluded',
    version: 1,
    subject: 'mere-digitisation',
    outcome: 'judgement',
    consequence: 'refuse',
    sentence: { text: 'x', source: 'S2' },
    evidence: { signs: ['skanning'] },
  };
  const judge = (
    judgements: Extract<CaseCommand, { type: 'confirm-screening' }>['judgements'],
    by = 'anna',
  ) => screened([excluded]).give({ ...commands.confirm, judgements }, { actor: official(by) });
  const met = {
    rule: 'not-excluded',
    subject: 'mere-digitisation',
    met: true,
    reason: 'En del av helheten.',
  } as const;

  test('a presenter confirms, nobody else', () => {
    expect(judge([met])).toMatchObject({ type: 'screening-confirmed', data: { conclusion: 'examine' } });
    expect(judge([met], 'eva')).toMatchObject({ refused: 'not-a-presenter' });
    expect(judge([met], 'dora')).toMatchObject({ refused: 'not-a-presenter' });
    expect(screened([excluded]).give({ ...commands.confirm, judgements: [met] })).toMatchObject({
      refused: 'not-a-presenter',
    });
  });

  test('what needs a person must be judged, with a reason', () => {
    expect(judge([])).toMatchObject({
      refused: 'judgement-missing',
      details: { subject: 'mere-digitisation' },
    });
    expect(judge([{ ...met, reason: ' ' }])).toMatchObject({ refused: 'judgement-without-reason' });
  });

  test('a judgement must be about something that was examined', () => {
    expect(judge([met, { rule: 'theme-named', met: true, reason: 'x' }])).toMatchObject({
      refused: 'judgement-without-finding',
    });
  });

  test('confirming twice is refused', () => {
    const log = screened([excluded]);
    log.give({ ...commands.confirm, judgements: [met] }, { actor: official('anna') });
    expect(log.give({ ...commands.confirm, judgements: [met] }, { actor: official('anna') })).toMatchObject({
      refused: 'wrong-stage',
    });
  });
});

describe('scoring', () => {
  test('evaluators take turns, so that the second case begins with the second of them', () => {
    expect(evaluating().state.evaluators.map(({ username }) => username)).toEqual(['eva', 'erik']);
    const log = new CaseLog();
    log.give(commands.open, { actor: applicant, at: during });
    log.give(commands.announce, { actor: applicant, at: during });
    log.give({ ...commands.receive(1), number: 'ANS/2022/0002' });
    log.give(commands.screen());
    log.give(commands.confirm, { actor: official('anna') });
    log.give(commands.assign);
    expect(log.state.evaluators.map(({ username }) => username)).toEqual(['erik', 'eva']);
  });

  test('whoever confirmed the screening does not score it', () => {
    const log = registered();
    log.give(commands.screen());
    const presenting = { ...officials, presenters: ['eva'] };
    log.give({ ...commands.confirm, officials: presenting }, { actor: official('eva') });
    log.give(commands.assign);
    expect(log.state.evaluators.map(({ username }) => username)).toEqual(['erik', 'rita']);
  });

  test('only the case’s own evaluators score, each once, all criteria at a time', () => {
    const log = evaluating();
    expect(log.give(commands.score(3), { actor: official('rita') })).toMatchObject({
      refused: 'not-your-case',
    });
    const { scores, ...rest } = commands.score(3);
    expect(log.give({ ...rest, scores: scores.slice(1) }, { actor: official('eva') })).toMatchObject({
      refused: 'scores-incomplete',
      details: { criterion: 'impact', fault: 'missing' },
    });
    expect(log.give(commands.score(3), { actor: official('eva') })).toMatchObject({ type: 'scores-saved' });
    expect(log.give(commands.score(5), { actor: official('eva') })).toMatchObject({
      refused: 'already-scored',
    });
  });

  test('a disqualified evaluator’s scores do not count and the reserve takes over', () => {
    const log = evaluating();
    log.give(
      { type: 'declare-disqualification', ground: 'Anställd hos sökanden.' },
      { actor: official('eva') },
    );
    expect(log.give(commands.score(5), { actor: official('eva') })).toMatchObject({
      refused: 'disqualified',
    });
    log.give({ type: 'replace-evaluator', evaluator: 'eva', officials });
    expect(log.state.evaluators.map(({ username, standing }) => [username, standing])).toEqual([
      ['eva', 'disqualified'],
      ['erik', 'asked'],
      ['rita', 'asked'],
    ]);
    log.give(commands.score(2), { actor: official('erik') });
    expect(log.give(commands.combine)).toMatchObject({ refused: 'scores-missing' });
    log.give(commands.score(3), { actor: official('rita') });
    log.give(commands.combine);
    expect(log.state).toMatchObject({ stage: 'evaluated', points: fraction(50) });
  });

  test('a disqualification needs its ground', () => {
    expect(
      evaluating().give({ type: 'declare-disqualification', ground: ' ' }, { actor: official('eva') }),
    ).toMatchObject({
      refused: 'ground-missing',
    });
  });

  test('when nobody without ties is left, that is said and not papered over', () => {
    const log = evaluating();
    log.give({ type: 'declare-disqualification', ground: 'x' }, { actor: official('eva') });
    log.give({ type: 'replace-evaluator', evaluator: 'eva', officials });
    log.give({ type: 'declare-disqualification', ground: 'x' }, { actor: official('rita') });
    expect(log.give({ type: 'replace-evaluator', evaluator: 'rita', officials })).toMatchObject({
      refused: 'too-few-evaluators',
    });
  });
});

describe('deciding', () => {
  const batch = 'b'.repeat(64);
  const decisionOn = (log: CaseLog) =>
    draftDecision({ call: call2022, state: log.state, application: korsholm, ranked: 1 });

  test('a case is decided once', () => {
    const log = evaluated();
    const decision = decisionOn(log);
    log.give({ type: 'record-decision', decision, batch });
    expect(log.state).toMatchObject({
      stage: 'decided',
      decision: { caseNumber: 'ANS/2022/0001' },
      decidedAt: after,
    });
    expect(log.give({ type: 'record-decision', decision, batch })).toMatchObject({
      refused: 'already-decided',
    });
  });

  test('a decision on another case, or on an older version, is refused', () => {
    const log = evaluated();
    const decision = decisionOn(log);
    const other = { ...decision, caseNumber: 'ANS/2022/0002' };
    expect(log.give({ type: 'record-decision', decision: other, batch })).toMatchObject({
      refused: 'decision-not-of-this-case',
    });
    const older = { ...decision, version: 0 };
    expect(log.give({ type: 'record-decision', decision: older, batch })).toMatchObject({
      refused: 'decision-not-of-this-case',
    });
  });

  test('a case that is still being scored cannot be decided', () => {
    const decision = decisionOn(evaluated());
    expect(evaluating().give({ type: 'record-decision', decision, batch })).toMatchObject({
      refused: 'wrong-stage',
    });
  });

  test('messages are on its ledger, from the opening on', () => {
    const mail = {
      type: 'want-mail',
      mail: 'receipt',
      key: 'receipt.1',
      to: ['a@b.example'],
      attempt: 1,
    } as const;
    expect(new CaseLog().give(mail)).toMatchObject({ refused: 'not-opened' });
    const log = evaluated();
    expect(log.give(mail)).toMatchObject({ type: 'mail-wanted' });
    expect(log.give(mail)).toMatchObject({ refused: 'mail-already-sent' });
    log.give({ type: 'note-sent', key: 'receipt.1', attempt: 1, messageId: 'm' });
    expect(log.state.mails).toMatchObject([{ key: 'receipt.1', standing: 'sent' }]);
  });

  test('that the letter was opened is noted once, when there is one', () => {
    const log = evaluated();
    expect(log.give({ type: 'note-opened' })).toMatchObject({ refused: 'wrong-stage' });
    log.give({ type: 'record-decision', decision: decisionOn(log), batch });
    const file = { key: 'k', sha256: 'a'.repeat(64) };
    log.give({ type: 'note-letter', ...file, sizeBytes: 1, archived: file, translation: file });
    expect(log.give({ type: 'note-opened' }, { actor: applicant })).toMatchObject({ type: 'letter-opened' });
    expect(log.give({ type: 'note-opened' }, { actor: applicant })).toMatchObject({
      refused: 'already-opened-letter',
    });
  });
});

describe('any sequence of commands', () => {
  const actors = ['anna', 'eva', 'erik', 'rita', 'dora'].map(official);
  const anyCommand: fc.Arbitrary<CaseCommand> = fc.oneof(
    fc.constantFrom<CaseCommand>(
      commands.open,
      commands.announce,
      commands.receive(1),
      commands.receive(2),
      commands.receive(2, tooLate),
      commands.screen(),
      { type: 'request-completion', deadline: '2022-05-16T13:15:00.000Z', missing: [] },
      { type: 'expire-completion' },
      commands.confirm,
      commands.assign,
      { type: 'declare-disqualification', ground: 'x' },
      { type: 'replace-evaluator', evaluator: 'eva', officials },
      commands.score(3),
      commands.score(0),
      commands.change(5),
      commands.combine,
      commands.consider(true),
      commands.consider(false),
      { type: 'reject-submission', version: 1, faults: [], arrivedAt: during },
      { type: 'note-failure', step: 's', error: 'e', execution: 'x' },
      { type: 'note-overdue', task: 't', assignee: 'a' },
    ),
  );
  const anyStep = fc.record({
    command: anyCommand,
    by: fc.record({
      actor: fc.constantFrom(applicant, ...actors),
      at: fc.constantFrom(during, '2022-05-02T09:00:00.000Z'),
    }),
  });

  test('leaves a log that verifies and a state that is the fold of it', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const log = new CaseLog();
        for (const { command, by } of steps) {
          const before = log.state;
          const decision = log.give(command, by);
          if ('refused' in decision) expect(log.state).toEqual(before);
        }
        expect(findFault(log.events)).toBeUndefined();
        expect(fold(caseDecider, JSON.parse(JSON.stringify(log.events)))).toEqual(
          JSON.parse(JSON.stringify(log.state)),
        );
      }),
    );
  });

  test('never lets a disqualified evaluator’s scores count, nor points exist without all scores', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        const log = new CaseLog();
        for (const { command, by } of steps) log.give(command, by);
        const { evaluators, points } = log.state;
        for (const { standing, scores } of evaluators) {
          if (standing === 'disqualified') expect(scores).toEqual([]);
          if (points) expect(standing).not.toBe('asked');
        }
      }),
    );
  });
});
