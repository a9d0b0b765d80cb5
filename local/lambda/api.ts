import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from '../access/access.ts';
import { signedRequestOf } from '../access/canonical-request.ts';
import type { Clock } from '../clock.ts';
import { authenticate, readBody, sendError, unknownOperation } from '../json-service.ts';
import { type JsonOperations, type Service, ServiceError } from '../service.ts';
import type { Invoked, InvokeOptions, Lambda } from './lambda.ts';

/** Lambda's own limit of a request is 6 MB; this one only bounds what is read before it is refused. */
const largestBody = 8 * 1024 * 1024;

/**
 * Lambda's Invoke on HTTP, as the SDK and the CLI call it: the payload is the body, all else is in headers.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function lambdaService(
  lambda: Lambda,
  access: Pick<Access, 'callerOf' | 'check'>,
  clock: Pick<Clock, 'now'>,
): Service {
  return {
    signingName: 'lambda',
    async handle(request, response) {
      try {
        const { functionName, qualifier } = invokedBy(request);
        const body = await readBody(request, largestBody);
        const caller = authenticate(request, body, 'lambda', access, clock);
        const resource = lambda.arnOf(functionName, qualifier);
        access.check(caller, { action: 'lambda:InvokeFunction', resource });
        const options = { ...optionsOf(request), ...(qualifier !== undefined && { qualifier }) };
        const invoked = await lambda.invoke(functionName, body.toString('utf8') || '{}', options);
        sendInvoked(request, response, options, invoked);
      } catch (error) {
        sendError(response, error);
      }
    },
  };
}

/** Invoke as an operation of JSON in and out, for the services that call it on behalf of a role. */
export function lambdaOperations(lambda: Lambda): JsonOperations {
  return {
    Invoke: {
      permissions: ({ FunctionName, Qualifier }) => [
        { action: 'lambda:InvokeFunction', resource: lambda.arnOf(String(FunctionName), textOr(Qualifier)) },
      ],
      run: async ({ FunctionName, Payload, InvocationType, Qualifier }) => {
        const qualifier = textOr(Qualifier);
        const invoked = await lambda.invoke(String(FunctionName), textOr(Payload) ?? '{}', {
          invocationType: invocationType(textOr(InvocationType)),
          ...(qualifier !== undefined && { qualifier }),
        });
        return {
          StatusCode: 200,
          Payload: invoked.payload,
          ExecutedVersion: invoked.executedVersion,
          ...(invoked.functionError && { FunctionError: invoked.functionError }),
        };
      },
    },
  };
}

function invokedBy(request: IncomingMessage): { functionName: string; qualifier?: string } {
  const { path, query } = signedRequestOf(request);
  const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(path)?.[1];
  if (request.method !== 'POST' || name === undefined) {
    throw unknownOperation('lambda', `${request.method} ${path}`);
  }
  const qualifier = new URLSearchParams(query).get('Qualifier');
  const functionName = decodeURIComponent(name);
  return qualifier === null ? { functionName } : { functionName, qualifier };
}

function optionsOf(request: IncomingMessage): InvokeOptions {
  const context = request.headers['x-amz-client-context'];
  const traceId = request.headers['x-amzn-trace-id'];
  return {
    invocationType: invocationType(request.headers['x-amz-invocation-type']),
    ...(typeof context === 'string' && { clientContext: Buffer.from(context, 'base64').toString('utf8') }),
    ...(typeof traceId === 'string' && { traceId }),
  };
}

function invocationType(given: unknown = 'RequestResponse'): 'RequestResponse' | 'Event' | 'DryRun' {
  if (given === 'RequestResponse' || given === 'Event' || given === 'DryRun') return given;
  throw new ServiceError(
    'InvalidParameterValueException',
    `Value '${given}' at 'invocationType' must be RequestResponse, Event or DryRun.`,
  );
}

function sendInvoked(
  request: IncomingMessage,
  response: ServerResponse,
  { invocationType: type }: InvokeOptions,
  invoked: Invoked,
): void {
  const status = type === 'Event' ? 202 : type === 'DryRun' ? 204 : 200;
  const tail = type === 'RequestResponse' && request.headers['x-amz-log-type'] === 'Tail';
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-amzn-requestid': invoked.requestId,
    'x-amz-executed-version': invoked.executedVersion,
    ...(invoked.functionError && { 'x-amz-function-error': invoked.functionError }),
    ...(tail && { 'x-amz-log-result': invoked.logTail }),
  });
  response.end(invoked.payload);
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
