import { type Permission, ServiceError } from '../service.ts';
import { TaskFailure } from './failure.ts';
import type { AccessCheck } from './integration.ts';

/** Throws a `States.Permissions` failure for the first that the role lacks. */
export function checkPermissions(
  access: AccessCheck,
  roleArn: string,
  permissions: readonly Permission[],
): void {
  for (const permission of permissions) {
    try {
      access.check({ kind: 'role', roleArn }, permission);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      throw new TaskFailure('States.Permissions', error.message);
    }
  }
}
