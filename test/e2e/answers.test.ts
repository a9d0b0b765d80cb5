import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { caseDecider } from '../../domain/case/case.ts';
import { findFault } from '../../domain/log/chain.ts';
import type { Event } from '../../domain/log/event.ts';
import { announce, asFile, fateOf, upload } from '../../rehearsal/applicant.ts';
import { carryOut } from '../../store/carry-out.ts';
import { openTable } from '../../store/table.ts';
import { call2022, korsholm, officials } from '../call-2022.ts';
import { HandledCall, refusalOf, scores } from './handled-call.ts';

const confirm = { kind: 'confirm-screening', judgements: [] };

/** As a developer reaches the cloud's services. */
function aws(origin: string) {
  return {
    endpoint: origin,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
}

describe('two cases after the closing', () => {
  let handled: HandledCall;
  let caseId: string;
  let other: string;
  beforeAll(async () => {
    handled = await HandledCall.start();
    caseId = await handled.submit();
    other = await handled.submit({
      ...korsholm,
      project: { ...korsholm.project, title: 'Ett annat projekt' },
    });
    await handled.close();
  });
  afterAll(() => handled.end());

  async function taskOf(username: string, kind: string, about: string = caseId): Promise<string> {
    const task = (await handled.tasksOf(username)).find(
      (known) => known.kind === kind && known.caseId === about,
    );
    return task?.id ?? '';
  }

  test('the presenter has a task for each, nobody else has any', async () => {
    expect((await handled.tasksOf('anna')).map(({ kind }) => kind)).toEqual([
      'confirm-screening',
      'confirm-screening',
    ]);
    expect(await handled.tasksOf('eva')).toEqual([]);
  });

  test('a task never shows the workflow’s token', async () => {
    const id = await taskOf('anna', 'confirm-screening');
    expect(Object.keys(await handled.as('anna').get<object>(`/tasks/${id}`))).not.toContain('token');
  });

  test('the wrong official is refused, and nothing changes', async () => {
    const id = await taskOf('anna', 'confirm-screening');
    expect(await refusalOf(handled.as('eva').post(`/tasks/${id}/answer`, confirm))).toBe(
      '403 urn:anslag:not-allowed',
    );
    expect(await refusalOf(handled.as('mallory').post(`/tasks/${id}/answer`, confirm))).toBe(
      '404 urn:anslag:not-found',
    );
    expect((await handled.caseOf(caseId)).stage).toBe('screened');
  });

  test('an answer of another kind, or with faults, is refused with its place, and the task stays', async () => {
    const id = await taskOf('anna', 'confirm-screening');
    expect(await refusalOf(handled.as('anna').post(`/tasks/${id}/answer`, scores(3)))).toBe(
      '400 urn:anslag:answer-of-another-kind',
    );
    await expect(
      handled
        .as('anna')
        .post(`/tasks/${id}/answer`, { kind: 'confirm-screening', judgements: [{ rule: 'beauty' }] }),
    ).rejects.toMatchObject({
      status: 400,
      problem: { faults: expect.arrayContaining([expect.objectContaining({ place: '/judgements/0/rule' })]) },
    });
    expect(await taskOf('anna', 'confirm-screening')).toBe(id);
  });

  test('ten answers at once make one event; the same answer again is the same, another is refused', async () => {
    const id = await taskOf('anna', 'confirm-screening');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        handled.as('anna').post<{ sequence: number }>(`/tasks/${id}/answer`, confirm),
      ),
    );
    expect(new Set(answers.map(({ sequence }) => sequence)).size).toBe(1);
    const changed = {
      kind: 'confirm-screening',
      judgements: [{ rule: 'theme-named', met: false, reason: 'Ångrar mig.' }],
    };
    expect(await refusalOf(handled.as('anna').post(`/tasks/${id}/answer`, changed))).toBe(
      '409 urn:anslag:already-answered',
    );
    await handled.cloud.settled();
    expect((await handled.caseOf(caseId)).stage).toBe('evaluating');
  });

  test('an answer that was written but cut off before the workflow heard of it is completed by repeating it', async () => {
    const id = await taskOf('anna', 'confirm-screening', other);
    const table = openTable(handled.cloud.output('TableName'), new DynamoDBClient(aws(handled.cloud.origin)));
    const order = { actor: { kind: 'official', username: 'anna' }, commandId: `task:${id}` } as const;
    const command = { type: 'confirm-screening', judgements: [], officials } as const;
    const outcome = await carryOut(table, `CASE#${other}`, caseDecider, command, order);
    expect(outcome.kind).toBe('done');
    await handled.cloud.settled();
    expect(await taskOf('eva', 'score-case', other)).toBe('');
    await handled.as('anna').post(`/tasks/${id}/answer`, confirm);
    expect(await taskOf('eva', 'score-case', other)).not.toBe('');
  });

  test('two evaluators answer at once and neither answer is lost', async () => {
    const [eva, erik] = await Promise.all([taskOf('eva', 'score-case'), taskOf('erik', 'score-case')]);
    await Promise.all([
      handled.as('eva').post(`/tasks/${eva}/answer`, scores(5)),
      handled.as('erik').post(`/tasks/${erik}/answer`, scores(4)),
    ]);
    await handled.cloud.settled();
    expect(await handled.caseOf(caseId)).toMatchObject({
      stage: 'evaluated',
      points: { numerator: 90, denominator: 1 },
    });
  });

  test('an evaluator cannot answer another’s task', async () => {
    const id = await taskOf('eva', 'score-case', other);
    expect(await refusalOf(handled.as('erik').post(`/tasks/${id}/answer`, scores(5)))).toBe(
      '403 urn:anslag:not-allowed',
    );
  });

  test('incomplete scores are refused and can be given again', async () => {
    const id = await taskOf('eva', 'score-case', other);
    const { kind, scores: all } = scores(5);
    expect(
      await refusalOf(handled.as('eva').post(`/tasks/${id}/answer`, { kind, scores: all.slice(1) })),
    ).toBe('409 urn:anslag:scores-incomplete');
    await handled.as('eva').post(`/tasks/${id}/answer`, scores(5));
  });

  test('an evaluator changes scores of their own, with a reason that the log keeps, and nobody else’s', async () => {
    const { scores: changed } = scores(4);
    const change = { commandId: crypto.randomUUID(), scores: changed, reason: 'Jag läste fel budget.' };
    const path = `/cases/${other}/scores`;
    expect(await refusalOf(handled.as('erik').post(path, change))).toBe('409 urn:anslag:scores-not-given');
    expect(await refusalOf(handled.as('mallory').post(path, change))).toBe('404 urn:anslag:not-found');
    await handled.as('eva').post(path, change);
    await handled.as('eva').post(path, change);
    const { events } = await handled.as('anna').get<{ events: Event[] }>(`/cases/${other}/log`);
    expect(events.filter(({ type }) => type === 'scores-changed').map(({ data }) => data)).toEqual([
      { evaluator: 'eva', scores: changed, reason: change.reason },
    ]);
  });

  test('who declares disqualification is replaced, and sees nothing of the case any more', async () => {
    const id = await taskOf('erik', 'score-case', other);
    await handled
      .as('erik')
      .post(`/tasks/${id}/answer`, { kind: 'declare-disqualification', ground: 'Min bror leder projektet.' });
    expect(await taskOf('rita', 'score-case', other)).not.toBe('');
    expect(await refusalOf(handled.as('erik').get(`/cases/${other}`))).toBe('404 urn:anslag:not-found');
    expect(await refusalOf(handled.as('erik').post(`/tasks/${id}/answer`, scores(5)))).toMatch(/^409 /);
  });

  test('an official who lets the time pass is noted, asked again, and the late answer counts', async () => {
    const before = await taskOf('rita', 'score-case', other);
    await handled.cloud.turnTo(
      new Date(Date.parse(await handled.cloud.now()) + 22 * 86_400_000).toISOString(),
    );
    const { events } = await handled.as('anna').get<{ events: Event[] }>(`/cases/${other}/log`);
    expect(events.filter(({ type }) => type === 'task-overdue').map(({ data }) => data)).toEqual([
      { task: 'score-case', assignee: 'rita' },
    ]);
    expect(await taskOf('rita', 'score-case', other)).toBe(before);
    await handled.as('rita').post(`/tasks/${before}/answer`, scores(1));
    await handled.cloud.settled();
    expect((await handled.caseOf(other)).evaluators.map(({ standing }) => standing)).toEqual([
      'disqualified',
      'scored',
      'scored',
    ]);
  });

  test('a presenter is asked about evaluators who are far apart, and the case waits for the answer', async () => {
    expect(await handled.caseOf(other)).toMatchObject({
      stage: 'evaluating',
      disagreement: { spread: { numerator: 60, denominator: 1 }, standing: 'open' },
    });
    const id = await taskOf('anna', 'consider-disagreement', other);
    const answer = { kind: 'consider-disagreement', another: false, reason: 'De vägde budgeten olika.' };
    expect(await refusalOf(handled.as('eva').post(`/tasks/${id}/answer`, answer))).toBe(
      '403 urn:anslag:not-allowed',
    );
    await handled.as('anna').post(`/tasks/${id}/answer`, answer);
    await handled.as('anna').post(`/tasks/${id}/answer`, answer);
    await handled.cloud.settled();
    expect(await handled.caseOf(other)).toMatchObject({
      stage: 'evaluated',
      points: { numerator: 50, denominator: 1 },
    });
  });

  test('nobody but a decision maker who did not prepare approves the drafts, and only those drafts', async () => {
    const [plan] = await handled.tasksOf('anna');
    expect(plan?.kind).toBe('approve-plan');
    const path = `/tasks/${plan?.id}/answer`;
    expect(
      await refusalOf(
        handled.as('anna').post(path, { kind: 'approve-plan', plan: 'f'.repeat(64), approve: true }),
      ),
    ).toBe('409 urn:anslag:another-plan');
    await handled.as('anna').post(path, { kind: 'approve-plan', plan: plan?.about, approve: true });
    const [drafts] = await handled.tasksOf('dora');
    const decide = { kind: 'approve-drafts', batch: drafts?.about, approve: true };
    expect(await refusalOf(handled.as('anna').post(`/tasks/${drafts?.id}/answer`, decide))).toBe(
      '403 urn:anslag:not-allowed',
    );
    await handled.as('dora').post(`/tasks/${drafts?.id}/answer`, decide);
    await handled.cloud.settled();
    for (const id of [caseId, other]) expect((await handled.caseOf(id)).stage).toBe('decided');
  });

  test('every log verifies', async () => {
    for (const path of [`/cases/${caseId}/log`, `/cases/${other}/log`, '/calls/2022/log']) {
      const { events } = await handled.as('anna').get<{ events: Event[] }>(path);
      expect(findFault(events)).toBeUndefined();
    }
  });
});

describe('what AWS may do twice', () => {
  let handled: HandledCall;
  beforeAll(async () => {
    handled = await HandledCall.start();
  });
  afterAll(() => handled.end());

  test('an upload whose event comes twice is one case with one receipt', async () => {
    const caseId = await handled.submit();
    const workflows = new SFNClient(aws(handled.cloud.origin));
    const machine = 'arn:aws:states:eu-north-1:000000000000:stateMachine:anslag-main-stateless-intake';
    const { executions = [] } = await workflows.send(new ListExecutionsCommand({ stateMachineArn: machine }));
    expect(executions).toHaveLength(1);
    const input = JSON.stringify({
      time: '2022-04-20T08:00:05Z',
      detail: { object: { key: `applications/${caseId}/1/application.json` } },
    });
    const { executionArn } = await workflows.send(
      new StartExecutionCommand({ stateMachineArn: machine, input }),
    );
    expect(executionArn).toBeDefined();
    await handled.cloud.settled();
    const { events } = await handled.as('ada').get<{ events: Event[] }>(`/cases/${caseId}/log`);
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => !type.startsWith('mail-'))).toEqual([
      'application-opened',
      'version-opened',
      'case-registered',
    ]);
    expect(types.filter((type) => type === 'mail-sent')).toHaveLength(1);
  });

  test('a case that is prepared can be run again from the beginning, and nothing is done twice', async () => {
    const missing = { ...korsholm, parts: { ...korsholm.parts, changePlan: '' } };
    const caseId = await handled.submit(missing);
    await handled.close();
    const again = await announce(handled.as('sofia'), caseId, { json: asFile(korsholm) });
    await upload(again);
    await fateOf(handled.as('sofia'), again);
    const tasks = async (username: string, kind: string) =>
      (await handled.tasksOf(username)).find((task) => task.caseId === caseId && task.kind === kind)?.id;
    await handled.as('anna').post(`/tasks/${await tasks('anna', 'confirm-screening')}/answer`, confirm);
    for (const username of ['eva', 'erik']) {
      await handled.as(username).post(`/tasks/${await tasks(username, 'score-case')}/answer`, scores(4));
    }
    await handled.cloud.settled();
    const log = async () =>
      (await handled.as('anna').get<{ events: Event[] }>(`/cases/${caseId}/log`)).events.filter(
        // The receiving servers answer when they like.
        ({ type }) => type !== 'mail-delivered',
      );
    const before = await log();
    expect(before.at(-1)?.type).toBe('scores-combined');
    const workflows = new SFNClient(aws(handled.cloud.origin));
    const stateMachineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:anslag-main-stateless-case';
    await workflows.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify({ caseId, callId: call2022.id }) }),
    );
    await handled.cloud.settled();
    const { executions = [] } = await workflows.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(
      executions.filter(({ status }) => status === 'RUNNING' || status === 'FAILED').length,
    ).toBeLessThanOrEqual(1);
    expect(await log()).toEqual(before);
  });
});
