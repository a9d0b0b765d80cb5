/**
 * How fast Step Functions is here, and what waiting costs: `node bench/local-states.ts`. Each line: executions
 * that wait for a task token, what starting and answering them took, and the memory of the process before and
 * while they wait.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../local/clock.ts';
import { openDatabase } from '../local/database.ts';
import { statesOperations } from '../local/states/api.ts';
import { States } from '../local/states/engine.ts';

const roleArn = 'arn:aws:iam::000000000000:role/machine';
const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:0' };

/** A cloud with nothing but Step Functions, in a folder of its own. */
async function withStates(work: (bench: Bench) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-states-'));
  const clock = new Clock();
  const database = openDatabase(directory);
  const tokens: string[] = [];
  const states = new States({
    clock,
    database,
    place,
    access: { check: () => undefined },
    tasks: {
      'lambda:invoke': {
        permissions: () => [],
        call: async ({ Payload }) => {
          tokens.push(String(Payload));
          return { Payload: null };
        },
      },
    },
    objects: {
      getObject: () => Promise.reject(new Error('there is no S3')),
      putObject: () => Promise.reject(new Error('there is no S3')),
      listObjects: () => Promise.reject(new Error('there is no S3')),
    },
  });
  await work({ clock, states, tokens });
  states.close();
  clock.stop();
  database.close();
  rmSync(directory, { recursive: true, force: true });
}

interface Bench {
  readonly clock: Clock;
  readonly states: States;
  readonly tokens: string[];
}

function createMachine({ states }: Bench, name: string, definition: object): Promise<unknown> | undefined {
  const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
  return statesOperations(states).CreateStateMachine?.run(
    { name, definition: text, roleArn },
    { kind: 'developer' },
  );
}

const arn = (name: string) => `arn:aws:states:eu-north-1:000000000000:stateMachine:${name}`;

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}

/** With `--expose-gc` the heap is what is really held; without, garbage is counted too. */
function memory(): string {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return `${mebibytes(rss)} (heap ${mebibytes(heapUsed)})`;
}

/** Twenty states that compute a little, over and over. */
async function transitions(bench: Bench): Promise<void> {
  const names = Array.from({ length: 20 }, (_, at) => `Step ${at}`);
  const states = names.map((name, at) => {
    const next = names[at + 1];
    const to = next === undefined ? { End: true } : { Next: next };
    return [name, { Type: 'Pass', Output: { n: '{% $states.input.n + 1 %}' }, ...to }];
  });
  await createMachine(bench, 'chain', { StartAt: names[0], States: Object.fromEntries(states) });
  const executions = 500;
  const took = await timed(async () => {
    for (let at = 0; at < executions; at++) bench.states.startExecution(arn('chain'), '{"n":0}');
    await bench.clock.settled();
  });
  const perSecond = Math.round((executions * names.length) / took);
  console.log(
    `short transitions        ${perSecond} a second (${Math.round(executions / took)} executions of 20 states)`,
  );
}

async function waiting(bench: Bench, executions: number): Promise<void> {
  await createMachine(bench, 'wait', {
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
        TimeoutSeconds: 86_400,
        End: true,
      },
    },
  });
  const before = memory();
  const started = await timed(async () => {
    for (let at = 0; at < executions; at++) bench.states.startExecution(arn('wait'));
    await bench.clock.settled();
  });
  const during = memory();
  const answer = statesOperations(bench.states).SendTaskSuccess;
  const answered = await timed(async () => {
    for (const taskToken of bench.tokens.splice(0)) {
      await answer?.run({ taskToken, output: '{"answer":42}' }, { kind: 'developer' });
    }
    await bench.clock.settled();
  });
  const rate = (took: number) => `${Math.round(executions / took)} a second`;
  console.log(
    `${String(executions).padStart(6)} waiting on tokens  started ${rate(started)}, answered ${rate(answered)},`,
    `RSS ${before} before, ${during} while they wait`,
  );
}

await withStates(transitions);
for (const executions of [1, 100, 10_000]) await withStates((bench) => waiting(bench, executions));
