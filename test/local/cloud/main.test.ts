import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { CfnResource } from 'aws-cdk-lib';
import { anApp } from './an-app.ts';

/** The command `npm run local`. */

const main = fileURLToPath(new URL('../../../local/main.ts', import.meta.url));

let assembly: string;
let data: string;
let running: ChildProcess | undefined;
beforeAll(() => {
  assembly = anApp();
});
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'data-'));
});
afterEach(() => {
  running?.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

function run(...more: string[]): ChildProcess {
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  running = spawn(process.execPath, [main, '--port', '0', '--data', data, ...more], { env });
  return running;
}

/** The origin in the first line of its standard output. */
async function ready(...more: string[]): Promise<string> {
  const { stdout } = run('--app', assembly, ...more);
  if (!stdout) throw new Error('no standard output');
  const [line] = (await once(createInterface(stdout), 'line')) as [string];
  const { ready: isReady, origin } = JSON.parse(line) as { ready: boolean; origin: string };
  expect(isReady).toBe(true);
  return origin;
}

async function ended(): Promise<number | null> {
  const [code] = (await once(running as ChildProcess, 'exit')) as [number | null];
  return code;
}

const control = async (origin: string, path: string, init?: RequestInit) =>
  (await (await fetch(`${origin}/_local/${path}`, init)).json()) as Record<string, Record<string, string>>;
const turn = (origin: string, to: string) =>
  control(origin, 'clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to }),
  });

test('prints one line of JSON when it is up, and ends cleanly on SIGTERM', async () => {
  const origin = await ready('--start-at', '2022-01-31T08:00:00Z');
  expect((await control(origin, 'clock')).now).toMatch(/^2022-01-31T08:0/);
  running?.kill('SIGTERM');
  expect(await ended()).toBe(0);
});

test('goes on after a kill -9 where it was', async () => {
  const first = await ready('--start-at', '2022-01-31T08:00:00Z');
  const { Little } = await control(first, 'outputs');
  await turn(first, '2022-03-01T00:00:00Z');
  // Its own clock is years ahead: it corrects itself by the `Date` of the first refusal.
  const client = new SFNClient({
    endpoint: first,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await client.send(
    new StartExecutionCommand({ stateMachineArn: Little?.MachineArn, input: '{"id":"kept"}' }),
  );
  running?.kill('SIGKILL');
  await ended();

  const second = await ready();
  await turn(second, '2022-03-02T00:10:00Z');
  expect(await (await fetch(`${second}/_local/logs/${Little?.NoteName}`)).text()).toContain('noted kept');
});

test('tells everything that it cannot run, with exit status 1', async () => {
  const types = ['AWS::EC2::Instance', 'AWS::RDS::DBInstance'];
  const broken = anApp({
    change: (stack) => {
      for (const type of types) new CfnResource(stack, type.replaceAll(':', ''), { type });
    },
  });
  const { stderr } = run('--app', broken);
  const words: string[] = [];
  stderr?.on('data', (text) => words.push(String(text)));
  expect(await ended()).toBe(1);
  for (const type of types)
    expect(words.join('')).toContain(`the local cloud does not know the resource type ${type}`);
});

test.each([
  ['--start-at', 'yesterday', '--start-at takes an ISO 8601 instant'],
  ['--port', 'http', '--port takes a number'],
  ['--app', '/nowhere', 'synthesize the app first'],
  ['--speed', '2', "Unknown option '--speed'"],
])('%s %s is refused', async (option, value, message) => {
  const { stderr } = run(option, value);
  const words: string[] = [];
  stderr?.on('data', (text) => words.push(String(text)));
  expect(await ended()).toBe(1);
  expect(words.join('')).toContain(message);
});
