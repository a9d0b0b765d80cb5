import type { JsonObject } from '../service.ts';
import type { States } from './engine.ts';
import type { Execution } from './executions.ts';
import { redriveStatus } from './redrivable.ts';
import { seconds } from './request.ts';

/** An execution as DescribeExecution tells it; `included` says whether with its data. */
export function describeExecution(states: States, execution: Execution, included: boolean): JsonObject {
  const { input, output, error, cause } = execution;
  const { history, mapRuns } = states.tables;
  const data = (name: string, json: string) => ({
    ...(included ? { [name]: json } : {}),
    [`${name}Details`]: { included },
  });
  return {
    ...common(execution),
    ...data('input', input),
    ...(output === null ? {} : data('output', output)),
    ...(error === null || !included ? {} : { error }),
    ...(cause === null || !included ? {} : { cause }),
    ...(execution.mapRun === null ? {} : { mapRunArn: mapRuns.get(execution.mapRun).arn }),
    ...redriveStatus(execution, history.count(execution.id), states.clock.now(), 'redrive'),
  };
}

/** An execution as ListExecutions tells it. */
export function listedExecution(states: States, execution: Execution, inMapRun: boolean): JsonObject {
  const { mapRun, items } = execution;
  if (!inMapRun || mapRun === null) return common(execution);
  return { ...common(execution), mapRunArn: states.tables.mapRuns.get(mapRun).arn, itemCount: items };
}

function common({
  arn: executionArn,
  machineArn,
  name,
  status,
  started,
  stopped,
  redriveCount,
  redriven,
}: Execution) {
  return {
    executionArn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: seconds(started),
    ...(stopped === null ? {} : { stopDate: seconds(stopped) }),
    redriveCount,
    ...(redriven === null ? {} : { redriveDate: seconds(redriven) }),
  };
}
