import { isObject } from '../assembly/properties.ts';
import { type Json, type JsonObject, ServiceError } from '../service.ts';
import { TaskFailure, type TaskIntegration } from '../states/engine.ts';
import type { Invoked, Lambda } from './lambda.ts';

/**
 * Step Functions' integration `lambda:invoke`: the payload goes in and comes out as JSON, and a function that fails
 * fails the task under its error's own name.
 *
 * "Invoke an AWS Lambda function with Step Functions",
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
 */
export function lambdaTask(lambda: Lambda): TaskIntegration {
  return {
    permissions: ({ FunctionName, Qualifier }) => [
      { action: 'lambda:InvokeFunction', resource: arnOf(lambda, FunctionName, Qualifier) },
    ],
    async call(args, { signal }) {
      const { FunctionName, Payload = {}, InvocationType = 'RequestResponse', Qualifier } = args;
      if (InvocationType !== 'RequestResponse' && InvocationType !== 'Event') {
        throw new TaskFailure(
          'States.Runtime',
          `InvocationType ${JSON.stringify(InvocationType)} is not supported.`,
        );
      }
      const invoked = await named(() =>
        lambda.invoke(String(FunctionName), JSON.stringify(Payload), {
          invocationType: InvocationType,
          signal,
          ...(typeof Qualifier === 'string' && { qualifier: Qualifier }),
        }),
      );
      if (invoked.functionError) throw failureOf(invoked);
      return resultOf(invoked, InvocationType);
    },
  };
}

function arnOf(lambda: Lambda, name: Json | undefined, qualifier: Json | undefined): string {
  return named(() => lambda.arnOf(String(name), typeof qualifier === 'string' ? qualifier : undefined));
}

/** Lambda's own refusals have `Lambda.` before their names. */
function named<T>(invoke: () => T): T {
  const failing = (error: unknown): never => {
    throw error instanceof ServiceError ? new TaskFailure(`Lambda.${error.code}`, error.message) : error;
  };
  try {
    const result = invoke();
    return result instanceof Promise ? (result.catch(failing) as T) : result;
  } catch (error) {
    return failing(error);
  }
}

function failureOf({ payload }: Invoked): TaskFailure {
  const error = JSON.parse(payload) as Json;
  const type = isObject(error) && typeof error.errorType === 'string' ? error.errorType : 'Lambda.Unknown';
  return new TaskFailure(type, payload);
}

function resultOf(invoked: Invoked, type: 'RequestResponse' | 'Event'): JsonObject {
  const status = type === 'Event' ? 202 : 200;
  return {
    StatusCode: status,
    ...(type === 'RequestResponse' && {
      ExecutedVersion: invoked.executedVersion,
      Payload: JSON.parse(invoked.payload) as Json,
    }),
    SdkHttpMetadata: { HttpStatusCode: status },
    SdkResponseMetadata: { RequestId: invoked.requestId },
  };
}
