import type { Caller, Json, JsonObject, Permission } from '../service.ts';

/** A service that a Task state can call, beyond those the engine does itself. */
export interface TaskIntegration {
  /** What the state machine's role must be allowed for a call with these arguments. */
  permissions(args: JsonObject): readonly Permission[];
  /**
   * Makes the call and gives its result. Throws `TaskFailure` where the service refuses or the function fails,
   * with the error name that Step Functions gives it. `signal` says that nobody waits for the answer any more.
   */
  call(args: JsonObject, context: { readonly roleArn: string; readonly signal: AbortSignal }): Promise<Json>;
}

/** Integrations by what follows `arn:aws:states:::` in their ARN, without `.waitForTaskToken`. */
export type TaskIntegrations = Readonly<Record<string, TaskIntegration>>;

/** S3 as distributed Map states use it: in the name of the state machine's role, which must be allowed to. */
export interface Objects {
  getObject(roleArn: string, bucket: string, key: string, versionId?: string): Promise<Buffer>;
  putObject(roleArn: string, bucket: string, key: string, body: Buffer): Promise<void>;
  /** The objects as ListObjectsV2 gives them, all of them. */
  listObjects(roleArn: string, bucket: string, prefix: string): Promise<readonly JsonObject[]>;
}

/** Who may do what; `check` throws a `ServiceError` for what is not allowed. */
export interface AccessCheck {
  check(caller: Caller, permission: Permission): void;
}
