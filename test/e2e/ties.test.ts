import type { CaseState } from '../../domain/case/state.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall, refusalOf, scores } from './handled-call.ts';

/** People go through the applicants before they open anything: Anna at once, the others when they have something to do. */
let handled: HandledCall;
let first: string;
let second: string;
beforeAll(async () => {
  handled = await HandledCall.start();
  first = await handled.submit();
  await handled.declareTies(['anna']);
  second = await handled.submit({
    ...korsholm,
    project: { ...korsholm.project, title: 'Ett annat projekt' },
  });
});
afterAll(() => handled.end());

const undeclared = '409 urn:anslag:ties-not-declared';

interface QueuedTask {
  readonly id: string;
  readonly caseId?: string;
  readonly applicantName?: string;
  readonly title?: string;
  readonly awaitsTies: boolean;
}

const queueOf = async (username: string) => {
  await handled.cloud.settled();
  return (await handled.as(username).get<{ tasks: QueuedTask[] }>('/tasks')).tasks;
};

const declare = (username: string, considered: readonly string[], ties: readonly string[]) =>
  handled.as(username).post('/calls/2022/ties', {
    commandId: crypto.randomUUID(),
    considered,
    ties: ties.map((caseId) => ({ caseId, ground: 'Min syster leder projektet.' })),
  });

test('a case that came after a declaration waits for another, and those before it do not', async () => {
  expect(await handled.as('anna').get(`/cases/${first}`)).toMatchObject({ caseId: first });
  const response = await handled.as('anna').send('GET', `/cases/${second}`);
  expect(await response.json()).toMatchObject({
    type: 'urn:anslag:ties-not-declared',
    status: 409,
    details: { callId: '2022', address: '/calls/2022/ties' },
  });
  await handled.close([]);
});

test('before declaring, lists tell whose the cases are and nothing of what they are about', async () => {
  const { cases } = await handled.as('anna').get<{ cases: object[] }>('/calls/2022/cases');
  expect(cases).toMatchObject([{ caseId: first, title: korsholm.project.title }, { caseId: second }]);
  expect(Object.keys(cases[1] ?? {}).sort()).toEqual(
    ['applicantName', 'businessId', 'caseId', 'municipalities', 'number', 'stage'].sort(),
  );
  const [known, unknown] = await queueOf('anna');
  expect([known, unknown].map((task) => task?.awaitsTies).sort()).toEqual([false, true]);
  const waiting = [known, unknown].find((task) => task?.awaitsTies);
  expect(waiting).toMatchObject({ caseId: second, applicantName: 'Korsholm' });
  expect(waiting).not.toHaveProperty('title');
  expect(await handled.as('anna').get('/calls/2022/round')).toMatchObject({ undeclared: 1 });
});

test('before declaring, nobody with a part in the call answers a task about the case', async () => {
  const waiting = (await queueOf('anna')).find(({ awaitsTies }) => awaitsTies);
  const head = await handled.as('anna').get<object>(`/tasks/${waiting?.id}`);
  expect(JSON.stringify(head)).not.toContain('Ett annat projekt');
  const answer = { kind: 'confirm-screening', judgements: [] };
  expect(await refusalOf(handled.as('anna').post(`/tasks/${waiting?.id}/answer`, answer))).toBe(undeclared);
  expect(await handled.as('ada').get(`/cases/${second}`)).toMatchObject({ stage: 'screened' });
  await declare('anna', [second], []);
  for (const { id } of await queueOf('anna')) await handled.as('anna').post(`/tasks/${id}/answer`, answer);
});

test('who was asked to score a case before declaring a tie to it is replaced at once', async () => {
  expect((await queueOf('eva')).map(({ awaitsTies }) => awaitsTies)).toEqual([true, true]);
  expect(await refusalOf(handled.as('eva').get(`/cases/${first}`))).toBe(undeclared);
  await declare('eva', [first, second], [second]);
  expect((await queueOf('eva')).map(({ caseId }) => caseId)).toEqual([first]);
  expect(await refusalOf(handled.as('eva').get(`/cases/${second}`))).toBe('404 urn:anslag:not-found');
  const { evaluators } = await handled.as('anna').get<CaseState>(`/cases/${second}`);
  expect(evaluators.map(({ username, standing }) => `${username} ${standing}`).sort()).toEqual([
    'erik asked',
    'eva disqualified',
    'rita asked',
  ]);
});

test('whoever decides has gone through every case before they see a draft', async () => {
  await handled.declareTies(['erik', 'rita']);
  for (const username of ['eva', 'erik', 'rita']) {
    for (const { id } of await queueOf(username)) {
      await handled.as(username).post(`/tasks/${id}/answer`, scores(4));
    }
  }
  const [plan] = await handled.tasksOf('anna');
  const approved = { kind: 'approve-plan', plan: plan?.about, approve: true };
  await handled.as('anna').post(`/tasks/${plan?.id}/answer`, approved);
  const [drafts] = await handled.tasksOf('dora');
  const decision = { kind: 'approve-drafts', batch: drafts?.about, approve: true };
  await declare('dora', [first], []);
  for (const path of ['drafts', 'log', 'cases.csv', 'cases.xlsx', 'reallocation']) {
    expect(await refusalOf(handled.as('dora').get(`/calls/2022/${path}`))).toBe(undeclared);
  }
  expect(await handled.as('dora').get('/calls/2022/round')).not.toHaveProperty('plan');
  expect(await refusalOf(handled.as('dora').post(`/tasks/${drafts?.id}/answer`, decision))).toBe(undeclared);
  await declare('dora', [second], []);
  expect(await handled.as('dora').get('/calls/2022/drafts')).toMatchObject({ drafts: [{}, {}] });
  await handled.decide();
  expect(await handled.caseOf(first)).toMatchObject({ stage: 'decided' });
});
