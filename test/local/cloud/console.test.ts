import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListExecutionsCommand, ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { type Cloud, startCloud } from '../../../local/cloud.ts';
import { anApp } from './an-app.ts';

/** The pages of the console over the little product of `an-app.ts`. */

let directory: string;
let cloud: Cloud;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'console-'));
  cloud = await startCloud({
    assembly: anApp(),
    directory,
    port: 0,
    startAt: Date.parse('2022-01-31T08:00:00Z'),
  });
});
afterAll(async () => {
  await cloud.close();
  rmSync(directory, { recursive: true });
});

test('an execution is a picture of its states, with what it was given and what happened', async () => {
  await upload('<b>bold</b>.txt');
  const arn = await newestExecution();
  const waiting = await page('execution', { arn });
  expect(statusIn(waiting, 'Wait a day')).toBe('RUNNING');
  expect(statusIn(waiting, 'Note it')).toBe('NOT_REACHED');
  expect(waiting).toContain('WaitStateEntered');

  await cloud.clock.turnTo(cloud.clock.now() + 86_400_000);
  await cloud.clock.settled();
  const ended = await page('execution', { arn });
  expect([statusIn(ended, 'Wait a day'), statusIn(ended, 'Note it')]).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  expect(ended).toContain('ExecutionSucceeded');
});

test('what others wrote is shown as text', async () => {
  await upload('<script>alert(1)</script>');
  const arn = await newestExecution();
  const shown = [await page('execution', { arn }), await page('bucket', { name: bucket() })];
  for (const html of shown) {
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script>');
  }
});

test('every workflow, table, bucket and function is found from the first pages, and leads somewhere', async () => {
  const found = new Set<string>();
  const toRead = ['/_console/'];
  for (let path = toRead.pop(); path !== undefined && found.size < 200; path = toRead.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const response = await fetch(cloud.origin + path);
    expect([path, response.status]).toEqual([path, 200]);
    const body = await response.text();
    for (const [, href = ''] of body.matchAll(/href="(\/_console\/[^"]*)"/g))
      toRead.push(href.replaceAll('&amp;', '&'));
  }
  const kinds = new Set([...found].map((path) => new URL(path, cloud.origin).pathname));
  expect([...kinds].map((path) => path.slice('/_console/'.length)).sort()).toEqual([
    '',
    'bucket',
    'buckets',
    'execution',
    'function',
    'functions',
    'machine',
    'object',
    'table',
    'tables',
  ]);
});

test('what is not there, and what would change something, is refused', async () => {
  expect((await fetch(`${cloud.origin}/_console/nothing`)).status).toBe(404);
  expect((await fetch(`${cloud.origin}/_console/`, { method: 'POST' })).status).toBe(405);
  const arn = 'arn:aws:states:eu-north-1:000000000000:execution:none:none';
  const unknown = await fetch(`${cloud.origin}/_console/execution?arn=${arn}`);
  expect([unknown.status, await unknown.text()]).toEqual([
    400,
    expect.stringContaining('ExecutionDoesNotExist'),
  ]);
});

const client = () => ({
  endpoint: cloud.origin,
  region: 'eu-north-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

function bucket(): string {
  return cloud.deployment.outputs.Little?.BucketName ?? '';
}

async function upload(key: string): Promise<void> {
  await new S3Client(client()).send(new PutObjectCommand({ Bucket: bucket(), Key: key, Body: 'x' }));
  await cloud.clock.settled();
}

async function newestExecution(): Promise<string> {
  const states = new SFNClient(client());
  const { stateMachines = [] } = await states.send(new ListStateMachinesCommand({}));
  const listings = await Promise.all(
    stateMachines.map(({ stateMachineArn }) => states.send(new ListExecutionsCommand({ stateMachineArn }))),
  );
  const executions = listings.flatMap(({ executions: some = [] }) => some);
  const newest = executions.sort((a, b) => Number(b.startDate) - Number(a.startDate))[0];
  return newest?.executionArn ?? '';
}

async function page(name: string, query: Record<string, string>): Promise<string> {
  const response = await fetch(`${cloud.origin}/_console/${name}?${new URLSearchParams(query)}`);
  expect(response.status).toBe(200);
  return response.text();
}

/** The status a picture shows for a state: the class of the group that draws it. */
function statusIn(html: string, state: string): string | undefined {
  return new RegExp(`<g class="(\\w+)"><title>${state}: `).exec(html)?.[1];
}
