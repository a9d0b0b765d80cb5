import { createHash } from 'node:crypto';
import * as z from 'zod';
import { physicalName } from '../assembly/physical-name.ts';
import { Refused } from '../assembly/properties.ts';
import type { Declared, Json, Place, ResourceKind } from '../service.ts';
import type { Access } from './access.ts';
import { uniqueId } from './unique-id.ts';

/**
 * The IAM resources of a template: AWS::IAM::Role, AWS::IAM::Policy and AWS::IAM::ManagedPolicy. A policy that the
 * evaluator does not understand whole is refused as it is made (MalformedPolicyDocument), one for users or groups as
 * an unsupported property.
 *
 * AWS CloudFormation Template Reference, AWS_IAM.html
 */
export function accessKinds(access: Access, place: Place): ResourceKind[] {
  return [roleKind(access, place), policyKind(access), managedPolicyKind(access, place)];
}

/** IAM's limit. */
const longestName = 64;

const unimportant = {
  Description: 'words for people',
  Tags: 'nothing here reads tags of IAM; policies that would are refused',
};

const document = z.custom<Json>(
  (value) => typeof value === 'object' && value !== null,
  'not a policy document',
);
const path = z.optional(z.string().regex(/^\/([!-~]*\/)?$/));

const roleIdentity = z.object({ Path: path, RoleName: z.optional(z.string()) });

const roleProperties = z.object({
  AssumeRolePolicyDocument: document,
  ManagedPolicyArns: z.optional(z.array(z.string())),
  Policies: z.optional(z.array(z.strictObject({ PolicyName: z.string(), PolicyDocument: document }))),
});

function roleKind(access: Access, place: Place): ResourceKind {
  const nameOf = (resource: Declared) =>
    read(roleIdentity, resource).RoleName ?? physicalName(resource, longestName);
  const arnOf = (resource: Declared) =>
    `arn:aws:iam::${place.account}:role${read(roleIdentity, resource).Path ?? '/'}${nameOf(resource)}`;
  return {
    type: 'AWS::IAM::Role',
    supported: ['AssumeRolePolicyDocument', 'ManagedPolicyArns', 'Path', 'Policies', 'RoleName'],
    ignored: { ...unimportant, MaxSessionDuration: 'credentials here do not end' },
    ref: nameOf,
    attributes: (resource) => ({ Arn: arnOf(resource), RoleId: `AROA${idOf(arnOf(resource), 17)}` }),
    create(resource) {
      const { AssumeRolePolicyDocument, ManagedPolicyArns, Policies } = read(roleProperties, resource);
      access.putRole(arnOf(resource), {
        trust: AssumeRolePolicyDocument,
        policies: (Policies ?? []).map(({ PolicyDocument }) => PolicyDocument),
        managedPolicyArns: ManagedPolicyArns ?? [],
      });
    },
  };
}

const policyIdentity = z.object({ PolicyName: z.string() });

const policyProperties = z.object({ PolicyDocument: document, Roles: z.array(z.string()) });

function policyKind(access: Access): ResourceKind {
  const nameOf = (resource: Declared) => read(policyIdentity, resource).PolicyName;
  return {
    type: 'AWS::IAM::Policy',
    supported: ['PolicyDocument', 'PolicyName', 'Roles'],
    ignored: {},
    ref: nameOf,
    attributes: () => ({}),
    create(resource) {
      const { PolicyDocument, Roles } = read(policyProperties, resource);
      for (const role of Roles) access.attachPolicy(role, nameOf(resource), PolicyDocument);
    },
  };
}

const managedPolicyIdentity = z.object({ ManagedPolicyName: z.optional(z.string()), Path: path });

const managedPolicyProperties = z.object({
  PolicyDocument: document,
  Roles: z.optional(z.array(z.string())),
});

function managedPolicyKind(access: Access, place: Place): ResourceKind {
  const arnOf = (resource: Declared) => {
    const { ManagedPolicyName, Path } = read(managedPolicyIdentity, resource);
    const name = ManagedPolicyName ?? physicalName(resource, longestName);
    return `arn:aws:iam::${place.account}:policy${Path ?? '/'}${name}`;
  };
  return {
    type: 'AWS::IAM::ManagedPolicy',
    supported: ['ManagedPolicyName', 'Path', 'PolicyDocument', 'Roles'],
    ignored: unimportant,
    ref: arnOf,
    attributes: (resource) => ({ PolicyArn: arnOf(resource) }),
    create(resource) {
      const { PolicyDocument, Roles = [] } = read(managedPolicyProperties, resource);
      access.putManagedPolicy(arnOf(resource), PolicyDocument);
      for (const role of Roles) access.attachPolicy(role, arnOf(resource), PolicyDocument);
    },
  };
}

function read<T extends z.ZodType>(properties: T, resource: Declared): z.infer<T> {
  const parsed = properties.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  throw new Refused(`${resource.logicalId}: ${z.prettifyError(parsed.error)}`);
}

function idOf(text: string, length: number): string {
  return uniqueId(createHash('sha256').update(text).digest().subarray(0, length));
}
