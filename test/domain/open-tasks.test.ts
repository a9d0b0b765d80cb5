import { initialCase } from '../../domain/case/state.ts';
import { rectificationDecider } from '../../domain/rectification/rectification.ts';
import { initialRound, type RoundState } from '../../domain/round/state.ts';
import {
  openTasksOfCase,
  openTasksOfRectification,
  openTasksOfRound,
  tasksOfCase,
} from '../../domain/task/open-tasks.ts';
import {
  commandIdOf,
  isOver,
  outcomeOnCase,
  outcomeOnRound,
  type TaskSubject,
  taskIdOf,
} from '../../domain/task/task.ts';
import { officials } from '../call-2022.ts';
import { after, applicant, commands, evaluating, official, registered } from './case/case-log.ts';
import { decided } from './case/decided.ts';

const onCase = { callId: '2022', caseId: 'c1' } as const;
const first: TaskSubject = { kind: 'confirm-screening', ...onCase, about: 'first' };
const plan = 'a'.repeat(64);
const batch = 'b'.repeat(64);

describe('a case waits for', () => {
  test('nobody before it is screened, and for a presenter then', () => {
    const log = registered();
    expect(openTasksOfCase('c1', log.state)).toEqual([]);
    log.give(commands.screen());
    expect(openTasksOfCase('c1', log.state)).toEqual([first]);
    expect(tasksOfCase('c1', log.state)).toEqual([first]);
  });

  test('each evaluator who has neither scored nor left', () => {
    const log = evaluating();
    const score = (about: string): TaskSubject => ({ kind: 'score-case', ...onCase, about });
    expect(openTasksOfCase('c1', log.state)).toEqual([score('eva'), score('erik')]);
    log.give(commands.score(3), { actor: official('eva') });
    expect(openTasksOfCase('c1', log.state)).toEqual([score('erik')]);
    expect(tasksOfCase('c1', log.state)).toEqual([first, score('eva'), score('erik')]);
  });

  test('a presenter where the evaluators are far apart, until it is considered', () => {
    const log = evaluating();
    log.give(commands.score(5), { actor: official('eva') });
    log.give(commands.score(0), { actor: official('erik') });
    log.give(commands.combine);
    const consider: TaskSubject = { kind: 'consider-disagreement', ...onCase };
    expect(openTasksOfCase('c1', log.state)).toEqual([consider]);
    expect(isOver(consider, log.state)).toBe(false);
    log.give(commands.consider(true), { actor: official('anna') });
    expect(outcomeOnCase(consider, log.state)).toEqual({ another: 'rita' });
    expect(openTasksOfCase('c1', log.state)).toEqual([{ kind: 'score-case', ...onCase, about: 'rita' }]);
    expect(tasksOfCase('c1', log.state)).toContainEqual(consider);
  });

  test('a decision maker where a correction is proposed', () => {
    const log = decided();
    expect(openTasksOfCase('c1', log.state)).toEqual([]);
    const changes = { title: 'Rätt namn' };
    const proposal = {
      ground: 'typing-error',
      reason: 'Felskrivet.',
      changes,
      causedByApplicant: false,
    } as const;
    log.give(
      { type: 'propose-correction', ...proposal, hearUntil: after, officials },
      { actor: official('anna') },
    );
    const about = String(log.events.length);
    const decide: TaskSubject = { kind: 'decide-correction', ...onCase, about };
    expect(openTasksOfCase('c1', log.state)).toEqual([decide]);
    expect(isOver(decide, log.state)).toBe(false);
    log.give({ type: 'decide-correction', approve: true, officials }, { actor: official('dora') });
    expect(outcomeOnCase(decide, log.state)).toEqual({ decided: true });
    expect(openTasksOfCase('c1', log.state)).toEqual([]);
  });

  test('a presenter to post each notice that could not be delivered', () => {
    const log = decided();
    const give = (key: string) => {
      log.give({ type: 'want-mail', mail: 'decision', key, to: ['a@b.example'], attempt: 1 });
      log.give({ type: 'note-refused', key, attempt: 1, error: 'unknown user', permanent: true });
    };
    give('decision');
    give('copy');
    const post = (about: string): TaskSubject => ({ kind: 'send-by-post', ...onCase, about });
    expect(openTasksOfCase('c1', log.state)).toEqual([post('decision'), post('copy')]);
    log.give({ type: 'note-posted', key: 'decision', sentOn: '2022-06-17' });
    expect(openTasksOfCase('c1', log.state)).toEqual([post('copy')]);
    expect(outcomeOnCase(post('decision'), log.state)).toEqual({ told: true });
    expect(outcomeOnCase(post('copy'), log.state)).toBeUndefined();
    expect(outcomeOnCase(post('unknown'), log.state)).toBeUndefined();
  });

  test('nobody any more when it was withdrawn or removed', () => {
    const log = registered();
    log.give(commands.screen());
    log.give({ type: 'withdraw-application' }, { actor: applicant });
    expect(outcomeOnCase(first, log.state)).toEqual({ withdrawn: true });
    expect(outcomeOnCase(first, { ...initialCase, stage: 'removed' })).toEqual({ removed: true });
  });
});

describe('an application that is being completed', () => {
  const deadline = '2022-05-16T13:15:00.000Z';
  const complete: TaskSubject = { kind: 'complete-application', ...onCase };

  function completing() {
    const log = registered();
    log.give(commands.screen());
    log.give({ type: 'request-completion', deadline, missing: [] });
    return log;
  }

  test('waits for its applicant, and for a presenter where more time is asked for', () => {
    const log = completing();
    expect(openTasksOfCase('c1', log.state)).toEqual([complete]);
    const extension = { type: 'request-extension', until: '2022-05-30', reason: 'Sjukdom.' } as const;
    log.give(extension, { actor: applicant });
    const answer: TaskSubject = { kind: 'answer-extension', ...onCase, about: String(log.events.length) };
    expect(openTasksOfCase('c1', log.state)).toEqual([complete, answer]);
    expect(tasksOfCase('c1', log.state).slice(0, 2)).toEqual([complete, answer]);
    expect(outcomeOnCase(answer, log.state)).toBeUndefined();
    const grant = { type: 'answer-extension', grant: false, reason: 'Nej.', officials } as const;
    log.give(grant, { actor: official('anna') });
    expect(outcomeOnCase(answer, log.state)).toEqual({ granted: false });
    log.give(extension, { actor: applicant });
    const second: TaskSubject = { ...answer, about: String(log.events.length) };
    expect(openTasksOfCase('c1', log.state)).toEqual([complete, second]);
    log.give({ ...grant, grant: true }, { actor: official('anna') });
    expect(outcomeOnCase(second, log.state)).toEqual({ granted: true });
    expect(outcomeOnCase(answer, log.state)).toEqual({ granted: false });
  });

  test('waits no more when its time is out, nor does whoever was asked for more', () => {
    const log = completing();
    log.give({ type: 'request-extension', until: '2022-05-30', reason: 'Sjukdom.' }, { actor: applicant });
    const answer: TaskSubject = { kind: 'answer-extension', ...onCase, about: String(log.events.length) };
    log.give(
      { type: 'answer-extension', grant: false, reason: 'Nej.', officials },
      { actor: official('anna') },
    );
    log.give({ type: 'expire-completion' }, { at: '2022-05-16T13:15:00.001Z' });
    expect(outcomeOnCase(complete, log.state)).toEqual({ completion: 'expired' });
    expect(outcomeOnCase({ ...answer, about: 'another' }, log.state)).toEqual({ completion: 'expired' });
    expect(outcomeOnCase(first, log.state)).toEqual({ conclusion: 'complete' });
  });
});

describe('a call waits for', () => {
  const round = (change: object) => ({ ...initialRound, ...change }) as unknown as RoundState;
  const proposed = { stage: 'proposed', proposal: { plan: { key: 'p', sha256: plan } } };

  test('nobody while there is nothing to answer', () => {
    for (const stage of ['published', 'closed', 'approved', 'decided', 'finished'])
      expect(openTasksOfRound('2022', round({ ...proposed, stage, drafts: { batch } }))).toEqual([]);
    for (const stage of ['proposed', 'drafted', 'returned'])
      expect(openTasksOfRound('2022', round({ stage }))).toEqual([]);
  });

  test('a presenter to answer the plan that is proposed, once', () => {
    const approve: TaskSubject = { kind: 'approve-plan', callId: '2022', about: plan };
    const other = [{ about: 'c'.repeat(64), approved: false }];
    expect(openTasksOfRound('2022', round(proposed))).toEqual([approve]);
    expect(openTasksOfRound('2022', round({ ...proposed, answers: other }))).toEqual([approve]);
    const answers = [...other, { about: plan, approved: false }];
    expect(openTasksOfRound('2022', round({ ...proposed, answers }))).toEqual([]);
    expect(isOver(approve, round({ ...proposed, answers }))).toBe(true);
    expect(isOver(approve, round({ ...proposed, answers: other }))).toBe(false);
  });

  test('a decision maker to answer the drafts, or a presenter where single ones came back', () => {
    const drafts = { batch };
    const about = { callId: '2022', about: batch };
    expect(openTasksOfRound('2022', round({ stage: 'drafted', drafts }))).toEqual([
      { kind: 'approve-drafts', ...about },
    ]);
    expect(openTasksOfRound('2022', round({ stage: 'returned', drafts }))).toEqual([
      { kind: 'revise-drafts', ...about },
    ]);
    const revised = round({ revised: [plan, batch] });
    expect(outcomeOnRound({ kind: 'revise-drafts', ...about }, revised)).toEqual({ revised: true });
    expect(outcomeOnRound({ kind: 'revise-drafts', ...about }, round({ revised: [plan] }))).toBeUndefined();
  });
});

test('a request for rectification waits for a decision maker who had no part in the first decision', () => {
  const request = { callId: '2022', number: 'ANS/2022/0050', barred: ['anna', 'dora'] };
  expect(openTasksOfRectification('c1', rectificationDecider.initial)).toEqual([]);
  expect(openTasksOfRectification('c1', { request } as never)).toEqual([
    { kind: 'decide-rectification', ...onCase, about: 'ANS/2022/0050', barred: ['anna', 'dora'] },
  ]);
  expect(openTasksOfRectification('c1', { request, decided: {} } as never)).toEqual([]);
});

test('the command that answers a task is named after it; its id is 32 hexadecimal digits', () => {
  const id = taskIdOf(first);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(commandIdOf(id)).toBe(`task:${id}`);
  expect(commandIdOf(taskIdOf({ ...first, about: 'again' }))).not.toBe(commandIdOf(id));
});

test('a task on a case is none on a call, nor the other way round', () => {
  expect(() => outcomeOnCase({ kind: 'approve-plan', callId: '2022' }, initialCase)).toThrow(
    'approve-plan is no task on a case',
  );
  expect(() => outcomeOnRound(first, initialRound)).toThrow('confirm-screening is no task on a call');
});
