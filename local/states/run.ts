import type { Json, Place } from '../service.ts';
import { call } from './call.ts';
import { runChoice } from './choice.ts';
import { isDistributed, runDistributedMap, writeMapRun } from './distributed-map.ts';
import type { Execution } from './executions.ts';
import type { Scope } from './expression.ts';
import type { Caught } from './fail.ts';
import { runFail } from './fail-state.ts';
import type { Frame } from './frames.ts';
import type { AccessCheck, Objects, TaskIntegrations } from './integration.ts';
import { leave, leaveCaught, leaveWith } from './leave.ts';
import type { State } from './machine.ts';
import { runMap } from './map.ts';
import { runParallel } from './parallel.ts';
import { scopeOf } from './scope.ts';
import type { Step } from './step.ts';
import { runTask } from './task.ts';
import type { Tables } from './transaction.ts';
import { runWait } from './wait.ts';

/** All that states can use. */
export interface Services {
  readonly tables: Tables;
  readonly place: Place;
  readonly access: AccessCheck;
  readonly tasks: TaskIntegrations;
  readonly objects: Objects;
}

/** Whether what the frame has to do next goes on outside the interpreter, which meanwhile does other things. */
export function goesOutside(state: State, frame: Frame): boolean {
  return (
    frame.phase === 'calling' ||
    frame.phase === 'writing' ||
    (frame.phase === 'ready' && isDistributed(state))
  );
}

/**
 * Does what the frame has to do next and gives the step it comes to. Throws a `StateFailure` that fails the
 * state.
 */
export async function run(
  state: State,
  frame: Frame,
  execution: Execution,
  services: Services & { readonly signal: AbortSignal },
): Promise<Step> {
  const scope = scopeOf(services.tables.frames, execution, frame, state);
  const data = frame.data === null ? null : (JSON.parse(frame.data) as Json);
  if (frame.phase === 'ready') return runState(state, scope, execution, services);
  if (frame.phase === 'result') return finishState(state, scope, data);
  if (frame.phase === 'caught' && 'catch' in state) {
    return leaveCaught(state.catch, scope, data as unknown as Caught);
  }
  if (frame.phase === 'writing' && isDistributed(state)) {
    return writeMapRun(state, scope, execution, services.tables.mapRuns.get(Number(data)), services);
  }
  if (frame.phase === 'calling' && state.type === 'Task') {
    return call(state.resource, data, execution, services);
  }
  throw new Error(`there is nothing to do in the state '${state.name}' while it is ${frame.phase}`);
}

function runState(state: State, scope: Scope, execution: Execution, services: Services): Promise<Step> {
  switch (state.type) {
    case 'Pass':
      return leave(state, state.next, scope, scope.states.input);
    case 'Succeed':
      return leave(state, undefined, scope, scope.states.input);
    case 'Choice':
      return runChoice(state, scope);
    case 'Wait':
      return runWait(state, scope);
    case 'Fail':
      return runFail(state, scope);
    case 'Task':
      return runTask(state, scope);
    case 'Parallel':
      return runParallel(state, scope);
    case 'Map':
      return isDistributed(state)
        ? runDistributedMap(state, scope, execution, services)
        : runMap(state, scope);
  }
}

function finishState(state: State, scope: Scope, result: Json): Promise<Step> {
  if (state.type === 'Wait') return leave(state, state.next, scope, scope.states.input);
  if (state.type === 'Task' || state.type === 'Parallel' || state.type === 'Map') {
    return leaveWith(state, scope, result);
  }
  throw new Error(`the state '${state.name}' has no result`);
}
