import { only, within } from '../assembly/properties.ts';
import type { Job, Verdict } from '../durable-queue.ts';
import { type JsonObject, ServiceError } from '../service.ts';

/** How long a delivery is tried; both limits hold. */
export interface RetryPolicy {
  readonly maximumRetryAttempts: number;
  /** Seconds. */
  readonly maximumEventAge: number;
}

/** A delivery that is given up. */
export interface Failure {
  readonly error: ServiceError;
  /** Attempts after the first. */
  readonly retries: number;
  /** Which limit ended it; none for an error that no retry would mend. */
  readonly exhausted?: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';
}

const second = 1000;
/** With this most of an interval the 185 retries of the default fill its 24 hours. */
const longestInterval = 8 * 60 * second;

/** Reads a target's RetryPolicy; 24 hours and 185 retries where it says nothing. */
export function retryPolicyOf(policy: JsonObject = {}): RetryPolicy {
  only(policy, 'RetryPolicy', ['MaximumRetryAttempts', 'MaximumEventAgeInSeconds']);
  const maximumRetryAttempts = within(policy, 'MaximumRetryAttempts', 0, 185) ?? 185;
  const maximumEventAge = within(policy, 'MaximumEventAgeInSeconds', 60, 86_400) ?? 86_400;
  return { maximumRetryAttempts, maximumEventAge };
}

/**
 * Tries a delivery once. An error that may pass is tried again with exponential backoff within the policy; one
 * that cannot, such as a missing permission or target, is given up at once. `bury` gets what is given up.
 *
 * "How EventBridge retries delivering events",
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
 */
export async function deliver<Item>(
  job: Job<Item>,
  now: number,
  policy: RetryPolicy,
  send: () => Promise<unknown>,
  bury: (failure: Failure) => Promise<void>,
): Promise<Verdict<Item>> {
  try {
    await send();
    return 'done';
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const again = now + Math.min(second * 2 ** job.attempts, longestInterval);
    const exhausted = limitReached(job, again, policy);
    if (mayPass(error) && exhausted === undefined) return { again };
    await bury({
      error,
      retries: job.attempts,
      ...(mayPass(error) && exhausted !== undefined && { exhausted }),
    });
    return 'done';
  }
}

function limitReached(job: Job<unknown>, again: number, policy: RetryPolicy): Failure['exhausted'] {
  if (job.attempts >= policy.maximumRetryAttempts) return 'MaximumRetryAttempts';
  return again - job.since > policy.maximumEventAge * second ? 'MaximumEventAgeInSeconds' : undefined;
}

function mayPass({ status, code }: ServiceError): boolean {
  return status >= 500 || status === 429 || /Throttl|TooManyRequests|LimitExceeded/.test(code);
}
