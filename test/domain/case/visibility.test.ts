import { caseFor, logFor } from '../../../domain/case/visibility.ts';
import { officials } from '../../call-2022.ts';
import { commands, evaluating, official } from './case-log.ts';

function halfScored() {
  const log = evaluating();
  log.give(commands.score(4), { actor: official('eva') });
  return log;
}

test('an evaluator who has not scored sees no scores, in the case or in its log', () => {
  const { state, events } = halfScored();
  expect(caseFor('erik', state, officials)?.evaluators.flatMap(({ scores }) => scores)).toEqual([]);
  expect(logFor('erik', state, officials, events)).toEqual(
    events.filter(({ type }) => type !== 'scores-saved'),
  );
  expect(caseFor('erik', state, officials)?.evaluators).toEqual([
    { username: 'eva', standing: 'scored', scores: [] },
    { username: 'erik', standing: 'asked', scores: [] },
  ]);
});

test('whoever may be asked to score sees no scores either while the case is evaluated', () => {
  const { state, events } = halfScored();
  expect(caseFor('rita', state, officials)?.evaluators.flatMap(({ scores }) => scores)).toEqual([]);
  expect(logFor('rita', state, officials, events)).toHaveLength(events.length - 1);
});

test('an auditor without a role sees all of it, and whoever has one is bound by that', () => {
  const { state, events } = halfScored();
  expect(caseFor('petra', state, officials, true)).toEqual(state);
  expect(logFor('petra', state, officials, events, true)).toEqual(events);
  expect(logFor('petra', state, officials, events)).toBeUndefined();
  expect(logFor('erik', state, officials, events, true)).toHaveLength(events.length - 1);
});

test('an evaluator who has scored, and a presenter, see all of it', () => {
  const { state, events } = halfScored();
  for (const username of ['eva', 'anna']) {
    expect(caseFor(username, state, officials)).toEqual(state);
    expect(logFor(username, state, officials, events)).toEqual(events);
  }
});

test('a disqualified evaluator sees nothing of the case any more', () => {
  const log = halfScored();
  log.give({ type: 'declare-disqualification', ground: 'x' }, { actor: official('erik') });
  expect(caseFor('erik', log.state, officials)).toBeUndefined();
  expect(logFor('erik', log.state, officials, log.events)).toBeUndefined();
  expect(caseFor('eva', log.state, officials)).toEqual(log.state);
});

test('an official without a role in the call sees nothing', () => {
  expect(caseFor('mallory', halfScored().state, officials)).toBeUndefined();
});
