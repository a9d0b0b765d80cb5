import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../service.ts';
import { giveUp } from './end.ts';
import { type Scope, valueOr } from './expression.ts';
import { fail } from './fail.ts';
import { dataLimitExceeded, type Failure, told } from './failure.ts';
import type { Frame } from './frames.ts';
import { data } from './history.ts';
import { bytes, limits } from './limits.ts';
import { type Resource, resourceName, type TaskState, waitsForToken } from './machine.ts';
import { payload } from './payload.ts';
import { withContext } from './scope.ts';
import type { Step } from './step.ts';
import type { Transaction } from './transaction.ts';

/**
 * Schedules a task: its arguments, timeouts and token are settled before the call is made, so that a call which
 * has to be made again after a restart is the same call.
 * "Task workflow state", https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export async function runTask(state: TaskState, scope: Scope): Promise<Step> {
  const token = waitsForToken(state.resource) ? newToken() : null;
  const inCall = token === null ? scope : withContext(scope, { Task: { Token: token } });
  const args = payload(await valueOr(state.arguments, inCall, scope.states.input), state.name);
  const timeout = await state.timeoutSeconds?.evaluate(scope);
  const heartbeat = await state.heartbeatSeconds?.evaluate(scope);
  return (t, frame) => {
    recordScheduled(t, frame, state.resource, args, { timeout, heartbeat });
    frame.phase = 'calling';
    frame.data = args;
    frame.token = token;
    if (token !== null) giveOut(t, frame, token);
    const bound = (kind: 'timeout' | 'heartbeat', seconds: number) =>
      t.tables.timers.add(kind, t.now, seconds * 1000, frame.execution, frame.id);
    if (timeout !== undefined) bound('timeout', timeout);
    // Only a worker with a token can send heartbeats.
    if (heartbeat !== undefined && token !== null) bound('heartbeat', heartbeat);
    t.goOn(frame);
  };
}

/**
 * Notes the token with the state machine for which it is good, which is the parent's for children of a map run.
 */
function giveOut({ tables }: Transaction, frame: Frame, token: string): void {
  const { revision } = tables.executions.get(frame.execution);
  tables.frames.addToken(token, frame.id, tables.machines.revision(revision).machineArn);
}

/** A task that waits for its token, or for an execution it started, goes on with this answer of the call. */
export function submitted(
  t: Transaction,
  frame: Frame,
  resource: Resource,
  output: string,
  phase: 'token' | 'child',
): void {
  t.record(frame, 'TaskSubmitted', { ...data('output', output), ...named(resource) });
  frame.phase = phase;
  t.tables.frames.put(frame);
}

/** The task has its result. */
export function succeeded(t: Transaction, frame: Frame, resource: Resource, output: string): void {
  if (bytes(output) > limits.payload) {
    failed(t, frame, resource, dataLimitExceeded(calledName(resource)));
    return;
  }
  t.record(frame, `${family(resource)}Succeeded`, { ...data('output', output), ...named(resource) });
  t.tables.timers.deleteOfFrame(frame.id);
  frame.phase = 'result';
  frame.data = output;
  frame.token = null;
  frame.child = null;
  t.goOn(frame);
}

/** The task has failed. */
export function failed(t: Transaction, frame: Frame, resource: Resource, failure: Failure): void {
  t.record(frame, `${family(resource)}Failed`, { ...told(failure), ...named(resource) });
  fail(t, frame, failure);
}

/** The task took longer than it may, or its worker fell silent: an error that goes by both names. */
export function timedOut(
  t: Transaction,
  frame: Frame,
  resource: Resource,
  kind: 'timeout' | 'heartbeat',
): void {
  t.record(frame, `${family(resource)}TimedOut`, { error: 'States.Timeout', ...named(resource) });
  giveUp(t, frame);
  const alsoKnownAs = kind === 'heartbeat' ? ['States.HeartbeatTimeout'] : [];
  fail(t, frame, { error: 'States.Timeout', cause: '', alsoKnownAs });
}

function recordScheduled(
  t: Transaction,
  frame: Frame,
  resource: Resource,
  args: string,
  bounds: { timeout: number | undefined; heartbeat: number | undefined },
): void {
  const { timeout, heartbeat } = bounds;
  const called =
    resource.kind === 'function'
      ? { resource: resource.arn, ...data('input', args) }
      : { ...resourceName(resource), region: t.place.region, parameters: args };
  t.record(frame, `${family(resource)}Scheduled`, {
    ...called,
    ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
    ...(heartbeat === undefined || resource.kind === 'function' ? {} : { heartbeatInSeconds: heartbeat }),
  });
  t.record(frame, `${family(resource)}Started`, resource.kind === 'function' ? undefined : named(resource));
}

function family(resource: Resource): 'LambdaFunction' | 'Task' {
  return resource.kind === 'function' ? 'LambdaFunction' : 'Task';
}

function named(resource: Resource): JsonObject {
  return resource.kind === 'function' ? {} : resourceName(resource);
}

function calledName(resource: Resource): string {
  return resource.kind === 'function' ? resource.arn : resourceName(resource).resourceType;
}

/** Unguessable, and recognisable as a token that was once given out or at least could have been. */
function newToken(): string {
  return `AQ${randomBytes(48).toString('base64url')}`;
}

/** Whether a text has the form of a task token. */
export function isToken(text: string): boolean {
  return /^AQ[\w-]{64}$/.test(text);
}
