import * as z from 'zod';
import type { JsonObject } from '../service.ts';
import { type LifecycleRule, lifecycleConfiguration } from './lifecycle-rules.ts';

/** What the template's properties of a bucket mean here. */
export interface BucketSettings {
  /** Undefined for a bucket that never had versions. */
  readonly versioning: 'Enabled' | 'Suspended' | undefined;
  /** Undefined without Object Lock. */
  readonly objectLock: { readonly default: DefaultRetention | undefined } | undefined;
  readonly encryption: Encryption;
  readonly cors: readonly CorsRule[];
  readonly lifecycle: readonly LifecycleRule[];
  /** Whether changes are published on the event bus. */
  readonly eventBridge: boolean;
  readonly publicAccess: { readonly blockPolicy: boolean; readonly restrict: boolean };
}

export interface DefaultRetention {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly days: number;
}

/** How objects are said to be encrypted; here they lie as they are. */
export interface Encryption {
  readonly algorithm: 'AES256' | 'aws:kms' | 'aws:kms:dsse';
  readonly keyId?: string;
}

export type CorsRule = z.infer<typeof corsRule>;

/** The properties of AWS::S3::Bucket that `readBucketSettings` reads; BucketName names it. */
export const supportedProperties = [
  'BucketName',
  'BucketEncryption',
  'CorsConfiguration',
  'LifecycleConfiguration',
  'NotificationConfiguration',
  'ObjectLockConfiguration',
  'ObjectLockEnabled',
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'VersioningConfiguration',
] as const;

/**
 * Reads a bucket's properties. What is not understood is refused with a message that names it.
 *
 * "AWS::S3::Bucket", AWS CloudFormation Template Reference, aws-resource-s3-bucket.html
 */
export function readBucketSettings(properties: JsonObject): BucketSettings {
  const parsed = bucketProperties.safeParse(properties);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const given = parsed.data;
  const locked = given.ObjectLockEnabled === true || given.ObjectLockConfiguration !== undefined;
  const versioning = given.VersioningConfiguration?.Status;
  if (locked && versioning === 'Suspended') throw new Error('a bucket with Object Lock keeps versions');
  const access = given.PublicAccessBlockConfiguration;
  return {
    // Object Lock turns versioning on.
    versioning: locked ? 'Enabled' : versioning,
    objectLock: locked ? { default: readRetention(given.ObjectLockConfiguration) } : undefined,
    encryption: readEncryption(given.BucketEncryption),
    cors: given.CorsConfiguration?.CorsRules ?? [],
    lifecycle: given.LifecycleConfiguration?.Rules ?? [],
    eventBridge: given.NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
    // Since April 2023 a bucket that says nothing blocks all public access.
    publicAccess: {
      blockPolicy: access ? access.BlockPublicPolicy : true,
      restrict: access ? access.RestrictPublicBuckets : true,
    },
  };
}

const corsRule = z.strictObject({
  Id: z.optional(z.string()),
  AllowedOrigins: z.array(z.string()).min(1),
  AllowedMethods: z.array(z.enum(['GET', 'PUT', 'HEAD', 'POST', 'DELETE'])).min(1),
  AllowedHeaders: z._default(z.array(z.string()), []),
  ExposedHeaders: z._default(z.array(z.string()), []),
  MaxAge: z.optional(z.int()),
});

const flag = z._default(z.boolean(), false);
const days = z.int().positive();

const lockConfiguration = z.strictObject({
  ObjectLockEnabled: z.optional(z.literal('Enabled')),
  Rule: z.optional(
    z.strictObject({
      DefaultRetention: z.strictObject({
        Mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
        Days: z.optional(days),
        Years: z.optional(days),
      }),
    }),
  ),
});

const encryptionConfiguration = z.strictObject({
  ServerSideEncryptionConfiguration: z.tuple([
    z.strictObject({
      BucketKeyEnabled: z.optional(z.boolean()),
      ServerSideEncryptionByDefault: z.strictObject({
        SSEAlgorithm: z.enum(['AES256', 'aws:kms', 'aws:kms:dsse']),
        KMSMasterKeyID: z.optional(z.string()),
      }),
    }),
  ]),
});

const bucketProperties = z.object({
  BucketEncryption: z.optional(encryptionConfiguration),
  CorsConfiguration: z.optional(z.strictObject({ CorsRules: z.array(corsRule) })),
  LifecycleConfiguration: z.optional(lifecycleConfiguration),
  NotificationConfiguration: z.optional(
    z.strictObject({
      EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: z._default(z.boolean(), true) }),
    }),
  ),
  ObjectLockConfiguration: z.optional(lockConfiguration),
  ObjectLockEnabled: z.optional(z.boolean()),
  // Access control lists are off, as in every bucket made since April 2023; a bucket that wants them is refused.
  OwnershipControls: z.optional(
    z.strictObject({
      Rules: z.tuple([z.strictObject({ ObjectOwnership: z.literal('BucketOwnerEnforced') })]),
    }),
  ),
  PublicAccessBlockConfiguration: z.optional(
    z.strictObject({
      BlockPublicAcls: flag,
      BlockPublicPolicy: flag,
      IgnorePublicAcls: flag,
      RestrictPublicBuckets: flag,
    }),
  ),
  VersioningConfiguration: z.optional(z.strictObject({ Status: z.enum(['Enabled', 'Suspended']) })),
});

function readRetention(
  configuration: z.infer<typeof lockConfiguration> | undefined,
): DefaultRetention | undefined {
  const given = configuration?.Rule?.DefaultRetention;
  if (!given) return undefined;
  const { Mode: mode, Days: days, Years: years } = given;
  if ((days === undefined) === (years === undefined)) {
    throw new Error('DefaultRetention has either Days or Years');
  }
  return { mode, days: days ?? (years ?? 0) * 365 };
}

function readEncryption(configuration: z.infer<typeof encryptionConfiguration> | undefined): Encryption {
  const given = configuration?.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault;
  if (!given) return { algorithm: 'AES256' };
  const { SSEAlgorithm: algorithm, KMSMasterKeyID: keyId } = given;
  return { algorithm, ...(keyId !== undefined && { keyId }) };
}
