import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ListExecutionsCommand, RedriveExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { proofFault } from '../../cli/proof.ts';
import { sha256 } from '../../domain/canonical.ts';
import type { Verification } from '../../domain/decision/verification.ts';
import { readMailbox } from '../../rehearsal/mailbox.ts';
import { HandledCall, refusalOf } from './handled-call.ts';

let handled: HandledCall;
let caseId: string;
beforeAll(async () => {
  handled = await HandledCall.start();
  caseId = await handled.submit();
  await handled.close();
  await handled.prepare();
}, 240_000);
afterAll(() => handled.end());

/** As a developer reaches the cloud's services. */
function aws() {
  return {
    endpoint: handled.cloud.origin,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
}

function storage(): S3Client {
  return new S3Client({ ...aws(), forcePathStyle: true });
}

/** What an engineer does when the cause is mended: the stopped decisions first, then the round. */
async function redriveRound(): Promise<void> {
  const workflows = new SFNClient(aws());
  for (const name of ['decision', 'round']) {
    const stateMachineArn = `arn:aws:states:eu-north-1:000000000000:stateMachine:anslag-main-stateless-${name}`;
    const { executions = [] } = await workflows.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'FAILED' }),
    );
    expect(executions).toHaveLength(1);
    for (const { executionArn } of executions)
      await workflows.send(new RedriveExecutionCommand({ executionArn }));
    await handled.cloud.settled();
  }
}

async function decisionMails() {
  const mails = await readMailbox(handled.cloud.origin);
  return mails.filter(({ subject, to }) => /^Beslut/.test(subject) && to.length > 1);
}

/** What stands uncompressed in a PDF, its title among it. */
function readPdf(bytes: Buffer): string {
  return bytes.toString('utf8');
}

const decider = () => handled.as('dora');

interface Draft {
  readonly caseNumber: string;
  readonly digest: string;
  readonly awardedCents: number;
}
const draftsOf = (username: string) =>
  handled.as(username).get<{ batch: string; drafts: Draft[] }>('/calls/2022/drafts');

async function previewOf({ digest }: Draft): Promise<string> {
  const { url } = await decider().get<{ url: string }>(`/calls/2022/drafts/${digest}/letter`);
  return readPdf(Buffer.from(await (await fetch(url)).arrayBuffer()));
}

test('whoever decides sees the list and every letter, which says that it is a draft', async () => {
  const [task] = await handled.tasksOf('dora');
  const { batch, drafts } = await draftsOf('dora');
  expect(task).toMatchObject({ kind: 'approve-drafts', about: batch });
  expect(drafts).toMatchObject([{ caseNumber: 'ANS/2022/0001', awardedCents: 184_450_00 }]);
  expect(await previewOf(drafts[0] as Draft)).toContain('Beslut: understöd beviljas');
  expect(await refusalOf(decider().get(`/calls/2022/drafts/${'0'.repeat(64)}/letter`))).toBe(
    '404 urn:anslag:not-found',
  );
  expect(await refusalOf(draftsOf('mallory'))).toBe('404 urn:anslag:not-found');
});

test('a draft that comes back with a remark is revised by the presenter and is another draft of another batch', async () => {
  const before = await draftsOf('dora');
  const [task] = await handled.tasksOf('dora');
  const remarks = [{ caseNumber: 'ANS/2022/0001', text: 'Säg varför hela beloppet beviljas.' }];
  const back = { kind: 'approve-drafts', batch: before.batch, approve: false, reason: 'En brist.', remarks };
  await decider().post(`/tasks/${task?.id}/answer`, back);
  const [revision] = await handled.tasksOf('anna');
  expect(revision).toMatchObject({ kind: 'revise-drafts', about: before.batch });
  const answer = (text: string) => ({
    kind: 'revise-drafts',
    batch: before.batch,
    additions: [{ caseNumber: 'ANS/2022/0001', text }],
  });
  const path = `/tasks/${revision?.id}/answer`;
  expect(
    await refusalOf(
      handled
        .as('anna')
        .post(path, { ...answer('x'), additions: [{ caseNumber: 'ANS/2022/0002', text: 'x' }] }),
    ),
  ).toBe('409 urn:anslag:remark-unanswered');
  await handled.as('anna').post(path, answer('Projektet får hela beloppet eftersom anslaget räcker.'));
  await handled.cloud.settled();
  const after = await draftsOf('dora');
  expect(after.batch).not.toBe(before.batch);
  expect(after.drafts[0]?.digest).not.toBe(before.drafts[0]?.digest);
  const old = { kind: 'approve-drafts', batch: before.batch, approve: true };
  const [again] = await handled.tasksOf('dora');
  expect(await refusalOf(decider().post(`/tasks/${again?.id}/answer`, old))).toBe(
    '409 urn:anslag:another-batch',
  );
});

test('a draft whose file was changed after the approval is not decided, and the round waits for an engineer', async () => {
  const [task] = await handled.tasksOf('dora');
  const { drafts } = await draftsOf('dora');
  const key = `rounds/2022/drafts/${drafts[0]?.digest}.json`;
  const place = { Bucket: handled.cloud.output('BucketName'), Key: key };
  const client = storage();
  const { Body } = await client.send(new GetObjectCommand(place));
  const whole = (await Body?.transformToString()) ?? '';
  const changed = whole.replace('18445000', '99445000');
  expect(changed).not.toBe(whole);
  await client.send(new PutObjectCommand({ ...place, Body: changed }));
  await decider().post(`/tasks/${task?.id}/answer`, {
    kind: 'approve-drafts',
    batch: task?.about,
    approve: true,
  });
  await handled.cloud.settled();
  expect((await handled.caseOf(caseId)).stage).toBe('evaluated');
  expect(await decisionMails()).toEqual([]);
  await client.send(new PutObjectCommand({ ...place, Body: whole }));
  await redriveRound();
  expect((await handled.caseOf(caseId)).stage).toBe('decided');
  expect(await decisionMails()).toHaveLength(1);
});

test.each([
  ['letter', /Beslut: understöd beviljas/],
  ['translation', /Decision: the grant is given/],
])('the applicant reads the %s, whose bytes are those of its digest', async (path, title) => {
  const { url, sha256: digest } = await handled
    .as('sofia')
    .get<{ url: string; sha256: string }>(`/applications/${caseId}/${path}`);
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(sha256(bytes)).toBe(digest);
  expect(readPdf(bytes)).toMatch(title);
});

test('the archive has the decision as PDF/A, which not even its owner can delete or let go before ten years', async () => {
  const { letter } = await handled.caseOf(caseId);
  const client = storage();
  const place = { Bucket: handled.cloud.output('ArchiveName'), Key: letter?.archived.key };
  const { Body, VersionId, ObjectLockMode, ObjectLockRetainUntilDate } = await client.send(
    new GetObjectCommand(place),
  );
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  expect(sha256(bytes)).toBe(letter?.archived.sha256);
  expect(Buffer.from(bytes).toString('utf8')).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(ObjectLockMode).toBe('COMPLIANCE');
  expect(ObjectLockRetainUntilDate?.toISOString()).toMatch(/^2032-/);
  await expect(
    client.send(new DeleteObjectCommand({ ...place, VersionId, BypassGovernanceRetention: true })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
  const sooner = { Mode: 'COMPLIANCE', RetainUntilDate: new Date('2023-01-01') } as const;
  await expect(
    client.send(new PutObjectRetentionCommand({ ...place, VersionId, Retention: sooner })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
});

async function letterFile(): Promise<Buffer> {
  const { url } = await handled.as('sofia').get<{ url: string }>(`/applications/${caseId}/letter`);
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

const verification = async (digest: string) =>
  fetch(`${handled.cloud.output('ApiAddress')}/letters/${digest}`);

test('anybody can verify a letter, its archive copy and the digest that is printed in it, without signing in', async () => {
  const { letter } = await handled.caseOf(caseId);
  const found = (await (await verification(sha256(await letterFile()))).json()) as Verification;
  expect(found).toMatchObject({
    of: 'letter',
    caseNumber: 'ANS/2022/0001',
    inForce: true,
    outcome: 'grantedInFull',
    awardedCents: 184_450_00,
  });
  const of = async (digest = '') => ((await (await verification(digest)).json()) as Verification).of;
  expect(await of(letter?.archived.sha256)).toBe('archive-copy');
  expect(await of(found.decision)).toBe('decision');
  expect((await verification('0'.repeat(64))).status).toBe(404);
  expect((await verification('no-digest')).status).toBe(404);
  expect(JSON.stringify(found)).not.toMatch(/sofia|dora|anna|@/i);
});

describe('npm run verify', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anslag-verify-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(
      'node',
      [
        '--disable-warning=ExperimentalWarning',
        'cli/verify.ts',
        ...args,
        '--api',
        handled.cloud.output('ApiAddress'),
      ],
      { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    );

  test('tells that a letter is the authority’s, unchanged and in force', async () => {
    const path = join(folder, 'letter.pdf');
    writeFileSync(path, await letterFile());
    const { stdout, status } = run(path);
    expect(stdout).toContain('Letter ANS/2022/0001 is the authority');
    expect(stdout).toContain('It is in force.');
    expect(status).toBe(0);
  });

  test('tells that a letter was changed, be it by one byte', async () => {
    const bytes = await letterFile();
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1;
    const path = join(folder, 'changed.pdf');
    writeFileSync(path, bytes);
    const { stdout, status } = run(path);
    expect(stdout).toContain('Not a letter of the authority, or changed since');
    expect(status).toBe(1);
  });

  test('takes the digest as it is printed, with spaces', async () => {
    const found = (await (await verification(sha256(await letterFile()))).json()) as Verification;
    const { stdout, status } = run(...(found.decision.match(/.{8}/g) ?? []));
    expect(stdout).toContain('Decision ANS/2022/0001');
    expect(status).toBe(0);
  });

  test('does not take a key that is not the authority’s', async () => {
    const { generateKeyPairSync } = await import('node:crypto');
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    writeFileSync(join(folder, 'key.pem'), key.export({ type: 'spki', format: 'pem' }));
    const path = join(folder, 'letter.pdf');
    const { stdout, status } = run(path, '--key', join(folder, 'key.pem'));
    expect(stdout).toContain('signed by another key');
    expect(status).toBe(1);
  });

  test('says that it cannot tell where the service does not answer', () => {
    const { status, stderr } = spawnSync(
      'node',
      [
        '--disable-warning=ExperimentalWarning',
        'cli/verify.ts',
        'a'.repeat(64),
        '--api',
        'http://127.0.0.1:1',
      ],
      { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    );
    expect(stderr).toContain('It could not be told');
    expect(status).toBe(2);
  });
});

test('the results are open data: JSON by its published schema, CSV, a page in the reader’s language', async () => {
  const get = (path: string, language = 'sv') =>
    fetch(`${handled.cloud.output('ApiAddress')}${path}`, { headers: { 'accept-language': language } });
  const { read } = await import('../../contract/faults.ts');
  const { announcement, openDataSchemas, results } = await import('../../contract/open-data.ts');
  expect(read(results, await (await get('/calls/2022/results')).json())).toHaveProperty('value');
  expect(read(announcement, await (await get('/calls/2022/announcement')).json())).toHaveProperty('value');
  expect(await (await get('/schemas/results')).json()).toEqual(openDataSchemas.results);
  const csv = await get('/calls/2022/results.csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect((await csv.text()).split('\r\n')[1]).toContain('ANS/2022/0001');
  const page = await get('/calls/2022/results.html', 'fi');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).toContain('<html lang="fi">');
  expect((await get('/calls/2021/results.csv')).status).toBe(404);
  expect((await get('/schemas/people')).status).toBe(404);
});

describe('a request for rectification', () => {
  const requestOf = () => ({
    commandId: crypto.randomUUID(),
    demand: 'Understödet ska sänkas: projektet blir mindre.',
    grounds: 'En kommun drog sig ur.',
  });
  const decisionOf = (awardedCents: number) => ({
    commandId: crypto.randomUUID(),
    outcome: 'changed',
    reasons: 'Projektet är mindre än ansökt.',
    awardedCents,
  });
  const path = () => `/cases/${caseId}/rectification/decision`;

  test('opens a case with a number of its own, for the applicant only', async () => {
    const ask = `/applications/${caseId}/rectification`;
    expect(await refusalOf(handled.as('olle').post(ask, requestOf()))).toBe('404 urn:anslag:not-found');
    const request = requestOf();
    const opened = { number: 'ANS/2022/0002', late: false };
    expect(await handled.as('sofia').post(ask, request)).toMatchObject(opened);
    expect(await handled.as('sofia').post(ask, request)).toMatchObject(opened);
    expect(await refusalOf(handled.as('sofia').post(ask, requestOf()))).toBe(
      '409 urn:anslag:rectification-already-requested',
    );
    expect(await handled.tasksOf('dag')).toMatchObject([
      { kind: 'decide-rectification', about: 'ANS/2022/0002', caseNumber: 'ANS/2022/0002' },
    ]);
    expect(await handled.tasksOf('dora')).toEqual([]);
  });

  test('is not decided by whoever decided before, nor beyond what could be granted', async () => {
    expect(await refusalOf(handled.as('dora').post(path(), decisionOf(1)))).toBe(
      '403 urn:anslag:decider-prepared',
    );
    expect(await refusalOf(handled.as('anna').post(path(), decisionOf(1)))).toBe(
      '403 urn:anslag:not-allowed',
    );
    expect(await refusalOf(handled.as('dag').post(path(), decisionOf(184_450_01)))).toBe(
      '409 urn:anslag:award-out-of-bounds',
    );
    const { events } = await handled.as('anna').get<{ events: { type: string }[] }>('/calls/2022/log');
    expect(events.map(({ type }) => type)).not.toContain('award-changed');
  });

  test('changes the award once, within the appropriation, and puts the old letter out of force', async () => {
    const decision = decisionOf(120_000_00);
    for (let times = 0; times < 2; times++) {
      expect(await handled.as('dag').post(path(), decision)).toMatchObject({
        number: 'ANS/2022/0002',
        outcome: 'changed',
        awardedCents: 120_000_00,
      });
    }
    const { events } = await handled
      .as('anna')
      .get<{ events: { type: string; data: object }[] }>('/calls/2022/log');
    expect(events.filter(({ type }) => type === 'award-changed').map(({ data }) => data)).toEqual([
      {
        caseNumber: 'ANS/2022/0001',
        cause: { kind: 'rectification', number: 'ANS/2022/0002' },
        fromCents: 184_450_00,
        toCents: 120_000_00,
      },
    ]);
    const found = await (await verification(sha256(await letterFile()))).json();
    expect(found).toMatchObject({ of: 'letter', inForce: false, replacedBy: 'ANS/2022/0002' });
  });

  test('is told by mail when it comes and when it is decided, and its decision is a letter that verifies', async () => {
    await handled.cloud.settled();
    const subjects = (await readMailbox(handled.cloud.origin)).map(({ subject }) => subject);
    const told = (start: string) => subjects.filter((subject) => subject?.startsWith(start)).length;
    expect(told('Begäran om omprövning har kommit in: ANS/2022/0002')).toBe(1);
    // The applicant in Swedish, and its partners each in theirs.
    expect(told('Beslut om omprövning ANS/2022/0002: beslutet ändras')).toBeGreaterThan(0);
    const { url, sha256: digest } = await handled
      .as('sofia')
      .get<{ url: string; sha256: string }>(`/applications/${caseId}/rectification/letter`);
    const file = new Uint8Array(await (await fetch(url)).arrayBuffer());
    expect(sha256(file)).toBe(digest);
    const found = (await (await verification(digest)).json()) as Verification;
    expect(found).toMatchObject({
      of: 'letter',
      caseNumber: 'ANS/2022/0002',
      outcome: 'changed',
      inForce: true,
    });
    expect(proofFault(found)).toBeUndefined();
    expect(await refusalOf(handled.as('olle').get(`/applications/${caseId}/rectification/letter`))).toBe(
      '404 urn:anslag:not-found',
    );
  });

  test('is a task of the decision makers until it is decided', async () => {
    expect((await handled.tasksOf('dag')).map(({ kind }) => kind)).not.toContain('decide-rectification');
  });
});
