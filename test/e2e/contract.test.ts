import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { type AnswerOf, type Asking, clientOf } from '../../contract/client.ts';
import { type RouteKey, routes } from '../../contract/routes.ts';
import { signIn } from '../../rehearsal/sign-in.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall, publication, scores } from './handled-call.ts';

/**
 * One call from its publication to a request for rectification, through the typed client. Each answer is held against the
 * contract as it comes; at the end every route has answered.
 */
let handled: HandledCall;
beforeAll(async () => {
  handled = await HandledCall.start();
});
afterAll(() => handled.end());

const tokens = new Map<string, string>();
const applicants = ['sofia', 'siv', 'inga'];

/** Asks as a person, or as nobody; throws where it is refused. */
async function ask<Key extends RouteKey>(
  username: string | undefined,
  key: Key,
  asking: Asking<Key>,
): Promise<AnswerOf<Key>> {
  const answer = await clientOf({
    address: handled.cloud.output('ApiAddress'),
    token: () => username && tokenOf(username),
    language: () => 'sv',
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      const { pathname } = new URL(String(url));
      const path = pathname.replace(new URL(handled.cloud.output('ApiAddress')).pathname, '');
      await handled.answers.hear(`${init?.method} ${path}`, response.clone());
      return response;
    },
  })(key, asking);
  if (!answer.ok) throw new Error(`${key}: ${JSON.stringify(answer.problem)}`);
  return answer.document;
}

async function tokenOf(username: string): Promise<string> {
  const known = tokens.get(username);
  if (known) return known;
  const audience = applicants.includes(username) ? 'Applicants' : 'Officials';
  const { cloud } = handled;
  const token = await signIn(
    {
      issuer: cloud.output(`${audience}Issuer`),
      clientId: cloud.output(`${audience}ClientId`),
      callback: cloud.output(`${audience}Callback`),
    },
    username,
  );
  tokens.set(username, token);
  return token;
}

/** Lets time go on, after which nobody's token is good any more. */
async function turnTo(instant: string): Promise<void> {
  await handled.cloud.turnTo(instant);
  tokens.clear();
}

async function answerTasks(username: string, body: (about: string) => object): Promise<void> {
  await handled.cloud.settled();
  const { tasks } = await ask(username, 'GET /tasks', { query: { callId } });
  for (const { id, about = '' } of tasks) {
    const answer = body(about) as Asking<'POST /tasks/{taskId}/answer'>['body'];
    await ask(username, 'POST /tasks/{taskId}/answer', { path: { taskId: id }, body: answer });
  }
}

const callId = '2022';
const { applicant, format: _, callId: __, attachments: ___, ...rest } = korsholm;
const { businessId, ...named } = applicant;
const whole = { ...rest, applicant: named } as Asking<'PUT /drafts/{draftId}'>['body']['document'];
const command = () => crypto.randomUUID();
let caseId = '';

test('anybody reads the calls, the register and the contract, and says what is amiss', async () => {
  const { calls } = await ask(undefined, 'GET /calls', {});
  expect(calls.map(({ id }) => id)).toEqual([callId]);
  await ask(undefined, 'GET /calls/{callId}', { path: { callId } });
  await ask(undefined, 'GET /calls/{callId}/announcement', { path: { callId } });
  await ask(undefined, 'GET /schemas/{schema}', { path: { schema: 'results' } });
  expect(await ask(undefined, 'GET /openapi.json', {})).toMatchObject({ openapi: '3.1.1' });
  const found = await ask(undefined, 'GET /municipalities', { query: { name: 'korsholm' } });
  expect(found.municipalities).toMatchObject([{ code: '499', name: { fi: 'Mustasaari' } }]);
  const all = await ask(undefined, 'GET /municipalities', { query: { on: '2026-01-01' } });
  expect(all.municipalities).toHaveLength(308);

  const body = { commandId: command(), about: 'accessibility', message: 'Kontrasten är svag.' } as const;
  const acknowledged = await ask(undefined, 'POST /feedback', { body });
  expect(await ask(undefined, 'POST /feedback', { body })).toEqual(acknowledged);
  expect(Date.parse(acknowledged.answerBy) - Date.parse(acknowledged.at)).toBe(14 * 24 * 60 * 60 * 1000);
  const { feedback, open } = await ask('anna', 'GET /feedback', {});
  expect([feedback.length, open]).toEqual([1, 1]);
  const { feedbackId } = acknowledged;
  const note = { path: { feedbackId }, body: { note: 'Rättat i dag.' } };
  expect(await ask('anna', 'POST /feedback/{feedbackId}/answer', note)).toMatchObject({
    answered: { by: 'anna', note: 'Rättat i dag.' },
  });
});

test('a publisher publishes and corrects', async () => {
  const { call, ...others } = publication();
  const body = { ...others, call: { ...call, id: '2022-b' } };
  await ask('anna', 'POST /calls', { body });
  await ask('anna', 'POST /calls/{callId}/corrections', {
    path: { callId: '2022-b' },
    body: {
      commandId: command(),
      corrections: [{ place: '/name/sv', to: 'Ett rättat namn' }],
      reason: 'Ett skrivfel.',
    },
  });
  const { rounds, mayPublish, openFeedback } = await ask('anna', 'GET /rounds', {});
  expect(rounds.map(({ callId: id, relations }) => [id, relations])).toEqual([
    ['2022', ['presenter']],
    ['2022-b', ['presenter']],
  ]);
  expect([mayPublish, openFeedback]).toEqual([true, 0]);
});

test('an applicant writes, others join, and it is sent', async () => {
  const bytes = Buffer.from('%PDF-1.7 avtal');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { name: 'avtal.pdf', sizeBytes: bytes.length, type: 'application/pdf', sha256 } as const;
  const { draftId } = await ask('sofia', 'POST /calls/{callId}/drafts', {
    path: { callId },
    body: { commandId: command(), businessId, document: {} },
  });
  const path = { draftId };
  await ask('sofia', 'PUT /drafts/{draftId}', { path, body: { document: whole }, revision: 1 });
  const announced = await ask('sofia', 'POST /drafts/{draftId}/attachments', { path, body: file });
  await fetch(announced.upload?.url ?? '', {
    method: 'PUT',
    headers: announced.upload?.headers ?? {},
    body: bytes,
  });
  await ask('sofia', 'GET /drafts/{draftId}/attachments/{sha256}', { path: { draftId, sha256 } });
  const { secret } = await ask('sofia', 'POST /drafts/{draftId}/invitations', { path, body: {} });
  await ask('inga', 'POST /invitations', { body: { secret } });
  const gone = { draftId, username: 'inga' };
  await ask('sofia', 'DELETE /drafts/{draftId}/editors/{username}', { path: gone });
  const check = await ask('sofia', 'POST /drafts/{draftId}/check', { path });
  expect(check).toMatchObject({ sendable: true, faults: [] });
  await ask('sofia', 'POST /drafts/{draftId}/ready', { path, body: { ready: true }, revision: 2 });
  const draft = await ask('siv', 'GET /drafts/{draftId}', { path });
  expect(draft.ready).toMatchObject({ revision: 2, by: 'sofia' });
  const sent = await ask('siv', 'POST /drafts/{draftId}/submission', { path, body: {}, revision: 2 });
  caseId = sent.caseId;
  await handled.cloud.settled();
  const view = await ask('sofia', 'GET /applications/{caseId}', { path: { caseId } });
  expect(view).toMatchObject({ number: 'ANS/2022/0001', sha256: sent.sha256 });
  const version = await ask('sofia', 'GET /applications/{caseId}/versions/{version}', {
    path: { caseId, version: '1' },
  });
  expect(version.files.map(({ name }) => name)).toEqual(['avtal.pdf', 'application.json']);
  const ofFile = { caseId, version: '1', sha256 };
  await ask('sofia', 'GET /applications/{caseId}/versions/{version}/files/{sha256}', { path: ofFile });
  const { applications } = await ask('siv', 'GET /applications', {});
  expect(applications).toMatchObject([{ caseId, number: 'ANS/2022/0001', stage: 'in-preparation' }]);

  const again = await ask('sofia', 'POST /applications/{caseId}/drafts', {
    path: { caseId },
    body: { commandId: command() },
  });
  const other = { draftId: again.draftId };
  await ask('sofia', 'DELETE /drafts/{draftId}/attachments/{sha256}', { path: { ...other, sha256 } });
  await ask('sofia', 'DELETE /drafts/{draftId}', { path: other, revision: 1 });

  // The other way: files made elsewhere.
  const opening = { commandId: command(), businessId, email: applicant.email, language: 'sv' as const };
  const opened = await ask('sofia', 'POST /calls/{callId}/applications', { path: { callId }, body: opening });
  const json = { name: 'application.json', sizeBytes: 10, type: 'application/json', sha256 } as const;
  await ask('sofia', 'POST /applications/{caseId}/versions', {
    path: { caseId: opened.caseId },
    body: { commandId: command(), application: json, attachments: [] },
  });
});

test('officials work through their queue', async () => {
  await turnTo('2022-04-25T13:45:00.000Z');
  const named = [{ username: 'nils', role: 'reserve' as const, name: 'Nils' }];
  const naming = { commandId: command(), named, released: [], reason: 'En till i reserv.' };
  const { officials } = await ask('anna', 'POST /calls/{callId}/officials', {
    path: { callId },
    body: naming,
  });
  expect(officials.reserveEvaluators).toEqual(['rita', 'nils']);
  const { cases } = await ask('dag', 'GET /calls/{callId}/ties', { path: { callId } });
  const unregistered = { businessId, municipalities: [], isConsidered: false };
  const registered = { caseId, applicantName: 'Korsholm', isConsidered: false, isBarred: false };
  expect(cases).toMatchObject([registered, unregistered]);
  expect(cases[0]?.municipalities.toSorted()).toEqual(['Korsholm', 'Vasa', 'Vörå']);
  const declaration = { commandId: command(), considered: [caseId], ties: [] };
  await ask('dag', 'POST /calls/{callId}/ties', { path: { callId }, body: declaration });
  await handled.declareTies(['anna', 'eva', 'erik', 'rita', 'dora', 'dag']);
  await answerTasks('anna', () => ({ kind: 'confirm-screening', judgements: [] }));
  await handled.cloud.settled();
  const { tasks } = await ask('eva', 'GET /tasks', { query: { kind: 'score-case', limit: '1' } });
  expect(tasks).toMatchObject([{ caseId, caseNumber: 'ANS/2022/0001', title: korsholm.project.title }]);
  await ask('eva', 'GET /tasks/{taskId}', { path: { taskId: tasks[0]?.id ?? '' } });
  await ask('eva', 'GET /calls/{callId}/tasks', { path: { callId } });
  const page = await ask('eva', 'GET /cases/{caseId}', { path: { caseId } });
  expect(page.requirements.every(({ reason }) => reason.length > 0)).toBe(true);
  expect(page.participants?.map(({ name }) => name)).toEqual(['Korsholm', 'Vörå', 'Vasa']);
  expect(page.costs).toMatchObject({ requestedCents: 184_450_00 });
  await ask('eva', 'GET /cases/{caseId}/versions/{version}', { path: { caseId, version: '1' } });
  const sha256 = page.versions[0]?.files[0]?.sha256 ?? '';
  const file = { caseId, version: '1', sha256 };
  await ask('eva', 'GET /cases/{caseId}/versions/{version}/files/{sha256}', { path: file });
  const given = scores(4).scores;
  await answerTasks('eva', () => ({ kind: 'score-case', scores: given }));
  await ask('eva', 'POST /cases/{caseId}/scores', {
    path: { caseId },
    body: { commandId: command(), scores: given.map((one) => ({ ...one, score: 3 })), reason: 'Läste om.' },
  });
  await answerTasks('erik', () => ({
    kind: 'declare-disqualification',
    ground: 'Min bror leder projektet.',
  }));
  await answerTasks('rita', () => ({ kind: 'score-case', scores: given }));
  await handled.cloud.settled();
});

test('a round is seen, tried otherwise, exported and decided', async () => {
  const path = { callId };
  const whatIf = { commandId: command(), scenario: { name: 'Lägre tröskel', threshold: 0 } };
  await ask('anna', 'POST /calls/{callId}/what-ifs', { path, body: whatIf });
  const round = await ask('anna', 'GET /calls/{callId}/round', { path });
  expect(round).toMatchObject({
    stage: 'proposed',
    progress: { registered: 1, opened: 1, stages: { evaluated: 1 } },
    money: { appropriationCents: 1_000_000_000, requestedCents: 184_450_00 },
    plan: { lines: [{ caseNumber: 'ANS/2022/0001', applicantName: 'Korsholm', rank: 1 }], hidden: 0 },
    whatIfs: [{ name: 'Lägre tröskel', by: 'anna', isOfThisPlan: true }],
    ownTasks: [{ kind: 'approve-plan' }],
  });
  // Erik is disqualified: the case is in nothing that he is shown.
  expect(await ask('erik', 'GET /calls/{callId}/round', { path })).toMatchObject({
    plan: { lines: [], hidden: 1 },
  });
  const csv = async (username: string) =>
    (await (await ask(username, 'GET /calls/{callId}/cases.csv', { path })).text()).split('\r\n');
  expect(await csv('anna')).toEqual([
    expect.stringMatching(/^Ärende,Sökande,FO-nummer,Projekt,/),
    expect.stringMatching(/^ANS\/2022\/0001,Korsholm,.*,184450\.00,\d+\.\d,,$/),
    '',
  ]);
  expect(await csv('erik')).toHaveLength(2);
  const workbook = await ask('anna', 'GET /calls/{callId}/cases.xlsx', { path });
  const files = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
  expect(sheet).toContain('>ANS/2022/0001</t>');
  expect(sheet).toContain('<v>184450</v>');

  await ask('ada', 'GET /calls/{callId}/cases', { path });
  await ask('ada', 'GET /calls/{callId}/log', { path });
  await ask('ada', 'GET /cases/{caseId}/log', { path: { caseId } });
  await answerTasks('anna', (plan) => ({ kind: 'approve-plan', plan, approve: true }));
  await handled.cloud.settled();
  const { drafts } = await ask('dora', 'GET /calls/{callId}/drafts', { path });
  const draft = { callId, digest: drafts[0]?.digest ?? '' };
  await ask('dora', 'GET /calls/{callId}/drafts/{digest}/letter', { path: draft });
  await answerTasks('dora', (batch) => ({ kind: 'approve-drafts', batch, approve: true }));
  await handled.cloud.settled();
});

test('the decision is read, its messages are accounted for, and it is asked to be rectified', async () => {
  const path = { caseId };
  const letter = await ask('sofia', 'GET /applications/{caseId}/letter', { path });
  await ask('sofia', 'GET /applications/{caseId}/translation', { path });
  await ask('sofia', 'GET /applications/{caseId}', { path });
  await ask('ada', 'GET /cases/{caseId}', { path });
  await ask('ada', 'GET /cases/{caseId}/letter', { path });
  expect(await ask(undefined, 'GET /letters/{digest}', { path: { digest: letter.sha256 } })).toMatchObject({
    inForce: true,
  });
  for (const kind of ['results', 'results.csv', 'results.html'] as const) {
    await ask(undefined, `GET /calls/{callId}/${kind}`, { path: { callId } });
  }
  // The servers of the recipients answer within a second.
  await turnTo(new Date(Date.parse(await handled.cloud.now()) + 1000).toISOString());
  const { mails, next } = await ask('anna', 'GET /calls/{callId}/mails', { path: { callId } });
  expect(next).toBeUndefined();
  const first = await ask('anna', 'GET /calls/{callId}/mails', { path: { callId }, query: { limit: '1' } });
  const query = { limit: '200', cursor: first.next ?? '' };
  const rest = await ask('anna', 'GET /calls/{callId}/mails', { path: { callId }, query });
  expect([...first.mails, ...rest.mails]).toEqual(mails);
  expect(mails.map(({ mail }) => mail)).toEqual(expect.arrayContaining(['receipt', 'decision']));
  await ask('anna', 'GET /cases/{caseId}/mails', { path });
  const resend = { commandId: command(), reason: 'Sökanden hittar det inte.' };
  await ask('anna', 'POST /cases/{caseId}/mails/{key}/resend', {
    path: { caseId, key: 'decision' },
    body: resend,
  });
  const asking = { commandId: command(), demand: 'Ändra beloppet.', grounds: 'Kostnaderna är lägre.' };
  await ask('sofia', 'POST /applications/{caseId}/rectification', { path, body: asking });
  await ask('dag', 'POST /cases/{caseId}/rectification/decision', {
    path,
    body: { commandId: command(), outcome: 'unchanged', reasons: 'Inget nytt har framförts.' },
  });
  await ask('dag', 'GET /cases/{caseId}/rectification', { path });
  await ask('sofia', 'GET /applications/{caseId}/rectification', { path });
  await handled.cloud.settled();
  await ask('sofia', 'GET /applications/{caseId}/rectification/letter', { path });
  await ask('dag', 'GET /cases/{caseId}/rectification/letter', { path });
  const instalment = { commandId: command(), paidOn: '2022-12-01' };
  await ask('anna', 'POST /cases/{caseId}/last-instalment', { path, body: instalment });
  await ask('arkivarie', 'GET /removals', {});
});

test('every route of the contract has answered', () => {
  const silent = Object.keys(routes).filter((key) => !handled.answers.given.has(key as RouteKey));
  // These answer in the stories of `allocation.test.ts`, `changes.test.ts` and `retention.test.ts`, which say so themselves.
  expect(silent.sort()).toEqual([
    'GET /calls/{callId}/reallocation',
    'POST /applications/{caseId}/extension',
    'POST /applications/{caseId}/refusal',
    'POST /applications/{caseId}/statement',
    'POST /applications/{caseId}/withdrawal',
    'POST /calls/{callId}/reallocations',
    'POST /calls/{callId}/reallocations/{plan}/decision',
    'POST /cases/{caseId}/corrections',
    'POST /cases/{caseId}/removal',
  ]);
});
