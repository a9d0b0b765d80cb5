import { type Relation, relationsOfApplicant, relationsOfOfficial } from '../../domain/access/relations.ts';
import { officials } from '../call-2022.ts';
import { commands, evaluating, official } from './case/case-log.ts';

const groups: readonly string[] = [];
const who = (username: string, ...groups: readonly string[]) => ({ username, groups });

describe('an applicant’s person', () => {
  const businessId = '9000499-5';

  test('acts for the organisations that the sign-in vouches for, and for no other', () => {
    expect([...relationsOfApplicant(who('sofia', businessId), { businessId })]).toEqual(['acting']);
    expect([...relationsOfApplicant(who('sofia', '9000945-2'), { businessId })]).toEqual([]);
    expect([...relationsOfApplicant(who('sofia'), { businessId })]).toEqual([]);
  });

  test('acts for nobody in what is nobody’s', () => {
    expect([...relationsOfApplicant(who('sofia', businessId), {})]).toEqual([]);
  });

  test('writes on a draft when invited by name', () => {
    const draft = { businessId, editors: ['kim'] };
    expect([...relationsOfApplicant(who('kim'), draft)]).toEqual(['invited']);
    expect([...relationsOfApplicant(who('sofia', businessId), draft)]).toEqual(['acting']);
    expect([...relationsOfApplicant(who('kim', businessId), draft)]).toEqual(['acting', 'invited']);
  });
});

describe('an official', () => {
  test.each<[string, Relation]>([
    ['anna', 'presenter'],
    ['eva', 'evaluator'],
    ['rita', 'reserve'],
    ['dora', 'decision-maker'],
  ])('%s is, by the call’s roles, %s and nothing else', (username, relation) => {
    expect([...relationsOfOfficial({ username, groups }, { officials })]).toEqual([relation]);
  });

  test('who has no role in the call is nothing to it, and nobody is anything where there is no call', () => {
    expect([...relationsOfOfficial(who('mallory'), { officials })]).toEqual([]);
    expect([...relationsOfOfficial(who('anna'), {})]).toEqual([]);
  });

  test.each<[string, Relation]>([
    ['publishers', 'publisher'],
    ['archivists', 'archivist'],
    ['auditors', 'auditor'],
  ])('in the group %s is %s everywhere', (group, relation) => {
    expect([...relationsOfOfficial(who('petra', group), {})]).toEqual([relation]);
  });

  test('is assigned to a case whose evaluator they are, until they declare a disqualification', () => {
    const log = evaluating();
    const of = (username: string) => relationsOfOfficial(who(username), { officials, state: log.state });
    expect([...of('eva')]).toEqual(['evaluator', 'assigned']);
    expect([...of('rita')]).toEqual(['reserve']);
    expect([...of('anna')]).toEqual(['presenter']);
    log.give({ type: 'declare-disqualification', ground: 'Jäv.' }, { actor: official('eva') });
    expect([...of('eva')]).toEqual(['evaluator', 'disqualified']);
    expect([...of('erik')]).toEqual(['evaluator', 'assigned']);
    log.give(commands.score(4), { actor: official('erik') });
    expect([...of('erik')]).toEqual(['evaluator', 'assigned']);
  });

  test('who evaluated and lost the role in the call is no longer assigned', () => {
    const { state } = evaluating();
    const without = { ...officials, evaluators: ['erik'] };
    expect([...relationsOfOfficial(who('eva'), { officials: without, state })]).toEqual([]);
    expect([...relationsOfOfficial(who('eva'), { state })]).toEqual([]);
  });

  test('is barred by a tie, and held back until ties are declared', () => {
    const of = (about: object) => [...relationsOfOfficial(who('anna'), { officials, ...about })];
    expect(of({ isBarred: true })).toEqual(['presenter', 'disqualified']);
    expect(of({ isUndeclared: true })).toEqual(['presenter', 'undeclared']);
    expect(of({ isUndeclared: false })).toEqual(['presenter']);
  });

  test('is the assignee of a task that is for their role', () => {
    const task = { kind: 'approve-plan', callId: '2022' } as const;
    expect([...relationsOfOfficial(who('anna'), { officials, task })]).toEqual(['presenter', 'assignee']);
    expect([...relationsOfOfficial(who('eva'), { officials, task })]).toEqual(['evaluator']);
    expect([...relationsOfOfficial(who('anna'), { task })]).toEqual([]);
  });
});
