import type { CaseCommand } from '../../../domain/case/commands.ts';
import { isRefusal } from '../../../domain/log/decider.ts';
import { after, applicant, CaseLog, evaluated, evaluating, registered } from './case-log.ts';
import { batch, decided, decisionOn, letterFile, written } from './decided.ts';

const sofia = { actor: applicant, at: after };

describe('a decision', () => {
  test('is recorded once, when the case was scored', () => {
    const log = evaluated();
    const decision = decisionOn(log, 100_000_00);
    const record: CaseCommand = { type: 'record-decision', decision, batch };
    expect(evaluating().give(record)).toEqual({ refused: 'wrong-stage', details: { stage: 'evaluating' } });
    expect(log.give(record)).toEqual({ type: 'decision-made', data: { decision, batch } });
    expect(log.give(record)).toEqual({ refused: 'already-decided' });
  });

  test('is recorded without scores for a case that was confirmed to go without', () => {
    const log = evaluated();
    const record: CaseCommand = { type: 'record-decision', decision: decisionOn(log, 0), batch };
    const concluded = registered();
    const { caseNumber, version } = record.decision;
    expect([caseNumber, version]).toEqual([concluded.state.number, concluded.state.current?.version]);
    const late = { rule: 'arrived-in-time', version: 1, outcome: 'notMet', consequence: 'dismiss' };
    const sentence = { text: 'Ansökan ska ha kommit in i tid.', source: '434/2003 § 17' };
    concluded.give({
      type: 'record-screening',
      version: 1,
      findings: [{ ...late, sentence, evidence: {} }] as never,
    });
    const officials = { presenters: ['anna'], evaluators: [], reserveEvaluators: [], decisionMakers: [] };
    concluded.give(
      { type: 'confirm-screening', judgements: [], officials: { ...officials, names: {} } },
      { actor: { kind: 'official', username: 'anna' } },
    );
    expect(concluded.state.stage).toBe('concluded');
    expect(concluded.give(record)).toMatchObject({ type: 'decision-made' });
  });

  test('of another case, or on another version of the application, is refused', () => {
    const log = evaluated();
    const decision = decisionOn(log, 100_000_00);
    const give = (change: object) =>
      log.give({ type: 'record-decision', decision: { ...decision, ...change }, batch });
    expect(give({ caseNumber: 'ANS/2022/0002' })).toEqual({
      refused: 'decision-not-of-this-case',
      details: { number: 'ANS/2022/0002' },
    });
    expect(give({ version: 2 })).toMatchObject({ refused: 'decision-not-of-this-case' });
  });

  test('gives way to another once', () => {
    const log = decided();
    const replace = { type: 'replace-decision', by: 'ANS/2022/0050' } as const;
    expect(evaluated().give(replace)).toEqual({ refused: 'wrong-stage', details: { stage: 'evaluated' } });
    expect(log.give(replace)).toEqual({ type: 'decision-replaced', data: { by: 'ANS/2022/0050' } });
    expect(log.give({ ...replace, by: 'ANS/2022/0051' })).toEqual({
      refused: 'decision-already-replaced',
      details: { by: 'ANS/2022/0050' },
    });
  });
});

describe('a letter', () => {
  const note: CaseCommand = { type: 'note-letter', ...letterFile('a') };

  test('is written once, of a decision', () => {
    expect(evaluated().give(note)).toEqual({ refused: 'wrong-stage', details: { stage: 'evaluated' } });
    const log = decided();
    expect(log.give(note)).toEqual({ type: 'letter-rendered', data: letterFile('a') });
    expect(log.give(note)).toEqual({ refused: 'wrong-stage', details: { stage: 'decided' } });
  });

  test('is noted to have been opened the first time', () => {
    const open = { type: 'note-opened' } as const;
    expect(decided().give(open, sofia)).toEqual({ refused: 'wrong-stage', details: { stage: 'decided' } });
    const log = written();
    expect(log.give(open, sofia)).toEqual({
      type: 'letter-opened',
      data: { sha256: letterFile('a').sha256 },
    });
    expect(log.give(open, sofia)).toEqual({ refused: 'already-opened-letter', details: { openedAt: after } });
  });
});

describe('a grant', () => {
  const decline = {
    type: 'decline-grant',
    awardedCents: 184_450_00,
    reason: 'Projektet blir inte av.',
  } as const;

  test('is declined once, and what was not granted cannot be', () => {
    expect(evaluated().give(decline, sofia)).toEqual({
      refused: 'wrong-stage',
      details: { stage: 'evaluated' },
    });
    const log = decided();
    expect(log.give({ ...decline, awardedCents: 0 }, sofia)).toEqual({ refused: 'nothing-granted' });
    expect(log.give({ ...decline, awardedCents: 1 }, sofia)).toMatchObject({ type: 'grant-declined' });
    expect(log.give(decline, sofia)).toEqual({ refused: 'grant-already-declined', details: { at: after } });
  });

  test('is raised by a new decision on the same case and version, made by a reallocation', () => {
    const log = decided(100_000_00);
    const correction = { at: after, ground: 'reallocation', reason: 'Pengar blev lediga.' } as const;
    const decision = { ...decisionOn(evaluated(), 184_450_00), correction };
    const raise = (change: object = {}) =>
      ({ type: 'raise-grant', decision: { ...decision, ...change } }) as const;
    const other = (number: string) => ({ refused: 'decision-not-of-this-case', details: { number } });
    expect(evaluated().give(raise())).toEqual({ refused: 'wrong-stage', details: { stage: 'evaluated' } });
    expect(log.give(raise({ caseNumber: 'ANS/2022/0002' }))).toEqual(other('ANS/2022/0002'));
    expect(log.give(raise({ version: 2 }))).toEqual(other('ANS/2022/0001'));
    expect(log.give(raise({ correction: { ...correction, ground: 'typing-error' } }))).toEqual(
      other('ANS/2022/0001'),
    );
    expect(log.give(raise({ correction: undefined }))).toEqual(other('ANS/2022/0001'));
    expect(log.give(raise())).toEqual({ type: 'decision-corrected', data: { decision } });
    expect(log.state).toMatchObject({ decision, earlier: [{ decision: { awardedCents: 100_000_00 } }] });
  });

  test('that was declined is not raised', () => {
    const log = decided();
    log.give(decline, sofia);
    expect(log.give({ type: 'raise-grant', decision: decisionOn(evaluated(), 1) })).toEqual({
      refused: 'grant-already-declined',
      details: { at: after },
    });
  });
});

describe('what a workflow notes', () => {
  test('is kept word for word, and moves nothing', () => {
    const log = evaluated();
    const before = log.state;
    const failure = { step: 'Render the letter', error: 'Out of memory', execution: 'arn:1' };
    expect(log.give({ type: 'note-failure', ...failure })).toEqual({ type: 'step-failed', data: failure });
    const overdue = { task: 'score-case', assignee: 'eva' } as const;
    expect(log.give({ type: 'note-overdue', ...overdue })).toEqual({ type: 'task-overdue', data: overdue });
    expect(log.state).toEqual(before);
  });

  test('of messages needs a case to be about', () => {
    const want = { type: 'want-mail', mail: 'decision', key: 'k', to: ['a@b.example'], attempt: 1 } as const;
    expect(new CaseLog().give(want)).toEqual({ refused: 'not-opened' });
    expect(isRefusal(registered().give(want))).toBe(false);
  });
});
