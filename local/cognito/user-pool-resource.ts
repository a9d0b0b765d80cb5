import * as z from 'zod';
import { readProperties } from '../assembly/read-properties.ts';
import type { Declared, Place, ResourceKind } from '../service.ts';
import { type Cognito, issuerOf } from './cognito.ts';
import { digest } from './properties.ts';

const noMail = 'Cognito sends no mail or SMS here';

/** A pool without a policy has all of Cognito's defaults; one with a policy has what that says. */
const Policy = z.strictObject({
  MinimumLength: z.int().min(6).max(99).default(8),
  RequireLowercase: z.boolean().default(false),
  RequireNumbers: z.boolean().default(false),
  RequireSymbols: z.boolean().default(false),
  RequireUppercase: z.boolean().default(false),
  TemporaryPasswordValidityDays: z.int().min(0).max(365).default(7),
});

const strictest = Policy.parse({
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  RequireUppercase: true,
});

const Pool = z.object({
  UserPoolName: z.string().optional(),
  Policies: z.strictObject({ PasswordPolicy: Policy.optional() }).default({}),
  Schema: z
    .array(
      z.strictObject({
        Name: z.string(),
        AttributeDataType: z.literal('String').optional(),
        Mutable: z.boolean().optional(),
        Required: z.boolean().optional(),
      }),
    )
    .default([]),
  UsernameAttributes: z.tuple([z.literal('email')]).optional(),
  UsernameConfiguration: z.strictObject({ CaseSensitive: z.boolean() }).default({ CaseSensitive: true }),
  AdminCreateUserConfig: z
    .strictObject({
      AllowAdminCreateUserOnly: z.literal(true, 'people cannot sign up by themselves here'),
      /** Not used: Cognito sends no mail or SMS here. */
      InviteMessageTemplate: z.unknown().optional(),
    })
    .optional(),
  MfaConfiguration: z.literal('OFF').optional(),
});

/** AWS::Cognito::UserPool */
export function userPoolKind(cognito: Cognito, place: Place): ResourceKind {
  const arnOf = (resource: Declared) =>
    `arn:aws:cognito-idp:${place.region}:${place.account}:userpool/${poolId(resource, place)}`;
  return {
    type: 'AWS::Cognito::UserPool',
    supported: Object.keys(Pool.shape),
    ignored: {
      AccountRecoverySetting: noMail,
      AutoVerifiedAttributes: noMail,
      DeletionProtection: 'a local pool lives as long as the data directory',
      EmailConfiguration: noMail,
      EmailVerificationMessage: noMail,
      EmailVerificationSubject: noMail,
      SmsVerificationMessage: noMail,
      UserAttributeUpdateSettings: noMail,
      UserPoolAddOns: 'there are no attackers to detect here',
      UserPoolTags: 'nothing is billed or searched by tag here',
      UserPoolTier: 'nothing is billed here',
      VerificationMessageTemplate: noMail,
    },
    ref: (resource) => poolId(resource, place),
    attributes: (resource) => ({
      Arn: arnOf(resource),
      ProviderName: `cognito-idp.${place.region}.amazonaws.com/${poolId(resource, place)}`,
      ProviderURL: issuerOf(poolId(resource, place), place),
      UserPoolId: poolId(resource, place),
    }),
    create(resource) {
      const pool = readProperties(Pool, resource);
      const custom = pool.Schema.filter(({ AttributeDataType }) => AttributeDataType !== undefined);
      const required = pool.Schema.filter(({ Required }) => Required);
      return cognito.putPool({
        id: poolId(resource, place),
        arn: arnOf(resource),
        name: pool.UserPoolName ?? resource.logicalId,
        signInByEmail: pool.UsernameAttributes !== undefined,
        caseSensitive: pool.UsernameConfiguration.CaseSensitive,
        customAttributes: custom.map(({ Name }) => `custom:${Name}`),
        requiredAttributes: required.map(({ Name }) => Name),
        passwordPolicy: pool.Policies.PasswordPolicy ?? strictest,
      });
    },
  };
}

/** `<region>_` and nine letters or digits; the same for the same place in the same template. */
function poolId(resource: Declared, { region }: Place): string {
  return `${region}_${digest(resource).toString('base64').replace(/[+/=]/g, '').slice(0, 9)}`;
}
