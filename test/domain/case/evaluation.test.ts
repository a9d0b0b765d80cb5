import { caseFor, logFor } from '../../../domain/case/visibility.ts';
import { fraction } from '../../../domain/fraction.ts';
import { outcomeOnCase } from '../../../domain/task/task.ts';
import { officials } from '../../call-2022.ts';
import { type CaseLog, commands, evaluated, evaluating, official } from './case-log.ts';

const anna = { actor: official('anna') };
const eva = { actor: official('eva') };
const erik = { actor: official('erik') };
const rita = { actor: official('rita') };

/** Eva and Erik have scored so that their points are this far apart; fives are a hundred points. */
function scored(first: number, second: number): CaseLog {
  const log = evaluating();
  log.give(commands.score(first), eva);
  log.give(commands.score(second), erik);
  return log;
}

function disagreed(): CaseLog {
  const log = scored(5, 1);
  log.give(commands.combine);
  return log;
}

describe('evaluators who are far apart', () => {
  test('are pointed out to a presenter, with how far apart they are, and the case waits', () => {
    const log = scored(5, 1);
    expect(log.give(commands.combine)).toEqual({
      type: 'scores-combined',
      data: { points: fraction(60), spread: fraction(80), disagreement: true },
    });
    expect(log.state).toMatchObject({
      stage: 'evaluating',
      disagreement: { spread: fraction(80), standing: 'open' },
    });
    expect(outcomeOnCase({ kind: 'consider-disagreement', callId: '2022' }, log.state)).toBeUndefined();
  });

  test('are far apart from exactly as many points as the call says, and not from one less', () => {
    const combine = (disagreementPoints: number) => {
      const log = scored(4, 3);
      log.give({ ...commands.combine, disagreementPoints });
      return log.state.stage;
    };
    expect(combine(20)).toBe('evaluating');
    expect(combine(21)).toBe('evaluated');
  });

  test('whose points the presenter lets stand leave the mean as it is', () => {
    const log = disagreed();
    log.give(commands.consider(false), anna);
    expect(log.state).toMatchObject({
      stage: 'evaluated',
      points: fraction(60),
      disagreement: { standing: 'considered' },
      preparedBy: ['anna', 'eva', 'erik'],
    });
    expect(outcomeOnCase({ kind: 'consider-disagreement', callId: '2022' }, log.state)).toEqual({
      another: '',
    });
  });

  test('can be joined by one more from the reserve, whose scores then count as theirs do', () => {
    const log = disagreed();
    expect(log.give(commands.consider(true), anna)).toMatchObject({ data: { another: 'rita' } });
    expect(log.state.points).toBeUndefined();
    expect(outcomeOnCase({ kind: 'consider-disagreement', callId: '2022' }, log.state)).toEqual({
      another: 'rita',
    });
    expect(log.give(commands.combine)).toMatchObject({ refused: 'scores-missing' });
    log.give(commands.score(2), rita);
    log.give(commands.combine);
    expect(log.state).toMatchObject({ stage: 'evaluated', points: fraction(160, 3) });
  });

  test('are considered once, however far apart they still are', () => {
    const log = disagreed();
    log.give(commands.consider(true), anna);
    log.give(commands.score(0), rita);
    log.give(commands.combine);
    expect(log.state.stage).toBe('evaluated');
    expect(log.give(commands.consider(false), anna)).toMatchObject({ refused: 'no-disagreement' });
  });

  test('are considered by a presenter, with a reason', () => {
    expect(disagreed().give(commands.consider(false), eva)).toMatchObject({ refused: 'not-a-presenter' });
    expect(disagreed().give(commands.consider(false, ' '), anna)).toMatchObject({
      refused: 'reason-missing',
    });
    expect(evaluated().give(commands.consider(false), anna)).toMatchObject({ refused: 'no-disagreement' });
  });

  test('are not joined by somebody who has prepared the case, and where nobody is left that is said', () => {
    const nobody = { ...commands.consider(true), officials: { ...officials, reserveEvaluators: ['anna'] } };
    expect(disagreed().give(nobody, anna)).toMatchObject({ refused: 'too-few-evaluators' });
  });

  test('cannot change, combine or withdraw their scores while the presenter considers', () => {
    const log = disagreed();
    expect(log.give(commands.change(3), eva)).toMatchObject({ refused: 'wrong-stage' });
    expect(log.give(commands.combine)).toMatchObject({ refused: 'wrong-stage' });
    expect(log.give({ type: 'declare-disqualification', ground: 'x' }, eva)).toMatchObject({
      refused: 'wrong-stage',
    });
  });

  test('are not shown to the one who is to score too, nor is that they disagree', () => {
    const log = disagreed();
    log.give(commands.consider(true), anna);
    const seen = caseFor('rita', log.state, officials);
    expect(seen?.disagreement).toBeUndefined();
    expect(seen?.evaluators.flatMap(({ scores }) => scores)).toEqual([]);
    const types = logFor('rita', log.state, officials, log.events)?.map(({ type }) => type);
    expect(types).not.toContain('disagreement-considered');
    expect(types).not.toContain('scores-combined');
  });
});

test('the reserve, who may yet be asked to score, sees no scores while the case is evaluated', () => {
  const log = scored(4, 3);
  expect(caseFor('rita', log.state, officials)?.evaluators.flatMap(({ scores }) => scores)).toEqual([]);
  expect(logFor('rita', log.state, officials, log.events)?.map(({ type }) => type)).not.toContain(
    'scores-saved',
  );
  log.give(commands.combine);
  expect(caseFor('rita', log.state, officials)).toEqual(log.state);
});

describe('an evaluator’s change of scores', () => {
  test('counts, and the log keeps what was given first and why it was changed', () => {
    const log = scored(4, 3);
    expect(log.give(commands.change(5), eva)).toMatchObject({
      type: 'scores-changed',
      data: { evaluator: 'eva', reason: 'Jag läste fel budget.' },
    });
    log.give(commands.combine);
    expect(log.state.points).toEqual(fraction(80));
    expect(log.events.filter(({ type }) => /^scores-(saved|changed)$/.test(type))).toHaveLength(3);
  });

  test('is of their own scores, once given, complete, and with a reason', () => {
    const log = evaluating();
    expect(log.give(commands.change(5), eva)).toMatchObject({ refused: 'scores-not-given' });
    expect(log.give(commands.change(5), rita)).toMatchObject({ refused: 'not-your-case' });
    log.give(commands.score(4), eva);
    expect(log.give(commands.change(5, ' '), eva)).toMatchObject({ refused: 'reason-missing' });
    expect(log.give(commands.change(6), eva)).toMatchObject({ refused: 'scores-incomplete' });
    const change = commands.change(5);
    expect(log.give({ ...change, scores: change.scores.slice(1) }, eva)).toMatchObject({
      refused: 'scores-incomplete',
    });
  });

  test('is too late once the scores are combined, and not for somebody who is disqualified', () => {
    expect(evaluated().give(commands.change(5), eva)).toMatchObject({ refused: 'wrong-stage' });
    const log = scored(4, 3);
    log.give({ type: 'declare-disqualification', ground: 'x' }, eva);
    expect(log.give(commands.change(5), eva)).toMatchObject({ refused: 'disqualified' });
  });
});
