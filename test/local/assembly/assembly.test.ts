import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnWaitConditionHandle, Stack, type StackProps, Stage } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { readAssembly } from '../../../local/assembly.ts';

/** Assemblies as the CDK itself synthesizes them. */

/** CDK's own check of the templates takes seconds; what is tested here is the reading. */
process.env.CDK_VALIDATION = 'false';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'cdk-'));
});
const app = () => new App({ outdir, analyticsReporting: false });

/** A stack with the least that CloudFormation takes. */
function aStack(scope: Construct, id: string, props: StackProps = {}): Stack {
  const stack = new Stack(scope, id, props);
  new CfnWaitConditionHandle(stack, 'Handle');
  return stack;
}

test('stacks come after those they depend on, without an environment in eu-north-1', () => {
  const cdk = app();
  const first = aStack(cdk, 'Z');
  aStack(cdk, 'A').addStackDependency(first);
  cdk.synth();
  const { stacks, account, region } = readAssembly(outdir);
  expect(stacks.map(({ name }) => name)).toEqual(['Z', 'A']);
  expect([account, region]).toEqual(['000000000000', 'eu-north-1']);
});

test('an environment of the stacks is the cloud’s', () => {
  const cdk = app();
  const env = { account: '123456789012', region: 'eu-west-1' };
  aStack(cdk, 'A', { env, stackName: 'named' });
  cdk.synth();
  expect(readAssembly(outdir)).toMatchObject({ ...env, stacks: [{ name: 'named' }] });
});

test('assets are found by the bucket and key of the template, folders and files', () => {
  const source = mkdtempSync(join(tmpdir(), 'source-'));
  mkdirSync(join(source, 'code'));
  writeFileSync(join(source, 'code', 'index.mjs'), 'export {}');
  writeFileSync(join(source, 'machine.json'), '{}');
  const cdk = app();
  const stack = aStack(cdk, 'A');
  const code = new Asset(stack, 'Code', { path: join(source, 'code') });
  const machine = new Asset(stack, 'Machine', { path: join(source, 'machine.json') });
  cdk.synth();
  const assembly = readAssembly(outdir);
  const bucket = 'cdk-hnb659fds-assets-000000000000-eu-north-1';
  expect(readFileSync(join(assembly.assetPath(bucket, code.s3ObjectKey), 'index.mjs'), 'utf8')).toBe(
    'export {}',
  );
  expect(readFileSync(assembly.assetPath(bucket, machine.s3ObjectKey), 'utf8')).toBe('{}');
  expect(() => assembly.assetPath(bucket, 'none.zip')).toThrow('no asset');
});

test('stacks of several regions are refused, naming them', () => {
  const cdk = app();
  aStack(cdk, 'A', { env: { account: '123456789012', region: 'eu-west-1' } });
  aStack(cdk, 'B', { env: { account: '123456789012', region: 'us-east-1' } });
  cdk.synth();
  expect(() => readAssembly(outdir)).toThrow('B: is for 123456789012/us-east-1');
});

test('an app with stages says which folder to give', () => {
  const cdk = app();
  aStack(new Stage(cdk, 'Prod'), 'A');
  cdk.synth();
  expect(() => readAssembly(outdir)).toThrow(join(outdir, 'assembly-Prod'));
});

test('a folder without an assembly says what to do', () => {
  expect(() => readAssembly(join(outdir, 'nothing'))).toThrow('synthesize the app first');
});
