import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fetchJson } from './fetch.ts';

/** The local cloud as a process of its own, reached as AWS would be, by HTTP. */
export interface RunningCloud {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The outputs of the stacks, by the end of their names: `ApiAddress`, `TableName` … */
  output(name: string): string;
  now(): Promise<string>;
  /** Turns the clock forward; resolves when all that fell due on the way has been done. */
  turnTo(instant: string): Promise<void>;
  /** Resolves when nothing is going on. */
  settled(): Promise<void>;
  /** Resolves when the process ends by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

interface Start {
  readonly data: string;
  readonly port: number;
  readonly startAt: string;
}

/** Starts the local cloud on the synthesized app. Rejects with what it said where it does not come up. */
export async function startCloud({ data, port, startAt }: Start): Promise<RunningCloud> {
  const args = [
    'local/main.ts',
    '--port',
    String(port),
    '--data',
    data,
    '--app',
    'cdk.out',
    '--start-at',
    startAt,
  ];
  const child = spawn('node', ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  const origin = await readyOrigin(child);
  const outputs = await fetchJson<Record<string, Record<string, string>>>(`${origin}/_local/outputs`);
  return {
    origin,
    output: (name) => outputNamed(outputs, name),
    now: async () => (await fetchJson<{ now: string }>(`${origin}/_local/clock`)).now,
    turnTo: async (to) => {
      await fetchJson(`${origin}/_local/clock`, { to });
    },
    settled: async () => {
      await fetchJson(`${origin}/_local/settled`);
    },
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Its first line on the standard output says that it is ready, and where. */
async function readyOrigin({ stdout, stderr }: ChildProcess): Promise<string> {
  if (!stdout || !stderr) throw new Error('the local cloud has no output');
  const said: string[] = [];
  createInterface(stderr).on('line', (line) => said.push(line));
  for await (const line of createInterface(stdout)) {
    const { ready, origin } = JSON.parse(line);
    if (ready) {
      stdout.resume();
      return origin;
    }
  }
  throw new Error(`the local cloud did not start:\n${said.join('\n')}`);
}

function outputNamed(outputs: Record<string, Record<string, string>>, name: string): string {
  const found = Object.values(outputs)
    .flatMap((stack) => Object.entries(stack))
    .filter(([key]) => key.replace(/[0-9A-F]{8}$/, '') === name);
  const [only, ...more] = found;
  if (!only || more.length > 0) throw new Error(`the stacks have ${found.length} outputs named ${name}`);
  return only[1];
}
