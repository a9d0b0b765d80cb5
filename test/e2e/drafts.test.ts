import { createHash } from 'node:crypto';
import { readMailbox } from '../../rehearsal/mailbox.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall, refusalOf } from './handled-call.ts';

let handled: HandledCall;
beforeAll(async () => {
  handled = await HandledCall.start();
});
afterAll(() => handled.end());

const { applicant, format: _, callId: __, attachments: ___, ...rest } = korsholm;
const { businessId, ...named } = applicant;
const whole = { ...rest, applicant: named };

interface DraftView {
  readonly draftId: string;
  readonly caseId: string;
  readonly revision: number;
  readonly document: { readonly project?: { readonly title?: string } };
  readonly attachments: readonly { readonly name: string; readonly uploaded: boolean }[];
  readonly mayAct: boolean;
  readonly editors: readonly string[];
}

function create(document: object = {}, username = 'sofia'): Promise<DraftView> {
  const body = { commandId: crypto.randomUUID(), businessId, document };
  return handled.as(username).post('/calls/2022/drafts', body);
}

async function send(
  username: string,
  method: string,
  path: string,
  body?: object,
  revision?: number,
  // biome-ignore lint/suspicious/noExplicitAny: answers are what the tests are about
): Promise<{ status: number; etag: string | null; document: any }> {
  const headers: Record<string, string> = revision === undefined ? {} : { 'if-match': `"${revision}"` };
  const response = await handled.as(username).send(method, path, body, headers);
  return { status: response.status, etag: response.headers.get('etag'), document: await response.json() };
}

function pdf(content: string) {
  const bytes = Buffer.from(`%PDF-1.7 ${content}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    bytes,
    file: { name: 'avsiktsförklaring (åäö).pdf', sizeBytes: bytes.length, type: 'application/pdf', sha256 },
  };
}

async function attach(draftId: string, { bytes, file }: ReturnType<typeof pdf>): Promise<number> {
  const { document } = await send('sofia', 'POST', `/drafts/${draftId}/attachments`, file);
  const { url, headers } = document.upload;
  return (await fetch(url, { method: 'PUT', headers, body: bytes })).status;
}

async function checkOf(draftId: string) {
  const swedish = { 'accept-language': 'sv' };
  const response = await handled.as('sofia').send('POST', `/drafts/${draftId}/check`, undefined, swedish);
  return (await response.json()) as { findings: readonly { rule: string; outcome: string }[] };
}

async function receiptOf(caseId: string, version: number) {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { document } = await send('sofia', 'GET', `/applications/${caseId}`);
    const fate = document.versions.find((known: { version: number }) => known.version === version)?.fate;
    if (fate !== 'awaited') return { ...document, fate };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the intake did not come to an end');
}

describe('saving', () => {
  test('a draft may hold anything of the form’s shape, also what is no sum or no date yet', async () => {
    const document = {
      project: { title: '', starts: 'i höst' },
      costs: [{ row: 'a1', cents: '12 000,-', vatCents: 0 }],
    };
    const { draftId, revision } = await create(document);
    expect(revision).toBe(1);
    const { status, etag, document: read } = await send('sofia', 'GET', `/drafts/${draftId}`);
    expect([status, etag]).toEqual([200, '"1"']);
    expect(read).toMatchObject({ document, businessId, callId: '2022', mayAct: true, savedBy: 'sofia' });
  });

  test('a save takes the place of the version it names and of no other', async () => {
    const { draftId } = await create();
    const path = `/drafts/${draftId}`;
    const mine = { document: { project: { title: 'Sofias rubrik' } } };
    const hers = { document: { project: { title: 'Sivs rubrik' } } };
    expect(await send('sofia', 'PUT', path, mine, 1)).toMatchObject({ status: 200, etag: '"2"' });
    const conflict = await send('siv', 'PUT', path, hers, 1);
    expect(conflict).toMatchObject({
      status: 412,
      etag: '"2"',
      document: {
        type: 'urn:anslag:changed-meanwhile',
        current: { revision: 2, savedBy: 'sofia', document: mine.document },
      },
    });
    expect(await send('siv', 'PUT', path, hers, 2)).toMatchObject({ status: 200, etag: '"3"' });
  });

  test('of many who save at once one wins and the others are told what is there', async () => {
    const { draftId } = await create();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_empty, index) =>
        send(
          index % 2 ? 'sofia' : 'siv',
          'PUT',
          `/drafts/${draftId}`,
          { document: { project: { title: `rubrik ${index}` } } },
          1,
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const { document: now } = await send('sofia', 'GET', `/drafts/${draftId}`);
    for (const { status, document } of answers) {
      if (status === 412) expect(document.current.document).toEqual(now.document);
    }
  });

  test('a save whose answer was lost can be repeated', async () => {
    const { draftId } = await create();
    const body = { document: { project: { title: 'En gång' } } };
    await send('sofia', 'PUT', `/drafts/${draftId}`, body, 1);
    expect(await send('sofia', 'PUT', `/drafts/${draftId}`, body, 1)).toMatchObject({
      status: 200,
      etag: '"2"',
    });
  });

  test('without saying which version it replaces nothing is saved', async () => {
    const { draftId } = await create();
    expect(await send('sofia', 'PUT', `/drafts/${draftId}`, { document: {} })).toMatchObject({
      status: 428,
      document: { type: 'urn:anslag:revision-needed' },
    });
  });

  test('a draft larger than can be kept is refused before anything is lost', async () => {
    const part = 'ö'.repeat(20_000);
    const parts = Object.fromEntries('abcdefghijk'.split('').map((id) => [id, part]));
    const { draftId } = await create({ project: { title: 'Kvar' } });
    expect(await send('sofia', 'PUT', `/drafts/${draftId}`, { document: { parts } }, 1)).toMatchObject({
      status: 413,
      document: { details: { maximum: 350_000 } },
    });
    const { document } = await send('sofia', 'GET', `/drafts/${draftId}`);
    expect(document.document.project.title).toBe('Kvar');
  });
});

describe('who may write', () => {
  test('a draft does not exist for others', async () => {
    const { draftId } = await create();
    for (const [method, path, body] of [
      ['GET', `/drafts/${draftId}`],
      ['PUT', `/drafts/${draftId}`, { document: {} }],
      ['DELETE', `/drafts/${draftId}`],
      ['POST', `/drafts/${draftId}/check`],
      ['POST', `/drafts/${draftId}/submission`, {}],
      ['POST', `/drafts/${draftId}/invitations`, {}],
    ] as const) {
      const { status } = await send('olle', method, path, body, 1);
      expect([method, path, status]).toEqual([method, path, 404]);
    }
  });

  test('whoever has the link of an invitation may write, and neither send nor invite', async () => {
    const { draftId } = await create({ project: { title: 'Tillsammans' } });
    const { document: invitation } = await send('sofia', 'POST', `/drafts/${draftId}/invitations`, {});
    const accept = (username: string) =>
      send(username, 'POST', '/invitations', { secret: invitation.secret });
    expect((await accept('olle')).document).toEqual({ draftId });
    expect((await accept('olle')).status).toBe(200);
    const path = `/drafts/${draftId}`;
    const change = { document: { project: { title: 'Tillsammans med Olle' } } };
    expect((await send('olle', 'PUT', path, change, 1)).status).toBe(200);
    expect((await send('olle', 'POST', `${path}/submission`, {}, 2)).status).toBe(403);
    expect((await send('olle', 'POST', `${path}/invitations`, {})).status).toBe(403);
    expect((await send('olle', 'DELETE', path, undefined, 2)).status).toBe(403);
    const { document: list } = await send('olle', 'GET', '/applications');
    expect(list.applications.map(({ title }: { title: string }) => title)).toEqual(['Tillsammans med Olle']);
    await send('sofia', 'DELETE', `${path}/editors/olle`);
    expect((await send('olle', 'GET', path)).status).toBe(404);
  });

  test('an invitation is for one person, and ends', async () => {
    const { draftId } = await create();
    const { document: first } = await send('sofia', 'POST', `/drafts/${draftId}/invitations`, {});
    await send('siv', 'POST', '/invitations', { secret: first.secret });
    expect((await send('olle', 'POST', '/invitations', { secret: first.secret })).status).toBe(404);
    expect((await send('olle', 'POST', '/invitations', { secret: 'a'.repeat(43) })).status).toBe(404);
  });
});

describe('checking', () => {
  test('everything missing is told at once, with its place, in the reader’s language', async () => {
    const { draftId } = await create({ ...whole, contact: { name: '' }, parts: {}, costs: [] });
    const check = await checkOf(draftId);
    expect(check).toMatchObject({
      revision: 1,
      sendable: false,
      faults: [
        { place: '/contact/name', code: 'too-small' },
        { place: '/contact/email', code: 'required', text: 'uppgiften saknas' },
        { place: '/costs', code: 'too-small' },
      ],
    });
    const missing = check.findings.filter(({ outcome }) => outcome === 'missing');
    expect(missing.length).toBeGreaterThan(1);
    expect(missing[0]).toMatchObject({
      place: expect.stringMatching(/^\/parts\//),
      rule: 'part-included',
      requirement: expect.any(String),
      reason: expect.stringContaining('Ansökan saknar en del som krävs'),
    });
    // Of the money nothing can be told as long as there are no costs.
    expect(check.findings.map(({ rule }) => rule)).not.toContain('share-within-maximum');
  });

  test('a whole draft can be sent, and what the rules would say is told beforehand', async () => {
    const { draftId } = await create({
      ...whole,
      financing: { ...korsholm.financing, requestedCents: korsholm.financing.requestedCents + 100_00 },
    });
    const { document } = await send('sofia', 'POST', `/drafts/${draftId}/check`);
    expect(document).toMatchObject({ sendable: true, faults: [] });
    expect(
      document.findings.map(({ rule, place }: { rule: string; place: string }) => `${rule} ${place}`),
    ).toEqual(expect.arrayContaining(['financing-adds-up /financing']));
  });
});

describe('attachments', () => {
  test('an upload is gone on with where it was cut off', async () => {
    const { draftId } = await create();
    const file = pdf('kommer fram');
    const path = `/drafts/${draftId}`;
    const announced = await send('sofia', 'POST', `${path}/attachments`, file.file);
    expect(announced).toMatchObject({
      status: 201,
      document: { uploaded: false, upload: { method: 'PUT' } },
    });
    expect((await send('sofia', 'GET', path)).document.attachments).toMatchObject([{ uploaded: false }]);
    expect(await attach(draftId, file)).toBe(200);
    expect((await send('siv', 'GET', path)).document.attachments).toEqual([{ ...file.file, uploaded: true }]);
    const again = await send('sofia', 'POST', `${path}/attachments`, file.file);
    expect(again).toMatchObject({ status: 200, document: { uploaded: true } });
    const { document } = await send('siv', 'GET', `${path}/attachments/${file.file.sha256}`);
    const download = await fetch(document.url);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(file.bytes);
    expect(download.headers.get('content-disposition')).toContain("filename*=UTF-8''avsiktsf%C3%B6rklaring");
    await send('sofia', 'DELETE', `${path}/attachments/${file.file.sha256}`);
    expect((await send('sofia', 'GET', path)).document.attachments).toEqual([]);
  });

  test('another file by the same name, and a file that is not what it says, are told', async () => {
    const { draftId } = await create(whole);
    const { file } = pdf('ett');
    await send('sofia', 'POST', `/drafts/${draftId}/attachments`, file);
    expect(
      await send('sofia', 'POST', `/drafts/${draftId}/attachments`, { ...file, sha256: 'b'.repeat(64) }),
    ).toMatchObject({ status: 409, document: { type: 'urn:anslag:attachment-name-taken' } });
    const { document } = await send('sofia', 'POST', `/drafts/${draftId}/check`);
    expect(document.faults).toMatchObject([{ place: '/attachments/0', code: 'file-missing' }]);
  });
});

describe('sending', () => {
  test('one writes, another signs: the receipt has time, number and hash, and sending again sends nothing', async () => {
    const { draftId, caseId } = await create({ project: { title: 'Snart' } });
    const path = `/drafts/${draftId}`;
    expect(await send('sofia', 'POST', `${path}/submission`, {}, 1)).toMatchObject({
      status: 422,
      document: { type: 'urn:anslag:draft-has-faults' },
    });
    await attach(draftId, pdf('bilagan'));
    await send('sofia', 'PUT', path, { document: whole }, 1);
    expect((await send('sofia', 'POST', `${path}/ready`, { ready: true }, 2)).status).toBe(200);
    const waiting = (await send('siv', 'GET', '/applications')).document.applications;
    expect(waiting[0]).toMatchObject({
      draftId,
      stage: 'draft',
      tasks: [{ kind: 'send' }, { kind: 'sign' }],
    });

    const [first, second] = await Promise.all(
      ['siv', 'sofia'].map((username) => send(username, 'POST', `${path}/submission`, {}, 2)),
    );
    expect(first).toMatchObject({ status: 202, document: { caseId, version: 1 } });
    expect(second?.document).toEqual(first?.document);
    const receipt = await receiptOf(caseId, 1);
    expect(receipt).toMatchObject({
      fate: 'accepted',
      number: 'ANS/2022/0001',
      sha256: first?.document.sha256,
    });
    expect(receipt.arrivedAt).toMatch(/^2022-04-/);

    expect((await send('siv', 'POST', `${path}/submission`, {}, 2)).document).toEqual(first?.document);
    const { document: after } = await send('sofia', 'GET', `/applications/${caseId}`);
    expect(after.versions).toHaveLength(1);
    const { document: list } = await send('sofia', 'GET', '/applications');
    expect(list.applications.find((one: DraftView) => one.draftId === draftId)).toMatchObject({
      caseId,
      stage: 'in-preparation',
      number: 'ANS/2022/0001',
      tasks: [],
    });
  });

  test('until the call closes a changed draft is sent as the next version', async () => {
    const { draftId, caseId } = await create(whole);
    await send('sofia', 'POST', `/drafts/${draftId}/submission`, {}, 1);
    await receiptOf(caseId, 1);
    const change = { ...whole, project: { ...whole.project, title: 'Bättre rubrik' } };
    await send('sofia', 'PUT', `/drafts/${draftId}`, { document: change }, 1);
    const sent = await send('sofia', 'POST', `/drafts/${draftId}/submission`, {}, 2);
    expect(sent.document).toMatchObject({ version: 2 });
    expect(await receiptOf(caseId, 2)).toMatchObject({ fate: 'accepted' });
    // Back to what it was is a version too.
    await send('sofia', 'PUT', `/drafts/${draftId}`, { document: whole }, 2);
    const back = await send('sofia', 'POST', `/drafts/${draftId}/submission`, {}, 3);
    expect(back.document).toMatchObject({ version: 3 });
    expect(await receiptOf(caseId, 3)).toMatchObject({ fate: 'accepted' });
  });

  test('an application that was uploaded without a draft can be written on', async () => {
    const caseId = await handled.submit();
    const body = { commandId: crypto.randomUUID() };
    const { status, document } = await send('sofia', 'POST', `/applications/${caseId}/drafts`, body);
    expect(status).toBe(201);
    expect(document).toMatchObject({ caseId, document: { project: { title: korsholm.project.title } } });
    expect((await send('olle', 'POST', `/applications/${caseId}/drafts`, body)).status).toBe(404);
    // A colleague began too: the case is listed once, with what was written on last.
    const other = { commandId: crypto.randomUUID() };
    const { draftId } = (await send('siv', 'POST', `/applications/${caseId}/drafts`, other)).document;
    const change = { document: { project: { title: 'Sivs rubrik' } } };
    await send('siv', 'PUT', `/drafts/${draftId}`, change, 1);
    const { applications } = (await send('sofia', 'GET', '/applications')).document;
    expect(applications.filter((one: DraftView) => one.caseId === caseId)).toMatchObject([{ draftId }]);
  });

  test('a draft is thrown away by those who act for the organisation', async () => {
    const { draftId } = await create();
    expect((await send('siv', 'DELETE', `/drafts/${draftId}`, undefined, 1)).status).toBe(200);
    expect((await send('sofia', 'GET', `/drafts/${draftId}`)).status).toBe(404);
  });

  test('whoever has begun and not sent is reminded one day before the closing, once', async () => {
    const title = 'Påminns om';
    const { draftId } = await create({ ...whole, project: { ...whole.project, title } });
    const reminders = async () => {
      await handled.cloud.settled();
      const mails = await readMailbox(handled.cloud.origin);
      const ours = mails.filter(({ subject }) => subject.startsWith('Ansökningstiden går ut 25.4.2022'));
      const bodies = await Promise.all(
        ours.map(async ({ id }) => (await fetch(`${handled.cloud.origin}/_local/mail/${id}`)).text()),
      );
      return bodies.filter((body) => body.includes(draftId)).length;
    };
    expect(await reminders()).toBe(0);
    await handled.cloud.turnTo('2022-04-24T13:14:00.000Z');
    expect(await reminders()).toBe(0);
    await handled.cloud.turnTo('2022-04-24T13:16:00.000Z');
    expect(await reminders()).toBe(1);
    await handled.cloud.turnTo('2022-04-24T14:30:00.000Z');
    expect(await reminders()).toBe(1);
  });

  test('after the closing no draft is begun, and none is sent', async () => {
    const { draftId } = await create(whole);
    await handled.close();
    expect(await refusalOf(create())).toBe('409 urn:anslag:closing-passed');
    const { status } = await send('sofia', 'POST', `/drafts/${draftId}/submission`, {}, 1);
    expect(status).toBe(409);
  });
});
