import type { Access } from '../access/access.ts';
import type { JsonObject, JsonOperation, Permission } from '../service.ts';

/** What EventBridge and its scheduler need of IAM. */
export type CallAccess = Pick<Access, 'check' | 'checkAssume' | 'checkService'>;

/** Who calls: the service, on behalf of the rule or schedule with that ARN. */
export interface ServiceCall {
  readonly access: CallAccess;
  /** For instance `events.amazonaws.com`. */
  readonly principal: string;
  readonly sourceArn: string;
}

/** Calls an operation with the permissions of a role that the service must be allowed to assume. */
export async function callWithRole(
  { access, principal, sourceArn }: ServiceCall,
  roleArn: string,
  operation: JsonOperation,
  input: JsonObject,
): Promise<JsonObject> {
  access.checkAssume(roleArn, principal, { 'aws:SourceArn': sourceArn });
  const caller = { kind: 'role', roleArn } as const;
  for (const permission of operation.permissions(input)) access.check(caller, permission);
  return operation.run(input, caller);
}

/** Calls an operation as the service itself, which the policy of the resource must allow for this source. */
export async function callAsService(
  { access, principal, sourceArn }: ServiceCall,
  operation: JsonOperation,
  input: JsonObject,
): Promise<JsonObject> {
  for (const permission of operation.permissions(input)) {
    access.checkService(principal, withSource(permission, sourceArn));
  }
  // The permission has been checked: what remains is to run it, and nobody but the service does.
  return operation.run(input, { kind: 'developer' });
}

function withSource(permission: Permission, sourceArn: string): Permission {
  return { ...permission, conditions: { ...permission.conditions, 'aws:SourceArn': sourceArn } };
}
