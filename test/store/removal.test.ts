import { replay } from '../../cli/audit/replay.ts';
import { findFault, removedOf } from '../../domain/log/chain.ts';
import { commandCase, eraseCase, listCases, readCase } from '../../store/cases.ts';
import { readEverything } from '../../store/everything.ts';
import type { Table } from '../../store/table.ts';
import { korsholm } from '../call-2022.ts';
import { official } from '../domain/case/case-log.ts';
import { aTable, byApplicant, registerCase } from './a-table.ts';

const caseId = '11111111-1111-4111-8111-111111111111';
const real = Date.now;

let table: Table;
let end: () => Promise<void>;
beforeEach(async () => {
  ({ table, end } = await aTable());
  await registerCase(table, caseId);
  await commandCase(table, caseId, { type: 'withdraw-application' }, withdrawal);
});
afterEach(async () => {
  Date.now = real;
  await end();
});

const withdrawal = byApplicant();

function byWorkflow(commandId: string) {
  return { actor: { kind: 'workflow', step: 'test' }, commandId } as const;
}

async function confirmRemoval(): Promise<void> {
  const sixYears = real() + 6 * 366 * 24 * 60 * 60 * 1000;
  Date.now = () => sixYears;
  await commandCase(table, caseId, { type: 'propose-removal' }, byWorkflow('propose'));
  const archivist = { actor: official('arkivarie'), commandId: 'confirm' };
  await commandCase(table, caseId, { type: 'answer-removal', reason: 'Tiden har gått ut.' }, archivist);
  await commandCase(table, caseId, { type: 'remove-data' }, byWorkflow('remove'));
}

test('nothing is erased of a case whose removal nobody confirmed', async () => {
  await expect(eraseCase(table, caseId)).rejects.toThrow(/not to be removed/);
  expect(removedOf((await readCase(table, caseId)).events)).toEqual([]);
});

test('after it the table holds nothing an applicant wrote; the log verifies, says what was removed, and who confirmed it', async () => {
  await confirmRemoval();
  await eraseCase(table, caseId);
  await eraseCase(table, caseId);
  const { state, events } = await readCase(table, caseId);
  expect(state.stage).toBe('removed');
  expect(findFault(events)).toBeUndefined();
  expect(removedOf(events)).toEqual([1, 2, 3, 4]);
  const all = JSON.stringify(
    await readEverything(table).then(({ logs, projections }) => [[...logs], projections]),
  );
  for (const word of ['Korsholm', 'sofia', korsholm.applicant.businessId, korsholm.applicant.email]) {
    expect(all).not.toContain(word);
  }
  expect(all).toMatch(/arkivarie/);
});

test('the listing is what follows from the log that is left', async () => {
  await confirmRemoval();
  await eraseCase(table, caseId);
  expect(replay(await readEverything(table)).differences).toEqual([]);
  expect(await listCases(table, '2022')).toEqual([{ caseId, stage: 'removed', number: 'ANS/2022/0001' }]);
});

test('a command of before that is repeated after it finds nothing any more and does nothing', async () => {
  await confirmRemoval();
  await eraseCase(table, caseId);
  const { events } = await readCase(table, caseId);
  const outcome = await commandCase(table, caseId, { type: 'withdraw-application' }, withdrawal);
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { refused: 'wrong-stage' } });
  expect((await readCase(table, caseId)).events).toEqual(events);
});
