import type { JsonObject } from '../service.ts';
import type { Execution } from './executions.ts';
import { dayMs, limits } from './limits.ts';

/**
 * Why an execution cannot be redriven; `undefined` for one that can.
 * RedriveExecution, https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html
 */
export function notRedrivable(execution: Execution, events: number, now: number): string | undefined {
  const { status, stopped } = execution;
  if (stopped === null || status === 'SUCCEEDED') return `Execution is ${status} and cannot be redriven`;
  if (events >= limits.history - 1) return 'Execution history event limit exceeded';
  if (now > stopped + limits.redriveDays * dayMs) return 'Execution redrivable period exceeded';
  return undefined;
}

/** `redriveStatus` and its reason as they are described, with names that begin as `prefix` does. */
export function redriveStatus(
  execution: Execution,
  events: number,
  now: number,
  prefix: 'redrive' | 'Redrive',
): JsonObject {
  const reason = notRedrivable(execution, events, now);
  if (reason !== undefined)
    return { [`${prefix}Status`]: 'NOT_REDRIVABLE', [`${prefix}StatusReason`]: reason };
  return { [`${prefix}Status`]: execution.mapRun === null ? 'REDRIVABLE' : 'REDRIVABLE_BY_MAP_RUN' };
}
