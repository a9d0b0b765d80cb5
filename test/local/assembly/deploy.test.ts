// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub marks its variables so
import { deploy } from '../../../local/assembly/deploy.ts';
import { AssemblyError } from '../../../local/assembly/problem.ts';
import type { Json, JsonObject } from '../../../local/service.ts';
import { anAssembly, aThing, deployed, place, things } from './an-assembly.ts';

/** AWS CloudFormation User Guide and Template Reference. */

async function resolved(Value: Json, template: JsonObject = {}): Promise<Json | undefined> {
  const Resources = { Other: aThing(), Thing: aThing({ Value }) };
  return (await deployed({ ...template, Resources })).Thing?.Value;
}

async function problemsOf(template: JsonObject): Promise<string[]> {
  const failed = deploy(anAssembly({ Stack: template }), place, [things().kind]);
  const error = await failed.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AssemblyError) return error.message.split('\n');
  throw new Error('the assembly was deployed');
}

describe('intrinsic functions', () => {
  test.each<[string, Json, Json]>([
    ['Ref to a resource', { Ref: 'Other' }, 'ref-of-Other'],
    ['Ref to a parameter', { Ref: 'Stage' }, 'test'],
    ['Ref to a list parameter', { Ref: 'Zones' }, ['a', 'b']],
    [
      'Ref to pseudo parameters',
      [{ Ref: 'AWS::Region' }, { Ref: 'AWS::StackName' }],
      ['eu-north-1', 'Stack'],
    ],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Other', 'Arn'] }, 'arn-of-Other'],
    ['Fn::GetAtt in one string', { 'Fn::GetAtt': 'Other.Nested.Name' }, 'nested'],
    ['Fn::Join', { 'Fn::Join': ['/', ['a', { Ref: 'Stage' }, 'c']] }, 'a/test/c'],
    [
      'Fn::Sub',
      { 'Fn::Sub': '${Other.Arn}:${Stage}:${AWS::AccountId}:${!Literal}' },
      'arn-of-Other:test:000000000000:${Literal}',
    ],
    [
      'Fn::Sub with variables',
      { 'Fn::Sub': ['${X}-${Stage}', { X: { Ref: 'Other' } }] },
      'ref-of-Other-test',
    ],
    ['Fn::Select and Fn::Split', { 'Fn::Select': ['1', { 'Fn::Split': [',', 'a,b,c'] }] }, 'b'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 512],
    ['Fn::Base64', { 'Fn::Base64': 'hello' }, 'aGVsbG8='],
    ['Fn::If', { 'Fn::If': ['IsTest', 'yes', 'no'] }, 'yes'],
    ['AWS::NoValue', { a: { 'Fn::If': ['IsProduction', 1, { Ref: 'AWS::NoValue' }] }, b: 2 }, { b: 2 }],
    [
      'functions within functions, deep in a value',
      { deep: [{ 'Fn::Join': ['', [{ 'Fn::Sub': '${Stage}' }]] }] },
      { deep: ['test'] },
    ],
  ])('%s', async (_what, value, expected) => {
    const template: JsonObject = {
      Parameters: {
        Stage: { Type: 'String', Default: 'test' },
        Zones: { Type: 'CommaDelimitedList', Default: 'a,b' },
      },
      Mappings: { Sizes: { test: { memory: 512 } } },
      Conditions: {
        IsTest: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] },
        IsProduction: {
          'Fn::And': [{ 'Fn::Not': [{ Condition: 'IsTest' }] }, { 'Fn::Or': [{ Condition: 'IsTest' }] }],
        },
      },
    };
    expect(await resolved(value, template)).toEqual(expected);
  });
});

test('resources are made after those they refer to or depend on', async () => {
  const { made, kind } = things();
  const Resources = {
    C: aThing({ Value: { 'Fn::Sub': '${B}' } }),
    B: aThing({ Value: { 'Fn::GetAtt': ['A', 'Arn'] } }),
    A: aThing({}, { DependsOn: ['D'] }),
    D: aThing(),
  };
  await deploy(anAssembly({ Stack: { Resources } }), place, [kind]);
  expect(made.map(({ logicalId }) => logicalId)).toEqual(['D', 'A', 'B', 'C']);
});

test('a resource whose condition is false is not there', async () => {
  const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
  const Resources = { A: aThing({}, { Condition: 'Never' }), B: aThing({}, { DependsOn: 'A' }) };
  expect(Object.keys(await deployed({ Conditions, Resources }))).toEqual(['B']);
});

test('outputs are given, and exports go to later stacks', async () => {
  const { made, kind } = things();
  const assembly = anAssembly({
    First: {
      Resources: { A: aThing() },
      Outputs: {
        Arn: {
          Value: { 'Fn::GetAtt': ['A', 'Arn'] },
          Export: { Name: { 'Fn::Sub': '${AWS::StackName}:A' } },
        },
      },
    },
    Second: { Resources: { B: aThing({ Value: { 'Fn::ImportValue': 'First:A' } }) } },
  });
  expect(await deploy(assembly, place, [kind])).toEqual({
    outputs: { First: { Arn: 'arn-of-A' }, Second: {} },
    resources: { First: { A: 'ref-of-A' }, Second: { B: 'ref-of-B' } },
  });
  expect(made[1]?.properties.Value).toBe('arn-of-A');
});

test('what means nothing on one machine is left out, and can be referred to', async () => {
  const Resources = {
    Log: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 7 } },
    Topic: { Type: 'AWS::SNS::Topic' },
    Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [{ Ref: 'Topic' }] } },
    Thing: aThing({ Name: { Ref: 'Topic' }, Value: { 'Fn::GetAtt': ['Log', 'Arn'] } }),
  };
  expect((await deployed({ Resources })).Thing).toEqual({
    Name: 'arn:aws:sns:eu-north-1:000000000000:Stack-Topic',
    Value: 'arn:aws:logs:eu-north-1:000000000000:log-group:Stack-Log:*',
  });
});

test('CDK’s way to switch on a bucket’s events becomes the bucket’s property, and its machinery is left out', async () => {
  const { made, kind } = things();
  const bucket = { ...kind, type: 'AWS::S3::Bucket', supported: ['NotificationConfiguration'] };
  const Resources = {
    Files: { Type: 'AWS::S3::Bucket' },
    Notifications: {
      Type: 'Custom::S3BucketNotifications',
      Properties: {
        ServiceToken: {
          'Fn::GetAtt': ['BucketNotificationsHandler050a0587b7544547bf325f094a3db8347ECC3691', 'Arn'],
        },
        BucketName: { Ref: 'Files' },
        NotificationConfiguration: { EventBridgeConfiguration: {} },
        Managed: true,
      },
    },
    BucketNotificationsHandler050a0587b7544547bf325f094a3db8347ECC3691: { Type: 'AWS::Lambda::Function' },
  };
  await deploy(anAssembly({ Stack: { Resources } }), place, [bucket]);
  expect(made.map(({ properties }) => properties)).toEqual([
    { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } },
  ]);
});

describe('everything unknown is an error at load', () => {
  test('all of it at once, each with its place', async () => {
    const template = {
      Resources: {
        Machine: { Type: 'AWS::EC2::Instance', Properties: { ImageId: 'ami' } },
        Thing: aThing({ Size: 3, Colour: 'red', Value: { 'Fn::GetAZs': '' }, Name: { Ref: 'Nobody' } }),
        Secret: aThing({ Value: '{{resolve:secretsmanager:key}}' }),
      },
      Outputs: { Out: { Value: { Ref: 'Missing' } } },
    };
    expect(await problemsOf(template)).toEqual([
      'Stack/Machine: the local cloud does not know the resource type AWS::EC2::Instance',
      'Stack/Thing (App/Thing/Resource): the local cloud does not know the property Size of Test::Thing',
      'Stack/Thing (App/Thing/Resource): Value: the local cloud does not know the intrinsic function Fn::GetAZs',
      'Stack/Thing (App/Thing/Resource): Name: there is no Nobody',
      'Stack/Secret: Value: dynamic reference {{resolve:secretsmanager:key}}',
      'Stack: Outputs.Out: there is no Missing',
    ]);
  });

  test('also what resources refuse when they are made, without repeating it for those that need them', async () => {
    const Resources = {
      A: aThing({ Fail: 'first reason' }),
      B: aThing({ Value: { Ref: 'A' } }),
      C: aThing({ Fail: 'second reason' }),
      D: aThing({ Value: { 'Fn::GetAtt': ['E', 'Size'] } }),
      E: aThing(),
    };
    const problems = (await problemsOf({ Resources })).filter((line) => line.startsWith('Stack/'));
    expect(problems).toEqual([
      'Stack/A: first reason',
      'Stack/C: second reason',
      'Stack/D: the local cloud has no attribute Size of E',
    ]);
  });

  test('nor for those of a later stack', async () => {
    const assembly = anAssembly({
      First: {
        Resources: { A: aThing({ Fail: 'the reason' }) },
        Outputs: { Arn: { Value: { Ref: 'A' }, Export: { Name: 'A' } } },
      },
      Second: { Resources: { B: aThing({ Value: { 'Fn::ImportValue': 'A' } }) } },
    });
    await expect(deploy(assembly, place, [things().kind])).rejects.toThrow(/^First\/A: the reason$/);
  });

  test.each<[string, JsonObject, string]>([
    [
      'a circle',
      { Resources: { A: aThing({ Value: { Ref: 'B' } }), B: aThing({}, { DependsOn: 'A' }) } },
      'circular dependency A → B → A',
    ],
    [
      'an unknown condition',
      { Resources: { A: aThing({}, { Condition: 'Nowhere' }) } },
      'there is no condition Nowhere',
    ],
    [
      'a parameter without a default',
      { Parameters: { P: { Type: 'String' } }, Resources: { A: aThing({ Value: { Ref: 'P' } }) } },
      'has no default',
    ],
    [
      'a parameter from SSM',
      {
        Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/x' } },
        Resources: { A: aThing({ Value: { Ref: 'P' } }) },
      },
      'AWS::SSM::Parameter',
    ],
    [
      'an import that nobody exports',
      { Resources: { A: aThing({ Value: { 'Fn::ImportValue': 'none' } }) } },
      'exports none',
    ],
    [
      'a mapping that is not there',
      { Resources: { A: aThing({ Value: { 'Fn::FindInMap': ['a', 'b', 'c'] } }) } },
      'no mapping a.b.c',
    ],
  ])('%s', async (_what, template, message) => {
    expect((await problemsOf(template)).join('\n')).toContain(message);
  });
});
