import { ListExecutionsCommand, RedriveExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { enrol } from '../../rehearsal/directory.ts';
import { HandledCall, refusalOf, scores } from './handled-call.ts';

/** Every evaluator of the call has ties to the one applicant, so its case stops; a publisher names others, and it goes on. */
let handled: HandledCall;
let caseId: string;
beforeAll(async () => {
  handled = await HandledCall.start();
  const olga = { username: 'olga', name: 'Olga', email: 'olga@people.example', groups: [] };
  await enrol(handled.cloud.origin, handled.cloud.output('OfficialsPoolId'), [olga]);
  caseId = await handled.submit();
  await handled.close(['anna', 'dora']);
});
afterAll(() => handled.end());

const path = '/calls/2022/officials';

function change(named: readonly object[], released: readonly object[] = []) {
  return { commandId: crypto.randomUUID(), named, released, reason: 'Bedömarna räcker inte.' };
}

function evaluator(username: string, role = 'evaluator') {
  return { username, role, name: username, email: `${username}@vm.example` };
}

const confirm = async () => {
  const [screening] = await handled.tasksOf('anna');
  await handled
    .as('anna')
    .post(`/tasks/${screening?.id}/answer`, { kind: 'confirm-screening', judgements: [] });
  await handled.cloud.settled();
};

async function standings(): Promise<readonly string[]> {
  const { evaluators } = await handled.caseOf(caseId);
  return evaluators.map(({ username, standing }) => `${username} ${standing}`);
}

test('only a publisher changes the officials, and nobody comes to prepare and decide', async () => {
  expect(await refusalOf(handled.as('eva').post(path, change([evaluator('mallory')])))).toBe(
    '403 urn:anslag:not-allowed',
  );
  expect(await refusalOf(handled.as('anna').post(path, change([evaluator('dora')])))).toBe(
    '409 urn:anslag:decider-prepares',
  );
  expect(await refusalOf(handled.as('anna').post(path, change([evaluator('eva')])))).toBe(
    '409 urn:anslag:already-named',
  );
  expect(await refusalOf(handled.as('anna').post(path, change([{ username: 'x', role: 'boss' }])))).toMatch(
    /^400/,
  );
});

test('a case that stopped for want of evaluators goes on when one is named', async () => {
  for (const username of ['eva', 'erik', 'rita']) {
    const ties = [{ caseId, ground: 'Min syster leder projektet.' }];
    const declaration = { commandId: crypto.randomUUID(), considered: [caseId], ties };
    await handled.as(username).post('/calls/2022/ties', declaration);
  }
  await confirm();
  expect(await standings()).toEqual([]);
  const newcomers = change([evaluator('mallory'), evaluator('arkivarie', 'reserve')]);
  const answer = await handled.as('anna').post<{ officials: object }>(path, newcomers);
  expect(answer.officials).toMatchObject({
    evaluators: ['eva', 'erik', 'mallory'],
    reserveEvaluators: ['rita', 'arkivarie'],
  });
  expect(await handled.as('anna').post(path, newcomers)).toEqual(answer);
  await redrive('case');
  expect(await standings()).toEqual(['mallory asked', 'arkivarie asked']);
});

test('whoever is named declares their ties before the case opens to them', async () => {
  const task = (await handled.tasksOf('mallory')).find(({ kind }) => kind === 'score-case');
  expect(await refusalOf(handled.as('mallory').get(`/cases/${caseId}`))).toBe(
    '409 urn:anslag:ties-not-declared',
  );
  await handled.declareTies(['mallory', 'arkivarie']);
  await handled.as('mallory').post(`/tasks/${task?.id}/answer`, scores(4));
});

test('who leaves before scoring is replaced, and sees and scores nothing any more', async () => {
  const [task] = await handled.tasksOf('arkivarie');
  const leaving = change([evaluator('olga')], [{ username: 'arkivarie', role: 'reserve' }]);
  await handled.as('anna').post(path, leaving);
  await handled.cloud.settled();
  expect(await standings()).toEqual(['mallory scored', 'arkivarie released', 'olga asked']);
  expect(await refusalOf(handled.as('arkivarie').get(`/cases/${caseId}`))).toBe('404 urn:anslag:not-found');
  expect(await refusalOf(handled.as('arkivarie').post(`/tasks/${task?.id}/answer`, scores(4)))).not.toBe(
    'not refused',
  );
  expect(await standings()).toEqual(['mallory scored', 'arkivarie released', 'olga asked']);
});

test('whoever scored cannot decide, though named to decide afterwards', async () => {
  const released = [{ username: 'mallory', role: 'evaluator' }];
  await handled.as('anna').post(path, change([evaluator('mallory', 'decision-maker')], released));
  await handled.declareTies(['olga']);
  const [scoring] = await handled.tasksOf('olga');
  await handled.as('olga').post(`/tasks/${scoring?.id}/answer`, scores(4));
  await handled.cloud.settled();
  await redrive('round');
  const [plan] = await handled.tasksOf('anna');
  const approved = { kind: 'approve-plan', plan: plan?.about, approve: true };
  await handled.as('anna').post(`/tasks/${plan?.id}/answer`, approved);
  const [drafts] = await handled.tasksOf('mallory');
  const decision = { kind: 'approve-drafts', batch: drafts?.about, approve: true };
  expect(await refusalOf(handled.as('mallory').post(`/tasks/${drafts?.id}/answer`, decision))).toBe(
    '403 urn:anslag:decider-prepared',
  );
  await handled.decide();
  expect((await handled.caseOf(caseId)).stage).toBe('decided');
});

/** Lets the stopped workflow of the case, or of the call, go on, as an engineer does it by the runbook. */
async function redrive(workflow: 'case' | 'round'): Promise<void> {
  const workflows = new SFNClient({
    region: 'eu-north-1',
    endpoint: handled.cloud.origin,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const stateMachineArn = `arn:aws:states:eu-north-1:000000000000:stateMachine:anslag-main-stateless-${workflow}`;
  const { executions = [] } = await workflows.send(
    new ListExecutionsCommand({ stateMachineArn, statusFilter: 'FAILED' }),
  );
  expect(executions).toHaveLength(1);
  const { executionArn } = executions[0] ?? {};
  await workflows.send(new RedriveExecutionCommand({ executionArn }));
  await handled.cloud.settled();
}
