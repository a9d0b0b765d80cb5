import * as z from 'zod';
import { readProperties } from '../assembly/read-properties.ts';
import type { Declared, Place, ResourceKind } from '../service.ts';
import { clientKind } from './client-resource.ts';
import type { Cognito } from './cognito.ts';
import { userPoolKind } from './user-pool-resource.ts';

/**
 * How the local cloud makes user pools and what belongs to them.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_Cognito.html
 */
export function cognitoKinds(cognito: Cognito, place: Place): ResourceKind[] {
  return [
    userPoolKind(cognito, place),
    resourceServerKind(cognito),
    clientKind(cognito),
    groupKind(cognito),
    domainKind(cognito),
  ];
}

const ResourceServer = z.object({
  UserPoolId: z.string(),
  Identifier: z.string(),
  Scopes: z.array(z.strictObject({ ScopeName: z.string(), ScopeDescription: z.string() })).default([]),
});

function resourceServerKind(cognito: Cognito): ResourceKind {
  return {
    type: 'AWS::Cognito::UserPoolResourceServer',
    supported: Object.keys(ResourceServer.shape),
    ignored: { Name: 'a label' },
    ref: (resource) => readProperties(ResourceServer, resource).Identifier,
    attributes: () => ({}),
    create(resource) {
      const { UserPoolId, Identifier, Scopes } = readProperties(ResourceServer, resource);
      cognito.pool(UserPoolId).putScopes(Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`));
    },
  };
}

const Group = z.object({
  UserPoolId: z.string(),
  GroupName: z.string().optional(),
  Description: z.string().optional(),
  Precedence: z.int().min(0).optional(),
});

function groupKind(cognito: Cognito): ResourceKind {
  const nameOf = (resource: Declared) => readProperties(Group, resource).GroupName ?? resource.logicalId;
  return {
    type: 'AWS::Cognito::UserPoolGroup',
    supported: Object.keys(Group.shape),
    ignored: {},
    ref: nameOf,
    attributes: () => ({}),
    create(resource) {
      const { UserPoolId, Description, Precedence } = readProperties(Group, resource);
      const group = { name: nameOf(resource), description: Description, precedence: Precedence };
      cognito.pool(UserPoolId).groups.put(group);
    },
  };
}

const Domain = z.object({ UserPoolId: z.string(), Domain: z.string() });

/** The pages that AWS serves on the domain are served below the pool's issuer; see `serveHostedUi`. */
function domainKind(cognito: Cognito): ResourceKind {
  return {
    type: 'AWS::Cognito::UserPoolDomain',
    supported: Object.keys(Domain.shape),
    ignored: { ManagedLoginVersion: 'the sign-in page is the local one' },
    ref: (resource) => readProperties(Domain, resource).Domain,
    attributes: () => ({}),
    create(resource) {
      const { UserPoolId, Domain: domain } = readProperties(Domain, resource);
      cognito.pool(UserPoolId).domain = domain;
    },
  };
}
