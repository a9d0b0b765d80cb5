import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateScheduleCommand, GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { CfnResource } from 'aws-cdk-lib';
import { type Cloud, startCloud } from '../../../local/cloud.ts';
import { sendSigned } from '../json-service/signed-request.ts';
import { anApp } from './an-app.ts';

/** One assembly as the CDK synthesizes it, driven by AWS's own clients. */

const start = Date.parse('2022-01-31T08:00:00Z');
const day = 86_400_000;

let assembly: string;
let directory: string;
let cloud: Cloud;
let outputs: Readonly<Record<string, string>>;

async function begin(app = assembly) {
  cloud = await startCloud({ assembly: app, directory, port: 0, startAt: start });
  outputs = cloud.deployment.outputs.Little ?? {};
}
beforeAll(() => {
  assembly = anApp();
});
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'cloud-'));
  await begin();
});
afterEach(async () => {
  await cloud.close();
  rmSync(directory, { recursive: true });
});

const client = () => ({
  endpoint: cloud.origin,
  region: 'eu-north-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const output = (name: string) => outputs[name] ?? '';
const control = async (path: string, init?: RequestInit) =>
  (await (await fetch(`${cloud.origin}/_local/${path}`, init)).json()) as Record<string, unknown>;
const notes = async () => {
  const { Items = [] } = await new DynamoDBClient(client()).send(
    new ScanCommand({ TableName: output('TableName') }),
  );
  return Items.map(({ id, seen }) => ({ id: id?.S, seen: seen?.S?.slice(0, 10) }));
};
const upload = (key: string) =>
  new S3Client(client()).send(new PutObjectCommand({ Bucket: output('BucketName'), Key: key, Body: 'x' }));
const executions = async () => {
  const found = await new SFNClient(client()).send(
    new ListExecutionsCommand({ stateMachineArn: output('MachineArn') }),
  );
  return found.executions ?? [];
};

test('an uploaded file starts the workflow, which waits a day and notes it with the cloud’s time', async () => {
  await upload('a.pdf');
  await cloud.clock.settled();
  expect(await notes()).toEqual([]);
  await cloud.clock.turnTo(start + 2 * day);
  expect(await notes()).toEqual([{ id: 'a.pdf', seen: '2022-02-01' }]);
  expect((await executions()).map(({ status }) => status)).toEqual(['SUCCEEDED']);
});

test('everything goes on after a restart with the same directory, the clock too', async () => {
  await upload('a.pdf');
  await cloud.clock.settled();
  await cloud.clock.turnTo(start + day / 2);
  await cloud.close();
  await begin();
  expect(cloud.clock.now()).toBeGreaterThanOrEqual(start + day / 2);
  expect(cloud.clock.now()).toBeLessThan(start + day / 2 + 3_600_000);
  await cloud.clock.turnTo(start + 2 * day);
  expect(await notes()).toEqual([{ id: 'a.pdf', seen: '2022-02-01' }]);
});

test('a schedule starts the workflow at its time', async () => {
  const scheduler = new SchedulerClient(client());
  const Target = {
    Arn: output('MachineArn'),
    RoleArn: output('SchedulingRoleArn'),
    Input: '{"id":"scheduled"}',
  };
  await scheduler.send(
    new CreateScheduleCommand({
      Name: 'closing',
      ScheduleExpression: 'at(2022-02-10T12:00:00)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target,
    }),
  );
  expect(await scheduler.send(new GetScheduleCommand({ Name: 'closing' }))).toMatchObject({
    Target,
    State: 'ENABLED',
  });
  await cloud.clock.turnTo(start + 30 * day);
  expect(await notes()).toEqual([{ id: 'scheduled', seen: '2022-02-11' }]);
});

test('a workflow that is stopped is an event on the bus', async () => {
  const states = new SFNClient(client());
  const { executionArn } = await states.send(
    new StartExecutionCommand({ stateMachineArn: output('MachineArn'), name: 'halted', input: '{}' }),
  );
  await states.send(new StopExecutionCommand({ executionArn }));
  await cloud.clock.settled();
  expect(await notes()).toEqual([{ id: 'halted', seen: '2022-01-31' }]);
});

test('a missing grant fails as it would in AWS', async () => {
  await cloud.close();
  await begin(anApp({ mayWrite: false }));
  const states = new SFNClient(client());
  const { executionArn } = await states.send(
    new StartExecutionCommand({ stateMachineArn: output('MachineArn'), input: '{"id":"x"}' }),
  );
  await cloud.clock.turnTo(start + 2 * day);
  const { status, error, cause } = await states.send(new DescribeExecutionCommand({ executionArn }));
  expect([status, error]).toEqual(['FAILED', 'AccessDeniedException']);
  expect(cause).toContain('is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:');
});

test('the single API answers at its own address and at the root', async () => {
  for (const origin of [output('ApiAddress'), cloud.origin]) {
    expect(await (await fetch(`${origin}/greet/Anna`)).json()).toEqual({ hello: 'Anna' });
  }
});

test('a function is invoked over HTTP, with its log', async () => {
  const url = `${cloud.origin}/2015-03-31/functions/${output('NoteName')}/invocations`;
  const answer = await sendSigned(
    url,
    'lambda',
    { headers: { 'x-amz-log-type': 'Tail' }, body: '{"id":"by hand"}' },
    undefined,
    new Date(cloud.clock.now()),
  );
  expect([answer.status, answer.json, answer.headers.get('x-amz-executed-version')]).toEqual([
    200,
    { id: 'by hand' },
    '$LATEST',
  ]);
  const tail = Buffer.from(answer.headers.get('x-amz-log-result') ?? '', 'base64').toString();
  expect(tail).toContain('noted by hand');
  expect(await (await fetch(`${cloud.origin}/_local/logs/${output('NoteName')}`)).text()).toContain(
    'noted by hand',
  );
});

describe('a developer’s own endpoints', () => {
  test('read and turn the clock', async () => {
    expect((await control('clock')).now).toMatch(/^2022-01-31T08:0/);
    const body = JSON.stringify({ to: '2022-03-01T00:00:00Z' });
    const headers = { 'content-type': 'application/json' };
    expect((await control('clock', { method: 'POST', headers, body })).now).toMatch(/^2022-03-01T00:00:0/);
    expect(new Date().toISOString()).toMatch(/^2022-03-01T00:0/);
  });

  test.each([
    ['back', 'application/json', '{"to":"2021-01-01T00:00:00Z"}', 400],
    ['to no instant', 'application/json', '{"to":"tomorrow"}', 400],
    ['by a form of another page', 'text/plain', '{"to":"2023-01-01T00:00:00Z"}', 415],
  ])('do not turn it %s', async (_what, type, body, status) => {
    const headers = { 'content-type': type };
    expect((await fetch(`${cloud.origin}/_local/clock`, { method: 'POST', headers, body })).status).toBe(
      status,
    );
  });

  test('tell outputs and physical ids', async () => {
    expect((await control('outputs')).Little).toEqual(outputs);
    expect(Object.values((await control('resources')).Little ?? {})).toContain(output('BucketName'));
  });

  test('tell the grants that nothing has used', async () => {
    const unused = async () => JSON.stringify(await control('grants'));
    expect(await unused()).toContain('dynamodb:PutItem');
    await upload('a.pdf');
    await cloud.clock.turnTo(start + 2 * day);
    expect(await unused()).not.toContain('dynamodb:PutItem');
  });

  test('others are not there', async () => {
    expect((await fetch(`${cloud.origin}/_local/nothing`)).status).toBe(404);
    expect((await fetch(`${cloud.origin}/_local/logs/nothing`)).status).toBe(404);
  });
});

test('an assembly beyond the local cloud is refused with all that is', async () => {
  const unknown = anApp({
    change: (stack) => new CfnResource(stack, 'Server', { type: 'AWS::EC2::Instance' }),
  });
  const other = mkdtempSync(join(tmpdir(), 'cloud-'));
  await expect(startCloud({ assembly: unknown, directory: other, port: 0 })).rejects.toThrow(
    'Little/Server (Little/Server): the local cloud does not know the resource type AWS::EC2::Instance',
  );
});
