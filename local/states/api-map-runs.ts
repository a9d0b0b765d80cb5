import { type JsonObject, type JsonOperations, ServiceError } from '../service.ts';
import type { States } from './engine.ts';
import { limits } from './limits.ts';
import { fillMapRun } from './map-run-children.ts';
import type { MapRun } from './map-runs.ts';
import { page, readPage } from './page.ts';
import { arn, optionalNumber, resource, seconds } from './request.ts';

/** Operations on the map runs of distributed Map states. */
export function mapRunOperations(states: States): JsonOperations {
  const { mapRuns, executions } = states.tables;
  const on = (action: string) => (input: JsonObject) => [{ action, resource: resource(input, 'mapRunArn') }];
  return {
    DescribeMapRun: {
      permissions: on('states:DescribeMapRun'),
      run: async (input) => describe(states, existing(states, arn(input, 'mapRunArn'))),
    },
    ListMapRuns: {
      permissions: (input) => [{ action: 'states:ListMapRuns', resource: resource(input, 'executionArn') }],
      async run(input) {
        const executionArn = arn(input, 'executionArn');
        const execution = executions.find(executionArn);
        if (!execution)
          throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
        const { limit, after = Number.MAX_SAFE_INTEGER } = readPage(
          input,
          (place) => typeof place === 'number',
        );
        const rows = mapRuns.ofExecution(execution.id).filter(({ id }) => id < after);
        const listed = (run: MapRun) => ({
          ...common(states, run),
          stateMachineArn: `${execution.machineArn}/${run.label}`,
        });
        return page('mapRuns', rows, limit, listed, ({ id }) => id);
      },
    },
    UpdateMapRun: {
      permissions: on('states:UpdateMapRun'),
      async run(input) {
        const run = existing(states, arn(input, 'mapRunArn'));
        if (run.status !== 'RUNNING')
          throw new ServiceError('ValidationException', 'A completed Map Run cannot be updated');
        const maxConcurrency = optionalNumber(input, 'maxConcurrency', { least: 0 });
        if (maxConcurrency !== undefined)
          run.maxConcurrency = maxConcurrency || limits.distributedConcurrency;
        run.toleratedCount = optionalNumber(input, 'toleratedFailureCount', {}) ?? run.toleratedCount;
        run.toleratedPercentage =
          optionalNumber(input, 'toleratedFailurePercentage', { most: 100 }) ?? run.toleratedPercentage;
        states.change((t) => fillMapRun(t, run));
        return {};
      },
    },
  };
}

function existing(states: States, mapRunArn: string): MapRun {
  const run = states.tables.mapRuns.find(mapRunArn);
  if (run) return run;
  throw new ServiceError('ResourceNotFound', `Resource not found: '${mapRunArn}'`);
}

function common(states: States, { arn: mapRunArn, execution, started, stopped }: MapRun): JsonObject {
  return {
    executionArn: states.tables.executions.get(execution).arn,
    mapRunArn,
    startDate: seconds(started),
    ...(stopped === null ? {} : { stopDate: seconds(stopped) }),
  };
}

function describe(states: States, run: MapRun): JsonObject {
  const { status, maxConcurrency, toleratedCount, toleratedPercentage, redriveCount, redriven } = run;
  return {
    ...common(states, run),
    status,
    maxConcurrency,
    toleratedFailureCount: toleratedCount ?? 0,
    toleratedFailurePercentage: toleratedPercentage ?? 0,
    itemCounts: counts(states, run, 'items', run.totalItems),
    executionCounts: counts(states, run, 'executions', run.totalExecutions),
    redriveCount,
    ...(redriven === null ? {} : { redriveDate: seconds(redriven) }),
  };
}

function counts(states: States, run: MapRun, unit: 'items' | 'executions', total: number): JsonObject {
  const { mapRuns } = states.tables;
  const by = new Map(mapRuns.counts(run.id).map((row) => [row.status, row[unit]]));
  const started = [...by.values()].reduce((sum, count) => sum + count, 0);
  const of = (status: string) => by.get(status) ?? 0;
  return {
    pending: total - started,
    running: of('RUNNING'),
    succeeded: of('SUCCEEDED'),
    failed: of('FAILED'),
    timedOut: of('TIMED_OUT'),
    aborted: of('ABORTED'),
    total,
    resultsWritten: run.written ? started : 0,
    failuresNotRedrivable: 0,
    pendingRedrive: of('PENDING_REDRIVE'),
  };
}
