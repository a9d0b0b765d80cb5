import { allocateStepwise } from '../../domain/allocation/allocate.ts';
import { canonicalJson, sha256 } from '../../domain/canonical.ts';
import { wholeOf } from '../../domain/log/whole.ts';
import { noting } from '../../functions/propose-allocation/noting.ts';
import { commandRound, readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { call2022, officials } from '../call-2022.ts';
import { calls, inputOf } from '../domain/allocation/instances.ts';
import { aTable } from '../store/a-table.ts';

const { opensAt, closesAt: _, ...call } = call2022;
const order = (commandId: string) => ({ actor: { kind: 'workflow', step: 'test' } as const, commandId });

let table: Table;
let end: () => Promise<void>;
beforeEach(async () => {
  ({ table, end } = await aTable());
  const publish = {
    type: 'publish-call',
    call,
    officials,
    opensAt,
    closesAt: '2022-01-01T00:00:00.000Z',
    seedCommitment: sha256('a seed that nobody can guess'),
  } as const;
  await commandRound(table, call.id, publish, order('publish'));
  await commandRound(table, call.id, { type: 'close-call' }, order('close'));
});
afterEach(() => end());

test('a long search tells on the call’s log how far it has come, each step once, and finds the same', async () => {
  const instance = calls.find(({ id }) => id === 'call-500-s1');
  if (!instance) throw new Error('the instance is not there');
  const policy = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' } as const;
  const limits = { work: 300_000, explanation: 0 };
  const input = { ...inputOf(instance, policy, true), limits };
  const search = () =>
    noting(
      allocateStepwise(input),
      (nodes) =>
        commandRound(table, call.id, { type: 'note-search', proposal: 1, nodes }, order(`note:${nodes}`)),
      2_000,
    );
  const first = await search();
  const again = await search();
  expect(first.kind).toBe('plan');
  expect(canonicalJson(again)).toBe(canonicalJson(first));
  const { events } = await readRound(table, call.id);
  const noted = wholeOf(events).flatMap(({ type, data }) =>
    type === 'allocation-searched' ? [data.nodes] : [],
  );
  expect(noted.length).toBeGreaterThan(2);
  expect(noted).toEqual(noted.map((_nodes, index) => (index + 1) * 2_000));
});
