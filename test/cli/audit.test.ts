import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Export, readExport, writeExport } from '../../cli/audit/folder.ts';
import { replay } from '../../cli/audit/replay.ts';
import { describeDifference, describeVerified } from '../../cli/audit/report.ts';
import { verify } from '../../cli/audit/verify.ts';
import type { Event } from '../../domain/log/event.ts';
import { seal } from '../../domain/log/event.ts';
import { commandCase } from '../../store/cases.ts';
import { readEverything } from '../../store/everything.ts';
import { commandRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { closeTask, openTask } from '../../store/tasks.ts';
import { call2022, officials } from '../call-2022.ts';
import { commands, official } from '../domain/case/case-log.ts';
import { aTable, byApplicant, registerCase } from '../store/a-table.ts';

const first = '11111111-1111-4111-8111-111111111111';
const second = '22222222-2222-4222-8222-222222222222';
const task = { kind: 'confirm-screening', callId: '2022', caseId: first, about: 'first' } as const;
const { opensAt, closesAt, ...call } = call2022;

let table: Table;
let end: () => Promise<void>;
let folder: string;
let taskId: string;

beforeEach(async () => {
  ({ table, end } = await aTable());
  folder = mkdtempSync(join(tmpdir(), 'anslag-export-'));
  await commandRound(
    table,
    '2022',
    { type: 'publish-call', call, officials, opensAt, closesAt, seedCommitment: 'a'.repeat(64) },
    { actor: official('anna'), commandId: 'publish' },
  );
  await registerCase(table, first, 'ANS/2022/0001');
  await registerCase(table, second, 'ANS/2022/0002');
  await commandCase(table, first, commands.screen(), byApplicant());
  const times = { openedAt: '2022-05-01T00:00:00.000Z', deadline: '2022-05-31T00:00:00.000Z' };
  taskId = await openTask(table, { ...task, ...times, caseNumber: 'ANS/2022/0001' }, 'the token');
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await end();
});

async function exported(): Promise<Export> {
  await writeExport(folder, await readEverything(table));
  return readExport(folder);
}

function fileOf(caseId: string): string {
  return join(folder, 'cases', `${caseId}.jsonl`);
}

/** Changes the lines of a log as somebody with the folder could. */
async function tamper(change: (lines: string[]) => readonly string[], caseId = first): Promise<Export> {
  await exported();
  const lines = readFileSync(fileOf(caseId), 'utf8').split('\n').filter(Boolean);
  writeFileSync(fileOf(caseId), change(lines).join('\n'));
  return readExport(folder);
}

function faultsIn(found: Export, what = 'all'): readonly string[] {
  return verify(found, what)
    .filter(({ fault }) => fault)
    .map(({ stream, fault }) => `${stream} ${fault?.sequence} ${fault?.fault}`);
}

describe('verifying an export', () => {
  test('what nobody touched verifies: all of it, a call with its cases, a case by its id or number', async () => {
    const whole = await exported();
    expect(faultsIn(whole)).toEqual([]);
    const streams = (what: string) => verify(whole, what).map(({ stream }) => stream);
    expect(streams('all')).toHaveLength(3);
    expect(streams('2022').sort()).toEqual(['CALL#2022', `CASE#${first}`, `CASE#${second}`]);
    expect(streams(second)).toEqual([`CASE#${second}`]);
    expect(streams('ANS/2022/0001')).toEqual([`CASE#${first}`]);
    expect(streams('ANS/2022/0099')).toEqual([]);
  });

  test('a changed event is found at its place, in facts and in what surrounds them', async () => {
    const facts = await tamper((lines) => lines.map((line) => line.replace('Korsholm', 'Vasa')));
    expect(faultsIn(facts)).toEqual([`CASE#${first} 3 facts changed`]);
    const time = await tamper((lines) =>
      lines.map((line, index) => (index === 1 ? line.replace(/"at":"20/, '"at":"19') : line)),
    );
    expect(faultsIn(time)).toEqual([`CASE#${first} 2 event changed`]);
  });

  test('a missing event, and events in another order, are found at the first place that is wrong', async () => {
    expect(faultsIn(await tamper((lines) => lines.toSpliced(1, 1)))).toEqual([
      `CASE#${first} 2 missing or out of order`,
    ]);
    expect(faultsIn(await tamper(([one = '', two = '', ...rest]) => [one, ...rest, two]))).toEqual([
      `CASE#${first} 2 missing or out of order`,
    ]);
  });

  test('a log that was cut off at its end is found by the manifest', async () => {
    expect(faultsIn(await tamper((lines) => lines.slice(0, -1)))).toEqual([`CASE#${first} 4 cut off`]);
    expect(faultsIn(await tamper(() => []))).toEqual([`CASE#${first} 1 cut off`]);
  });

  test('another case’s log in its place is found, and so is a log that was written anew from its beginning', async () => {
    await exported();
    writeFileSync(fileOf(first), readFileSync(fileOf(second)));
    expect(faultsIn(await readExport(folder))).toEqual([`CASE#${first} 1 another log`]);
    const forged = await tamper((lines) => {
      const events: Event[] = [];
      for (const line of lines) {
        const { type, data, stream, at, commandId, salt } = JSON.parse(line) as Event;
        const circumstance = { stream, at, commandId, salt, actor: official('mallory') };
        events.push(seal({ type, data }, circumstance, events.at(-1)));
      }
      return events.map((event) => JSON.stringify(event));
    });
    expect(faultsIn(forged)).toEqual([`CASE#${first} 4 another log`]);
  });

  test('a log that is gone, and one that came from nowhere, are found by the manifest', async () => {
    await exported();
    unlinkSync(fileOf(first));
    expect(faultsIn(await readExport(folder))).toEqual([`CASE#${first} 1 cut off`]);
    expect(faultsIn(await readExport(folder), '2022')).toEqual([`CASE#${first} 1 cut off`]);
    expect(faultsIn(await readExport(folder), second)).toEqual([]);
    const whole = await exported();
    const anchors = whole.anchors.filter(({ stream }) => stream !== `CASE#${first}`);
    expect(faultsIn({ ...whole, anchors })).toEqual([`CASE#${first} 1 another log`]);
  });

  test('who changes the manifest as well is found by the fingerprint that was kept elsewhere', async () => {
    const { fingerprint } = await exported();
    const manifest = join(folder, 'manifest.json');
    const { format, logs } = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, JSON.stringify({ format, logs: logs.slice(1) }));
    expect((await readExport(folder)).fingerprint).not.toBe(fingerprint);
  });

  test('facts that are gone without a removal that says so are a fault', async () => {
    const stripped = await tamper((lines) =>
      lines.map((line, index) => {
        const { data: _, actor: __, salt: ___, ...rest } = JSON.parse(line);
        return index === 2 ? JSON.stringify(rest) : line;
      }),
    );
    expect(faultsIn(stripped)).toEqual([`CASE#${first} 3 facts missing`]);
  });

  test('a line that is no JSON is told with its place', async () => {
    await expect(tamper((lines) => lines.with(1, '{'))).rejects.toThrow(/\.jsonl:2 is no JSON/);
  });

  test('the report of a log is one line, with the place of a fault', async () => {
    const [line = ''] = verify(await exported(), first).map(describeVerified);
    expect(line).toMatch(/^✓ CASE#1111\S+ ANS\/2022\/0001: 4 events, head [0-9a-f]{16}$/);
    const broken = await tamper((lines) => lines.slice(0, 2));
    expect(verify(broken, first).map(describeVerified)).toEqual([`✗ CASE#${first}: cut off at event 3`]);
  });

  test('the workflow’s token is not exported', async () => {
    await exported();
    expect(readFileSync(join(folder, 'projections.jsonl'), 'utf8')).not.toContain('the token');
  });
});

describe('replaying an export', () => {
  const differencesIn = async () => replay(await exported()).differences;

  test('every listing and task follows from the logs: the call, two cases, and the presenter’s task', async () => {
    expect(replay(await exported())).toEqual({ items: 4, differences: [] });
  });

  test('a task that was answered is over in the listing too', async () => {
    await commandCase(table, first, commands.confirm, { actor: official('anna'), commandId: 'confirm' });
    expect(await differencesIn()).toMatchObject([{ kept: { done: false }, rebuilt: { done: true } }]);
    await closeTask(table, taskId);
    expect(await differencesIn()).toEqual([]);
  });

  test('a listing that was lost, made up or changed is a difference, with the field', async () => {
    const key = { PK: `CASE#${second}`, SK: 'STATE' };
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: key }));
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { PK: 'CASE#made-up', SK: 'STATE' } }),
    );
    const differences = await differencesIn();
    expect(differences.map(({ key: at, kept, rebuilt }) => [at, Boolean(kept), Boolean(rebuilt)])).toEqual([
      [`CASE#${second} STATE`, false, true],
      ['CASE#made-up STATE', true, false],
    ]);
    const changed = { ...differences[0], kept: { ...differences[0]?.rebuilt, sequence: 9 } };
    expect(describeDifference(changed as (typeof differences)[number])).toBe(
      `✗ CASE#${second} STATE: sequence is 9 and should be 3`,
    );
  });

  test('a listing whose last write was lost is made up for by repeating the command', async () => {
    const order = byApplicant();
    await commandCase(table, second, commands.screen(), order);
    const kept = (await readEverything(table)).projections.find(({ PK }) => PK === `CASE#${second}`);
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...kept, sequence: 3, listing: {} } }),
    );
    expect(await differencesIn()).toHaveLength(2);
    await commandCase(table, second, commands.screen(), order);
    // What is left is the task that no workflow of this test has opened.
    expect((await differencesIn()).map(({ key }) => key.split('#')[0])).toEqual(['TASK']);
  });
});
