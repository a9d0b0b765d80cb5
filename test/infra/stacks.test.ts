import { readdirSync, readFileSync } from 'node:fs';
import { App, Aspects } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { routes } from '../../contract/routes.ts';
import { makeStacks } from '../../infra/stacks.ts';

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties are as AWS defines them for each type
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

const templates = ['stateful', 'stateless'].map((name) =>
  JSON.parse(readFileSync(`cdk.out/anslag-main-${name}.template.json`, 'utf8')),
);
const resources: readonly (Resource & { readonly id: string })[] = templates.flatMap(({ Resources }) =>
  Object.entries(Resources as Record<string, Resource>).map(([id, resource]) => ({ id, ...resource })),
);
/** CDK's own function that puts the portal's files into their bucket is not ours to write; its rights have a test. */
const provider = 'CustomCDKBucketDeployment';
const ofType = (type: string) =>
  resources.filter(({ id, Type }) => Type === type && !id.startsWith(provider));

test('there is a function for each folder, on Node 24, with a time, a trace and a log that is not kept for ever', () => {
  const folders = readdirSync('functions', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const functions = ofType('AWS::Lambda::Function');
  expect(functions).toHaveLength(folders.length);
  for (const { Properties } of functions) {
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', TracingConfig: { Mode: 'Active' } });
    expect(Properties.Timeout).toBeLessThanOrEqual(900);
    expect(Properties.LoggingConfig.LogGroup).toBeDefined();
  }
  for (const { Properties } of ofType('AWS::Logs::LogGroup')) expect(Properties.RetentionInDays).toBe(365);
});

test('no function shares its role with another', () => {
  const roles = ofType('AWS::Lambda::Function').map(({ Properties }) => JSON.stringify(Properties.Role));
  expect(new Set(roles).size).toBe(roles.length);
});

test('no policy allows every action of a service, nor anything on everything but tracing and log delivery', () => {
  const statements = ofType('AWS::IAM::Policy').flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  );
  expect(statements.length).toBeGreaterThan(40);
  for (const { Action, Resource } of statements) {
    const actions: string[] = [Action].flat();
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    if ([Resource].flat().includes('*')) {
      expect(actions.filter((action) => !/^(xray|logs):/.test(action))).toEqual([]);
    }
  }
});

test('only the function that sends mail may send mail, and only the one that publishes calls may schedule', () => {
  const mayDo = (action: string) =>
    ofType('AWS::IAM::Policy')
      .filter(({ Properties }) => JSON.stringify(Properties.PolicyDocument).includes(action))
      .map(({ id }) => id.replace(/Role.*/, ''));
  expect(mayDo('ses:SendEmail')).toEqual(['SendMail']);
  expect(mayDo('scheduler:CreateSchedule')).toEqual(['ServeOfficials']);
  expect(mayDo('states:SendTaskSuccess').sort()).toEqual([
    'EndWaiting',
    'FollowCompletion',
    'OpenTask',
    'RegisterCase',
    'ServeApplicants',
    'ServeOfficials',
  ]);
});

test('the public function can write nothing but feedback', () => {
  const [policy] = ofType('AWS::IAM::Policy').filter(({ id }) => id.startsWith('ServePublicRole'));
  const actions: string[] = policy?.Properties.PolicyDocument.Statement.flatMap(
    ({ Action }: { Action: string }) => Action,
  );
  expect(actions.filter((action) => !/^(xray|logs):/.test(action)).sort()).toEqual([
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:Query',
    's3:GetObject',
    's3:ListBucket',
  ]);
  const putting = policy?.Properties.PolicyDocument.Statement.find(
    ({ Action }: { Action: string }) => Action === 'dynamodb:PutItem',
  );
  expect(putting?.Condition).toEqual({
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['FEEDBACK#*'] },
  });
});

test('nothing may delete an item but the applicants’ function, and that only drafts', () => {
  const deleting = ofType('AWS::IAM::Policy').flatMap(({ id, Properties }) =>
    Properties.PolicyDocument.Statement.filter(({ Action }: { Action: string | string[] }) =>
      [Action].flat().includes('dynamodb:DeleteItem'),
    ).map(({ Condition }: { Condition: object }) => [id.replace(/Role.*/, ''), Condition]),
  );
  expect(deleting).toEqual([
    ['ServeApplicants', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['DRAFT#*'] } }],
  ]);
});

test('what must never be lost is kept when the stack is deleted', () => {
  for (const type of ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool']) {
    expect(ofType(type).length).toBeGreaterThan(0);
    for (const { DeletionPolicy } of ofType(type)) expect(DeletionPolicy).toBe('Retain');
  }
  const [table] = ofType('AWS::DynamoDB::Table');
  expect(table?.Properties).toMatchObject({
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
});

test('no bucket is public, and the files are versioned', () => {
  for (const { Properties } of ofType('AWS::S3::Bucket')) {
    expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
  }
  const files = ofType('AWS::S3::Bucket').find(({ id }) => id.startsWith('Files'));
  expect(files?.Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
});

test('nobody can change or delete what is in the archive for at least five years', () => {
  const archive = ofType('AWS::S3::Bucket').find(({ id }) => id.startsWith('Archive'));
  expect(archive?.Properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1825 } } },
  });
  const statements = JSON.stringify(ofType('AWS::IAM::Policy').map(({ Properties }) => Properties));
  expect(statements).not.toMatch(/BypassGovernanceRetention|PutObjectLegalHold/);
});

test('every route of the contract is deployed, signed in where its audience must be, and no other', () => {
  const deployed = ofType('AWS::ApiGatewayV2::Route').map(({ Properties }) => [
    Properties.RouteKey,
    Properties.AuthorizationType === 'JWT',
  ]);
  const wanted = Object.entries(routes).map(([key, audience]) => [key, audience !== 'public']);
  expect(deployed.sort()).toEqual(wanted.sort());
});

test('every route has a rate limit, and what is costly or open to anybody a lower one', () => {
  const [stage] = ofType('AWS::ApiGatewayV2::Stage');
  const { DefaultRouteSettings, RouteSettings } = stage?.Properties ?? {};
  expect(DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
  expect(Object.keys(RouteSettings).filter((key) => !(key in routes))).toEqual([]);
  for (const { ThrottlingRateLimit, ThrottlingBurstLimit } of Object.values<Record<string, number>>(
    RouteSettings,
  )) {
    expect(ThrottlingRateLimit).toBeLessThan(100);
    expect(ThrottlingBurstLimit).toBeLessThan(200);
  }
  const writtenByAnybody = Object.entries(routes).filter(
    ([key, audience]) => audience === 'public' && !key.startsWith('GET '),
  );
  expect(writtenByAnybody.length).toBeGreaterThan(0);
  for (const [key] of writtenByAnybody)
    expect(RouteSettings[key]?.ThrottlingRateLimit).toBeLessThanOrEqual(1);
});

test('every workflow is standard, traced and logged without its data', () => {
  const machines = ofType('AWS::StepFunctions::StateMachine');
  expect(machines).toHaveLength(6);
  for (const { Properties } of machines) {
    expect(Properties).toMatchObject({
      StateMachineType: 'STANDARD',
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
    });
  }
});

test('every alarm tells an engineer, and the runbook has its section', () => {
  const runbook = readFileSync('docs/runbook.md', 'utf8');
  const sections = [...runbook.matchAll(/^## (\S+)$/gm)].map(([, section]) => section);
  const alarms = ofType('AWS::CloudWatch::Alarm');
  expect(alarms.length).toBeGreaterThan(5);
  for (const { Properties } of alarms) {
    expect(Properties.AlarmActions).toHaveLength(1);
    const [, section] = /docs\/runbook\.md#(\S+)$/.exec(Properties.AlarmDescription) ?? [];
    expect(sections).toContain(section);
  }
});

test('a stopped workflow, however it stopped, is recorded', () => {
  const patterns = ofType('AWS::Events::Rule').map(({ Properties }) => Properties.EventPattern);
  const stopped = patterns.find((pattern) => pattern?.source.includes('aws.states'));
  expect(stopped.detail.status).toEqual(['FAILED', 'TIMED_OUT', 'ABORTED']);
  expect(stopped.detail.stateMachineArn).toHaveLength(6);
});

test('the stacks are for eu-north-1 and need no account to be synthesized', () => {
  const manifest = JSON.parse(readFileSync('cdk.out/manifest.json', 'utf8'));
  for (const name of ['anslag-main-stateful', 'anslag-main-stateless']) {
    expect(manifest.artifacts[name].environment).toBe('aws://unknown-account/eu-north-1');
  }
});

test('cdk-nag’s AwsSolutions pack finds nothing that is not accepted with a reason', () => {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const app = new App({ context });
  const { stateful, stateless } = makeStacks(app);
  Aspects.of(app).add(new AwsSolutionsChecks());
  app.synth();
  const found = [stateful, stateless].flatMap((stack) =>
    (['findError', 'findWarning'] as const).flatMap((find) =>
      Annotations.fromStack(stack)
        [find]('*', Match.stringLikeRegexp('AwsSolutions-.*'))
        .map(({ id, entry }) => `${id}: ${entry.data}`),
    ),
  );
  expect(found).toEqual([]);
});

test('what deploys the portal’s files can write into their bucket and no other', () => {
  const [policy, ...others] = resources.filter(
    ({ id, Type }) => id.startsWith(provider) && Type === 'AWS::IAM::Policy',
  );
  expect(others).toEqual([]);
  const writing = policy?.Properties.PolicyDocument.Statement.filter(({ Action }: { Action: string[] }) =>
    Action.some((action) => action.startsWith('s3:') && !/^s3:(Get|List)/.test(action)),
  );
  expect(writing).toHaveLength(1);
  const named = JSON.stringify(writing[0].Resource).match(/"Fn::GetAtt":\["(\w+)"/g);
  expect(named).toHaveLength(2);
  for (const name of named ?? []) expect(name).toContain('PortalFiles');
});

test('the portal’s pages take nothing from elsewhere, and its API stands on the same name', () => {
  const [distribution] = ofType('AWS::CloudFront::Distribution');
  const { CacheBehaviors, DefaultCacheBehavior } = distribution?.Properties.DistributionConfig ?? {};
  expect(CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual([
    '/assets/*',
    '/api/*',
  ]);
  expect(DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
  const policies = ofType('AWS::CloudFront::ResponseHeadersPolicy').map(({ Properties }) =>
    JSON.stringify(Properties),
  );
  expect(policies).toHaveLength(3);
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval| \*/);
    expect(policy).toContain('StrictTransportSecurity');
  }
});
