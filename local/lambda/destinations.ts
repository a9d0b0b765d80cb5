import type { Access } from '../access/access.ts';
import type { BusEvent } from '../events/events.ts';
import { queueUrl } from '../events/targets.ts';
import {
  type JsonObject,
  type JsonOperation,
  type JsonOperations,
  type Place,
  ServiceError,
} from '../service.ts';
import type { SendTo } from './asynchronous-invocations.ts';

interface Destinations {
  readonly access: Pick<Access, 'check'>;
  readonly place: Place;
  readonly operationsOf: (service: 'sqs' | 'lambda') => JsonOperations;
  readonly publish: (event: BusEvent) => void;
}

/**
 * Sends records of asynchronous invocations to queues, functions and the default bus, with the permissions of the
 * function's role: "Capturing records of Lambda asynchronous invocations", AWS Lambda Developer Guide.
 */
export function sendToDestination({ access, place, operationsOf, publish }: Destinations): SendTo {
  return async (roleArn, arn, { body, attributes, detailType = '', resources = [] }) => {
    const caller = { kind: 'role', roleArn } as const;
    const call = async (operation: JsonOperation | undefined, input: JsonObject) => {
      for (const permission of operation?.permissions(input) ?? []) access.check(caller, permission);
      await operation?.run(input, caller);
    };
    const service = arn.split(':')[2];
    if (service === 'sqs') {
      const MessageAttributes = (attributes ?? {}) as unknown as JsonObject;
      await call(operationsOf('sqs').SendMessage, {
        QueueUrl: queueUrl(arn, place),
        MessageBody: body,
        MessageAttributes,
      });
    } else if (service === 'lambda') {
      await call(operationsOf('lambda').Invoke, {
        FunctionName: arn,
        InvocationType: 'Event',
        Payload: body,
      });
    } else if (service === 'events') {
      access.check(caller, { action: 'events:PutEvents', resource: arn });
      publish({
        source: 'lambda',
        'detail-type': detailType,
        detail: JSON.parse(body) as JsonObject,
        resources,
      });
    } else {
      throw new ServiceError(
        'InvalidParameterValueException',
        `The local cloud cannot send records to ${arn}.`,
      );
    }
  };
}
