import { draftDecision } from '../../../domain/decision/draft.ts';
import { openTasksOfCase, tasksOfCase } from '../../../domain/task/open-tasks.ts';
import { isOver } from '../../../domain/task/task.ts';
import { call2022, korsholm } from '../../call-2022.ts';
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

const withdraw = { type: 'withdraw-application', reason: 'Projektet genomförs inte.' } as const;
const by = { actor: applicant, at: after };

test.each([
  ['registered', registered],
  ['screened', screened],
  ['evaluating', evaluating],
  ['evaluated', evaluated],
])('a case that is %s can be withdrawn', (_stage, make) => {
  const log = make();
  expect(log.give(withdraw, by)).toEqual({
    type: 'application-withdrawn',
    data: { reason: 'Projektet genomförs inte.' },
  });
  expect(log.state).toMatchObject({ stage: 'withdrawn', withdrawnAt: after });
});

test('it can be withdrawn without a reason', () => {
  expect(registered().give({ type: 'withdraw-application' }, by)).toEqual({
    type: 'application-withdrawn',
    data: {},
  });
});

test('it is withdrawn once', () => {
  const log = registered();
  log.give(withdraw, by);
  expect(log.give(withdraw, by)).toEqual({ refused: 'already-withdrawn' });
});

test('there is nothing to withdraw before a version was received, nor after the decision', () => {
  const opened = new CaseLog();
  opened.give(commands.open, { actor: applicant, at: during });
  expect(opened.give(withdraw, by)).toEqual({ refused: 'not-registered' });
  const log = evaluated();
  const decision = draftDecision({ call: call2022, state: log.state, application: korsholm, ranked: 1 });
  log.give({ type: 'record-decision', decision, batch: 'b'.repeat(64) });
  expect(log.give(withdraw, by)).toEqual({ refused: 'already-decided' });
});

test('nobody prepares, scores or decides a withdrawn case, and nothing more is submitted to it', () => {
  const log = evaluating();
  const decided = evaluated();
  const decision = draftDecision({ call: call2022, state: decided.state, application: korsholm, ranked: 1 });
  log.give(withdraw, by);
  const wrong = { refused: 'wrong-stage', details: { stage: 'withdrawn' } };
  expect(log.give(commands.screen())).toEqual(wrong);
  expect(log.give(commands.confirm, { actor: official('anna') })).toEqual(wrong);
  expect(log.give(commands.assign)).toEqual(wrong);
  expect(log.give(commands.score(4), { actor: official('eva') })).toEqual(wrong);
  expect(log.give(commands.combine)).toEqual(wrong);
  expect(log.give({ type: 'record-decision', decision, batch: 'b' })).toEqual(wrong);
  expect(log.give(commands.announce, { actor: applicant, at: during })).toMatchObject({
    refused: 'submission-not-awaited',
  });
});

test('every task of a withdrawn case is over', () => {
  const log = evaluating();
  expect(openTasksOfCase('c', log.state)).toHaveLength(2);
  log.give(withdraw, by);
  expect(openTasksOfCase('c', log.state)).toEqual([]);
  const tasks = tasksOfCase('c', log.state);
  expect(tasks.map(({ kind }) => kind)).toEqual(['confirm-screening', 'score-case', 'score-case']);
  expect(tasks.every((task) => isOver(task, log.state))).toBe(true);
});
