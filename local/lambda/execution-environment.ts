import { Worker } from 'node:worker_threads';
import type { FunctionError, Invocation, Report, Start } from './messages.ts';

/** What an invocation came to. */
export interface Outcome {
  /** JSON: the handler's answer, or a `FunctionError`. */
  readonly payload: string;
  readonly failed: boolean;
  /** What the function wrote meanwhile. */
  readonly log: string;
}

interface EnvironmentOptions {
  /** The file of `bundleRuntime`. */
  readonly runtime: string;
  readonly taskRoot: string;
  readonly handler: string;
  /** The whole of `process.env`. */
  readonly variables: Readonly<Record<string, string>>;
  /** MB of JavaScript heap. */
  readonly memory: number;
  readonly clockOffset: SharedArrayBuffer;
  /** Takes what the function writes to its standard output and error. */
  readonly log: (text: string) => void;
}

/** Lambda gives initialisation 10 s and, if they do not suffice, the function's timeout on top. */
const initialisationMs = 10_000;

interface Pending {
  readonly invocation: Invocation;
  log: string;
  readonly resolve: (outcome: Outcome) => void;
  timer: NodeJS.Timeout;
}

/**
 * One execution environment: a worker thread that has loaded the function and serves one invocation at a time.
 * Its end, whether by a timeout, an exit or a lack of memory, is the failure of the invocation it was serving.
 */
export class ExecutionEnvironment {
  readonly #options: EnvironmentOptions;
  readonly #worker: Worker;
  readonly #sent = new Int32Array(new SharedArrayBuffer(4));
  #pending: Pending | undefined;
  #ready = false;
  #over = false;

  constructor(options: EnvironmentOptions) {
    this.#options = options;
    const { clockOffset, taskRoot, handler, variables, memory } = options;
    const sent = this.#sent.buffer as SharedArrayBuffer;
    const start: Start = { clockOffset, taskRoot, handler, sent, sdkImporter: import.meta.url };
    this.#worker = new Worker(options.runtime, {
      workerData: start,
      env: { ...variables },
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    this.#worker.on('message', (report: Report) => this.#take(report));
    this.#worker.on('error', (error: NodeJS.ErrnoException) => this.#fail(exitError(reasonOf(error))));
    this.#worker.on('exit', (code) => this.#fail(exitError(statusOf(code))));
  }

  /** Whether it can take another invocation. */
  get usable(): boolean {
    return !this.#over;
  }

  /** Serves one invocation; always resolves, with the failure if it failed. */
  invoke(invocation: Invocation): Promise<Outcome> {
    return new Promise((resolve) => {
      const limit = invocation.timeoutMs + (this.#ready ? 0 : initialisationMs);
      this.#pending = { invocation, resolve, log: '', timer: setTimeout(() => this.#timeOut(), limit) };
      if (this.#ready) this.#send();
    });
  }

  /** Ends the thread. An invocation it serves is left without an outcome, as by the end of the machine. */
  async end(): Promise<void> {
    this.#over = true;
    clearTimeout(this.#pending?.timer);
    this.#pending = undefined;
    await this.#worker.terminate();
  }

  #take(report: Report): void {
    switch (report.kind) {
      case 'ready':
        this.#ready = true;
        this.#send();
        return;
      case 'log':
        this.#log(report.text);
        return;
      case 'answer':
        this.#settle(report.payload, false);
        return;
      case 'failure':
        this.#over ||= report.ending;
        this.#settle(JSON.stringify(report.error), true);
    }
  }

  #send(): void {
    const pending = this.#pending;
    if (!pending) return;
    clearTimeout(pending.timer);
    pending.timer = setTimeout(() => this.#timeOut(), pending.invocation.timeoutMs);
    this.#worker.postMessage(pending.invocation);
    Atomics.add(this.#sent, 0, 1);
    Atomics.notify(this.#sent, 0);
  }

  #timeOut(): void {
    const seconds = ((this.#pending?.invocation.timeoutMs ?? 0) / 1000).toFixed(2);
    this.#fail((requestId) => ({
      errorType: 'Sandbox.Timedout',
      errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
    }));
    void this.#worker.terminate();
  }

  #fail(error: (requestId: string) => FunctionError): void {
    this.#over = true;
    const { invocation } = this.#pending ?? {};
    if (!invocation) return;
    const shape = error(invocation.requestId);
    this.#log(`${shape.errorMessage}\n`);
    this.#settle(JSON.stringify(shape), true);
  }

  #log(text: string): void {
    this.#options.log(text);
    if (this.#pending) this.#pending.log += text;
  }

  #settle(payload: string, failed: boolean): void {
    const pending = this.#pending;
    this.#pending = undefined;
    clearTimeout(pending?.timer);
    pending?.resolve({ payload, failed, log: pending.log });
  }
}

function exitError(reason: string): (requestId: string) => FunctionError {
  return (requestId) => ({
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited ${reason}`,
  });
}

function statusOf(code: number): string {
  return code === 0 ? 'without providing a reason' : `with error: exit status ${code}`;
}

/** Lambda kills what takes more memory than the function has; any other error of a thread ends it like a crash. */
function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'with error: signal: killed'
    : `with error: ${error.message}`;
}
