import { createHash } from 'node:crypto';
import type { Access } from '../access/access.ts';
import { flag, Refused, requiredText, text } from '../assembly/properties.ts';
import type { Declared, Place, ResourceKind } from '../service.ts';
import { type Key, type Keys, keySpecs } from './keys.ts';

/**
 * AWS::KMS::Key and AWS::KMS::Alias. A key that encrypts is there to be named and nothing more; one that signs has its
 * material. A key's policy must let the account's own policies decide, as the one CloudFormation gives it does: KMS
 * then agrees with the evaluation of any other resource ("Default key policy", AWS KMS Developer Guide).
 */
export function kmsKinds(
  keys: Keys,
  access: Pick<Access, 'putResourcePolicy'>,
  place: Place,
): readonly ResourceKind[] {
  const arn = (name: string) => `arn:aws:kms:${place.region}:${place.account}:${name}`;
  const keyOf = (resource: Declared): Key => {
    const { properties } = resource;
    const id = idOf(resource);
    const spec = text(properties, 'KeySpec') ?? 'SYMMETRIC_DEFAULT';
    const usage = text(properties, 'KeyUsage') ?? 'ENCRYPT_DECRYPT';
    if (!keySpecs.includes(spec)) throw new Refused(`KeySpec: the local cloud has no ${spec}`);
    if (usage !== (spec === 'SYMMETRIC_DEFAULT' ? 'ENCRYPT_DECRYPT' : 'SIGN_VERIFY')) {
      throw new Refused(`KeyUsage: a key of ${spec} cannot ${usage}`);
    }
    return { id, arn: arn(`key/${id}`), spec, usage, description: text(properties, 'Description') ?? '' };
  };
  const alone = 'nothing leaves the machine';
  return [
    {
      type: 'AWS::KMS::Key',
      supported: ['KeySpec', 'KeyUsage', 'KeyPolicy', 'Description', 'Enabled'],
      ignored: {
        BypassPolicyLockoutSafetyCheck: 'the developer can always change a policy here',
        EnableKeyRotation: 'data is not encrypted on one machine',
        MultiRegion: alone,
        Origin: alone,
        PendingWindowInDays: 'the local cloud deletes no keys',
        RotationPeriodInDays: 'data is not encrypted on one machine',
        Tags: 'tags change nothing that runs',
      },
      ref: idOf,
      attributes: (resource) => {
        const { id, arn: keyArn } = keyOf(resource);
        return { Arn: keyArn, KeyId: id };
      },
      create(resource) {
        const { properties } = resource;
        if (flag(properties, 'Enabled') === false) throw new Refused('Enabled: keys are always enabled here');
        const policy = properties.KeyPolicy;
        const root = `arn:aws:iam::${place.account}:root`;
        if (policy && !JSON.stringify(policy).includes(root)) {
          throw new Refused(
            `KeyPolicy: the local cloud wants the account's own policies to decide (${root})`,
          );
        }
        const key = keyOf(resource);
        if (policy) access.putResourcePolicy(key.arn, policy);
        keys.define(key);
      },
    },
    {
      type: 'AWS::KMS::Alias',
      supported: ['AliasName', 'TargetKeyId'],
      ignored: {},
      ref: ({ properties }) => requiredText(properties, 'AliasName'),
      attributes: ({ properties }) => ({ AliasArn: arn(requiredText(properties, 'AliasName')) }),
      create({ properties }) {
        keys.defineAlias(requiredText(properties, 'AliasName'), requiredText(properties, 'TargetKeyId'));
      },
    },
  ];
}

/** A UUID that the same template always gives. */
function idOf({ stack, logicalId }: Declared): string {
  const hex = createHash('sha256').update(`${stack}/${logicalId}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
