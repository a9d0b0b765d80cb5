import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from './access/access.ts';
import { signedRequestOf } from './access/canonical-request.ts';
import { isSigned } from './access/claim.ts';
import type { Clock } from './clock.ts';
import { calledBy, type Protocol } from './json-protocol.ts';
import {
  type Caller,
  type JsonObject,
  type JsonOperation,
  type JsonOperations,
  type Service,
  ServiceError,
} from './service.ts';

export type { Protocol, RestRoute } from './json-protocol.ts';

interface JsonServiceOptions {
  readonly signingName: string;
  readonly protocol: Protocol;
  readonly operations: JsonOperations;
  readonly access: Pick<Access, 'callerOf' | 'check'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Operations that AWS offers without a signature, such as a user pool's `InitiateAuth`. */
  readonly unsigned?: readonly string[];
}

/** A refusal that carries members beside its message, as ConditionalCheckFailedException does the item. */
export class ErrorWithMembers extends ServiceError {
  readonly members: JsonObject;

  constructor(code: string, message: string, status: number, members: JsonObject) {
    super(code, message, status);
    this.members = members;
  }
}

/** The largest request a JSON service takes: DynamoDB's 16 MB, the largest of them. */
const largestBody = 16 * 1024 * 1024;

/**
 * Puts `operations` on HTTP in one of AWS's JSON protocols: checks the signature, then every permission the
 * input needs, runs the operation and answers in the protocol's shape, a refusal with AWS's error name in
 * `__type` and `x-amzn-errortype`. An operation it does not have is an UnknownOperationException that names it.
 *
 * https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html, aws-restjson1-protocol.html
 */
export function jsonService(options: JsonServiceOptions): Service {
  const { signingName, protocol, access, clock } = options;

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const body = await readBody(request, largestBody);
    const called = calledBy(protocol, request);
    const anonymous = !isSigned(signedRequestOf(request)) && options.unsigned?.includes(called.operation);
    const caller: Caller = anonymous
      ? { kind: 'anonymous' }
      : authenticate(request, body, signingName, access, clock);
    const operation: JsonOperation | undefined = options.operations[called.operation];
    if (!operation) throw unknownOperation(signingName, called.operation);
    const input = { ...parseInput(body), ...called.members };
    for (const permission of operation.permissions(input)) access.check(caller, permission);
    return { status: called.status, body: await operation.run(input, caller) };
  };

  return {
    signingName,
    async handle(request, response) {
      const contentType =
        'version' in protocol ? `application/x-amz-json-${protocol.version}` : 'application/json';
      try {
        const { status, body } = await answer(request);
        send(response, status, body, contentType);
      } catch (error) {
        sendError(response, error, contentType);
      }
    },
  };
}

/** The whole body of a request; more than `limit` bytes are refused as RequestEntityTooLarge (413). */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      throw new ServiceError('RequestEntityTooLarge', `The request is longer than ${limit} bytes.`, 413);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Who signed the request for `signingName`, having checked that the signature covers exactly `body`. Outside S3
 * clients need not send the body's hash as a header: the signature itself then proves the body.
 */
export function authenticate(
  request: IncomingMessage,
  body: Buffer,
  signingName: string,
  access: Pick<Access, 'callerOf'>,
  clock: Pick<Clock, 'now'>,
): Caller {
  const signed = signedRequestOf(request);
  if (!isSigned(signed)) {
    throw new ServiceError(
      'MissingAuthenticationTokenException',
      'Request is missing Authentication Token',
      403,
    );
  }
  const hash = createHash('sha256').update(body).digest('hex');
  const headers = { 'x-amz-content-sha256': hash, ...signed.headers };
  const { caller, verified } = access.callerOf({ ...signed, headers }, clock.now(), signingName);
  if (verified.payloadHash !== hash) {
    throw new ServiceError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided: the body is another.',
      403,
    );
  }
  return caller;
}

/** Answers in AWS's shape of errors; anything but a `ServiceError` is a bug, logged and answered as a 500. */
export function sendError(response: ServerResponse, error: unknown, contentType = 'application/json'): void {
  const refusal = error instanceof ServiceError ? error : internalFailure(error);
  response.setHeader('x-amzn-errortype', refusal.code);
  const members = refusal instanceof ErrorWithMembers ? refusal.members : {};
  send(response, refusal.status, { __type: refusal.code, message: refusal.message, ...members }, contentType);
}

/** The refusal of an operation that is not AWS's, or not the local cloud's. */
export function unknownOperation(service: string, operation: string): ServiceError {
  return new ServiceError(
    'UnknownOperationException',
    `The local cloud has no operation ${operation || '(none named)'} of ${service}.`,
  );
}

interface Answer {
  readonly status: number;
  readonly body: JsonObject;
}

function parseInput(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  try {
    const input: unknown = JSON.parse(body.toString('utf8'));
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as JsonObject;
  } catch {
    // Answered below, like any other body that is not a JSON object.
  }
  throw new ServiceError('SerializationException', 'The request body is not a JSON object.');
}

function internalFailure(error: unknown): ServiceError {
  console.error(error);
  return new ServiceError('InternalFailure', 'The local cloud failed; its log tells why.', 500);
}

function send(response: ServerResponse, status: number, body: JsonObject, contentType: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}
