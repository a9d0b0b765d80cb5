import { ServiceError } from '../service.ts';
import type { Outcome } from './execution-environment.ts';

/** "Lambda quotas": 6 MB for a request and its response, 256 KB for an event. */
const synchronousLimit = 6 * 1024 * 1024;
const asynchronousLimit = 256 * 1024;

/** Refuses a payload that is too large for its invocation type, or is not JSON. */
export function checkPayload(payload: string, type: 'RequestResponse' | 'Event' | 'DryRun'): void {
  const limit = type === 'Event' ? asynchronousLimit : synchronousLimit;
  const size = Buffer.byteLength(payload);
  if (size > limit) {
    throw new ServiceError(
      'RequestTooLargeException',
      `${size} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
      413,
    );
  }
  try {
    JSON.parse(payload);
  } catch (error) {
    const reason = (error as Error).message;
    throw new ServiceError(
      'InvalidRequestContentException',
      `Could not parse request body into json: ${reason}`,
    );
  }
}

/** The outcome, or the failure that an answer over the limit is. */
export function withinLimit(outcome: Outcome): Outcome {
  if (Buffer.byteLength(outcome.payload) <= synchronousLimit) return outcome;
  const payload = JSON.stringify({
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size exceeded maximum allowed payload size (${synchronousLimit} bytes).`,
  });
  return { ...outcome, payload, failed: true };
}
