import { isFor, outcomeOnCase, type TaskSubject, taskIdOf } from '../../domain/task/task.ts';
import { officials } from '../call-2022.ts';
import { commands, evaluating, official, registered } from './case/case-log.ts';

const onCase = { callId: '2022', caseId: 'c1' } as const;

test('a task asked again has the same id; another case, person or plan has another', () => {
  const task: TaskSubject = { kind: 'score-case', ...onCase, about: 'eva' };
  expect(taskIdOf({ about: 'eva', ...onCase, kind: 'score-case' })).toBe(taskIdOf(task));
  const others: TaskSubject[] = [
    { ...task, about: 'erik' },
    { ...task, caseId: 'c2' },
    { ...task, callId: '2023' },
    { ...task, kind: 'confirm-screening' },
  ];
  expect(new Set([task, ...others].map(taskIdOf)).size).toBe(5);
});

test.each([
  ['answer-extension', ['anna']],
  ['confirm-screening', ['anna']],
  ['approve-plan', ['anna']],
  ['approve-drafts', ['dora']],
  ['revise-drafts', ['anna']],
  ['decide-correction', ['dora']],
  ['decide-reallocation', ['dora']],
  ['score-case', ['eva']],
  ['complete-application', []],
] as const)('%s is for %s', (kind, people) => {
  const task = { kind, ...onCase, about: 'eva' };
  expect(Object.keys(officials.names).filter((username) => isFor(task, username, officials))).toEqual(people);
});

test('whoever decided or prepared what a task asks to be decided anew is not asked', () => {
  const task = { kind: 'decide-rectification', ...onCase, about: 'ANS/2022/0002' } as const;
  expect(isFor(task, 'dora', officials)).toBe(true);
  expect(isFor({ ...task, barred: ['anna', 'dora'] }, 'dora', officials)).toBe(false);
});

test('a task is done when the log says so, however often it is asked', () => {
  const confirm = { kind: 'confirm-screening', ...onCase, about: 'first' } as const;
  expect(outcomeOnCase(confirm, registered().state)).toBeUndefined();
  expect(outcomeOnCase(confirm, evaluating().state)).toEqual({ conclusion: 'examine' });
});

test('scoring is done by scores or by a disqualification, and only for that evaluator', () => {
  const log = evaluating();
  log.give(commands.score(3), { actor: official('eva') });
  log.give({ type: 'declare-disqualification', ground: 'x' }, { actor: official('erik') });
  const outcome = (about: string) => outcomeOnCase({ kind: 'score-case', ...onCase, about }, log.state);
  expect([outcome('eva'), outcome('erik'), outcome('rita')]).toEqual([
    { standing: 'scored' },
    { standing: 'disqualified' },
    undefined,
  ]);
});
