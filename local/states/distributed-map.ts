import { randomUUID } from 'node:crypto';
import { machineName, mapRunArn } from './arn.ts';
import { endMapRun } from './end.ts';
import { stateOf } from './enter.ts';
import type { Execution } from './executions.ts';
import { gotResult } from './exit.ts';
import type { Scope } from './expression.ts';
import { fail } from './fail.ts';
import { StateFailure } from './failure.ts';
import type { Frame } from './frames.ts';
import type { AccessCheck, Objects } from './integration.ts';
import { batch } from './item-batcher.ts';
import { readItems } from './item-reader.ts';
import { limits } from './limits.ts';
import type { Distribution, MapState } from './machine.ts';
import { itemsOf, selectInputs } from './map.ts';
import { fillMapRun } from './map-run-children.ts';
import type { MapRun } from './map-runs.ts';
import { checkPermissions } from './permissions.ts';
import { type Results, transform, writeResults } from './result-writer.ts';
import type { Step } from './step.ts';
import type { Tables, Transaction } from './transaction.ts';

/** What a distributed Map needs from outside. */
interface MapServices {
  readonly access: AccessCheck;
  readonly objects: Objects;
  readonly tables: Tables;
}

type DistributedMap = MapState & { readonly distributed: Distribution };

/** Whether the state runs its items as child executions. */
export function isDistributed(state: { readonly type: string }): state is DistributedMap {
  return state.type === 'Map' && (state as MapState).distributed !== undefined;
}

/**
 * Starts a map run: reads the items, makes the inputs of the child executions and starts as many as may run at
 * once.
 * "Using Map state in Distributed mode",
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export async function runDistributedMap(
  state: DistributedMap,
  scope: Scope,
  execution: Execution,
  { access, objects, tables }: MapServices,
): Promise<Step> {
  const { reader, batcher, label, toleratedFailureCount, toleratedFailurePercentage } = state.distributed;
  const { roleArn } = execution;
  const { machineArn } = tables.machines.revision(execution.revision);
  checkPermissions(access, roleArn, [{ action: 'states:StartExecution', resource: machineArn }]);
  const items = reader ? await readItems(reader, scope, roleArn, objects) : await itemsOf(state, scope);
  const pending = await batch(state.name, batcher, scope, await selectInputs(state, scope, items));
  const settings = {
    maxConcurrency: (await state.maxConcurrency?.evaluate(scope)) || limits.distributedConcurrency,
    toleratedCount: (await toleratedFailureCount?.evaluate(scope)) ?? null,
    toleratedPercentage: (await toleratedFailurePercentage?.evaluate(scope)) ?? null,
  };
  return (t, frame) => {
    const arn = mapRunArn(t.place, machineName(machineArn), label, randomUUID());
    t.record(frame, 'MapStateStarted', { length: items.length });
    t.record(frame, 'MapRunStarted', { mapRunArn: arn });
    const totals = { totalItems: items.length, totalExecutions: pending.length };
    const of = { execution: execution.id, frame: frame.id, arn, label, started: t.now };
    const run = t.tables.mapRuns.add({ ...of, ...settings, ...totals }, pending);
    frame.phase = 'mapping';
    frame.data = String(run.id);
    t.tables.frames.put(frame);
    advanceMapRun(t, run, frame);
  };
}

/** Starts what may be started; with nothing left to run, the run comes to its end. */
function advanceMapRun(t: Transaction, run: MapRun, frame: Frame): void {
  fillMapRun(t, run);
  if (run.running === 0) conclude(t, run, frame);
}

/** Goes on with a map run when one of its children has ended. */
export function mapRunChildEnded(t: Transaction, child: Execution, run: MapRun): void {
  const frame = t.tables.frames.get(run.frame);
  if (!frame || run.status !== 'RUNNING') return;
  run.running--;
  t.tables.mapRuns.put(run);
  if (child.status === 'SUCCEEDED' || tolerates(run, t.tables.mapRuns.failedItems(run.id))) {
    advanceMapRun(t, run, frame);
    return;
  }
  endMapRun(t, run, 'FAILED');
  conclude(t, run, frame);
}

/** Runs again the children of a map run that did not succeed, and starts those that never were. */
export function redriveMapRun(t: Transaction, frame: Frame): void {
  const { mapRuns, executions } = t.tables;
  const run = mapRuns.get(Number(frame.data));
  run.status = 'RUNNING';
  run.stopped = null;
  run.redriveCount++;
  run.redriven = t.now;
  mapRuns.put(run);
  t.record(frame, 'MapRunRedriven', { mapRunArn: run.arn, redriveCount: run.redriveCount });
  t.tables.frames.put(frame);
  for (const child of mapRuns.unsuccessful(run.id)) executions.redrive(child, 'PENDING_REDRIVE', t.now);
  advanceMapRun(t, run, frame);
}

/** Exports the results of a map run that has ended, then ends its state. */
export async function writeMapRun(
  state: DistributedMap,
  scope: Scope,
  execution: Execution,
  run: MapRun,
  { tables, objects }: MapServices,
): Promise<Step> {
  const writer = state.distributed.writer;
  const where = await writer?.arguments?.evaluate(scope);
  if (!writer || !where) throw new Error(`the state '${state.name}' exports nothing`);
  const written = await writeResults(writer, where, resultsOf(tables, run), execution.roleArn, objects).catch(
    asFailure,
  );
  return (t, frame) => {
    const now = t.tables.mapRuns.get(run.id);
    if (written instanceof StateFailure) {
      failState(t, now, frame, written);
      return;
    }
    now.written = 1;
    t.tables.mapRuns.put(now);
    endState(t, now, frame, JSON.stringify(written));
  };
}

function asFailure(error: unknown): StateFailure {
  if (error instanceof StateFailure) return error;
  throw error;
}

/** Nothing given means that no failure is tolerated; of two thresholds neither may be exceeded. */
function tolerates(
  { toleratedCount, toleratedPercentage, totalItems }: MapRun,
  failedItems: number,
): boolean {
  if (toleratedCount === null && toleratedPercentage === null) return failedItems === 0;
  const percentage = (failedItems / totalItems) * 100;
  return failedItems <= (toleratedCount ?? failedItems) && percentage <= (toleratedPercentage ?? percentage);
}

/** All that will run has run: exports the results, or makes them the state's own. */
function conclude(t: Transaction, run: MapRun, frame: Frame): void {
  const state = stateOf(t.machine(frame), frame.state);
  if (!isDistributed(state)) throw new Error(`the state '${frame.state}' has no map run`);
  const { writer } = state.distributed;
  if (writer?.arguments) {
    frame.phase = 'writing';
    t.goOn(frame);
    return;
  }
  const { children } = resultsOf(t.tables, run);
  endState(t, run, frame, JSON.stringify(transform(children, writer?.transformation ?? 'COMPACT')));
}

function endState(t: Transaction, run: MapRun, frame: Frame, result: string): void {
  if (run.status === 'FAILED') {
    failState(t, run, frame, exceeded);
    return;
  }
  endMapRun(t, run, 'SUCCEEDED');
  t.record(frame, 'MapRunSucceeded');
  t.recordBeside(frame, 'MapStateSucceeded');
  gotResult(t, frame, result);
}

const exceeded = new StateFailure(
  'States.ExceedToleratedFailureThreshold',
  'The specified tolerated failure threshold was exceeded',
);

function failState(t: Transaction, run: MapRun, frame: Frame, { error, cause }: StateFailure): void {
  if (run.status === 'RUNNING') endMapRun(t, run, 'FAILED');
  t.record(frame, 'MapRunFailed', { error, cause });
  t.record(frame, 'MapStateFailed');
  fail(t, frame, { error, cause });
}

function resultsOf({ mapRuns, executions }: Tables, run: MapRun): Results {
  const children = mapRuns.children(run.id).map((id) => executions.get(id));
  return { run, children, pending: mapRuns.pending(run.id) };
}
