import * as z from 'zod';
import { Refused } from '../assembly/properties.ts';
import { readProperties } from '../assembly/read-properties.ts';
import type { Declared, ResourceKind } from '../service.ts';
import type { Cognito } from './cognito.ts';
import type { TokenLifetimes } from './definition.ts';
import { digest } from './properties.ts';

const strings = z.array(z.string());
const unit = z.enum(['seconds', 'minutes', 'hours', 'days']);

const Client = z.object({
  UserPoolId: z.string(),
  ClientName: z.string().optional(),
  GenerateSecret: z.literal(false, 'only public clients, without a secret, are supported').optional(),
  AllowedOAuthFlowsUserPoolClient: z.boolean().default(false),
  AllowedOAuthFlows: z.array(z.literal('code', 'only the authorization code flow is supported')).default([]),
  AllowedOAuthScopes: strings.default([]),
  CallbackURLs: z.array(z.url()).default([]),
  LogoutURLs: z.array(z.url()).default([]),
  ExplicitAuthFlows: strings.default([
    'ALLOW_REFRESH_TOKEN_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_CUSTOM_AUTH',
  ]),
  PreventUserExistenceErrors: z.enum(['ENABLED', 'LEGACY']).default('LEGACY'),
  ReadAttributes: strings.optional(),
  SupportedIdentityProviders: z.array(z.literal('COGNITO', 'there is no federation here')).optional(),
  AccessTokenValidity: z.number().optional(),
  IdTokenValidity: z.number().optional(),
  RefreshTokenValidity: z.number().optional(),
  TokenValidityUnits: z
    .strictObject({
      AccessToken: unit.default('hours'),
      IdToken: unit.default('hours'),
      RefreshToken: unit.default('days'),
    })
    .prefault({}),
});

/** AWS::Cognito::UserPoolClient */
export function clientKind(cognito: Cognito): ResourceKind {
  const nameOf = (resource: Declared) => readProperties(Client, resource).ClientName ?? resource.logicalId;
  return {
    type: 'AWS::Cognito::UserPoolClient',
    supported: Object.keys(Client.shape),
    ignored: {
      AuthSessionValidity: 'a challenge waits for three minutes, the default',
      DefaultRedirectURI: 'a client names its redirect URI in every request',
      EnableTokenRevocation: 'refresh tokens can always be revoked here',
      WriteAttributes: 'people cannot change their own attributes here',
    },
    ref: clientId,
    attributes: (resource) => ({ ClientId: clientId(resource), Name: nameOf(resource) }),
    create(resource) {
      const client = readProperties(Client, resource);
      cognito.pool(client.UserPoolId).putClient({
        id: clientId(resource),
        name: nameOf(resource),
        poolId: client.UserPoolId,
        oauth: client.AllowedOAuthFlowsUserPoolClient,
        callbackUrls: client.CallbackURLs,
        logoutUrls: client.LogoutURLs,
        scopes: client.AllowedOAuthScopes,
        authFlows: client.ExplicitAuthFlows,
        preventUserExistenceErrors: client.PreventUserExistenceErrors === 'ENABLED',
        readAttributes: client.ReadAttributes,
        lifetimes: lifetimesOf(client),
      });
    },
  };
}

/**
 * In seconds. Defaults and limits are those of "Using tokens with user pools": access and id tokens 5 minutes
 * to a day, refresh tokens an hour to ten years.
 */
function lifetimesOf(client: z.output<typeof Client>): TokenLifetimes {
  const { AccessTokenValidity, IdTokenValidity, RefreshTokenValidity, TokenValidityUnits } = client;
  const lengths = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
  const given = (value: number | undefined, length: z.output<typeof unit>, otherwise: number) =>
    value === undefined ? otherwise : value * lengths[length];
  const lifetimes = {
    access: given(AccessTokenValidity, TokenValidityUnits.AccessToken, lengths.hours),
    id: given(IdTokenValidity, TokenValidityUnits.IdToken, lengths.hours),
    refresh: given(RefreshTokenValidity, TokenValidityUnits.RefreshToken, 30 * lengths.days),
  };
  const isShort = (seconds: number) => seconds >= 5 * lengths.minutes && seconds <= lengths.days;
  const isLong = lifetimes.refresh >= lengths.hours && lifetimes.refresh <= 3650 * lengths.days;
  if (!isShort(lifetimes.access) || !isShort(lifetimes.id) || !isLong) {
    throw new Refused('the validity of a token is outside what Cognito allows');
  }
  return lifetimes;
}

/** 26 letters and digits, as Cognito's client ids. */
function clientId(resource: Declared): string {
  return BigInt(`0x${digest(resource).toString('hex')}`)
    .toString(36)
    .slice(-26);
}
