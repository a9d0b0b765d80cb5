import type { Json, JsonObject } from '../service.ts';
import { machineName } from './arn.ts';
import type { Execution } from './executions.ts';
import type { Scope } from './expression.ts';
import type { Frame, Frames } from './frames.ts';
import type { State } from './machine.ts';

/** What the expressions of a state can read while its frame is in it. */
export function scopeOf(frames: Frames, execution: Execution, frame: Frame, state: State): Scope {
  return {
    states: { input: JSON.parse(frame.input) as Json, context: contextOf(frames, execution, frame, state) },
    variables: variablesOf(frames, frame),
  };
}

/** The same scope with more in its Context object. */
export function withContext(scope: Scope, more: JsonObject): Scope {
  const { states } = scope;
  return { ...scope, states: { ...states, context: { ...states.context, ...more } } };
}

/**
 * The Context object.
 * "Accessing execution data from the Context object in Step Functions",
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
function contextOf(frames: Frames, execution: Execution, frame: Frame, state: State): JsonObject {
  const { arn, name, roleArn, started, redriveCount, redriven, machineArn } = execution;
  const item = itemOf(frames, frame);
  return {
    Execution: {
      Id: arn,
      // Hardly any state reads it, so it is parsed only for those that do.
      get Input(): Json {
        return JSON.parse(execution.input);
      },
      Name: name,
      RoleArn: roleArn,
      StartTime: new Date(started).toISOString(),
      RedriveCount: redriveCount,
      ...(redriven === null ? {} : { RedriveTime: new Date(redriven).toISOString() }),
    },
    StateMachine: { Id: machineArn, Name: machineName(machineArn) },
    State: {
      Name: frame.state,
      EnteredTime: new Date(frame.entered).toISOString(),
      ...('retry' in state ? { RetryCount: (JSON.parse(frame.retries) as number[])[0] ?? 0 } : {}),
    },
    ...(item === undefined ? {} : { Map: { Item: item } }),
  };
}

/** The item of the innermost iteration that the frame is in. */
function itemOf(frames: Frames, frame: Frame): Json | undefined {
  if (frame.item !== null) return JSON.parse(frame.item) as Json;
  const parent = frame.parent === null ? undefined : frames.get(frame.parent);
  return parent && itemOf(frames, parent);
}

/** The variables of the frame's workflow and of those around it. */
function variablesOf(frames: Frames, frame: Frame): JsonObject {
  const own = JSON.parse(frame.variables) as JsonObject;
  const parent = frame.parent === null ? undefined : frames.get(frame.parent);
  return parent ? { ...variablesOf(frames, parent), ...own } : own;
}
