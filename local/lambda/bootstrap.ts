/**
 * The runtime inside a worker thread: what Lambda's Node.js 24 runtime is to a function. It loads the handler,
 * takes one invocation at a time and freezes in between, as Lambda does: work that the handler did not await
 * goes on only when the next invocation thaws the environment.
 *
 * "Understanding the Lambda execution environment lifecycle", "Define Lambda function handler in Node.js".
 */
import { parentPort, workerData } from 'node:worker_threads';
import { followClock } from '../clock.ts';
import { type Handler, loadHandler } from './handler.ts';
import type { FunctionError, Invocation, Report, Start } from './messages.ts';

const start = workerData as Start;
const port = parentPort;
if (!port) throw new Error('bootstrap.ts runs in a worker thread only');

followClock(start.clockOffset);
const sent = new Int32Array(start.sent);
let served = 0;
let running = false;

const report = (message: Report): void => port.postMessage(message);

for (const stream of [process.stdout, process.stderr]) {
  // Through the port and not the worker's own streams: they deliver only while the event loop turns.
  stream.write = ((chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
    report({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') queueMicrotask(() => callback());
    return true;
  }) as typeof stream.write;
}

process.on('uncaughtException', (error) => end(errorOf(error), 129));
process.on('unhandledRejection', (reason) =>
  end(
    { ...errorOf(reason), errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: String(reason) },
    128,
  ),
);
process.on('beforeExit', () => {
  if (!running) return;
  const errorMessage =
    'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled.';
  end({ errorType: 'Runtime.NodeJsExit', errorMessage }, 13);
});

try {
  const handler = await loadHandler(start);
  port.on('message', (invocation: Invocation) => void serve(handler, invocation));
  report({ kind: 'ready' });
} catch (error) {
  end(errorOf(error), 1);
}

async function serve(handler: Handler, invocation: Invocation): Promise<void> {
  process.env._X_AMZN_TRACE_ID = invocation.traceId;
  process.env.AWS_LAMBDA_FUNCTION_VERSION = invocation.version;
  served++;
  running = true;
  // A handler that waits for nothing more must not be kept alive by the port: see `beforeExit`.
  port?.unref();
  const outcome = await answer(handler, invocation);
  port?.ref();
  running = false;
  report(outcome);
  Atomics.wait(sent, 0, served);
}

async function answer(handler: Handler, invocation: Invocation): Promise<Report> {
  try {
    const result = await handler(JSON.parse(invocation.payload), contextOf(invocation));
    return { kind: 'answer', payload: stringify(result) };
  } catch (error) {
    return { kind: 'failure', error: errorOf(error), ending: false };
  }
}

function stringify(result: unknown): string {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch {
    throw Object.assign(new Error('Unable to stringify response body'), {
      name: 'Runtime.JSONStringifyError',
    });
  }
}

/** The context object of "Using the Lambda context object to retrieve Node.js function information". */
function contextOf({ requestId, functionArn, version, timeoutMs, clientContext }: Invocation) {
  const deadline = performance.now() + timeoutMs;
  return {
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: version,
    invokedFunctionArn: functionArn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: requestId,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    identity: undefined,
    clientContext: clientContext === undefined ? undefined : JSON.parse(clientContext),
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}

function errorOf(thrown: unknown): FunctionError {
  if (thrown instanceof Error) {
    return {
      errorType: String(thrown.name),
      errorMessage: String(thrown.message),
      trace: String(thrown.stack ?? '').split('\n'),
    };
  }
  return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
}

function end(error: FunctionError, code: number): void {
  report({ kind: 'log', text: `${JSON.stringify(error)}\n` });
  report({ kind: 'failure', error, ending: true });
  process.exit(code);
}
