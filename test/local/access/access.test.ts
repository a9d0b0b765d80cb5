import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access } from '../../../local/access/access.ts';
import { openDatabase } from '../../../local/database.ts';
import type { Caller, Json, JsonObject, Permission } from '../../../local/service.ts';

/* "Policy evaluation logic", IAM User Guide, reference_policies_evaluation-logic.html */
const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:4566' };
const roleArn = `arn:aws:iam::${place.account}:role/service/clerk`;
const clerk: Caller = { kind: 'role', roleArn };
const anonymous: Caller = { kind: 'anonymous' };
const bucket = 'arn:aws:s3:::archive';

const policy = (...statements: JsonObject[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements,
});
const allow = (action: Json, resource: Json, more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
const deny = (action: Json, resource: Json, more: JsonObject = {}): JsonObject => ({
  ...allow(action, resource, more),
  Effect: 'Deny',
});
const trusting = (service: string, more: JsonObject = {}): JsonObject =>
  policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service }, ...more });

function accessWith(statements: JsonObject[], resourceStatements: JsonObject[] = []): Access {
  const access = new Access(place);
  access.putRole(roleArn, {
    trust: trusting('lambda.amazonaws.com'),
    policies: statements.length > 0 ? [policy(...statements)] : [],
  });
  if (resourceStatements.length > 0) access.putResourcePolicy(bucket, policy(...resourceStatements));
  return access;
}

function refusal(work: () => void): { code: string; message: string; status: number } | undefined {
  try {
    work();
  } catch (error) {
    return error as { code: string; message: string; status: number };
  }
  return undefined;
}

const may = (
  access: Access,
  action: string,
  resource: string,
  conditions: Permission['conditions'] = {},
  caller: Caller = clerk,
): boolean => refusal(() => access.check(caller, { action, resource, conditions })) === undefined;

describe('identity policies', () => {
  test('nothing is allowed that no statement allows, and the message names it', () => {
    const refused = refusal(() =>
      accessWith([]).check(clerk, {
        action: 'dynamodb:GetItem',
        resource: 'arn:aws:dynamodb:eu-north-1:0:table/cases',
      }),
    );
    expect(refused).toMatchObject({
      code: 'AccessDeniedException',
      status: 400,
      message:
        'User: arn:aws:sts::000000000000:assumed-role/clerk/local is not authorized to perform: dynamodb:GetItem on ' +
        'resource: arn:aws:dynamodb:eu-north-1:0:table/cases because no identity-based policy allows the ' +
        'dynamodb:GetItem action',
    });
  });

  test('S3 has its own code', () => {
    const refused = refusal(() =>
      accessWith([]).check(clerk, { action: 's3:GetObject', resource: `${bucket}/a` }),
    );
    expect(refused).toMatchObject({ code: 'AccessDenied', status: 403 });
    expect(refused?.message).toContain(`s3:GetObject on resource: "${bucket}/a" because`);
  });

  test('actions match without regard to case, resources with it, both with wildcards', () => {
    const access = accessWith([allow(['s3:get*', 's3:?utObject'], [`${bucket}/a/*`, `${bucket}/b?`])]);
    expect(may(access, 's3:GetObject', `${bucket}/a/deep/er.pdf`)).toBe(true);
    expect(may(access, 's3:PutObject', `${bucket}/b1`)).toBe(true);
    expect(may(access, 's3:PutObject', `${bucket}/b12`)).toBe(false);
    expect(may(access, 's3:GetObject', `${bucket}/A/x`)).toBe(false);
    expect(may(access, 's3:DeleteObject', `${bucket}/a/x`)).toBe(false);
    expect(may(access, 's3:GetObject', `${bucket}x/a/x`)).toBe(false);
  });

  test('an explicit deny wins over every allow', () => {
    const access = accessWith([allow('*', '*'), deny('s3:DeleteObject', '*')]);
    expect(may(access, 's3:GetObject', `${bucket}/a`)).toBe(true);
    const refused = refusal(() =>
      access.check(clerk, { action: 's3:DeleteObject', resource: `${bucket}/a` }),
    );
    expect(refused?.message).toMatch(/with an explicit deny in an identity-based policy$/);
  });

  test('NotAction and NotResource are about everything else', () => {
    const access = accessWith([
      { Effect: 'Allow', NotAction: 's3:Delete*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:*', NotResource: [bucket, `${bucket}/*`] },
    ]);
    expect(may(access, 's3:GetObject', `${bucket}/a`)).toBe(true);
    expect(may(access, 's3:DeleteObject', `${bucket}/a`)).toBe(false);
    expect(may(access, 's3:GetObject', 'arn:aws:s3:::other/a')).toBe(false);
  });

  test('every condition of a statement must hold, keys without regard to case', () => {
    const condition = {
      StringLike: { 'S3:Prefix': 'cases/*' },
      NumericLessThanEquals: { 's3:max-keys': 10 },
      Bool: { 'aws:SecureTransport': true },
    };
    const access = accessWith([allow('s3:ListBucket', bucket, { Condition: condition })]);
    expect(may(access, 's3:ListBucket', bucket, { 's3:prefix': 'cases/1', 's3:max-keys': '10' })).toBe(true);
    expect(may(access, 's3:ListBucket', bucket, { 's3:prefix': 'cases/1', 's3:max-keys': '11' })).toBe(false);
    expect(may(access, 's3:ListBucket', bucket, { 's3:prefix': 'other/1', 's3:max-keys': '1' })).toBe(false);
    expect(may(access, 's3:ListBucket', bucket)).toBe(false);
  });

  test('variables stand for what the request has, their wildcards for themselves', () => {
    const access = accessWith([
      allow('s3:GetObject', `${bucket}/\${s3:owner}/*`),
      allow('s3:PutObject', `${bucket}/\${s3:owner, 'nobody'}/\${*}`),
    ]);
    expect(may(access, 's3:GetObject', `${bucket}/turku/a`, { 's3:owner': 'turku' })).toBe(true);
    expect(may(access, 's3:GetObject', `${bucket}/turku/a`, { 's3:owner': '*' })).toBe(false);
    expect(may(access, 's3:GetObject', `${bucket}/*/a`, { 's3:owner': '*' })).toBe(true);
    expect(may(access, 's3:GetObject', `${bucket}//a`)).toBe(false);
    expect(may(access, 's3:PutObject', `${bucket}/nobody/*`)).toBe(true);
    expect(may(access, 's3:PutObject', `${bucket}/nobody/a`)).toBe(false);
  });

  test('in the older version of the language a variable is mere text', () => {
    const access = new Access(place);
    const old = { Version: '2008-10-17', Statement: [allow('s3:GetObject', `${bucket}/\${s3:owner}`)] };
    access.putRole(roleArn, { trust: trusting('lambda.amazonaws.com'), policies: [old] });
    expect(may(access, 's3:GetObject', `${bucket}/turku`, { 's3:owner': 'turku' })).toBe(false);
    expect(may(access, 's3:GetObject', `${bucket}/\${s3:owner}`)).toBe(true);
  });

  test('the developer may do everything, a role that is not in the template nothing', () => {
    const access = accessWith([allow('*', '*')]);
    expect(may(access, 's3:DeleteObject', bucket, {}, { kind: 'developer' })).toBe(true);
    expect(may(access, 's3:GetObject', bucket, {}, { kind: 'role', roleArn: `${roleArn}-gone` })).toBe(false);
  });

  test('managed policies count, of AWS and of the template', () => {
    const access = new Access(place);
    const own = `arn:aws:iam::${place.account}:policy/reading`;
    const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    access.putManagedPolicy(own, policy(allow('s3:GetObject', `${bucket}/*`)));
    access.putRole(roleArn, {
      trust: trusting('lambda.amazonaws.com'),
      policies: [],
      managedPolicyArns: [basic, own],
    });
    expect(may(access, 'logs:PutLogEvents', 'arn:aws:logs:eu-north-1:0:log-group:x')).toBe(true);
    expect(may(access, 's3:GetObject', `${bucket}/a`)).toBe(true);
    expect(may(access, 's3:PutObject', `${bucket}/a`)).toBe(false);
    const unknown = {
      trust: trusting('x'),
      policies: [],
      managedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'],
    };
    expect(() => access.putRole(roleArn, unknown)).toThrow('PowerUserAccess');
  });
});

describe('resource policies', () => {
  const object = `${bucket}/a`;
  const principal = (element: Json) => [allow('s3:GetObject', `${bucket}/*`, { Principal: element })];

  test.each<[string, Json, boolean, boolean]>([
    ['everyone', '*', true, true],
    ['everyone, spelt out', { AWS: '*' }, true, true],
    ['the role', { AWS: [roleArn] }, true, false],
    ["the role's session", { AWS: 'arn:aws:sts::000000000000:assumed-role/clerk/local' }, true, false],
    ['another role', { AWS: `${roleArn}2` }, false, false],
    ['the account, which leaves it to the identity policies', { AWS: '000000000000' }, false, false],
    ["the account's root", { AWS: 'arn:aws:iam::000000000000:root' }, false, false],
    ['a service', { Service: 'cloudfront.amazonaws.com' }, false, false],
  ])('an Allow for %s', (_who, element, role, nobody) => {
    const access = accessWith([], principal(element));
    expect(may(access, 's3:GetObject', object)).toBe(role);
    expect(may(access, 's3:GetObject', object, {}, anonymous)).toBe(nobody);
  });

  test('a Deny for the account, the role or everyone wins over the identity policy', () => {
    for (const element of ['*', { AWS: place.account }, { AWS: roleArn }] as Json[]) {
      const access = accessWith([allow('*', '*')], [deny('s3:*', `${bucket}/*`, { Principal: element })]);
      const refused = refusal(() => access.check(clerk, { action: 's3:GetObject', resource: object }));
      expect(refused?.message).toMatch(/with an explicit deny in a resource-based policy$/);
      expect(may(access, 's3:ListBucket', bucket)).toBe(true);
      expect(may(access, 's3:GetObject', 'arn:aws:s3:::other/a')).toBe(true);
    }
  });

  test('the deny of insecure transport, which CDK writes, lets requests on the loopback through', () => {
    const insecure = { Principal: { AWS: '*' }, Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    const access = accessWith([allow('s3:*', '*')], [deny('s3:*', [bucket, `${bucket}/*`], insecure)]);
    expect(may(access, 's3:GetObject', object)).toBe(true);
  });

  test('conditions see the principal', () => {
    const others = { Principal: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': roleArn } } };
    const access = accessWith([allow('*', '*')], [deny('s3:GetObject', `${bucket}/*`, others)]);
    expect(may(access, 's3:GetObject', object)).toBe(true);
    expect(may(access, 's3:GetObject', object, {}, anonymous)).toBe(false);
  });

  test('a service acting by itself needs to be named', () => {
    const access = new Access(place);
    const queue = 'arn:aws:sqs:eu-north-1:000000000000:late';
    const rule = 'arn:aws:events:eu-north-1:000000000000:rule/late';
    const condition = { ArnEquals: { 'aws:SourceArn': rule } };
    access.putResourcePolicy(
      queue,
      policy(
        allow('sqs:SendMessage', queue, {
          Principal: { Service: 'events.amazonaws.com' },
          Condition: condition,
        }),
      ),
    );
    const send = (source: string) => ({
      action: 'sqs:SendMessage',
      resource: queue,
      conditions: { 'aws:SourceArn': source },
    });
    expect(refusal(() => access.checkService('events.amazonaws.com', send(rule)))).toBeUndefined();
    expect(refusal(() => access.checkService('events.amazonaws.com', send(`${rule}2`)))?.code).toBe(
      'AccessDeniedException',
    );
    expect(refusal(() => access.checkService('sns.amazonaws.com', send(rule)))?.code).toBe(
      'AccessDeniedException',
    );
  });
});

describe('trust policies', () => {
  test('only the services they name may assume a role, under their conditions', () => {
    const access = new Access(place);
    const condition = {
      StringEquals: { 'aws:SourceAccount': place.account },
      ArnLike: { 'aws:SourceArn': 'arn:aws:scheduler:*:*:schedule-group/default' },
    };
    access.putRole(roleArn, {
      trust: trusting('scheduler.amazonaws.com', { Condition: condition }),
      policies: [],
    });
    const from = (group: string) => ({
      'aws:SourceArn': `arn:aws:scheduler:eu-north-1:0:schedule-group/${group}`,
    });
    expect(
      refusal(() => access.checkAssume(roleArn, 'scheduler.amazonaws.com', from('default'))),
    ).toBeUndefined();
    expect(refusal(() => access.checkAssume(roleArn, 'scheduler.amazonaws.com', from('other')))?.code).toBe(
      'AccessDeniedException',
    );
    expect(
      refusal(() => access.checkAssume(roleArn, 'lambda.amazonaws.com', from('default')))?.message,
    ).toContain(`sts:AssumeRole on resource: ${roleArn}`);
    expect(refusal(() => access.checkAssume(`${roleArn}2`, 'lambda.amazonaws.com'))?.code).toBe(
      'AccessDeniedException',
    );
  });
});

describe('a policy beyond the language is refused when it is put', () => {
  const role = (statement: JsonObject) => () => accessWith([statement]);

  test.each<[string, () => unknown, string]>([
    ['an unknown element', role(allow('s3:*', '*', { Efect: 'Deny' })), 'Efect'],
    ['another effect', role({ ...allow('s3:*', '*'), Effect: 'allow' }), 'Effect'],
    [
      'another version',
      () => accessWithDocument({ Version: '2020-01-01', Statement: [allow('s3:*', '*')] }),
      'Version',
    ],
    ['no statement', () => accessWithDocument({ Version: '2012-10-17', Statement: [] }), 'Statement'],
    [
      'both Action and NotAction',
      role(allow('s3:*', '*', { NotAction: 's3:*' })),
      'either Action or NotAction',
    ],
    ['no Resource', role({ Effect: 'Allow', Action: 's3:*' }), 'either Resource or NotResource'],
    ['a wildcard for the service', role(allow('s*:GetObject', '*')), 's*:GetObject is not an action'],
    ['a Principal in an identity policy', role(allow('s3:*', '*', { Principal: '*' })), 'has no Principal'],
    ['no Principal in a resource policy', () => accessWith([], [allow('s3:*', '*')]), 'needs a Principal'],
    ['NotPrincipal', () => accessWith([], [allow('s3:*', '*', { NotPrincipal: '*' })]), 'NotPrincipal'],
    [
      'a wildcard in a Principal',
      () => accessWith([], [allow('s3:*', '*', { Principal: { AWS: 'arn:aws:iam::000000000000:role/*' } })]),
      'is not a principal',
    ],
    [
      'an unknown operator',
      role(allow('s3:*', '*', { Condition: { StringEqual: { 's3:prefix': 'a' } } })),
      'StringEqual',
    ],
    [
      'a global key that requests here do not have',
      role(allow('s3:*', '*', { Condition: { StringEquals: { 'aws:SourceVpc': 'v' } } })),
      'aws:SourceVpc',
    ],
    ['such a key as a variable', role(allow('s3:*', `${bucket}/\${aws:username}`)), 'aws:username'],
    [
      'a Resource in a trust policy',
      () =>
        new Access(place).putRole(roleArn, {
          trust: policy(allow('sts:AssumeRole', '*', { Principal: '*' })),
          policies: [],
        }),
      'has no Resource',
    ],
  ])('%s', (_what, put, words) => {
    const refused = refusal(put);
    expect(refused?.code).toBe('MalformedPolicyDocument');
    expect(refused?.message).toContain(words);
  });

  function accessWithDocument(document: JsonObject): void {
    new Access(place).putRole(roleArn, { trust: trusting('lambda.amazonaws.com'), policies: [document] });
  }
});

describe('after a restart', () => {
  test("a role's credentials are the same, and every role has its own", () => {
    const directory = mkdtempSync(join(tmpdir(), 'access-'));
    const database = openDatabase(directory);
    const first = new Access(place, database).credentialsFor(roleArn);
    database.close();
    const again = new Access(place, openDatabase(directory));
    expect(again.credentialsFor(roleArn)).toEqual(first);
    expect(again.credentialsFor(`${roleArn}2`).secretAccessKey).not.toBe(first.secretAccessKey);
    expect(first.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  });

  test('grants that were used stay used', () => {
    const directory = mkdtempSync(join(tmpdir(), 'access-'));
    const put = (access: Access) => {
      const statements = [
        allow(['s3:GetObject', 's3:PutObject'], [`${bucket}/a/*`, `${bucket}/b/*`], { Sid: 'Files' }),
        allow('sqs:*', '*'),
        deny('s3:DeleteObject', '*'),
        { Effect: 'Allow', NotAction: ['iam:*', 's3:*', 'sqs:*'], Resource: '*' },
      ];
      access.putRole(roleArn, { trust: trusting('lambda.amazonaws.com'), policies: [policy(...statements)] });
      return access;
    };
    const database = openDatabase(directory);
    const access = put(new Access(place, database));
    expect(access.unusedGrants()).toHaveLength(6);
    access.check(clerk, { action: 's3:GetObject', resource: `${bucket}/b/1` });
    expect(may(access, 's3:DeleteObject', `${bucket}/b/1`)).toBe(false);
    access.check(clerk, { action: 'states:StartExecution', resource: 'arn:aws:states:x' });
    database.close();
    expect(put(new Access(place, openDatabase(directory))).unusedGrants()).toEqual([
      { roleArn, sid: 'Files', action: 's3:GetObject', resource: `${bucket}/a/*` },
      { roleArn, sid: 'Files', action: 's3:PutObject', resource: `${bucket}/a/*` },
      { roleArn, sid: 'Files', action: 's3:PutObject', resource: `${bucket}/b/*` },
      { roleArn, action: 'sqs:*', resource: '*' },
    ]);
  });
});
