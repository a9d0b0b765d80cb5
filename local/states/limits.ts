/**
 * The quotas of Standard workflows that a definition can run into.
 * "Step Functions service quotas", https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const limits = {
  /** Bytes of UTF-8 in one input, output, task argument, task result or variable. */
  payload: 262_144,
  /** Bytes of all variables of one workflow together. */
  variables: 10 * 1024 * 1024,
  /** Events in one history; the execution fails when it would need one more. */
  history: 25_000,
  /** Bytes of one definition. */
  definition: 1024 * 1024,
  /** Iterations of an inline Map that run at once when MaxConcurrency is 0. */
  inlineConcurrency: 40,
  /** Child executions of a distributed Map that run at once when MaxConcurrency is 0. */
  distributedConcurrency: 10_000,
  /** Days after its end in which an execution can be redriven. */
  redriveDays: 14,
  /** Days after its end until an execution's name may be used again. */
  nameDays: 90,
} as const;

/** The longest timeout, heartbeat or wait: a little over three years. */
export const longestSeconds = 99_999_999;

/** Milliseconds of a day of 24 hours. */
export const dayMs = 24 * 3600 * 1000;

/** Bytes that `json` counts for in a quota. */
export function bytes(json: string): number {
  return Buffer.byteLength(json);
}
