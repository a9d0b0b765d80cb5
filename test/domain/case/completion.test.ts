import { reminderKey, turnOf } from '../../../domain/case/completion.ts';
import type { Finding } from '../../../domain/eligibility/rule.ts';
import { openTasksOfCase, tasksOfCase } from '../../../domain/task/open-tasks.ts';
import { isOver, outcomeOnCase } from '../../../domain/task/task.ts';
import { officials } from '../../call-2022.ts';
import { after, applicant, type CaseLog, commands, official, registered, screened } from './case-log.ts';

const deadline = '2022-05-16T13:15:00.000Z';
const justAfter = '2022-05-16T13:15:00.001Z';
const later = '2022-05-23T13:15:00.000Z';
const missing: Finding = {
  rule: 'part-included',
  version: 1,
  subject: 'changePlan',
  outcome: 'missing',
  consequence: 'refuse',
  sentence: { text: 'x', source: 'S2' },
  evidence: {},
};

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

const ask = {
  type: 'request-extension',
  until: '2022-05-23',
  reason: 'Bilagan väntar på underskrift.',
} as const;
const grant = { type: 'answer-extension', grant: true, reason: 'Skälet är godtagbart.', officials } as const;
const refuse = { ...grant, grant: false, reason: 'Tiden är tillräcklig.' } as const;
const anna = { actor: official('anna'), at: after };
const sofia = { actor: applicant, at: after };

function asked(): CaseLog {
  const log = requested();
  log.give(ask, sofia);
  return log;
}

describe('a presenter asking instead of confirming', () => {
  const point = {
    rule: 'part-included',
    subject: 'changePlan',
    text: 'Beskriv hur ledningen ordnas.',
  } as const;
  const byHand = { type: 'ask-completion', deadline, missing: [point], officials } as const;
  const found: Finding = { ...missing, outcome: 'met' };
  const task = (log: CaseLog) =>
    openTasksOfCase('c', log.state).find(({ kind }) => kind === 'confirm-screening');

  test('only a presenter asks, only about a screening that is not confirmed, and says what to complete', () => {
    expect(screened([found]).give(byHand, { actor: official('eva'), at: after })).toEqual({
      refused: 'not-a-presenter',
    });
    expect(registered().give(byHand, anna)).toMatchObject({ refused: 'wrong-stage' });
    expect(screened([found]).give({ ...byHand, missing: [] }, anna)).toEqual({ refused: 'nothing-asked' });
    expect(screened([found]).give({ ...byHand, missing: [point, { text: ' ' }] }, anna)).toEqual({
      refused: 'nothing-asked',
    });
    const confirmed = screened([found]);
    confirmed.give(commands.confirm, anna);
    expect(confirmed.give(byHand, anna)).toMatchObject({ refused: 'wrong-stage' });
  });

  test('a point is about a requirement that was examined, or about none', () => {
    const stray = { ...point, subject: 'budget' };
    expect(screened([found]).give({ ...byHand, missing: [stray] }, anna)).toEqual({
      refused: 'requirement-unknown',
      details: { rule: 'part-included', subject: 'budget' },
    });
    expect(
      screened([found]).give({ ...byHand, missing: [point, { text: 'Bilaga 2 saknas.' }] }, anna),
    ).toMatchObject({
      type: 'completion-requested',
    });
  });

  test('it goes the way of every request: a time, more of it, an answer, or the end; and who asks has prepared the case', () => {
    const log = screened([found]);
    expect(log.give(byHand, anna)).toEqual({
      type: 'completion-requested',
      data: { deadline, missing: [point] },
    });
    expect(log.state).toMatchObject({ stage: 'completing', preparedBy: ['anna'] });
    expect(log.give(ask, sofia)).toMatchObject({ type: 'extension-requested' });
    log.give(commands.announce, sofia);
    expect(log.give(commands.receive(2, after))).toMatchObject({ data: { completes: true } });
    expect(log.state.completion?.outcome).toBe('answered');
  });

  test('the task is over by it, and confirming what was screened after it is another task', () => {
    const log = screened([found]);
    const first = task(log);
    log.give(byHand, anna);
    expect(first && outcomeOnCase(first, log.state)).toEqual({ conclusion: 'complete' });
    log.give({ type: 'expire-completion' }, { at: deadline });
    log.give(commands.screen([found]));
    const second = task(log);
    expect(second?.about).not.toBe(first?.about);
    expect(second && isOver(second, log.state)).toBe(false);
  });

  test('it may be asked again after an answer, also where the machine asked first; the machine asks once', () => {
    const log = requested();
    log.give({ type: 'expire-completion' }, { at: deadline });
    log.give(commands.screen([missing]));
    expect(log.give(byHand, anna)).toMatchObject({ type: 'completion-requested' });
    log.give({ type: 'expire-completion' }, { at: deadline });
    log.give(commands.screen([missing]));
    expect(log.give({ type: 'request-completion', deadline, missing: [] })).toEqual({
      refused: 'completion-already-requested',
    });
  });
});

describe('asking for more time', () => {
  test.each([grant, refuse])(
    'whoever answers it has prepared the case, whatever they are named as later: %j',
    (answer) => {
      const log = asked();
      log.give(answer, anna);
      expect(log.state.preparedBy).toEqual(['anna']);
    },
  );

  test('an applicant who is to complete asks until a date, once at a time, giving a reason', () => {
    const log = requested();
    expect(log.give({ ...ask, reason: ' ' }, sofia)).toEqual({ refused: 'reason-missing' });
    expect(log.give(ask, sofia)).toEqual({
      type: 'extension-requested',
      data: { until: '2022-05-23', reason: 'Bilagan väntar på underskrift.' },
    });
    expect(log.give(ask, sofia)).toEqual({ refused: 'extension-already-asked' });
    log.give(refuse, anna);
    expect(log.give(ask, sofia)).toMatchObject({ type: 'extension-requested' });
  });

  test('at the last moment it is in time, a moment later it is not', () => {
    expect(requested().give(ask, { actor: applicant, at: deadline })).toMatchObject({
      type: 'extension-requested',
    });
    expect(requested().give(ask, { actor: applicant, at: justAfter })).toEqual({
      refused: 'completion-time-over',
      details: { deadline },
    });
  });

  test('a date that gives no more time is refused with the time that stands', () => {
    const refusal = { refused: 'extension-not-later', details: { deadline } };
    expect(requested().give({ ...ask, until: '2022-05-16' }, sofia)).toEqual(refusal);
    expect(requested().give({ ...ask, until: '2022-05-17' }, sofia)).toMatchObject({
      type: 'extension-requested',
    });
    expect(asked().give({ ...grant, until: '2022-05-16' }, anna)).toEqual(refusal);
  });

  test('nobody asks for more time where nothing is to be completed', () => {
    expect(registered().give(ask, sofia)).toEqual({
      refused: 'wrong-stage',
      details: { stage: 'registered' },
    });
  });
});

describe('answering', () => {
  test('only a presenter of the call answers, and only what was asked, with a reason', () => {
    expect(asked().give(grant, { actor: official('eva'), at: after })).toEqual({
      refused: 'not-a-presenter',
    });
    expect(asked().give(grant, sofia)).toEqual({ refused: 'not-a-presenter' });
    expect(requested().give(grant, anna)).toEqual({ refused: 'no-extension-asked' });
    expect(asked().give({ ...grant, reason: '' }, anna)).toEqual({ refused: 'reason-missing' });
  });

  test('time is given until the end of office hours of the date asked for', () => {
    const log = asked();
    expect(log.give(grant, anna)).toEqual({
      type: 'completion-extended',
      data: { deadline: later, reason: 'Skälet är godtagbart.' },
    });
    expect(log.state.completion).toMatchObject({
      deadline: later,
      outcome: 'awaited',
      extensions: [{ until: '2022-05-23', outcome: 'granted', answer: 'Skälet är godtagbart.' }],
    });
    expect(log.give(refuse, anna)).toEqual({ refused: 'no-extension-asked' });
  });

  test('the presenter may give another date, which the log then says', () => {
    const log = asked();
    expect(log.give({ ...grant, until: '2022-05-18' }, anna)).toMatchObject({
      data: { deadline: '2022-05-18T13:15:00.000Z', until: '2022-05-18' },
    });
  });

  test('a date that has passed when the answer is given gives no time', () => {
    const late = { actor: official('anna'), at: '2022-05-24T09:00:00.000Z' };
    expect(asked().give(grant, late)).toMatchObject({ refused: 'extension-not-later' });
  });

  test('a refusal leaves the time as it was', () => {
    const log = asked();
    expect(log.give(refuse, anna)).toEqual({
      type: 'extension-refused',
      data: { reason: 'Tiden är tillräcklig.' },
    });
    expect(log.state.completion).toMatchObject({ deadline, extensions: [{ outcome: 'refused' }] });
  });

  test('it is the presenter’s task, each request its own, and over when it is answered or the completion has come', () => {
    const log = asked();
    const first = openTasksOfCase('c', log.state).find(({ kind }) => kind === 'answer-extension');
    expect(first).toBeDefined();
    log.give(refuse, anna);
    expect(openTasksOfCase('c', log.state).map(({ kind }) => kind)).toEqual(['complete-application']);
    log.give(ask, sofia);
    const second = openTasksOfCase('c', log.state).find(({ kind }) => kind === 'answer-extension');
    expect(second?.about).not.toBe(first?.about);
    log.give(commands.announce, sofia);
    log.give(commands.receive(2, after));
    const over = tasksOfCase('c', log.state).filter((task) => isOver(task, log.state));
    expect(over.map(({ kind }) => kind)).toEqual([
      'complete-application',
      'answer-extension',
      'answer-extension',
    ]);
    expect(log.give(grant, anna)).toMatchObject({ refused: 'wrong-stage' });
  });
});

describe('the end of the time', () => {
  test('it does not pass before its instant, and passes at it', () => {
    const at = (instant: string) => requested().give({ type: 'expire-completion' }, { at: instant });
    expect(at('2022-05-16T13:14:59.999Z')).toEqual({
      refused: 'completion-time-runs',
      details: { deadline },
    });
    expect(at(deadline)).toEqual({ type: 'completion-expired', data: { deadline } });
  });

  test('it does not pass while a request that was made in time waits for its answer, and an answer then is in time', () => {
    const log = asked();
    expect(log.give({ type: 'expire-completion' }, { at: justAfter })).toEqual({
      refused: 'extension-awaits-answer',
    });
    log.give(commands.announce, { actor: applicant, at: justAfter });
    expect(log.give(commands.receive(2, justAfter))).toMatchObject({ data: { completes: true } });
  });

  test('when the request is refused after the time, the time has passed', () => {
    const log = asked();
    log.give(refuse, { actor: official('anna'), at: justAfter });
    log.give(commands.announce, { actor: applicant, at: '2022-05-16T13:14:00.000Z' });
    expect(log.give(commands.receive(2, justAfter))).toMatchObject({ refused: 'submission-not-awaited' });
    expect(log.give({ type: 'expire-completion' }, { at: justAfter })).toMatchObject({
      type: 'completion-expired',
    });
  });

  test('given time counts: nothing expires at the old instant, an answer before the new one is in time', () => {
    const log = asked();
    log.give(grant, anna);
    expect(log.give({ type: 'expire-completion' }, { at: justAfter })).toMatchObject({
      refused: 'completion-time-runs',
    });
    log.give(commands.announce, { actor: applicant, at: justAfter });
    expect(log.give(commands.receive(2, later))).toMatchObject({ data: { completes: true } });
  });

  test('two answers at once: the first that is registered completes, the other is refused and stays as it came', () => {
    const log = requested();
    log.give(commands.announce, sofia);
    log.give(commands.announce, sofia);
    expect(log.give(commands.receive(3, after))).toMatchObject({ data: { completes: true, version: 3 } });
    expect(log.give(commands.receive(2, after))).toMatchObject({ refused: 'submission-not-awaited' });
    expect(log.state.current?.version).toBe(3);
  });
});

describe('what the workflow does next', () => {
  const remindAt = '2022-05-13T13:15:00.000Z';
  const reminded = (log: CaseLog, at = deadline) => {
    const key = reminderKey(at);
    log.give({ type: 'want-mail', mail: 'completion-reminder', key, to: ['a@b.example'], attempt: 1 });
    return log;
  };

  test('it waits until three days before the end, reminds once, and waits for the end', () => {
    const log = requested();
    expect(turnOf(log.state, after)).toEqual({ turn: 'wait', until: remindAt });
    expect(turnOf(log.state, remindAt)).toEqual({ turn: 'remind' });
    expect(turnOf(reminded(log).state, remindAt)).toEqual({ turn: 'wait', until: deadline });
    expect(turnOf(log.state, deadline)).toEqual({ turn: 'over' });
  });

  test('where it is woken only after the end, nobody is reminded any more', () => {
    expect(turnOf(requested().state, justAfter)).toEqual({ turn: 'over' });
  });

  test('more time brings a reminder of its own', () => {
    const log = reminded(asked());
    log.give(grant, anna);
    expect(turnOf(log.state, justAfter)).toEqual({ turn: 'wait', until: '2022-05-20T13:15:00.000Z' });
    expect(turnOf(log.state, '2022-05-20T13:15:00.000Z')).toEqual({ turn: 'remind' });
  });

  test('a time that is no longer than three days brings none', () => {
    const log = registered();
    log.give(commands.screen([missing]));
    log.give({ type: 'request-completion', deadline: '2022-05-05T09:00:00.000Z', missing: [] });
    expect(turnOf(log.state, after)).toEqual({ turn: 'wait', until: '2022-05-05T09:00:00.000Z' });
  });

  test('while a request waits for its answer after the end, it looks again a day later', () => {
    expect(turnOf(asked().state, deadline)).toEqual({ turn: 'wait', until: '2022-05-17T13:15:00.000Z' });
  });

  test('an answer ends it, and so does a case that awaits nothing', () => {
    const log = requested();
    log.give(commands.announce, sofia);
    log.give(commands.receive(2, after));
    expect(turnOf(log.state, after)).toEqual({ turn: 'over' });
    expect(turnOf(registered().state, after)).toEqual({ turn: 'over' });
  });
});
