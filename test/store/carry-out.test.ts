import { findFault } from '../../domain/log/chain.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import type { Table } from '../../store/table.ts';
import { official } from '../domain/case/case-log.ts';
import { aTable, byApplicant, registerCase } from './a-table.ts';

const caseId = '11111111-1111-4111-8111-111111111111';

let table: Table;
let end: () => Promise<void>;
beforeEach(async () => {
  ({ table, end } = await aTable());
  await registerCase(table, caseId);
});
afterEach(() => end());

test('eight writers at once: every command is carried out, and the log is one chain', async () => {
  const notes = Array.from({ length: 8 }, (_, index) => ({
    command: { type: 'note-overdue', task: `task-${index}`, assignee: 'anna' } as const,
    order: { actor: official('anna'), commandId: `note-${index}` },
  }));
  await Promise.all(notes.map(({ command, order }) => commandCase(table, caseId, command, order)));
  const { events } = await readCase(table, caseId);
  expect(
    events
      .map(({ commandId }) => commandId)
      .slice(3)
      .sort(),
  ).toEqual(notes.map(({ order }) => order.commandId));
  expect(findFault(events)).toBeUndefined();
});

test('the same command from five writers at once is one event, and each of them is told the same', async () => {
  const order = byApplicant();
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => commandCase(table, caseId, { type: 'withdraw-application' }, order)),
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', ...Array(4).fill('repeated')]);
  const sequences = outcomes.map((outcome) => (outcome.kind === 'refused' ? 0 : outcome.event.sequence));
  expect(new Set(sequences)).toEqual(new Set([4]));
});

test('two different withdrawals at once: one is carried out, the other refused', async () => {
  const outcomes = await Promise.all(
    [1, 2].map(() => commandCase(table, caseId, { type: 'withdraw-application' }, byApplicant())),
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
});

describe('with the log as it was read before', () => {
  const note = (name: string) =>
    [
      { type: 'note-overdue', task: name, assignee: 'anna' } as const,
      { actor: official('anna'), commandId: name },
    ] as const;

  test('a command is carried out also where the log has grown since', async () => {
    const { events } = await readCase(table, caseId);
    await commandCase(table, caseId, ...note('first'));
    const outcome = await commandCase(table, caseId, ...note('second'), events);
    expect(outcome.events.map(({ commandId }) => commandId).slice(-2)).toEqual(['first', 'second']);
    expect(findFault(outcome.events)).toBeUndefined();
    expect((await readCase(table, caseId)).events).toEqual(outcome.events);
  });

  test('a command that was carried out since is not carried out again', async () => {
    const { events } = await readCase(table, caseId);
    await commandCase(table, caseId, ...note('once'));
    expect(await commandCase(table, caseId, ...note('once'), events)).toMatchObject({ kind: 'repeated' });
    expect((await readCase(table, caseId)).events).toHaveLength(events.length + 1);
  });

  test('what only the older log would refuse is carried out', async () => {
    const { events } = await readCase(table, caseId);
    const mail = { mail: 'receipt', key: 'receipt.1', to: ['a@b.example'], attempt: 1 } as const;
    const sent = { type: 'note-sent', key: 'receipt.1', attempt: 1, messageId: 'm' } as const;
    const order = (commandId: string) => ({ actor: { kind: 'workflow', step: 'x' } as const, commandId });
    expect(await commandCase(table, caseId, sent, order('early'), events)).toMatchObject({ kind: 'refused' });
    await commandCase(table, caseId, { type: 'want-mail', ...mail }, order('wanted'));
    expect(await commandCase(table, caseId, sent, order('sent'), events)).toMatchObject({ kind: 'done' });
  });
});
