import { Refused } from '../../../local/assembly/properties.ts';
import type { JsonObject } from '../../../local/service.ts';
import { type Pools, startPools } from './pools.ts';

let pools: Pools;
let UserPoolId: string;

beforeAll(async () => {
  pools = await startPools();
  UserPoolId = await pools.declare('UserPool', 'Pool', {});
});

afterAll(() => pools.close());

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_Cognito.html, "Return values" */
test('references and attributes have the forms of CloudFormation, and are the same every time', async () => {
  expect(UserPoolId).toMatch(/^eu-north-1_[A-Za-z0-9]{9}$/);
  expect(await pools.declare('UserPool', 'Pool', {})).toBe(UserPoolId);
  expect(pools.attributes('UserPool', 'Pool')).toEqual({
    Arn: `arn:aws:cognito-idp:eu-north-1:000000000000:userpool/${UserPoolId}`,
    ProviderName: `cognito-idp.eu-north-1.amazonaws.com/${UserPoolId}`,
    ProviderURL: `${pools.origin}/_cognito/${UserPoolId}`,
    UserPoolId,
  });
  const clientId = await pools.declare('UserPoolClient', 'Portal', { UserPoolId });
  expect(clientId).toMatch(/^[a-z0-9]{26}$/);
  expect(pools.attributes('UserPoolClient', 'Portal', { UserPoolId, ClientName: 'portal' })).toEqual({
    ClientId: clientId,
    Name: 'portal',
  });
  expect(await pools.declare('UserPoolGroup', 'Presenters', { UserPoolId, GroupName: 'presenter' })).toBe(
    'presenter',
  );
  const server = { UserPoolId, Identifier: 'anslag', Name: 'Anslag' };
  expect(await pools.declare('UserPoolResourceServer', 'Server', server)).toBe('anslag');
  expect(await pools.declare('UserPoolDomain', 'Domain', { UserPoolId, Domain: 'anslag' })).toBe('anslag');
});

test.each<[string, string, JsonObject]>([
  ['self sign-up', 'UserPool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } }],
  ['MFA', 'UserPool', { MfaConfiguration: 'ON' }],
  ['sign-in by phone', 'UserPool', { UsernameAttributes: ['phone_number'] }],
  ['a password history', 'UserPool', { Policies: { PasswordPolicy: { PasswordHistorySize: 3 } } }],
  ['limits on attributes', 'UserPool', { Schema: [{ Name: 'a', NumberAttributeConstraints: {} }] }],
  ['a client secret', 'UserPoolClient', { GenerateSecret: true }],
  ['the implicit flow', 'UserPoolClient', { AllowedOAuthFlows: ['implicit'] }],
  ['federation', 'UserPoolClient', { SupportedIdentityProviders: ['SuomiFi'] }],
  ['access tokens for two days', 'UserPoolClient', { AccessTokenValidity: 48 }],
  [
    'access tokens for a minute',
    'UserPoolClient',
    { AccessTokenValidity: 60, TokenValidityUnits: { AccessToken: 'seconds' } },
  ],
])('%s is refused', async (_, type, properties) => {
  await expect(pools.declare(type, 'Odd', { UserPoolId, ...properties })).rejects.toThrow(Refused);
});

test('a client with a scope that the pool has not is refused', async () => {
  const properties = { UserPoolId, AllowedOAuthScopes: ['other/scope'] };
  await expect(pools.declare('UserPoolClient', 'Odd', properties)).rejects.toThrow('no scope "other/scope"');
});
