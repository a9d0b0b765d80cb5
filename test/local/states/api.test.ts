import type { JsonObject } from '../../../local/service.ts';
import { statesOperations } from '../../../local/states/api.ts';
import { invoke, Laboratory, only, operation, roleArn } from './laboratory.ts';

/** "AWS Step Functions API Reference", https://docs.aws.amazon.com/step-functions/latest/apireference/ */

let lab: Laboratory;
beforeEach(() => {
  lab = new Laboratory();
});
afterEach(() => lab.end());

const pass = only({ Type: 'Pass' });
const wait = only({ Type: 'Wait', Seconds: 3600 });
const text = (definition: JsonObject) => JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
const arn = (name: string) => `arn:aws:states:eu-north-1:000000000000:stateMachine:${name}`;
const refused = (code: string, message?: string) =>
  expect.objectContaining({
    code,
    ...(message === undefined ? {} : { message: expect.stringContaining(message) }),
  });

describe('state machines', () => {
  const create = (more: JsonObject = {}) =>
    lab.call('CreateStateMachine', { name: 'call', definition: text(pass), roleArn, ...more });

  test('are made with a name, a definition and a role, and described', async () => {
    expect(await create()).toEqual({ stateMachineArn: arn('call'), creationDate: expect.any(Number) });
    expect(await lab.call('DescribeStateMachine', { stateMachineArn: arn('call') })).toMatchObject({
      name: 'call',
      definition: text(pass),
      roleArn,
      status: 'ACTIVE',
      type: 'STANDARD',
    });
  });

  test('can be made twice when nothing differs', async () => {
    const first = await create();
    expect(await create()).toEqual(first);
    await expect(create({ definition: text(wait) })).rejects.toEqual(refused('StateMachineAlreadyExists'));
    await expect(create({ roleArn: `${roleArn}-other` })).rejects.toEqual(
      refused('StateMachineAlreadyExists'),
    );
  });

  test('with a name or a definition that cannot be are refused', async () => {
    await expect(create({ name: 'has space' })).rejects.toEqual(refused('InvalidName'));
    await expect(create({ name: 'x'.repeat(81) })).rejects.toEqual(refused('InvalidName'));
    await expect(create({ definition: text({ StartAt: 'A' }) })).rejects.toEqual(
      refused('InvalidDefinition', "'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'"),
    );
    await expect(create({ type: 'EXPRESS' })).rejects.toEqual(refused('StateMachineTypeNotSupported'));
    await expect(create({ publish: true })).rejects.toEqual(refused('ValidationException'));
    const { roleArn: _, ...withoutRole } = { name: 'a', definition: text(pass), roleArn };
    await expect(lab.call('CreateStateMachine', withoutRole)).rejects.toEqual(
      refused(
        'ValidationException',
        "Value null at 'roleArn' failed to satisfy constraint: Member must not be null",
      ),
    );
  });

  test('get a new revision when they are updated, while running executions keep theirs', async () => {
    const stateMachineArn = await lab.machine(wait, 'call');
    const started = await lab.call('StartExecution', { stateMachineArn });
    const { revisionId } = await lab.call('UpdateStateMachine', { stateMachineArn, definition: text(pass) });
    expect(revisionId).toEqual(expect.any(String));
    expect(await lab.call('DescribeStateMachine', { stateMachineArn })).toMatchObject({
      revisionId,
      definition: text(pass),
    });
    const { executionArn } = started;
    expect(
      await lab.call('DescribeStateMachineForExecution', { executionArn: executionArn ?? '' }),
    ).toMatchObject({
      definition: text(wait),
      stateMachineArn,
      roleArn,
    });
    await lab.pass(4000);
    expect(await lab.outcome(String(executionArn))).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('keep their revision when an update changes nothing', async () => {
    const stateMachineArn = await lab.machine(pass, 'call');
    const update = () => lab.call('UpdateStateMachine', { stateMachineArn, roleArn: `${roleArn}-2` });
    const { revisionId } = await update();
    expect(await update()).toMatchObject({ revisionId });
    await expect(lab.call('UpdateStateMachine', { stateMachineArn })).rejects.toEqual(
      refused('MissingRequiredParameter'),
    );
  });

  test('are listed in pages', async () => {
    for (const name of ['a', 'b', 'c']) await lab.machine(pass, name);
    const first = await lab.call('ListStateMachines', { maxResults: 2 });
    const second = await lab.call('ListStateMachines', { maxResults: 2, nextToken: first.nextToken ?? '' });
    const names = [first, second].map(({ stateMachines }) =>
      (stateMachines as JsonObject[]).map(({ name }) => name),
    );
    expect(names).toEqual([['a', 'b'], ['c']]);
    expect(second).not.toHaveProperty('nextToken');
    await expect(lab.call('ListStateMachines', { maxResults: 1001 })).rejects.toEqual(
      refused('ValidationException'),
    );
    await expect(lab.call('ListStateMachines', { nextToken: 'nonsense' })).rejects.toEqual(
      refused('InvalidToken'),
    );
  });

  test('take their running executions with them when they are deleted', async () => {
    const stateMachineArn = await lab.machine(wait, 'call');
    const { executionArn } = await lab.call('StartExecution', { stateMachineArn });
    await lab.call('DeleteStateMachine', { stateMachineArn });
    expect(await lab.outcome(String(executionArn))).toMatchObject({ status: 'ABORTED' });
    await expect(lab.call('StartExecution', { stateMachineArn })).rejects.toEqual(
      refused('StateMachineDoesNotExist'),
    );
    expect(await lab.call('DeleteStateMachine', { stateMachineArn })).toEqual({});
  });

  test('that do not exist, or whose ARN is none, are refused', async () => {
    const describe = (stateMachineArn: string) => lab.call('DescribeStateMachine', { stateMachineArn });
    await expect(describe(arn('none'))).rejects.toEqual(refused('StateMachineDoesNotExist'));
    await expect(describe('call')).rejects.toEqual(refused('InvalidArn', "'Invalid ARN prefix: call'"));
  });

  test('can be checked without being made', async () => {
    const validate = (definition: string) => lab.call('ValidateStateMachineDefinition', { definition });
    expect(await validate(text(pass))).toEqual({ result: 'OK', diagnostics: [], truncated: false });
    expect(await validate(text(only({ Type: 'Pass', Next: 'None', End: undefined as never })))).toMatchObject(
      {
        result: 'FAIL',
        diagnostics: [
          { severity: 'ERROR', code: 'MISSING_TRANSITION_TARGET', location: '/States/Only/Next' },
          { code: 'MISSING_END_STATE' },
        ],
      },
    );
    const truncated = { definition: text({ X: 1, Y: 2, ...pass }), maxResults: 1 };
    expect(await lab.call('ValidateStateMachineDefinition', truncated)).toMatchObject({
      diagnostics: [expect.anything()],
      truncated: true,
    });
  });
});

describe('StartExecution', () => {
  test('with the same name and input is the same execution as long as it runs', async () => {
    const stateMachineArn = await lab.machine(wait, 'call');
    const start = (more: JsonObject = {}) =>
      lab.call('StartExecution', { stateMachineArn, name: 'round', input: '{"n":1}', ...more });
    const first = await start();
    expect(first).toEqual({
      executionArn: 'arn:aws:states:eu-north-1:000000000000:execution:call:round',
      startDate: expect.any(Number),
    });
    expect(await start()).toEqual(first);
    await expect(start({ input: '{"n":2}' })).rejects.toEqual(refused('ExecutionAlreadyExists'));
    await lab.pass(4000);
    await expect(start()).rejects.toEqual(refused('ExecutionAlreadyExists'));
  });

  test('may use a name again 90 days after the execution closed', async () => {
    const stateMachineArn = await lab.machine(pass, 'call');
    const start = () => lab.call('StartExecution', { stateMachineArn, name: 'round' });
    const { executionArn, startDate } = await start();
    await lab.clock.settled();
    await lab.pass(89 * 24 * 3600);
    await expect(start()).rejects.toEqual(refused('ExecutionAlreadyExists'));
    await lab.pass(2 * 24 * 3600);
    const again = await start();
    expect(again.executionArn).toBe(executionArn);
    expect(Number(again.startDate)).toBeGreaterThan(Number(startDate));
  });

  test('takes any JSON as input, {} when there is none, and nothing else', async () => {
    const stateMachineArn = await lab.machine(pass);
    const start = (input?: string) =>
      lab.call('StartExecution', { stateMachineArn, ...(input === undefined ? {} : { input }) });
    for (const [input, output] of [
      ['null', null],
      ['"text"', 'text'],
      ['2', 2],
      [undefined, {}],
    ] as const) {
      const { executionArn } = await start(input);
      await lab.clock.settled();
      expect(await lab.outcome(String(executionArn))).toMatchObject({ output });
    }
    await expect(start('not JSON')).rejects.toEqual(refused('InvalidExecutionInput'));
    await expect(start('')).rejects.toEqual(refused('InvalidExecutionInput', 'Invalid execution input.'));
    await expect(start(JSON.stringify('x'.repeat(262_143)))).rejects.toEqual(refused('ValidationException'));
  });

  test('wants a machine that exists and a name without special characters', async () => {
    const stateMachineArn = await lab.machine(pass);
    await expect(lab.call('StartExecution', { stateMachineArn: arn('none') })).rejects.toEqual(
      refused('StateMachineDoesNotExist'),
    );
    for (const name of ['a b', 'a*', 'a:b', 'a/b', 'å?']) {
      await expect(lab.call('StartExecution', { stateMachineArn, name })).rejects.toEqual(
        refused('InvalidName'),
      );
    }
    await expect(
      lab.call('StartExecution', { stateMachineArn, name: 'omgång-1_2.3' }),
    ).resolves.toBeDefined();
  });
});

describe('executions', () => {
  test('are described with their input, output, dates and whether they can be redriven', async () => {
    const { executionArn } = await lab.run(pass, { n: 1 });
    const described = await lab.call('DescribeExecution', { executionArn });
    expect(described).toEqual({
      executionArn,
      stateMachineArn: arn('machine-1'),
      name: executionArn.slice(executionArn.lastIndexOf(':') + 1),
      status: 'SUCCEEDED',
      startDate: expect.any(Number),
      stopDate: expect.any(Number),
      input: '{"n":1}',
      inputDetails: { included: true },
      output: '{"n":1}',
      outputDetails: { included: true },
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    });
    const metadata = await lab.call('DescribeExecution', { executionArn, includedData: 'METADATA_ONLY' });
    expect(metadata).not.toHaveProperty('input');
    expect(metadata).not.toHaveProperty('output');
  });

  test('that do not exist are refused by every operation on them', async () => {
    const executionArn = 'arn:aws:states:eu-north-1:000000000000:execution:call:none';
    for (const name of [
      'DescribeExecution',
      'StopExecution',
      'GetExecutionHistory',
      'RedriveExecution',
      'ListMapRuns',
    ]) {
      await expect(lab.call(name, { executionArn })).rejects.toEqual(refused('ExecutionDoesNotExist'));
    }
  });

  test('can be stopped once, with an error and a cause', async () => {
    const executionArn = await lab.start(wait);
    const stopped = await lab.call('StopExecution', { executionArn, error: 'Enough', cause: 'of this' });
    expect(await lab.outcome(executionArn)).toMatchObject({
      status: 'ABORTED',
      error: 'Enough',
      cause: 'of this',
    });
    await lab.pass(10);
    expect(await lab.call('StopExecution', { executionArn, error: 'Again' })).toEqual(stopped);
    expect(await lab.outcome(executionArn)).toMatchObject({ error: 'Enough' });
  });

  test('are listed the most recent first, by status and in pages', async () => {
    const stateMachineArn = await lab.machine(only({ Type: 'Wait', Seconds: '{% $states.input %}' }), 'call');
    for (const [name, input] of [
      ['a', '10'],
      ['b', '3600'],
      ['c', '20'],
    ] as const) {
      await lab.call('StartExecution', { stateMachineArn, name, input });
      await lab.pass(1);
    }
    await lab.pass(60);
    const list = async (more: JsonObject = {}) => {
      const { executions, nextToken } = await lab.call('ListExecutions', { stateMachineArn, ...more });
      return { names: (executions as JsonObject[]).map(({ name }) => name), nextToken };
    };
    expect(await list()).toEqual({ names: ['c', 'a', 'b'], nextToken: undefined });
    expect(await list({ statusFilter: 'RUNNING' })).toMatchObject({ names: ['b'] });
    const first = await list({ maxResults: 2 });
    expect(first.names).toEqual(['c', 'a']);
    expect(await list({ maxResults: 2, nextToken: first.nextToken ?? '' })).toEqual({
      names: ['b'],
      nextToken: undefined,
    });
    expect(await list({ redriveFilter: 'REDRIVEN' })).toMatchObject({ names: [] });
    await expect(list({ statusFilter: 'ASLEEP' })).rejects.toEqual(refused('ValidationException'));
    await expect(list({ statusFilter: 'PENDING_REDRIVE' })).rejects.toEqual(refused('ValidationException'));
    await expect(lab.call('ListExecutions', {})).rejects.toEqual(refused('ValidationException'));
  });
});

describe('permissions', () => {
  test('are asked for on the machine, the execution or the map run', () => {
    const of = (name: string, input: JsonObject) => operation(lab.states, name).permissions(input);
    expect(of('StartExecution', { stateMachineArn: 'm' })).toEqual([
      { action: 'states:StartExecution', resource: 'm' },
    ]);
    expect(of('StopExecution', { executionArn: 'e' })).toEqual([
      { action: 'states:StopExecution', resource: 'e' },
    ]);
    expect(of('ListExecutions', { mapRunArn: 'r' })).toEqual([
      { action: 'states:ListExecutions', resource: 'r' },
    ]);
    expect(of('ListStateMachines', {})).toEqual([{ action: 'states:ListStateMachines', resource: '*' }]);
    expect(of('CreateStateMachine', { name: 'n', roleArn: 'r' })).toEqual([
      { action: 'states:CreateStateMachine', resource: arn('n') },
      {
        action: 'iam:PassRole',
        resource: 'r',
        conditions: { 'iam:PassedToService': 'states.amazonaws.com' },
      },
    ]);
  });

  test('are asked for under the name of each operation', () => {
    const inputs = { stateMachineArn: 'm', executionArn: 'e', mapRunArn: 'r', name: 'n', roleArn: 'r' };
    for (const [name, { permissions }] of Object.entries(statesOperations(lab.states))) {
      if (name.startsWith('SendTask')) continue;
      expect(permissions(inputs)[0]?.action).toBe(`states:${name}`);
    }
  });
});

test('the engine can be asked to start an execution from inside the cloud', async () => {
  const stateMachineArn = await lab.machine(only(invoke('{% $states.input %}')));
  const { arn: executionArn } = lab.states.startExecution(
    stateMachineArn,
    '{"by":"the scheduler"}',
    'scheduled',
  );
  await lab.clock.settled();
  expect(await lab.outcome(executionArn)).toMatchObject({ output: { by: 'the scheduler' } });
});
