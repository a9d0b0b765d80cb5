import { type Json, ServiceError } from '../service.ts';
import { managedPolicies } from './managed-policies.ts';
import { type Policy, readPolicy } from './policy.ts';

/** A role as the template declares it: policy documents as they stand there. */
export interface RoleDeclaration {
  readonly trust: Json;
  /** Its inline policies. */
  readonly policies: readonly Json[];
  /** ARNs of AWS-managed policies and of those that `putManaged` made. */
  readonly managedPolicyArns?: readonly string[];
}

interface Role {
  readonly trust: Policy;
  readonly inline: readonly Policy[];
  readonly managedPolicyArns: readonly string[];
  /** Policies that came after the role, by their name or ARN. */
  readonly attached: Map<string, Policy>;
}

const awsManaged: ReadonlyMap<string, Policy> = new Map(
  Object.entries(managedPolicies).map(([arn, document]) => [arn, readPolicy(document, 'identity')]),
);

/** The roles of the template and the policies they have; what does not read is refused as it is put. */
export class Roles {
  readonly #roles = new Map<string, Role>();
  readonly #managed = new Map<string, Policy>();

  arns(): string[] {
    return [...this.#roles.keys()];
  }

  put(roleArn: string, { trust, policies, managedPolicyArns = [] }: RoleDeclaration): void {
    const unknown = managedPolicyArns.find((arn) => !this.#managed.has(arn) && !awsManaged.has(arn));
    if (unknown !== undefined) {
      throw noSuchEntity(`The local cloud does not know the managed policy ${unknown}.`);
    }
    this.#roles.set(roleArn, {
      trust: readPolicy(trust, 'trust'),
      inline: policies.map((policy) => readPolicy(policy, 'identity')),
      managedPolicyArns,
      attached: new Map(),
    });
  }

  attach(roleName: string, policyName: string, document: Json): void {
    const role = [...this.#roles].find(([arn]) => arn.endsWith(`/${roleName}`))?.[1];
    if (!role) throw noSuchEntity(`The role with name ${roleName} cannot be found.`);
    role.attached.set(policyName, readPolicy(document, 'identity'));
  }

  putManaged(policyArn: string, document: Json): void {
    this.#managed.set(policyArn, readPolicy(document, 'identity'));
  }

  trustOf(roleArn: string): Policy | undefined {
    return this.#roles.get(roleArn)?.trust;
  }

  /** Every identity policy of a role; none for one that is not in the template. */
  policiesOf(roleArn: string): readonly Policy[] {
    const arns = this.#roles.get(roleArn)?.managedPolicyArns ?? [];
    return [...this.ownPoliciesOf(roleArn), ...arns.flatMap((arn) => awsManaged.get(arn) ?? [])];
  }

  /** Those that the template itself spells out. */
  ownPoliciesOf(roleArn: string): readonly Policy[] {
    const role = this.#roles.get(roleArn);
    if (!role) return [];
    const managed = role.managedPolicyArns.flatMap((arn) => this.#managed.get(arn) ?? []);
    return [...role.inline, ...role.attached.values(), ...managed];
  }
}

function noSuchEntity(message: string): ServiceError {
  return new ServiceError('NoSuchEntity', message, 404);
}
