import { Access } from '../../../local/access/access.ts';
import { accessKinds } from '../../../local/access/resources.ts';
import type { JsonObject, ResourceKind } from '../../../local/service.ts';

/* "AWS::IAM::Role", "AWS::IAM::Policy" and "AWS::IAM::ManagedPolicy", AWS CloudFormation Template Reference */
const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:4566' };
const trust: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
};
const reading: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::archive/*' }],
};
const read = { action: 's3:GetObject', resource: 'arn:aws:s3:::archive/a' };

function kindsOf(access: Access): (type: string) => ResourceKind {
  const kinds = new Map(accessKinds(access, place).map((kind) => [kind.type, kind]));
  return (type) => kinds.get(type) ?? fail(`no kind ${type}`);
}

const fail = (message: string): never => {
  throw new Error(message);
};
const declared = (logicalId: string, properties: JsonObject) => ({ stack: 'Anslag', logicalId, properties });
const role = (properties: JsonObject = {}) =>
  declared('ReadCaseRole', { AssumeRolePolicyDocument: trust, ...properties });

test('a role is known by stack and logical id, or by its own name and path', () => {
  const kind = kindsOf(new Access(place))('AWS::IAM::Role');
  expect(kind.ref(role())).toBe('Anslag-ReadCaseRole');
  expect(kind.attributes(role()).Arn).toBe('arn:aws:iam::000000000000:role/Anslag-ReadCaseRole');
  const named = role({ RoleName: 'reader', Path: '/anslag/' });
  expect(kind.ref(named)).toBe('reader');
  expect(kind.attributes(named).Arn).toBe('arn:aws:iam::000000000000:role/anslag/reader');
  expect(kind.attributes(named).RoleId).toMatch(/^AROA[A-Z2-7]{17}$/);
});

test('a long name is cut to 64 characters and stays its own', () => {
  const kind = kindsOf(new Access(place))('AWS::IAM::Role');
  const long = (end: string) => kind.ref(declared(`${'Long'.repeat(20)}${end}`, {}));
  expect(long('A')).toHaveLength(64);
  expect(long('A')).not.toBe(long('B'));
});

test('policies reach their role inline, attached and managed', () => {
  for (const way of ['inline', 'attached', 'managed before', 'managed after']) {
    const access = new Access(place);
    const kind = kindsOf(access);
    const roleKind = kind('AWS::IAM::Role');
    const managed = (Roles: string[]) =>
      declared('Reading', { ManagedPolicyName: 'reading', PolicyDocument: reading, Roles });
    if (way === 'managed before') kind('AWS::IAM::ManagedPolicy').create(managed([]));
    roleKind.create(
      role({
        Policies: way === 'inline' ? [{ PolicyName: 'reading', PolicyDocument: reading }] : [],
        ManagedPolicyArns: way === 'managed before' ? [kind('AWS::IAM::ManagedPolicy').ref(managed([]))] : [],
      }),
    );
    const Roles = [roleKind.ref(role())];
    if (way === 'attached') {
      const policy = declared('Policy', { PolicyName: 'reading', PolicyDocument: reading, Roles });
      kind('AWS::IAM::Policy').create(policy);
    }
    if (way === 'managed after') kind('AWS::IAM::ManagedPolicy').create(managed(Roles));
    const roleArn = roleKind.attributes(role()).Arn ?? '';
    expect(() => access.check({ kind: 'role', roleArn }, read)).not.toThrow();
    expect(() => access.checkAssume(roleArn, 'lambda.amazonaws.com')).not.toThrow();
  }
});

test('a policy for a role that is not there is refused', () => {
  const policy = declared('Policy', { PolicyName: 'reading', PolicyDocument: reading, Roles: ['nobody'] });
  expect(() => kindsOf(new Access(place))('AWS::IAM::Policy').create(policy)).toThrow('nobody');
});

test('a role without a trust policy, or with one of another form, is refused by its logical id', () => {
  const { create } = kindsOf(new Access(place))('AWS::IAM::Role');
  expect(() => create(declared('ReadCaseRole', {}))).toThrow('ReadCaseRole');
  expect(() => create(role({ Policies: [{ PolicyName: 'x' }] }))).toThrow('PolicyDocument');
});

test('users, groups and permission boundaries are not among the supported properties', () => {
  for (const { supported, ignored } of accessKinds(new Access(place), place)) {
    for (const property of ['Users', 'Groups', 'PermissionsBoundary']) {
      expect([...supported, ...Object.keys(ignored)]).not.toContain(property);
    }
  }
});
