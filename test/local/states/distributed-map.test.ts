import type { Json, JsonObject } from '../../../local/service.ts';
import { invoke, Laboratory } from './laboratory.ts';

/**
 * "Using Map state in Distributed mode",
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */

let lab: Laboratory;
beforeEach(() => {
  lab = new Laboratory();
});
afterEach(() => lab.end());

const ProcessorConfig = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
const double: JsonObject = { Type: 'Pass', Output: '{% $states.input * 2 %}', End: true };

/** A machine that does `state` once for each item, in executions of their own. */
function each(state: JsonObject, more: JsonObject = {}): JsonObject {
  const ItemProcessor = { ProcessorConfig, StartAt: 'Item', States: { Item: state } };
  return {
    StartAt: 'Each',
    States: { Each: { Type: 'Map', Label: 'items', ItemProcessor, End: true, ...more } },
  };
}

async function mapRun(executionArn: string): Promise<JsonObject> {
  const { mapRuns } = await lab.call('ListMapRuns', { executionArn });
  const [{ mapRunArn } = {}] = mapRuns as JsonObject[];
  return lab.call('DescribeMapRun', { mapRunArn: mapRunArn ?? '' });
}

async function children(executionArn: string, filter: JsonObject = {}): Promise<JsonObject[]> {
  const { mapRunArn } = await mapRun(executionArn);
  const { executions } = await lab.call('ListExecutions', { mapRunArn: mapRunArn ?? '', ...filter });
  return executions as JsonObject[];
}

const file = (key: string, content: string) => lab.objects.set(`calls/${key}`, content);
const readFile = (ReaderConfig: JsonObject, Key = 'cases'): JsonObject => ({
  Resource: 'arn:aws:states:::s3:getObject',
  Arguments: { Bucket: 'calls', Key },
  ReaderConfig,
});

describe('items', () => {
  test('are the input, or Items, and the result is the outputs in their order', async () => {
    expect(await lab.run(each(double), [1, 2, 3])).toMatchObject({ status: 'SUCCEEDED', output: [2, 4, 6] });
    expect(await lab.run(each(double, { Items: '{% $states.input.n %}' }), { n: [4] })).toMatchObject({
      output: [8],
    });
    expect(await lab.run(each(double), [])).toMatchObject({ status: 'SUCCEEDED', output: [] });
  });

  test('are read from an array in a JSON file, also from inside it', async () => {
    file('cases', '[1,2]');
    file('nested', '{"round":{"cases":[3]}}');
    const plain = each(double, { ItemReader: readFile({ InputType: 'JSON' }) });
    expect(await lab.run(plain)).toMatchObject({ output: [2, 4] });
    const pointed = readFile({ InputType: 'JSON', ItemsPointer: '/round/cases' }, 'nested');
    expect(await lab.run(each(double, { ItemReader: pointed }))).toMatchObject({ output: [6] });
  });

  test('are read from the lines of a JSON Lines file, MaxItems of them', async () => {
    file('cases', '1\n2\n3\n');
    const machine = each(double, { ItemReader: readFile({ InputType: 'JSONL', MaxItems: 2 }) });
    expect(await lab.run(machine)).toMatchObject({ output: [2, 4] });
  });

  test('are the objects of a bucket', async () => {
    file('a/1', 'x');
    file('a/2', 'xx');
    file('b/1', 'x');
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:listObjectsV2',
      Arguments: { Bucket: 'calls', Prefix: '{% $states.input.prefix %}' },
    };
    const keys = each({ Type: 'Pass', Output: '{% $states.input.Key %}', End: true }, { ItemReader });
    expect(await lab.run(keys, { prefix: 'a/' })).toMatchObject({ output: ['a/1', 'a/2'] });
  });

  test.each([
    ['is not there', undefined],
    ['is not JSON', 'x'],
    ['holds no array', '{}'],
  ])('in a file that %s fail the state with States.ItemReaderFailed', async (_, content) => {
    if (content !== undefined) file('cases', content);
    const machine = each(double, { ItemReader: readFile({ InputType: 'JSON' }) });
    expect(await lab.run(machine)).toMatchObject({ status: 'FAILED', error: 'States.ItemReaderFailed' });
  });

  test('become what ItemSelector makes of them', async () => {
    const ItemSelector = {
      at: '{% $states.context.Map.Item.Index %}',
      is: '{% $states.context.Map.Item.Value %}',
    };
    const outcome = await lab.run(each({ Type: 'Pass', End: true }, { ItemSelector }), ['a']);
    expect(outcome.output).toEqual([{ at: 0, is: 'a' }]);
  });

  test('come in batches of so many items and bytes, each with the same BatchInput', async () => {
    const pass = { Type: 'Pass', End: true };
    const ItemBatcher = { MaxItemsPerBatch: 2, BatchInput: { call: '{% $count($states.input) %}' } };
    expect((await lab.run(each(pass, { ItemBatcher }), [1, 2, 3])).output).toEqual([
      { BatchInput: { call: 3 }, Items: [1, 2] },
      { BatchInput: { call: 3 }, Items: [3] },
    ]);
    const bySize = { MaxInputBytesPerBatch: JSON.stringify({ Items: ['aaa', 'bbb'] }).length };
    expect((await lab.run(each(pass, { ItemBatcher: bySize }), ['aaa', 'bbb', 'ccc'])).output).toEqual([
      { Items: ['aaa', 'bbb'] },
      { Items: ['ccc'] },
    ]);
  });
});

describe('child executions', () => {
  test('are executions of their own, named after the machine and the label', async () => {
    const stateMachineArn = await lab.machine(each(double), 'round');
    const { executionArn } = await lab.call('StartExecution', { stateMachineArn, input: '[1,2]' });
    await lab.clock.settled();
    const started = await children(String(executionArn));
    expect(started).toHaveLength(2);
    for (const child of started) {
      expect(child.executionArn).toMatch(/:execution:round\/items:[\w-]{36}$/);
      expect(child).toMatchObject({
        stateMachineArn: `${stateMachineArn}/items`,
        status: 'SUCCEEDED',
        itemCount: 1,
      });
    }
    const [{ executionArn: childArn } = {}] = started;
    expect((await lab.history(String(childArn))).map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ]);
  });

  test('need the permission to start them', async () => {
    await lab.run(each(double), [1]);
    expect(lab.asked).toEqual([
      { action: 'states:StartExecution', resource: expect.stringContaining(':machine-1') },
    ]);
  });

  test('do not see the variables of the parent', async () => {
    const map = { ...(each({ Type: 'Pass', Output: '{% $exists($x) %}', End: true }).States as JsonObject) };
    const machine = {
      StartAt: 'Set',
      States: { Set: { Type: 'Pass', Assign: { x: 1 }, Output: [1], Next: 'Each' }, ...map },
    };
    expect((await lab.run(machine)).output).toEqual([false]);
  });

  test('run no more at once than MaxConcurrency, which can be changed while they run', async () => {
    const wait = { Type: 'Wait', Seconds: 100, End: true };
    const executionArn = await lab.start(each(wait, { MaxConcurrency: 2 }), [1, 2, 3, 4, 5, 6]);
    await lab.clock.settled();
    expect(await mapRun(executionArn)).toMatchObject({
      status: 'RUNNING',
      maxConcurrency: 2,
      itemCounts: { pending: 4, running: 2, total: 6 },
    });
    const { mapRunArn } = await mapRun(executionArn);
    await lab.call('UpdateMapRun', { mapRunArn: String(mapRunArn), maxConcurrency: 5 });
    expect(await mapRun(executionArn)).toMatchObject({ itemCounts: { pending: 1, running: 5 } });
    await lab.pass(300);
    expect(await mapRun(executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      executionCounts: { succeeded: 6 },
    });
    await expect(
      lab.call('UpdateMapRun', { mapRunArn: String(mapRunArn), maxConcurrency: 1 }),
    ).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  test('end with the parent that is stopped', async () => {
    const wait = { Type: 'Wait', Seconds: 100, End: true };
    const executionArn = await lab.start(each(wait, { MaxConcurrency: 1 }), [1, 2]);
    await lab.clock.settled();
    await lab.call('StopExecution', { executionArn });
    expect(await mapRun(executionArn)).toMatchObject({
      status: 'ABORTED',
      executionCounts: { aborted: 1, pending: 1, running: 0 },
    });
  });
});

describe('failures', () => {
  const fails = (...failing: number[]) => ({
    ...invoke(`{% $states.input in ${JSON.stringify(failing)} ? {'fail': 'Bad'} : $states.input %}`),
  });
  const run = (failing: number[], more: JsonObject, items: Json = [1, 2, 3, 4]) =>
    lab.run(each(fails(...failing), { MaxConcurrency: 1, ...more }), items);

  test('none of which is tolerated fail the run, stop its children and start no more', async () => {
    const outcome = await run([2], {});
    expect(outcome).toMatchObject({
      status: 'FAILED',
      error: 'States.ExceedToleratedFailureThreshold',
      cause: 'The specified tolerated failure threshold was exceeded',
    });
    expect(await mapRun(outcome.executionArn)).toMatchObject({
      status: 'FAILED',
      itemCounts: { succeeded: 1, failed: 1, pending: 2, total: 4 },
    });
  });

  test.each([
    ['ToleratedFailureCount', { ToleratedFailureCount: 1 }],
    ['ToleratedFailurePercentage', { ToleratedFailurePercentage: '{% 25 %}' }],
  ])('up to %s are told among the results', async (_, tolerated) => {
    const outcome = await run([2], tolerated);
    expect(outcome).toMatchObject({
      status: 'SUCCEEDED',
      output: [1, expect.objectContaining({ Status: 'FAILED', Error: 'Bad', Input: '2' }), 3, 4],
    });
    expect(await run([2, 3], tolerated)).toMatchObject({ error: 'States.ExceedToleratedFailureThreshold' });
  });

  test('exceed the thresholds when they exceed one of two', async () => {
    const both = { ToleratedFailureCount: 2, ToleratedFailurePercentage: 25 };
    expect(await run([1, 2], both)).toMatchObject({ status: 'FAILED' });
  });

  test('of the run can be caught', async () => {
    const caught = { Catch: [{ ErrorEquals: ['States.ExceedToleratedFailureThreshold'], Next: 'Caught' }] };
    const machine = each(fails(1), caught);
    const States = {
      ...(machine.States as JsonObject),
      Caught: { Type: 'Pass', Output: 'caught', End: true },
    };
    expect(await lab.run({ ...machine, States }, [1])).toMatchObject({
      status: 'SUCCEEDED',
      output: 'caught',
    });
  });
});

describe('results ("ResultWriter (Map)")', () => {
  const writer = (WriterConfig?: JsonObject): JsonObject => ({
    Resource: 'arn:aws:states:::s3:putObject',
    Arguments: { Bucket: 'results', Prefix: 'round' },
    ...(WriterConfig ? { WriterConfig } : {}),
  });
  const read = (key: string) => JSON.parse(lab.objects.get(`results/${key}`) ?? 'null') as JsonObject;

  test('larger than 256 KiB are States.DataLimitExceeded', async () => {
    const big = { Type: 'Pass', Output: '{% $pad("", 90000, "x") %}', End: true };
    expect(await lab.run(each(big), [1, 2, 3])).toMatchObject({ error: 'States.DataLimitExceeded' });
  });

  test('can be exported to S3: a manifest, and a file for each outcome', async () => {
    const state = invoke("{% $states.input = 2 ? {'fail': 'Bad'} : $states.input %}");
    const tolerant = { ToleratedFailureCount: 1, ResultWriter: writer() };
    const { output, executionArn } = await lab.run(each(state, tolerant), [1, 2, 3]);
    const { MapRunArn, ResultWriterDetails } = output as {
      MapRunArn: string;
      ResultWriterDetails: JsonObject;
    };
    expect(ResultWriterDetails).toEqual({
      Bucket: 'results',
      Key: `round/${MapRunArn.slice(MapRunArn.lastIndexOf(':') + 1)}/manifest.json`,
    });
    const manifest = read(String(ResultWriterDetails.Key));
    const files = manifest.ResultFiles as {
      SUCCEEDED: JsonObject[];
      FAILED: JsonObject[];
      PENDING: JsonObject[];
    };
    expect(files.PENDING).toEqual([]);
    expect(read(String(files.SUCCEEDED[0]?.Key))).toMatchObject([
      { Status: 'SUCCEEDED', Input: '1', Output: '1' },
      { Status: 'SUCCEEDED', Input: '3', Output: '3' },
    ]);
    expect(read(String(files.FAILED[0]?.Key))).toMatchObject([
      { Status: 'FAILED', Error: 'Bad', Input: '2' },
    ]);
    expect(await mapRun(executionArn)).toMatchObject({ itemCounts: { resultsWritten: 3 } });
  });

  test('of a run that failed are exported too, with what was never started', async () => {
    const machine = each(invoke({ fail: 'Bad' }), { MaxConcurrency: 1, ResultWriter: writer() });
    expect(await lab.run(machine, [1, 2])).toMatchObject({ error: 'States.ExceedToleratedFailureThreshold' });
    const names = [...lab.objects.keys()].map((key) => key.slice(key.lastIndexOf('/') + 1)).sort();
    expect(names).toEqual(['FAILED_0.json', 'PENDING_0.json', 'manifest.json']);
  });

  test('can be flattened, and written as lines', async () => {
    const pair = { Type: 'Pass', Output: ['{% $states.input %}', 0], End: true };
    const flat = { WriterConfig: { Transformation: 'FLATTEN', OutputType: 'JSON' } };
    expect((await lab.run(each(pair, { ResultWriter: flat }), [1, 2])).output).toEqual([1, 0, 2, 0]);
    const lines = writer({ Transformation: 'COMPACT', OutputType: 'JSONL' });
    await lab.run(each(pair, { ResultWriter: lines }), [1, 2]);
    const [content] = [...lab.objects].flatMap(([key, body]) => (key.endsWith('.jsonl') ? [body] : []));
    expect(content).toBe('[1,0]\n[2,0]\n');
  });

  test('that cannot be exported fail the state with States.ResultWriterFailed', async () => {
    const refusing = new Laboratory({
      objects: { putObject: () => Promise.reject(new Error('Access Denied')) },
    });
    const outcome = await refusing.run(each(double, { ResultWriter: writer() }), [1]);
    expect(outcome).toMatchObject({
      status: 'FAILED',
      error: 'States.ResultWriterFailed',
      cause: expect.stringContaining('Access Denied'),
    });
    refusing.end();
  });
});
