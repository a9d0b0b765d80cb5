import { DetailedError } from '../access/detailed-error.ts';
import { ServiceError } from '../service.ts';
import type { Answer } from './answer.ts';
import { RefusalWithHeaders } from './errors.ts';
import { writeXml } from './xml-writer.ts';

/** The ids under which S3 answers. */
export interface RequestIds {
  readonly requestId: string;
  readonly hostId: string;
}

/**
 * A refusal as S3 answers it; anything but a `ServiceError` is a bug, logged and answered as InternalError (500).
 *
 * Amazon S3 API Reference, "Error responses", ErrorResponses.html
 */
export function errorAnswer(error: unknown, resource: string, { requestId, hostId }: RequestIds): Answer {
  const refusal = error instanceof ServiceError ? error : internalError(error);
  const details = refusal instanceof DetailedError ? refusal.details : {};
  return {
    status: refusal.status,
    headers: refusal instanceof RefusalWithHeaders ? refusal.headers : {},
    body: writeXml('Error', {
      Code: refusal.code,
      Message: refusal.message,
      Resource: resource,
      ...details,
      RequestId: requestId,
      HostId: hostId,
    }),
  };
}

function internalError(error: unknown): ServiceError {
  console.error(error);
  return new ServiceError('InternalError', 'We encountered an internal error. Please try again.', 500);
}
