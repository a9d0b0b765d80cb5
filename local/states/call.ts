import type { Json, JsonObject, Place } from '../service.ts';
import type { Execution } from './executions.ts';
import { StateFailure } from './failure.ts';
import { isObject } from './fields.ts';
import type { AccessCheck, TaskIntegrations } from './integration.ts';
import type { Resource } from './machine.ts';
import { checkPermissions } from './permissions.ts';
import { startChild } from './start-execution.ts';
import type { Step } from './step.ts';
import { failed, submitted, succeeded } from './task.ts';

/** What calls need. */
interface CallServices {
  readonly tasks: TaskIntegrations;
  readonly access: AccessCheck;
  readonly place: Place;
  readonly signal: AbortSignal;
}

type Calls = Exclude<Resource, { kind: 'execution' }>;

/**
 * Calls what a Task names, in the name of the state machine's role, and gives the step that its answer makes.
 * A role that may not make the call fails the task with `States.Permissions`.
 */
export async function call(
  resource: Resource,
  args: Json,
  { roleArn }: Execution,
  services: CallServices,
): Promise<Step> {
  try {
    if (resource.kind === 'execution') return startChild(resource, args, roleArn, services);
    return answered(resource, await callIntegration(resource, args, roleArn, services));
  } catch (error) {
    const failure = failureOf(error);
    return (t, frame) => failed(t, frame, resource, failure);
  }
}

async function callIntegration(
  resource: Calls,
  args: Json,
  roleArn: string,
  { tasks, access, signal }: CallServices,
): Promise<Json> {
  const key = resource.kind === 'function' ? 'lambda:invoke' : resource.key;
  const integration = tasks[key];
  if (!integration) throw new StateFailure('States.Runtime', `There is no integration '${key}'.`);
  const given = resource.kind === 'function' ? { FunctionName: resource.arn, Payload: args } : args;
  if (!isObject(given)) throw new StateFailure('States.Runtime', 'The arguments are not an object.');
  checkPermissions(access, roleArn, integration.permissions(given));
  return integration.call(given, { roleArn, signal });
}

function answered(resource: Calls, answer: Json): Step {
  if (resource.kind === 'function') {
    const payload = JSON.stringify((answer as JsonObject).Payload ?? null);
    return (t, frame) => succeeded(t, frame, resource, payload);
  }
  const output = JSON.stringify(answer);
  return resource.waitsForToken
    ? (t, frame) => submitted(t, frame, resource, output, 'token')
    : (t, frame) => succeeded(t, frame, resource, output);
}

/** An integration that throws anything but a failure is broken; the execution says so and cannot go on. */
function failureOf(error: unknown): StateFailure {
  if (error instanceof StateFailure) return error;
  return new StateFailure(
    'States.Runtime',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
}
