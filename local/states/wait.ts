import type { Scope } from './expression.ts';
import type { WaitState } from './machine.ts';
import type { Step } from './step.ts';

/**
 * Waits for some seconds, or until an instant, which may have passed already.
 * "Wait workflow state", https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html
 */
export async function runWait({ until }: WaitState, scope: Scope): Promise<Step> {
  const seconds = 'seconds' in until ? await until.seconds.evaluate(scope) : undefined;
  const instant = 'timestamp' in until ? Date.parse(await until.timestamp.evaluate(scope)) : 0;
  return (t, frame) => {
    const span = seconds === undefined ? Math.max(instant - t.now, 0) : seconds * 1000;
    frame.phase = 'waiting';
    t.tables.frames.put(frame);
    t.tables.timers.add('wait', t.now, span, frame.execution, frame.id);
  };
}
