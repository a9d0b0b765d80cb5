import { announce, asFile } from '../../rehearsal/applicant.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall, publication, refusalOf } from './handled-call.ts';

let handled: HandledCall;
let caseId: string;
beforeAll(async () => {
  handled = await HandledCall.start();
  caseId = await handled.submit();
});
afterAll(() => handled.end());

const notFound = '404 urn:anslag:not-found';

test('without signing in nothing but the calls and their results can be read', async () => {
  const address = handled.cloud.output('ApiAddress');
  expect((await fetch(`${address}/calls`)).status).toBe(200);
  expect((await fetch(`${address}/calls/2022/tasks`)).status).toBe(401);
  expect((await fetch(`${address}/cases/${caseId}`)).status).toBe(401);
  expect(
    (await fetch(`${address}/applications/${caseId}`, { headers: { authorization: 'Bearer x.y.z' } })).status,
  ).toBe(401);
});

test('a published call shows its rules and not its officials or its seed', async () => {
  const response = await fetch(`${handled.cloud.output('ApiAddress')}/calls/2022`);
  const call = await response.json();
  expect(call).toMatchObject({ id: '2022', closesAt: '2022-04-25T13:15:00.000Z', stage: 'published' });
  expect(JSON.stringify(call)).not.toMatch(/"officials"|"seed"|a seed that nobody/);
});

test('an applicant’s token opens nothing of the officials’, nor the other way round', async () => {
  const token = await tokenOf('sofia');
  const asOfficial = await fetch(`${handled.cloud.output('ApiAddress')}/calls/2022/tasks`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(asOfficial.status).toBe(401);
  expect(await refusalOf(handled.as('anna').get(`/applications/${caseId}`))).toMatch(/^401/);
});

test('an applicant cannot apply for an organisation it does not act for, and does not see others’ applications', async () => {
  const { businessId, email } = korsholm.applicant;
  const opening = { commandId: crypto.randomUUID(), businessId, email, language: 'sv' };
  expect(await refusalOf(handled.as('olle').post('/calls/2022/applications', opening))).toBe(
    '403 urn:anslag:not-your-organisation',
  );
  expect(await refusalOf(handled.as('olle').get(`/applications/${caseId}`))).toBe(notFound);
  expect(await refusalOf(handled.as('olle').get(`/applications/${caseId}/letter`))).toBe(notFound);
  const version = announce(handled.as('olle'), caseId, { json: asFile(korsholm) });
  expect(await refusalOf(version)).toBe(notFound);
});

test('an official without a role in the call sees nothing of it', async () => {
  for (const path of [
    '/calls/2022/tasks',
    '/calls/2022/cases',
    '/calls/2022/log',
    `/cases/${caseId}`,
    `/cases/${caseId}/log`,
  ]) {
    expect(await refusalOf(handled.as('mallory').get(path))).toBe(notFound);
  }
});

test('only a publisher publishes a call, and only once', async () => {
  expect(await refusalOf(handled.as('eva').post('/calls', publication()))).toBe('403 urn:anslag:not-allowed');
  expect(await refusalOf(handled.as('anna').post('/calls', publication()))).toBe(
    '409 urn:anslag:already-published',
  );
});

test('a call with faults is not published, and all of them are told', async () => {
  const { call, ...rest } = publication();
  const faulty = { ...rest, call: { ...call, id: 'Ö', appropriation: { cents: -1, budgetItem: 'x' } } };
  await expect(handled.as('anna').post('/calls', faulty)).rejects.toMatchObject({
    status: 400,
    problem: {
      faults: [
        { place: '/call/id' },
        { place: '/call/appropriation/cents' },
        { place: '/call/appropriation/budgetItem' },
      ],
    },
  });
});

test('an unknown call, case or task is not found', async () => {
  const { businessId, email } = korsholm.applicant;
  const opening = { commandId: crypto.randomUUID(), businessId, email, language: 'sv' };
  expect(await refusalOf(handled.as('sofia').post('/calls/2099/applications', opening))).toBe(notFound);
  expect(await refusalOf(handled.as('anna').get(`/cases/${crypto.randomUUID()}`))).toBe(notFound);
  expect(
    await refusalOf(
      handled
        .as('anna')
        .post(`/tasks/${'0'.repeat(32)}/answer`, { kind: 'confirm-screening', judgements: [] }),
    ),
  ).toBe(notFound);
});

test('opening an application twice by one command opens one', async () => {
  const { businessId, email } = korsholm.applicant;
  const opening = { commandId: crypto.randomUUID(), businessId, email, language: 'sv' };
  const [first, second] = await Promise.all(
    [1, 2].map(() => handled.as('sofia').post<{ caseId: string }>('/calls/2022/applications', opening)),
  );
  expect(first?.caseId).toBe(second?.caseId);
});

test('a refusal is told in the reader’s language', async () => {
  const response = await fetch(`${handled.cloud.output('ApiAddress')}/calls/2099`, {
    headers: { 'accept-language': 'sv-FI' },
  });
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    type: 'urn:anslag:not-found',
    title: 'Det du söker finns inte.',
    status: 404,
  });
});

test('a token that has run out is refused', async () => {
  const token = await tokenOf('sofia');
  await handled.cloud.turnTo(new Date(Date.parse(await handled.cloud.now()) + 61 * 60_000).toISOString());
  const response = await fetch(`${handled.cloud.output('ApiAddress')}/applications/${caseId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(401);
});

test('after the closing the call takes no more applications, and says since when', async () => {
  await handled.close();
  const { businessId, email } = korsholm.applicant;
  const opening = { commandId: crypto.randomUUID(), businessId, email, language: 'sv' };
  await expect(handled.as('sofia').post('/calls/2022/applications', opening)).rejects.toMatchObject({
    status: 409,
    problem: { type: 'urn:anslag:call-not-open', details: { closesAt: '2022-04-25T13:15:00.000Z' } },
  });
  const version = announce(handled.as('sofia'), caseId, { json: asFile(korsholm) });
  expect(await refusalOf(version)).toBe('409 urn:anslag:submission-not-awaited');
});

async function tokenOf(username: string): Promise<string> {
  const { signIn } = await import('../../rehearsal/sign-in.ts');
  const { cloud } = handled;
  return signIn(
    {
      issuer: cloud.output('ApplicantsIssuer'),
      clientId: cloud.output('ApplicantsClientId'),
      callback: cloud.output('ApplicantsCallback'),
    },
    username,
  );
}
