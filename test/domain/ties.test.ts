import fc from 'fast-check';
import { isRefusal } from '../../domain/log/decider.ts';
import {
  type DeclaredTies,
  declareTies,
  isBarred,
  officialsFor,
  type Tie,
  undeclaredAmong,
  withTies,
} from '../../domain/round/ties.ts';
import { officials } from '../call-2022.ts';
import { official } from './case/case-log.ts';

const at = '2022-04-26T09:00:00.000Z';
const tie = (caseId: string): Tie => ({ caseId, ground: 'Min syster leder projektet.' });

function declared(username: string, considered: readonly string[], ties: readonly Tie[] = []): DeclaredTies {
  return withTies({}, username, { considered, ties });
}

test('whoever has a role in the call declares; each tie is to a case that was considered, and has its ground', () => {
  const by = (username: string) => ({ actor: official(username), at });
  const both = { considered: ['1', '2'], ties: [tie('2')] };
  expect(declareTies(officials, both, by('eva'))).toEqual({ type: 'ties-declared', data: both });
  expect(declareTies(officials, both, by('mallory'))).toEqual({ refused: 'no-role' });
  expect(declareTies(undefined, both, by('eva'))).toEqual({ refused: 'no-role' });
  expect(declareTies(officials, { ...both, considered: ['1'] }, by('eva'))).toEqual({
    refused: 'tie-not-considered',
    details: { caseId: '2' },
  });
  const groundless = { ...both, ties: [{ caseId: '2', ground: '  ' }] };
  expect(isRefusal(declareTies(officials, groundless, by('eva')))).toBe(true);
});

test('a case that came after the declaration waits for another one', () => {
  const first = declared('eva', ['1']);
  const undeclared = (username: string, ties: DeclaredTies) =>
    undeclaredAmong(['1', '2'], username, officials, ties);
  expect(undeclared('eva', {})).toEqual(['1', '2']);
  expect(undeclared('eva', first)).toEqual(['2']);
  expect(undeclared('erik', first)).toEqual(['1', '2']);
  expect(undeclared('eva', withTies(first, 'eva', { considered: ['2'], ties: [] }))).toEqual([]);
});

test('whoever has no part in the call has nothing to declare', () => {
  expect(undeclaredAmong(['1'], 'ada', officials, {})).toEqual([]);
});

test('a tie stays, whatever is declared after it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ considered: fc.subarray(['1', '2', '3']), tied: fc.boolean() })),
      (later) => {
        const ties = later.reduce(
          (before, { considered, tied }) =>
            withTies(before, 'eva', { considered, ties: tied ? considered.map(tie) : [] }),
          declared('eva', ['1'], [tie('1')]),
        );
        expect(isBarred(ties, 'eva', '1')).toBe(true);
        expect(isBarred(ties, 'eva')).toBe(true);
      },
    ),
  );
});

test('for a case the call has only the officials who are not barred from it, in every role', () => {
  const everybody = [...officials.presenters, ...officials.evaluators, ...officials.reserveEvaluators];
  for (const username of [...everybody, ...officials.decisionMakers]) {
    const ties = declared(username, ['1', '2'], [tie('1')]);
    expect(JSON.stringify({ ...officialsFor('1', officials, ties), names: {}, emails: {} })).not.toContain(
      `"${username}"`,
    );
    expect(officialsFor('2', officials, ties)).toEqual(officials);
  }
});
