import * as z from 'zod';
import type { JsonObject, JsonOperation, JsonOperations } from '../service.ts';
import { groupOperations } from './group-operations.ts';
import { answerNewPassword, initiateAuth } from './initiate-auth.ts';
import { OfPool, onPool, type PoolOperation, parse } from './pool-operation.ts';
import { userOperations } from './user-operations.ts';
import type { UserPool } from './user-pool.ts';

/** The pools as operations reach them; ids that no pool or client has are ResourceNotFoundException. */
export interface Pools {
  pool(id: string): UserPool;
  /** The pool of a client. */
  poolOf(clientId: string): UserPool;
}

/** Operations that clients call without AWS credentials, as the API reference says under each of them. */
export const unsignedOperations: readonly string[] = ['InitiateAuth', 'RespondToAuthChallenge'];

/**
 * Operations of user pools, target prefix `AWSCognitoIdentityProviderService`. All but the unsigned ones need
 * the permission of their own name on the pool.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html
 */
export function cognitoOperations(pools: Pools): JsonOperations {
  const poolOf = (input: JsonObject) => pools.pool(parse(OfPool, input).UserPoolId);
  const operations = { ...userOperations, ...groupOperations, ...describeOperations };
  const signed = Object.entries(operations).map(([name, run]): [string, JsonOperation] => [
    name,
    {
      permissions: (input) => [{ action: `cognito-idp:${name}`, resource: poolOf(input).definition.arn }],
      run: async (input) => run(poolOf(input), input),
    },
  ]);
  return { ...Object.fromEntries(signed), ...signInOperations(pools) };
}

const describeOperations: Readonly<Record<string, PoolOperation>> = {
  DescribeUserPool: onPool(OfPool, async ({ definition, domain }) => ({
    UserPool: {
      Id: definition.id,
      Arn: definition.arn,
      Name: definition.name,
      Policies: { PasswordPolicy: { ...definition.passwordPolicy } },
      ...(definition.signInByEmail && { UsernameAttributes: ['email'] }),
      UsernameConfiguration: { CaseSensitive: definition.caseSensitive },
      ...(domain !== undefined && { Domain: domain }),
    },
  })),
  DescribeUserPoolClient: onPool(OfPool.extend({ ClientId: z.string() }), async (pool, { ClientId }) => {
    const client = pool.client(ClientId);
    return {
      UserPoolClient: {
        UserPoolId: client.poolId,
        ClientId: client.id,
        ClientName: client.name,
        AllowedOAuthFlowsUserPoolClient: client.oauth,
        AllowedOAuthFlows: client.oauth ? ['code'] : [],
        AllowedOAuthScopes: [...client.scopes],
        CallbackURLs: [...client.callbackUrls],
        LogoutURLs: [...client.logoutUrls],
        ExplicitAuthFlows: [...client.authFlows],
        PreventUserExistenceErrors: client.preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
        AccessTokenValidity: client.lifetimes.access,
        IdTokenValidity: client.lifetimes.id,
        RefreshTokenValidity: client.lifetimes.refresh,
        TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'seconds', RefreshToken: 'seconds' },
      },
    };
  }),
};

function signInOperations(pools: Pools): JsonOperations {
  const Parameters = z.record(z.string(), z.string()).default({});
  const Auth = z.object({ ClientId: z.string(), AuthFlow: z.string(), AuthParameters: Parameters });
  const Challenge = z.object({
    ClientId: z.string(),
    ChallengeName: z.literal('NEW_PASSWORD_REQUIRED'),
    ChallengeResponses: Parameters,
    Session: z.string(),
  });
  return {
    InitiateAuth: {
      permissions: () => [],
      async run(input) {
        const { ClientId, AuthFlow, AuthParameters } = parse(Auth, input);
        const pool = pools.poolOf(ClientId);
        return initiateAuth(pool, pool.client(ClientId), AuthFlow, AuthParameters);
      },
    },
    RespondToAuthChallenge: {
      permissions: () => [],
      async run(input) {
        const { ClientId, Session, ChallengeResponses } = parse(Challenge, input);
        const pool = pools.poolOf(ClientId);
        return answerNewPassword(pool, pool.client(ClientId), Session, ChallengeResponses);
      },
    },
  };
}
