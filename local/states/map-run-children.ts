import { randomUUID } from 'node:crypto';
import { executionArn, machineName } from './arn.ts';
import { start, stateOf } from './enter.ts';
import type { MapRun, Pending } from './map-runs.ts';
import { goOnWith } from './redrive.ts';
import type { Transaction } from './transaction.ts';

/**
 * Starts children until the map run has as many as may run at once; those waiting to be redriven come first.
 */
export function fillMapRun(t: Transaction, run: MapRun): void {
  const { mapRuns } = t.tables;
  while (run.running < run.maxConcurrency) {
    const redriven = mapRuns.pendingRedrive(run.id);
    const pending = redriven === undefined ? mapRuns.takePending(run.id) : undefined;
    if (redriven !== undefined) resumeChild(t, redriven);
    else if (pending) startChild(t, run, pending);
    else break;
    run.running++;
  }
  mapRuns.put(run);
}

/** A child is an execution of its own, named after the machine and the state's label. */
function startChild(t: Transaction, run: MapRun, { position, input, items }: Pending): void {
  const { executions, frames } = t.tables;
  const parent = executions.get(run.execution);
  const frame = frames.get(run.frame);
  const state = frame && stateOf(t.machineOf(parent.revision), frame.state);
  if (state?.type !== 'Map') throw new Error(`map run ${run.arn} belongs to no Map state`);
  const base = t.tables.machines.revision(parent.revision).machineArn;
  const machineArn = `${base}/${run.label}`;
  const name = randomUUID();
  start(t, {
    arn: executionArn(t.place, machineName(machineArn), name),
    machineArn,
    name,
    revision: parent.revision,
    roleArn: parent.roleArn,
    input,
    startAt: state.startAt,
    mapRun: run.id,
    position,
    items,
  });
}

function resumeChild(t: Transaction, id: number): void {
  t.tables.executions.resume(id);
  goOnWith(t, t.tables.executions.get(id));
}
