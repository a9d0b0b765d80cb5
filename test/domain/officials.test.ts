import fc from 'fast-check';
import { relationsOfOfficial } from '../../domain/access/relations.ts';
import type { Officials } from '../../domain/call/call.ts';
import { isRefusal } from '../../domain/log/decider.ts';
import {
  listOfRole,
  nameOfficials,
  type OfficialRole,
  officialRoles,
  officialsAfter,
} from '../../domain/round/name-officials.ts';
import { officials } from '../call-2022.ts';
import { commands, evaluating, official } from './case/case-log.ts';

const by = { actor: official('anna'), at: '2022-05-02T09:00:00.000Z' };
const reason = 'Bedömarna räcker inte.';
const nils = (role: OfficialRole) => ({ username: 'nils', role, name: 'Nils Ny', email: 'nils@vm.example' });

function named(change: {
  named?: ReturnType<typeof nils>[];
  released?: { username: string; role: OfficialRole }[];
}) {
  return nameOfficials(officials, { named: [], released: [], reason, ...change }, by);
}

test('whoever is named has the role from then on, with the name they sign by and where they are told', () => {
  for (const role of officialRoles) {
    const change = { named: [nils(role)], released: [], reason };
    expect(nameOfficials(officials, change, by)).toEqual({ type: 'officials-named', data: change });
    const after = officialsAfter(officials, change);
    expect(after[listOfRole[role]]).toEqual([...officials[listOfRole[role]], 'nils']);
    expect(after.names).toEqual({ ...officials.names, nils: 'Nils Ny' });
    expect(after.emails).toMatchObject({ nils: 'nils@vm.example' });
  }
});

test('whoever leaves has the role no more; their name stays known, their address does not', () => {
  const known: Officials = { ...officials, emails: { erik: 'erik@vm.example', eva: 'eva@vm.example' } };
  const after = officialsAfter(known, {
    named: [],
    released: [{ username: 'erik', role: 'evaluator' }],
    reason,
  });
  expect(after.evaluators).toEqual(['eva']);
  expect(after.names).toEqual(officials.names);
  expect(after.emails).toEqual({ eva: 'eva@vm.example' });
});

test('nobody is named to prepare and to decide, in one step or in two', () => {
  expect(named({ named: [{ ...nils('decision-maker'), username: 'eva' }] })).toEqual({
    refused: 'decider-prepares',
    details: { username: 'eva' },
  });
  expect(named({ named: [{ ...nils('presenter'), username: 'dora' }] })).toMatchObject({
    refused: 'decider-prepares',
  });
  expect(named({ named: [nils('evaluator'), nils('decision-maker')] })).toMatchObject({
    refused: 'decider-prepares',
  });
});

test('a call is never left without somebody in each role but the reserve', () => {
  expect(named({ released: [{ username: 'anna', role: 'presenter' }] })).toEqual({
    refused: 'role-left-empty',
    details: { role: 'presenter' },
  });
  expect(named({ released: [{ username: 'dora', role: 'decision-maker' }] })).toMatchObject({
    refused: 'role-left-empty',
  });
  expect(named({ released: [{ username: 'rita', role: 'reserve' }] })).toMatchObject({
    type: 'officials-named',
  });
  const instead = {
    named: [nils('presenter')],
    released: [{ username: 'anna', role: 'presenter' as const }],
  };
  expect(named(instead)).toMatchObject({ type: 'officials-named' });
});

test('a change says whom it is about and why', () => {
  expect(named({})).toEqual({ refused: 'nobody-named' });
  expect(named({ released: [{ username: 'eva', role: 'reserve' }] })).toMatchObject({ refused: 'not-named' });
  expect(named({ named: [{ ...nils('evaluator'), username: 'eva' }] })).toMatchObject({
    refused: 'already-named',
  });
  const silent = { named: [nils('evaluator')], released: [], reason: ' ' };
  expect(nameOfficials(officials, silent, by)).toEqual({ refused: 'reason-missing' });
  expect(nameOfficials(undefined, { ...silent, reason }, by)).toMatchObject({ refused: 'wrong-stage' });
});

test('whatever is changed, nobody prepares and decides, and every role but the reserve has somebody', () => {
  const person = fc.constantFrom('anna', 'eva', 'erik', 'rita', 'dora', 'nils', 'nora');
  const held = fc.record({ username: person, role: fc.constantFrom(...officialRoles) });
  const step = fc.record({
    named: fc.array(held, { maxLength: 3 }),
    released: fc.array(held, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const after = steps.reduce((before, change) => {
        const data = {
          ...change,
          named: change.named.map((one) => ({ ...one, name: one.username })),
          reason,
        };
        return isRefusal(nameOfficials(before, data, by)) ? before : officialsAfter(before, data);
      }, officials);
      const preparing = [...after.presenters, ...after.evaluators, ...after.reserveEvaluators];
      expect(after.decisionMakers.filter((username) => preparing.includes(username))).toEqual([]);
      for (const list of [after.presenters, after.evaluators, after.decisionMakers]) {
        expect(list).not.toEqual([]);
        expect(new Set(list).size).toBe(list.length);
      }
    }),
  );
});

test('an evaluator who leaves scores no case any more, and is not asked to', () => {
  const log = evaluating();
  const left = officialsAfter(officials, {
    named: [],
    released: [{ username: 'erik', role: 'evaluator' }],
    reason,
  });
  const relations = (username: string) =>
    relationsOfOfficial({ username, groups: [] }, { officials: left, state: log.state });
  expect(relations('erik')).toEqual(new Set());
  expect(relations('eva')).toEqual(new Set(['evaluator', 'assigned']));

  const leaves = { type: 'release-evaluator', evaluator: 'erik', reason } as const;
  expect(log.give(leaves, by)).toMatchObject({ type: 'evaluator-released' });
  expect(log.give(commands.score(4), { actor: official('erik') })).toEqual({ refused: 'not-your-case' });
  expect(log.give(leaves, by)).toEqual({ refused: 'not-your-case' });
  const replacement = { type: 'replace-evaluator', evaluator: 'erik', officials: left } as const;
  expect(log.give(replacement)).toMatchObject({ data: { replacement: 'rita' } });
});

test('scores that were given before somebody left count', () => {
  const log = evaluating();
  log.give(commands.score(4), { actor: official('erik') });
  const leaves = { type: 'release-evaluator', evaluator: 'erik', reason } as const;
  expect(log.give(leaves, by)).toEqual({ refused: 'not-your-case' });
  log.give(commands.score(4), { actor: official('eva') });
  expect(log.give(commands.combine)).toMatchObject({ type: 'scores-combined' });
});
