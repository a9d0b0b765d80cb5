import type { Failure } from './failure.ts';

/**
 * When and how often a failed state is tried again.
 * "Handling errors in Step Functions workflows", section "Retrying after an error",
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export interface Retrier {
  readonly errors: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly jitter: 'FULL' | 'NONE';
}

/**
 * Whether a retrier or catcher for these names takes this failure.
 *
 * `States.Runtime` always fails the execution. `States.ALL` takes everything else but
 * `States.DataLimitExceeded`, which has to be named; `States.TaskFailed` takes what `States.ALL` takes but
 * timeouts.
 */
export function handles(errors: readonly string[], failure: Failure): boolean {
  const { error } = failure;
  const names = [error, ...(failure.alsoKnownAs ?? [])];
  if (error === 'States.Runtime') return false;
  if (errors.some((name) => names.includes(name))) return true;
  if (error === 'States.DataLimitExceeded') return false;
  return (
    errors.includes('States.ALL') || (errors.includes('States.TaskFailed') && error !== 'States.Timeout')
  );
}

/**
 * Milliseconds to wait before the retry number `attempt` (the first is 0). Full jitter draws between nothing
 * and the whole delay, with `random` giving a number from 0 up to 1.
 */
export function delayMs(retrier: Retrier, attempt: number, random: () => number): number {
  const seconds = Math.min(
    retrier.intervalSeconds * retrier.backoffRate ** attempt,
    retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY,
    longestDelaySeconds,
  );
  return Math.round(seconds * 1000 * (retrier.jitter === 'FULL' ? random() : 1));
}

/** The upper bound that AWS sets for MaxDelaySeconds: 366 days. */
export const longestDelaySeconds = 31_622_400;
