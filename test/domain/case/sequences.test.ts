import fc from 'fast-check';
import { caseDecider } from '../../../domain/case/case.ts';
import type { CaseCommand } from '../../../domain/case/commands.ts';
import { draftDecision } from '../../../domain/decision/draft.ts';
import { findFault } from '../../../domain/log/chain.ts';
import { fold } from '../../../domain/log/decider.ts';
import { openTasksOfCase } from '../../../domain/task/open-tasks.ts';
import { isOver } from '../../../domain/task/task.ts';
import { call2022, korsholm, officials } from '../../call-2022.ts';
import {
  after,
  applicant,
  CaseLog,
  commands,
  evaluated,
  evaluating,
  official,
  registered,
} from './case-log.ts';

type Draft = Parameters<typeof draftDecision>[0];

const deadline = '2022-05-16T13:15:00.000Z';
const award = { cents: 184_450_00 } as unknown as NonNullable<Draft['award']>;
const decision = draftDecision({
  call: call2022,
  state: evaluated().state,
  application: korsholm,
  award,
  ranked: 1,
});
const decide = { type: 'record-decision', decision, batch: 'b'.repeat(64) } as const;

function completing(): CaseLog {
  const log = registered();
  log.give(commands.screen());
  log.give({ type: 'request-completion', deadline, missing: [] });
  log.give(commands.announce, { actor: applicant });
  return log;
}

function decided(): CaseLog {
  const log = evaluated();
  log.give(decide);
  return log;
}

const beginnings = [() => new CaseLog(), registered, completing, evaluating, evaluated, decided];
const correction = {
  ground: 'typing-error',
  reason: 'x',
  causedByApplicant: false,
  hearUntil: deadline,
} as const;
const file = { key: 'k', sha256: 'a'.repeat(64) };
const anyCommand = fc.constantFrom<CaseCommand>(
  commands.open,
  commands.announce,
  commands.receive(1),
  commands.receive(2, after),
  commands.screen(),
  { type: 'request-completion', deadline, missing: [] },
  { type: 'ask-completion', deadline, missing: [{ text: 'x' }], officials },
  { type: 'request-extension', until: '2022-05-20', reason: 'x' },
  { type: 'answer-extension', grant: true, reason: 'x', officials },
  { type: 'answer-extension', grant: false, reason: 'x', officials },
  { type: 'expire-completion' },
  commands.confirm,
  commands.assign,
  { type: 'declare-disqualification', ground: 'x' },
  { type: 'replace-evaluator', evaluator: 'eva', officials },
  commands.score(3),
  commands.combine,
  { type: 'withdraw-application' },
  decide,
  { type: 'propose-correction', ...correction, changes: { title: 'Nytt namn' }, officials },
  { type: 'propose-correction', ...correction, changes: { awardedCents: 100_00 }, officials },
  { type: 'answer-hearing', consents: true, statement: 'x' },
  { type: 'decide-correction', approve: true, officials },
  { type: 'note-letter', ...file, sizeBytes: 1, archived: file, translation: file },
  { type: 'want-mail', mail: 'decision', key: 'decision', to: ['a@b.example'], attempt: 1 },
  { type: 'note-sent', key: 'decision', attempt: 1, messageId: 'm' },
  { type: 'note-opened' },
  { type: 'note-last-instalment', paidOn: '2023-01-01', officials },
  { type: 'propose-removal' },
  { type: 'answer-removal', reason: 'x' },
  { type: 'answer-removal', reason: 'x', keepUntil: '2040-01-01' },
  { type: 'remove-data' },
);
const anyStep = fc.record({
  command: anyCommand,
  by: fc.record({
    actor: fc.constantFrom(applicant, ...['anna', 'eva', 'erik', 'dora'].map(official)),
    at: fc.constantFrom(after, '2022-05-17T13:15:00.000Z', '2035-01-02T13:15:00.000Z'),
  }),
});
const anyCase = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(anyStep, { minLength: 1, maxLength: 30 }))
  .map(([begin, steps]) => ({ log: begin(), steps }));

test('from wherever a case is, any commands leave a log that verifies and a state that is its fold', () => {
  fc.assert(
    fc.property(anyCase, ({ log, steps }) => {
      for (const { command, by } of steps) {
        const before = log.state;
        const answer = log.give(command, by);
        if ('refused' in answer) expect(log.state).toEqual(before);
      }
      expect(findFault(log.events)).toBeUndefined();
      expect(fold(caseDecider, JSON.parse(JSON.stringify(log.events)))).toEqual(
        JSON.parse(JSON.stringify(log.state)),
      );
    }),
  );
});

test('a case is decided at most once, never after it was withdrawn, and never granted more by a correction', () => {
  fc.assert(
    fc.property(anyCase, ({ log, steps }) => {
      for (const { command, by } of steps) log.give(command, by);
      const types = log.events.map(({ type }) => type);
      expect(types.filter((type) => type === 'decision-made').length).toBeLessThanOrEqual(1);
      expect(types.includes('decision-made') && types.includes('application-withdrawn')).toBe(false);
      expect(log.state.decision?.awardedCents ?? 0).toBeLessThanOrEqual(184_450_00);
    }),
  );
});

test('a task that waits for somebody is never over, and a removed case has none', () => {
  fc.assert(
    fc.property(anyCase, ({ log, steps }) => {
      for (const { command, by } of steps) log.give(command, by);
      const { state } = log;
      const open = openTasksOfCase('c', state);
      expect(open.filter((task) => isOver(task, state))).toEqual([]);
      if (state.stage === 'removed' || state.stage === 'withdrawn') expect(open).toEqual([]);
    }),
  );
});

test('of late, early, repeated and concurrent answers to a completion request exactly one completes, if one is in time', () => {
  const answers = fc.array(
    fc.record({
      version: fc.constantFrom(2, 3, 4),
      at: fc.constantFrom(after, deadline, '2022-05-16T13:15:00.001Z'),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(answers, fc.nat(8), (arrivals, expiry) => {
      const log = completing();
      log.give(commands.announce, { actor: applicant });
      log.give(commands.announce, { actor: applicant });
      arrivals.forEach(({ version, at }, index) => {
        if (index === expiry) log.give({ type: 'expire-completion' }, { at: deadline });
        log.give(commands.receive(version, at));
      });
      const completed = log.events.filter(({ type }) => type === 'version-received');
      const inTime = arrivals.slice(0, expiry).some(({ at }) => at <= deadline);
      const anyInTime = arrivals.some(({ at }) => at <= deadline);
      if (inTime || (anyInTime && expiry >= arrivals.length)) expect(completed).toHaveLength(1);
      expect(completed.length).toBeLessThanOrEqual(1);
    }),
  );
});
