import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access } from '../../../local/access/access.ts';
import { CodeStore } from '../../../local/lambda/code.ts';
import { invokeForHttpApi } from '../../../local/lambda/for-http-api.ts';
import { lambdaTask } from '../../../local/lambda/for-step-functions.ts';
import { lambdaKinds } from '../../../local/lambda/resources.ts';
import type { JsonObject, ResourceKind } from '../../../local/service.ts';
import { aLambda, place } from './a-lambda.ts';

/** "AWS Lambda resource type reference", AWS CloudFormation Template Reference. */

const roleArn = 'arn:aws:iam::000000000000:role/fn';
let cloud: ReturnType<typeof aLambda>;
let access: Access;
let assets: string;
let kinds: readonly ResourceKind[];

beforeEach(() => {
  cloud = aLambda();
  access = new Access(place);
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  access.putRole(roleArn, { trust: { Version: '2012-10-17', Statement: trust }, policies: [] });
  assets = mkdtempSync(join(tmpdir(), 'assets-'));
  const code = new CodeStore(join(cloud.directory, 'lambda'));
  kinds = lambdaKinds({
    ...{ lambda: cloud.lambda, access, code, place },
    assetPath: (_bucket, key) => join(assets, key),
  });
});
afterEach(async () => {
  await cloud.close();
  cloud.remove();
  rmSync(assets, { recursive: true });
});

const fn: JsonObject = {
  FunctionName: 'fn',
  Runtime: 'nodejs24.x',
  Handler: 'index.handler',
  Role: roleArn,
  Code: {
    ZipFile:
      'exports.handler = async (event) => ({ event, memory: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE })',
  },
};

async function declare(type: string, properties: JsonObject) {
  const kind = kinds.find((candidate) => candidate.type === type) as ResourceKind;
  const resource = { stack: 'Stack', logicalId: 'Thing', properties };
  await kind.create(resource);
  return { ref: kind.ref(resource), ...kind.attributes(resource) };
}
const invoke = async (name: string, payload = {}) =>
  JSON.parse((await cloud.lambda.invoke(name, JSON.stringify(payload))).payload);

test('a function of code in the template is run with Lambda’s defaults', async () => {
  expect(await declare('AWS::Lambda::Function', fn)).toEqual({
    ref: 'fn',
    Arn: 'arn:aws:lambda:eu-north-1:000000000000:function:fn',
  });
  expect(await invoke('fn', { a: 1 })).toEqual({ event: { a: 1 }, memory: '128' });
});

test('a function of an asset folder runs a copy of it, which synthesizing again does not change', async () => {
  mkdirSync(join(assets, 'asset.1'));
  const file = join(assets, 'asset.1', 'index.mjs');
  writeFileSync(file, 'export const handler = async () => "deployed"');
  await declare('AWS::Lambda::Function', { ...fn, Code: { S3Bucket: 'assets', S3Key: 'asset.1' } });
  writeFileSync(file, 'export const handler = async () => "changed"');
  expect(await invoke('fn')).toBe('deployed');
});

test('code that no function uses any more is removed', async () => {
  const store = new CodeStore(join(cloud.directory, 'code'));
  const old = store.inline('old', '');
  const again = new CodeStore(join(cloud.directory, 'code'));
  const used = again.inline('used', '');
  again.prune();
  expect([existsSync(old), existsSync(used)]).toEqual([false, true]);
});

test('versions and aliases stand for the function', async () => {
  await declare('AWS::Lambda::Function', fn);
  const version = await declare('AWS::Lambda::Version', { FunctionName: 'fn' });
  const alias = await declare('AWS::Lambda::Alias', {
    FunctionName: 'fn',
    FunctionVersion: '1',
    Name: 'live',
  });
  expect([version.ref, alias.ref]).toEqual([
    'arn:aws:lambda:eu-north-1:000000000000:function:fn:1',
    'arn:aws:lambda:eu-north-1:000000000000:function:fn:live',
  ]);
  expect((await cloud.lambda.invoke(alias.ref, '{}')).executedVersion).toBe('1');
});

test('a permission lets a service invoke the function from its source, and from no other', async () => {
  const { Arn } = (await declare('AWS::Lambda::Function', fn)) as unknown as { Arn: string };
  await declare('AWS::Lambda::Permission', {
    FunctionName: 'fn',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
    SourceArn: 'arn:aws:execute-api:eu-north-1:000000000000:abc/*/*/calls/{id}',
  });
  const invokeAs = invokeForHttpApi(cloud.lambda, access, place);
  const event = (routeKey: string) => ({ routeKey, requestContext: { apiId: 'abc', stage: '$default' } });
  expect(await invokeAs(Arn, event('GET /calls/{id}'))).toMatchObject({
    event: { routeKey: 'GET /calls/{id}' },
  });
  await expect(invokeAs(Arn, event('GET /cases/{id}'))).rejects.toMatchObject({
    code: 'AccessDeniedException',
  });
});

test.each<[JsonObject, string]>([
  [{ Runtime: 'nodejs22.x' }, 'runs nodejs24.x, not nodejs22.x'],
  [{ Runtime: 'python3.13' }, 'not python3.13'],
  [{ PackageType: 'Image', Runtime: null }, 'not images'],
  [{ Code: { ImageUri: 'image' } }, 'Code.ImageUri'],
  [{ Timeout: 901 }, 'Timeout must be from 1 to 900'],
  [{ MemorySize: 64 }, 'MemorySize must be from 128 to 10240'],
  [{ Environment: { Variables: { AWS_REGION: 'x' } } }, 'Lambda reserves AWS_REGION'],
  [{ Environment: { Variables: { BIG: 'x'.repeat(4096) } } }, 'Lambda takes 4 KB'],
  [{ Role: 'arn:aws:iam::000000000000:role/other' }, 'sts:AssumeRole'],
])('a function with %j is refused', async (properties, message) => {
  await expect(declare('AWS::Lambda::Function', { ...fn, ...properties })).rejects.toThrow(message);
});

test('an asset that is a file is refused', async () => {
  writeFileSync(join(assets, 'code.zip'), '');
  const Code = { S3Bucket: 'assets', S3Key: 'code.zip' };
  await expect(declare('AWS::Lambda::Function', { ...fn, Code })).rejects.toThrow('code.zip is a file');
});

/** "Invoke an AWS Lambda function with Step Functions". */
describe('as Step Functions calls it', () => {
  const { signal } = new AbortController();
  const call = (args: JsonObject) => lambdaTask(cloud.lambda).call(args, { roleArn, signal });

  test('the payload goes in and comes out as JSON', async () => {
    await declare('AWS::Lambda::Function', fn);
    expect(await call({ FunctionName: 'fn', Payload: { a: [1] } })).toEqual({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      Payload: { event: { a: [1] }, memory: '128' },
      SdkHttpMetadata: { HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: expect.any(String) },
    });
  });

  test('a function that fails fails the task under its error’s name, with its answer as the cause', async () => {
    const ZipFile = 'exports.handler = async () => { throw new RangeError("too many") }';
    await declare('AWS::Lambda::Function', { ...fn, Code: { ZipFile } });
    const failed = await call({ FunctionName: 'fn' }).catch((thrown: unknown) => thrown);
    expect(failed).toMatchObject({ error: 'RangeError' });
    expect(JSON.parse((failed as { cause: string }).cause)).toMatchObject({ errorMessage: 'too many' });
  });

  test('Lambda’s own refusals are named after it', async () => {
    await expect(call({ FunctionName: 'none' })).rejects.toMatchObject({
      error: 'Lambda.ResourceNotFoundException',
    });
    await declare('AWS::Lambda::Function', { ...fn, ReservedConcurrentExecutions: 0 });
    await expect(call({ FunctionName: 'fn' })).rejects.toMatchObject({
      error: 'Lambda.TooManyRequestsException',
    });
  });

  test('an event is only handed over', async () => {
    await declare('AWS::Lambda::Function', fn);
    expect(await call({ FunctionName: 'fn', InvocationType: 'Event' })).toMatchObject({ StatusCode: 202 });
  });
});
