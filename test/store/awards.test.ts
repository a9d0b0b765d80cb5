import { sha256 } from '../../domain/canonical.ts';
import { keptFor, type PoolState } from '../../domain/pool/pool.ts';
import { changeAwards } from '../../store/awards.ts';
import { commandPool, readPool } from '../../store/pools.ts';
import { commandRound, readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { call2022, officials } from '../call-2022.ts';
import { aTable } from './a-table.ts';

const { opensAt, closesAt, ...call } = call2022;
const seed = 'a seed that nobody can guess';
const plan = { key: 'k', sha256: 'a'.repeat(64) };
const next = { key: 'n', sha256: 'e'.repeat(64) };
const batch = 'b'.repeat(64);
const pool = { id: 'p', cents: 1_000 };

let table: Table;
let end: () => Promise<void>;
beforeEach(async () => {
  ({ table, end } = await aTable());
});
afterEach(() => end());

let ids = 0;
const order = (username: string, commandId = `c${++ids}`) => ({
  actor: { kind: 'official', username } as const,
  commandId,
});

/** Publishes and decides a call whose plan awards something of 1000 cents that it shares with the other. */
async function decide(callId: string, awardedCents: number): Promise<void> {
  await commandPool(table, pool.id, { type: 'join-pool', callId, cents: pool.cents }, order('anna'));
  const kept = { type: 'reserve-money', callId, cents: awardedCents, plan: plan.sha256 } as const;
  await commandPool(table, pool.id, kept, order('anna'));
  const shared = { ...call, id: callId, appropriation: { ...call.appropriation, cents: 1_000, pool } };
  const list = { key: 'k', sha256: 'c'.repeat(64) };
  for (const [command, username] of [
    [
      {
        type: 'publish-call',
        call: shared,
        officials,
        opensAt,
        closesAt: '2022-01-01T00:00:00.000Z',
        seedCommitment: sha256(seed),
      },
      'anna',
    ],
    [{ type: 'close-call' }, 'anna'],
    [{ type: 'propose-allocation', proposal: 1, plan, awardedCents, applications: 2, seed }, 'anna'],
    [{ type: 'approve-plan', plan: plan.sha256 }, 'anna'],
    [{ type: 'draft-decisions', batch, revision: 0, list, drafts: 2, preparedBy: ['anna'] }, 'anna'],
    [{ type: 'approve-drafts', batch }, 'dora'],
  ] as const) {
    const outcome = await commandRound(table, callId, command, order(username));
    expect(outcome.kind).toBe('done');
  }
}

const change = (caseNumber: string, fromCents: number, toCents: number) =>
  ({
    type: 'change-award',
    caseNumber,
    cause: { kind: 'rectification', number: 'R' },
    fromCents,
    toCents,
  }) as const;

const decline = (caseNumber: string, fromCents: number) =>
  ({ ...change(caseNumber, fromCents, 0), cause: { kind: 'declined' } }) as const;

async function propose(callId: string, moves: readonly ReturnType<typeof change>[]): Promise<void> {
  const { state } = await readRound(table, callId);
  const command = {
    type: 'propose-reallocation',
    reallocation: 1,
    plan: next,
    follows: plan.sha256,
    afterChanges: state.awardChanges.length,
    moves: moves.map(({ caseNumber, fromCents, toCents }) => ({ caseNumber, fromCents, toCents })),
    drafts: { key: 'd', sha256: 'd'.repeat(64) },
    appropriationCents: 1_000,
    reason: 'Pengar har blivit över.',
  } as const;
  expect((await commandRound(table, callId, command, order('anna'))).kind).toBe('done');
}

const approve = { type: 'approve-reallocation', plan: next.sha256 } as const;

const awarded = async (callId: string) => (await readRound(table, callId)).state.awardedCents;

/** What always holds: the pool keeps at least what each call awards, and all of them together no more than there is. */
async function expectToHold(): Promise<PoolState> {
  const state = await readPool(table, pool.id);
  const calls = Object.keys(state.reserved);
  for (const callId of calls) expect(await awarded(callId)).toBeLessThanOrEqual(keptFor(callId, state));
  expect(calls.reduce((sum, callId) => sum + keptFor(callId, state), 0)).toBeLessThanOrEqual(pool.cents);
  return state;
}

test('two calls that reallocate and rectify at once never award more than they share', async () => {
  await decide('2019-1', 400);
  await decide('2019-2', 400);
  await propose('2019-1', [change('A/1', 0, 70), change('A/2', 0, 80)]);
  const outcomes = await Promise.all([
    changeAwards(table, '2019-1', approve, order('dora')),
    ...[1, 2, 3, 4].map((nth) => changeAwards(table, '2019-2', change(`B/${nth}`, 0, 60), order('dora'))),
    ...[3, 4].map((nth) => changeAwards(table, '2019-1', change(`A/${nth}`, 0, 60), order('dora'))),
  ]);
  expect(outcomes.filter(({ kind }) => kind === 'refused').length).toBeGreaterThan(0);
  expect(outcomes.filter(({ kind }) => kind === 'done').length).toBeGreaterThan(0);
  const state = await expectToHold();
  for (const callId of ['2019-1', '2019-2']) expect(keptFor(callId, state)).toBe(await awarded(callId));
});

test('the same approval five times at once is one, and a grant that is declined five times at once frees its money once', async () => {
  await decide('2019-1', 400);
  await decide('2019-2', 500);
  await propose('2019-1', [change('A/1', 0, 100)]);
  const approval = order('dora');
  const outcomes = await Promise.all(
    [1, 2, 3, 4, 5].map(() => changeAwards(table, '2019-1', approve, approval)),
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', ...Array(4).fill('repeated')]);
  expect(await awarded('2019-1')).toBe(500);
  const declining = order('sofia');
  await Promise.all([1, 2, 3, 4, 5].map(() => changeAwards(table, '2019-1', decline('A/1', 100), declining)));
  expect(keptFor('2019-1', await expectToHold())).toBe(400);
});

test('a crash after the money is set aside leaves it set aside; the repeated command finishes it', async () => {
  await decide('2019-1', 400);
  await decide('2019-2', 500);
  const once = order('dora');
  const setAside = { type: 'reserve-change', callId: '2019-1', change: once.commandId, cents: 100 } as const;
  await commandPool(table, pool.id, setAside, order('dora', `2019-1:${once.commandId}:100`));
  const other = await changeAwards(table, '2019-2', change('B/1', 0, 1), order('dora'));
  expect(other).toMatchObject({ kind: 'refused', refusal: { refused: 'pool-exhausted' } });
  const outcome = await changeAwards(table, '2019-1', change('A/1', 0, 100), once);
  expect(outcome).toMatchObject({ kind: 'done', state: { awardedCents: 500 } });
  expect(keptFor('2019-1', await expectToHold())).toBe(500);
});

test('a crash after an award shrank keeps its money until the call’s next change', async () => {
  await decide('2019-1', 400);
  await decide('2019-2', 600);
  await commandRound(table, '2019-1', decline('A/1', 100), order('sofia'));
  expect(keptFor('2019-1', await expectToHold())).toBe(400);
  const outcome = await changeAwards(table, '2019-1', change('A/2', 0, 60), order('dora'));
  expect(outcome.kind).toBe('done');
  expect(keptFor('2019-1', await expectToHold())).toBe(360);
  expect((await changeAwards(table, '2019-2', change('B/1', 0, 40), order('dora'))).kind).toBe('done');
  await expectToHold();
});

test('a command that is refused after its money was set aside is given up for good, and the money let go', async () => {
  await decide('2019-1', 400);
  await decide('2019-2', 500);
  const once = order('dora');
  const setAside = { type: 'reserve-change', callId: '2019-1', change: once.commandId, cents: 50 } as const;
  await commandPool(table, pool.id, setAside, order('dora', `2019-1:${once.commandId}:50`));
  await commandRound(table, '2019-1', change('A/1', 0, 10), order('dag'));
  const refused = { kind: 'refused', refusal: { refused: 'award-changed-meanwhile' } };
  for (let times = 0; times < 2; times++) {
    expect(await changeAwards(table, '2019-1', change('A/1', 0, 50), once)).toMatchObject(refused);
  }
  expect((await readPool(table, pool.id)).changes['2019-1']?.[once.commandId]).toBe(0);
  expect(await changeAwards(table, '2019-1', change('A/3', 0, 50), once)).toMatchObject(refused);
});
