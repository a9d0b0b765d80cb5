import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseState } from '../../domain/case/state.ts';
import type { RoundBody } from '../../domain/round/events.ts';
import { ApiClient } from '../../rehearsal/api-client.ts';
import { announce, asFile, fateOf, open, upload } from '../../rehearsal/applicant.ts';
import { type RunningCloud, startCloud } from '../../rehearsal/cloud.ts';
import { declareTies } from '../../rehearsal/declare-ties.ts';
import { enrol } from '../../rehearsal/directory.ts';
import { signInWithBrowser } from '../../rehearsal/sign-in.ts';
import { korsholm, officials } from '../call-2022.ts';
import { callOf } from '../calls.ts';
import { refusalOf } from './handled-call.ts';

/** Publishing, correcting and sharing money, with the command line where an official would use it. */
let cloud: RunningCloud;
const data = mkdtempSync(join(tmpdir(), 'anslag-e2e-'));
const officialsFile = join(data, 'officials.yaml');

beforeAll(async () => {
  cloud = await startCloud({ data: join(data, 'cloud'), port: 0, startAt: '2022-04-20T08:00:00.000Z' });
  const person = (username: string, groups: readonly string[]) => ({
    username,
    groups,
    name: username,
    email: `${username}@people.example`,
  });
  await enrol(cloud.origin, cloud.output('OfficialsPoolId'), [
    person('anna', ['publishers']),
    person('eva', []),
  ]);
  await enrol(cloud.origin, cloud.output('ApplicantsPoolId'), [
    person('sofia', [korsholm.applicant.businessId]),
  ]);
  writeFileSync(officialsFile, JSON.stringify(officials));
});

afterAll(async () => {
  await cloud.stop();
  rmSync(data, { recursive: true, force: true });
});

function as(username: string): ApiClient {
  const audience = username === 'sofia' ? 'Applicants' : 'Officials';
  const pages = {
    issuer: cloud.output(`${audience}Issuer`),
    clientId: cloud.output(`${audience}ClientId`),
    callback: cloud.output(`${audience}Callback`),
  };
  return new ApiClient(cloud.output('ApiAddress'), pages, username);
}

/** Runs `npm run call -- publish` as an official who signs in with a browser; returns its exit code and what it said. */
async function publishAs(username: string, file: string): Promise<{ code: number | null; said: string }> {
  const child: ChildProcess = spawn('node', [
    ...['--disable-warning=ExperimentalWarning', 'cli/call.ts', 'publish', file],
    ...['--officials', officialsFile, '--outputs', `${cloud.origin}/_local/outputs`],
  ]);
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  let asked = false;
  child.stdout?.on('data', async (text) => {
    said += text;
    const [address] = /^http\S+authorize\S+$/m.exec(said) ?? [];
    if (asked || !address || !said.includes('paste')) return;
    asked = true;
    child.stdin?.write(`${await signInWithBrowser(address, username, cloud.output('OfficialsCallback'))}\n`);
  });
  const [code] = await once(child, 'exit');
  return { code, said };
}

test('an official who may not publish is told so', async () => {
  expect(await publishAs('eva', 'calls/2022.yaml')).toMatchObject({
    code: 1,
    said: expect.stringContaining('You may not do this.'),
  });
});

test('a publisher publishes a call from its file, is told what it assumes, and cannot publish it again', async () => {
  const { code, said } = await publishAs('anna', 'calls/2022.yaml');
  expect(said).toContain('2022: 28.2.2022 at 08.00 – 25.4.2022 at 16.15');
  expect(said).toContain('? The closing hour 16.15 is that of the other rounds');
  expect(code).toBe(0);
  expect(await publishAs('anna', 'calls/2022.yaml')).toMatchObject({
    code: 1,
    said: expect.stringContaining('The call has been published before.'),
  });
});

test('a correction is for publishers, and only of what may be corrected', async () => {
  const correction = (place: string, to: string) => ({
    commandId: crypto.randomUUID(),
    corrections: [{ place, to }],
    reason: 'Skrivfel.',
  });
  const correct = (username: string, body: object) => as(username).post('/calls/2022/corrections', body);
  expect(await refusalOf(correct('eva', correction('/name/sv', 'x')))).toBe('403 urn:anslag:not-allowed');
  expect(await refusalOf(correct('anna', correction('/allocation/mode', 'skip')))).toBe(
    '409 urn:anslag:not-correctable',
  );
  expect(await refusalOf(correct('anna', correction('/authority/contact/email', 'nobody')))).toBe(
    '400 urn:anslag:malformed-request',
  );
  const body = correction('/name/sv', 'Understöd för kommunernas digitalisering 2022');
  const first = await correct('anna', body);
  expect(await correct('anna', body)).toEqual(first);
  expect(await as('anna').get('/calls/2022')).toMatchObject({ name: { sv: body.corrections[0]?.to } });
  const { events } = await as('anna').get<{ events: RoundBody[] }>('/calls/2022/log');
  expect(events.filter(({ type }) => type === 'call-corrected')).toHaveLength(1);
});

test('a closing that is put off lets an application opened before it be sent until the new time, and the round wait', async () => {
  const sofia = as('sofia');
  const { businessId, email } = korsholm.applicant;
  const caseId = await open(sofia, '2022', { businessId, email, language: 'sv' });
  await as('anna').post('/calls/2022/corrections', {
    commandId: crypto.randomUUID(),
    corrections: [{ place: '/window/closes', to: '2022-04-29T16:15' }],
    reason: 'Tjänsten låg nere den 25 april.',
  });
  await cloud.turnTo('2022-04-26T08:00:00.000Z');
  await cloud.settled();
  const submission = await announce(sofia, caseId, { json: asFile(korsholm) });
  await upload(submission);
  expect(await fateOf(sofia, submission)).toMatchObject({ versions: [{ fate: 'accepted' }] });
  const stageOf = async () => (await as('anna').get<{ stage: string }>('/calls/2022')).stage;
  expect(await stageOf()).toBe('published');
  await cloud.turnTo('2022-04-29T13:40:00.000Z');
  await cloud.settled();
  expect(await stageOf()).toBe('closed');
  await declareTies(as('anna'), '2022');
  const { findings } = await as('anna').get<CaseState>(`/cases/${caseId}`);
  expect(findings.find(({ rule }) => rule === 'arrived-in-time')).toMatchObject({ outcome: 'met' });
});

test('every requirement of a case is told with its reason in the reader’s language', async () => {
  const { cases } = await as('anna').get<{ cases: { caseId: string }[] }>('/calls/2022/cases');
  const swedish = { 'accept-language': 'sv' };
  const response = await as('anna').send('GET', `/cases/${cases[0]?.caseId}`, undefined, swedish);
  const { requirements, findings } = (await response.json()) as CaseState & {
    requirements: { rule: string; reason: string; requirement: string }[];
  };
  expect(requirements.map(({ rule }) => rule)).toEqual(findings.map(({ rule }) => rule));
  expect(requirements[0]).toMatchObject({
    requirement: 'Ansökan har kommit in i tid',
    reason: expect.stringMatching(/^Ansökan kom in 26\.4\.2022/),
  });
});

test('a call whose closing has passed cannot be published', async () => {
  const { opensAt: _opens, closesAt: _closes, ...call } = callOf('2021');
  const publication = {
    commandId: crypto.randomUUID(),
    call,
    officials,
    seed: 'a seed that nobody can guess',
  };
  expect(await refusalOf(as('anna').post('/calls', publication))).toBe('409 urn:anslag:closing-passed');
});

test('calls that share an appropriation must state the same sum', async () => {
  const { grant } = callOf('2022');
  const window = { opens: '2022-05-02T08:00', closes: '2022-06-30T16:15' };
  const publication = (id: string, poolCents: number) => {
    const { opensAt: _opens, closesAt: _closes, ...call } = callOf(id);
    const { pool = { id: '', cents: 0 }, ...appropriation } = call.appropriation;
    return {
      commandId: crypto.randomUUID(),
      call: {
        ...call,
        window,
        grant,
        appropriation: { ...appropriation, pool: { ...pool, cents: poolCents } },
      },
      officials,
      seed: 'a seed that nobody can guess',
    };
  };
  await as('anna').post('/calls', publication('2019-1', 30_000_000_00));
  expect(await refusalOf(as('anna').post('/calls', publication('2019-2', 31_000_000_00)))).toBe(
    '409 urn:anslag:pool-differs',
  );
  await as('anna').post('/calls', publication('2019-2', 30_000_000_00));
});
