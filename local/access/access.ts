import { DatabaseSync } from 'node:sqlite';
import type { Database } from '../database.ts';
import { type Caller, type Json, type Permission, type Place, ServiceError } from '../service.ts';
import type { SignedRequest } from './canonical-request.ts';
import { Credentials, type RoleCredentials } from './credentials.ts';
import { type Grant, UsedGrants } from './grants.ts';
import { type Asked, applies, type Policy, readPolicy, type Statement } from './policy.ts';
import type { Principal } from './principals.ts';
import { contextOf } from './request-context.ts';
import { type RoleDeclaration, Roles } from './roles.ts';
import { type Verified, verifySignature } from './signature.ts';

/**
 * Who may do what: verifies signatures, keeps the roles' credentials, and evaluates the policies of the template
 * as IAM does within one account: whoever is allowed by an identity policy or by the resource's policy may, unless
 * any statement denies.
 *
 * "Policy evaluation logic", IAM User Guide, reference_policies_evaluation-logic.html
 */
export class Access {
  readonly #place: Place;
  readonly #credentials: Credentials;
  readonly #grants: UsedGrants;
  readonly #roles = new Roles();
  readonly #resourcePolicies = new Map<string, Policy>();

  /** Without a database the credentials and the record of used grants last as long as the process. */
  constructor(place: Place, database: Database = new DatabaseSync(':memory:')) {
    this.#place = place;
    this.#credentials = new Credentials(database);
    this.#grants = new UsedGrants(database);
  }

  /**
   * Who signed a request, refusing as `verifySignature` does, also one for another region, or for another service
   * than `service` where that is given.
   */
  callerOf(request: SignedRequest, now: number, service?: string): { caller: Caller; verified: Verified } {
    const expected = { region: this.#place.region, ...(service !== undefined && { service }) };
    const verified = verifySignature(request, (id) => this.#credentials.secretOf(id), now, expected);
    return { caller: this.#credentials.callerOf(verified.accessKeyId), verified };
  }

  /** The credentials of a role: the same for as long as the database is kept. */
  credentialsFor(roleArn: string): RoleCredentials {
    return this.#credentials.of(roleArn);
  }

  /** Puts a role in place of what was there. Policies beyond the language are refused (MalformedPolicyDocument). */
  putRole(roleArn: string, declaration: RoleDeclaration): void {
    this.#roles.put(roleArn, declaration);
  }

  /** Adds an identity policy to a role that is there, in place of one of the same name. */
  attachPolicy(roleName: string, policyName: string, document: Json): void {
    this.#roles.attach(roleName, policyName, document);
  }

  /** Makes a customer-managed policy, which roles put later can name by its ARN. */
  putManagedPolicy(policyArn: string, document: Json): void {
    this.#roles.putManaged(policyArn, document);
  }

  /** Puts the policy of a resource, for instance of the bucket `arn:aws:s3:::name`, in place of what was there. */
  putResourcePolicy(resourceArn: string, document: Json): void {
    this.#resourcePolicies.set(resourceArn, readPolicy(document, 'resource'));
  }

  /** Throws AccessDenied (S3) or AccessDeniedException (all others) unless `caller` has the permission. */
  check(caller: Caller, permission: Permission): void {
    if (caller.kind === 'developer') return;
    this.#require(this.#principalOf(caller), permission);
  }

  /** The same for an AWS service acting by itself, for instance `events.amazonaws.com` sending to a queue. */
  checkService(servicePrincipal: string, permission: Permission): void {
    this.#require({ kind: 'service', name: servicePrincipal }, permission);
  }

  /**
   * Throws AccessDeniedException unless the role's trust policy lets the service assume it. `conditions` are what
   * the service would send, such as `aws:SourceArn`.
   */
  checkAssume(roleArn: string, servicePrincipal: string, conditions: Permission['conditions'] = {}): void {
    const principal: Principal = { kind: 'service', name: servicePrincipal };
    const permission = { action: 'sts:AssumeRole', resource: roleArn, conditions };
    const asked = this.#asked(principal, permission);
    const fitting = (this.#roles.trustOf(roleArn)?.statements ?? []).filter(
      (statement) => statement.names?.(principal) === 'itself' && applies(statement, asked),
    );
    if (fitting.length === 0 || fitting.some(({ effect }) => effect === 'Deny')) {
      throw denied(principal, permission, 'because the trust policy of the role does not allow it');
    }
  }

  /** What the roles' own policies allow and no request has needed yet; AWS-managed policies apart. */
  unusedGrants(): readonly Grant[] {
    return this.#roles.arns().flatMap((roleArn) =>
      this.#roles
        .ownPoliciesOf(roleArn)
        .flatMap(({ statements }) => statements)
        .filter(({ effect }) => effect === 'Allow')
        .flatMap((statement) => this.#grants.unused(roleArn, statement)),
    );
  }

  #require(principal: Principal, permission: Permission): void {
    const asked = this.#asked(principal, permission);
    const identity = principal.kind === 'role' ? this.#roles.policiesOf(principal.arn) : [];
    const own = fitting(identity, asked, () => true);
    const ofResource = fitting(this.#policiesOn(permission.resource), asked, (statement) => {
      const match = statement.names?.(principal);
      // Naming the account allows nobody yet, it only lets the account's own policies allow.
      return match === 'itself' || (match === 'account' && statement.effect === 'Deny');
    });
    const refuse = (why: string) => {
      throw denied(principal, permission, why);
    };
    if (own.some(isDeny)) refuse('with an explicit deny in an identity-based policy');
    if (ofResource.some(isDeny)) refuse('with an explicit deny in a resource-based policy');
    if (own.length + ofResource.length === 0) {
      const basis = principal.kind === 'role' ? 'identity-based' : 'resource-based';
      refuse(`because no ${basis} policy allows the ${permission.action} action`);
    }
    if (principal.kind === 'role') for (const grant of own) this.#grants.note(principal.arn, grant, asked);
  }

  #asked(principal: Principal, permission: Permission): Asked {
    const { action, resource } = permission;
    return { action, resource, context: contextOf(principal, permission, this.#place) };
  }

  #principalOf(caller: Exclude<Caller, { kind: 'developer' }>): Principal {
    if (caller.kind === 'anonymous') return { kind: 'anonymous' };
    const { roleArn } = caller;
    return { kind: 'role', account: this.#place.account, arn: roleArn, sessionArn: sessionArn(roleArn) };
  }

  /** An object is under its bucket's policy; any other resource under its own. */
  #policiesOn(resource: string): readonly Policy[] {
    const owner = resource.startsWith('arn:aws:s3:::') ? (resource.split('/')[0] ?? resource) : resource;
    const policy = this.#resourcePolicies.get(owner);
    return policy ? [policy] : [];
  }
}

function fitting(
  policies: readonly Policy[],
  asked: Asked,
  names: (statement: Statement) => boolean,
): readonly Statement[] {
  return policies.flatMap(({ statements }) =>
    statements.filter((statement) => names(statement) && applies(statement, asked)),
  );
}

function isDeny({ effect }: Statement): boolean {
  return effect === 'Deny';
}

/** What a caller is called in messages, and may be called in policies: the role's session, here always `local`. */
function sessionArn(roleArn: string): string {
  const [, , , , account = '', path = ''] = roleArn.split(':');
  return `arn:aws:sts::${account}:assumed-role/${path.split('/').at(-1)}/local`;
}

function denied(principal: Principal, { action, resource }: Permission, why: string): ServiceError {
  const message = (on: string) =>
    `User: ${nameOf(principal)} is not authorized to perform: ${action} on resource: ${on} ${why}`;
  return action.startsWith('s3:')
    ? new ServiceError('AccessDenied', message(`"${resource}"`), 403)
    : new ServiceError('AccessDeniedException', message(resource));
}

function nameOf(principal: Principal): string {
  switch (principal.kind) {
    case 'role':
      return principal.sessionArn;
    case 'service':
      return principal.name;
    case 'anonymous':
      return 'anonymous';
  }
}
