import { ServiceError } from '../service.ts';
import type { Execution } from './executions.ts';
import { busy, type Frame } from './frames.ts';
import { notRedrivable } from './redrivable.ts';
import type { Transaction } from './transaction.ts';

/** RedriveExecution remembers so many client tokens. */
const tokensKept = 10;

/**
 * Lets an execution that failed, timed out or was aborted go on from where it stood. Repeated with the same
 * client token it does nothing more. Throws AWS's `ExecutionNotRedrivable`.
 * "Restarting state machine executions with redrive in Step Functions",
 * https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
 */
export function redrive(t: Transaction, execution: Execution, clientToken: string | undefined): void {
  const { executions, history } = t.tables;
  const tokens = JSON.parse(execution.redriveTokens) as string[];
  if (clientToken !== undefined && tokens.includes(clientToken)) return;
  const reason = notRedrivable(execution, history.count(execution.id), t.now);
  if (reason !== undefined) throw new ServiceError('ExecutionNotRedrivable', reason);
  if (execution.mapRun !== null) {
    throw new ServiceError('ExecutionNotRedrivable', 'Execution can be redriven only with its Map Run');
  }
  executions.redrive(execution.id, 'RUNNING', t.now);
  if (clientToken !== undefined) {
    executions.keepRedriveTokens(execution.id, [...tokens, clientToken].slice(-tokensKept));
  }
  goOnWith(t, executions.get(execution.id));
}

/** Starts again what a redriven execution had not done; what had succeeded inside it stays. */
export function goOnWith(t: Transaction, execution: Execution): void {
  const { frames, history, timers } = t.tables;
  const { id, redriveCount } = execution;
  const event = history.add(id, 'ExecutionRedriven', history.count(id), t.now, { redriveCount });
  const { timeoutSeconds } = t.machineOf(execution.revision);
  if (timeoutSeconds !== undefined && execution.mapRun === null) {
    timers.add('execution', t.now, timeoutSeconds * 1000, id, null);
  }
  for (const frame of frames.ofExecution(id)) {
    frame.lastEvent = event;
    if (frame.phase === 'halted') startAgain(frame);
    if (frame.phase === 'mapping') t.redriven.push(frame.id);
    if (busy.includes(frame.phase)) t.goOn(frame);
    else frames.put(frame);
  }
}

function startAgain(frame: Frame): void {
  frame.phase = 'ready';
  frame.retries = '[0]';
  frame.data = null;
}
