import { randomUUID } from 'node:crypto';
import { type Json, type JsonObject, type Permission, type Place, ServiceError } from '../service.ts';
import { checkName, executionArn, machineName } from './arn.ts';
import { startOnce } from './enter.ts';
import type { Execution } from './executions.ts';
import { TaskFailure } from './failure.ts';
import { isObject } from './fields.ts';
import type { Frame } from './frames.ts';
import type { AccessCheck } from './integration.ts';
import { dayMs, limits } from './limits.ts';
import type { Resource } from './machine.ts';
import { checkPermissions } from './permissions.ts';
import { redriveStatus } from './redrivable.ts';
import type { Step } from './step.ts';
import { failed, submitted, succeeded } from './task.ts';
import type { Transaction } from './transaction.ts';

type StartsExecution = Extract<Resource, { kind: 'execution' }>;

/**
 * Starts another execution in the same transaction in which the task goes on, so it is started once and only
 * once. Throws the `TaskFailure` of a role that may not, or of arguments that do not name a machine.
 * "Start a new AWS Step Functions state machine from a running execution",
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
 */
export function startChild(
  resource: StartsExecution,
  args: Json,
  roleArn: string,
  { access, place }: { access: AccessCheck; place: Place },
): Step {
  const { machine, name, input } = readArguments(args);
  checkPermissions(access, roleArn, permissions(resource, place, machine, name));
  return (t, frame) => {
    const started = refusedAs(() => startNamed(t, machine, name, input));
    if (started instanceof TaskFailure) {
      failed(t, frame, resource, started);
      return;
    }
    const output = JSON.stringify({ ExecutionArn: started.arn, StartDate: started.started });
    if (resource.waitsFor === 'nothing') succeeded(t, frame, resource, output);
    else if (resource.waitsFor === 'token') submitted(t, frame, resource, output, 'token');
    else {
      frame.child = started.id;
      submitted(t, frame, resource, output, 'child');
    }
  };
}

/** Gives a `.sync` task the end of the execution it waited for. */
export function childEnded(t: Transaction, frame: Frame, resource: StartsExecution, child: Execution): void {
  const told = JSON.stringify(describeChild(t, child, resource.waitsFor === 'child, parsed'));
  if (child.status === 'SUCCEEDED') succeeded(t, frame, resource, told);
  else failed(t, frame, resource, { error: 'States.TaskFailed', cause: told });
}

/** Starts an execution of a machine that must exist, under a name that must be free. Throws `ServiceError`. */
export function startNamed(t: Transaction, machineArn: string, name: string, input: string): Execution {
  checkName(name);
  const machine = t.tables.machines.find(machineArn);
  if (!machine) {
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn}'`);
  }
  const { revision, roleArn } = machine;
  const { startAt } = t.machineOf(revision);
  const arn = executionArn(t.place, machine.name, name);
  return startOnce(t, { arn, machineArn, name, revision, roleArn, input, startAt }, limits.nameDays * dayMs);
}

/** DescribeExecution's answer as tasks get it. */
function describeChild(t: Transaction, child: Execution, parsed: boolean): JsonObject {
  const payload = (json: string): Json => (parsed ? (JSON.parse(json) as Json) : json);
  const { error, cause, output, stopped } = child;
  return {
    ...(cause === null ? {} : { Cause: cause }),
    ...(error === null ? {} : { Error: error }),
    ExecutionArn: child.arn,
    Input: payload(child.input),
    InputDetails: { Included: true },
    Name: child.name,
    ...(output === null ? {} : { Output: payload(output), OutputDetails: { Included: true } }),
    RedriveCount: child.redriveCount,
    ...redriveStatus(child, t.tables.history.count(child.id), t.now, 'Redrive'),
    StartDate: child.started,
    StateMachineArn: child.machineArn,
    Status: child.status,
    StopDate: stopped,
  };
}

function readArguments(args: Json): { machine: string; name: string; input: string } {
  const {
    StateMachineArn: machine,
    Name: name = randomUUID(),
    Input: input = {},
  } = isObject(args) ? args : {};
  if (typeof machine === 'string' && typeof name === 'string')
    return { machine, name, input: JSON.stringify(input) };
  throw new TaskFailure('States.Runtime', "'StateMachineArn' and 'Name' have to be strings");
}

/** What running and watching an execution needs; AWS watches it by a rule of its own on the event bus. */
function permissions(
  { waitsFor }: StartsExecution,
  place: Place,
  machine: string,
  name: string,
): Permission[] {
  const start = { action: 'states:StartExecution', resource: machine };
  if (waitsFor === 'nothing' || waitsFor === 'token') return [start];
  const execution = executionArn(place, machineName(machine), name);
  const rule = `arn:aws:events:${place.region}:${place.account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`;
  return [
    start,
    ...['states:DescribeExecution', 'states:StopExecution'].map((action) => ({
      action,
      resource: execution,
    })),
    ...['events:PutTargets', 'events:PutRule', 'events:DescribeRule'].map((action) => ({
      action,
      resource: rule,
    })),
  ];
}

/** A refusal of StartExecution as the task's failure, by the name this integration gives it. */
function refusedAs(start: () => Execution): Execution | TaskFailure {
  try {
    return start();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code, message, status } = error;
    return new TaskFailure(
      `StepFunctions.${code}Exception`,
      `${message} (Service: AWSStepFunctions; Status Code: ${status}; Error Code: ${code})`,
    );
  }
}
