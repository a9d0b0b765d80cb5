import { ServiceError } from '../service.ts';
import type { Execution, NewExecution } from './executions.ts';
import type { Frame } from './frames.ts';
import { data } from './history.ts';
import type { Machine, State } from './machine.ts';
import type { Transaction } from './transaction.ts';

/** The state of that name. The definition was checked, so it is there. */
export function stateOf(machine: Machine, name: string): State {
  const state = machine.states.get(name);
  if (!state) throw new Error(`the machine has no state '${name}'`);
  return state;
}

/** Puts the frame into a state, with the input that is the last one's output. */
export function enter(t: Transaction, frame: Frame, name: string, input: string): void {
  const { type } = stateOf(t.machine(frame), name);
  frame.state = name;
  frame.input = input;
  frame.phase = 'ready';
  frame.retries = '[0]';
  frame.data = null;
  frame.entered = t.now;
  frame.enteredEvent = t.record(frame, `${type}StateEntered`, { name, ...data('input', input) });
  t.goOn(frame);
}

/** Starts an execution in its first state. */
export function start(t: Transaction, starting: Omit<NewExecution, 'started'>): Execution {
  const { executions, frames, history, timers } = t.tables;
  const execution = executions.add({ ...starting, started: t.now });
  const { id, startAt, input, roleArn } = execution;
  history.add(id, 'ExecutionStarted', 0, t.now, { ...data('input', input), roleArn });
  const { timeoutSeconds } = t.machineOf(execution.revision);
  if (timeoutSeconds !== undefined && execution.mapRun === null) {
    timers.add('execution', t.now, timeoutSeconds * 1000, id, null);
  }
  const frame = frames.add({ execution: id, parent: null, position: 0, state: startAt, input, item: null });
  enter(t, frame, startAt, input);
  return execution;
}

/**
 * Starts an execution by a name that is its own for 90 days after it closes. The same name with the same input
 * is the same execution as long as it runs; otherwise AWS's `ExecutionAlreadyExists`. StartExecution,
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export function startOnce(
  t: Transaction,
  starting: Omit<NewExecution, 'started'>,
  nameIsKeptMs: number,
): Execution {
  const { executions } = t.tables;
  const existing = executions.find(starting.arn);
  if (!existing) return start(t, starting);
  if (existing.status === 'RUNNING' && existing.input === starting.input) return existing;
  if (existing.stopped === null || existing.stopped + nameIsKeptMs > t.now) {
    throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${starting.arn}'`);
  }
  executions.freeName(existing.id);
  return start(t, starting);
}
