import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Access } from '../access/access.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { type Place, ServiceError } from '../service.ts';
import { AsynchronousInvocations, type EventInvokeConfig, type SendTo } from './asynchronous-invocations.ts';
import { ExecutionEnvironment, type Outcome } from './execution-environment.ts';
import { type LambdaFunction, parseFunctionName, processVariables } from './function.ts';
import { FunctionLog, tailOf } from './function-log.ts';
import type { Invocation } from './messages.ts';
import { checkPayload, withinLimit } from './payload.ts';
import { Pool } from './pool.ts';
import { bundleRuntime } from './runtime.ts';
import { WarmEnvironments } from './warm-environments.ts';

interface LambdaOptions {
  readonly clock: Clock;
  readonly database: Database;
  /** The cloud's directory; the logs lie in `logs` below it. */
  readonly directory: string;
  readonly place: Place;
  readonly access: Pick<Access, 'credentialsFor'>;
  /** Sends a record to a dead-letter queue or a destination, with the permissions of the function's role. */
  readonly sendTo: SendTo;
  /** Idle environments kept over all functions. */
  readonly warm: number;
  /** Told what Lambda would only count in a metric: records that could not be sent. */
  readonly warn: (message: string) => void;
}

export interface InvokeOptions {
  readonly invocationType?: 'RequestResponse' | 'Event' | 'DryRun';
  readonly qualifier?: string;
  /** JSON. */
  readonly clientContext?: string;
  readonly traceId?: string;
  /** Stops the waiting; the function itself runs on, as in Lambda. */
  readonly signal?: AbortSignal;
}

export interface Invoked {
  /** JSON; empty for `Event` and `DryRun`. */
  readonly payload: string;
  readonly functionError?: 'Unhandled';
  readonly executedVersion: string;
  readonly requestId: string;
  /** The last 4 KB of the invocation's log, base64. */
  readonly logTail: string;
}

interface Defined {
  readonly fn: LambdaFunction;
  readonly pool: Pool;
  readonly log: FunctionLog;
  /** Alias or version → version. */
  readonly versions: Map<string, string>;
}

/**
 * AWS Lambda: the functions of the template, run in worker threads with the credentials of their roles.
 * Invocation, errors, limits and retries are those of the developer guide's "Invoking Lambda functions".
 */
export class Lambda {
  readonly #options: LambdaOptions;
  readonly #functions = new Map<string, Defined>();
  readonly #warm: WarmEnvironments;
  readonly #runtime: string;
  readonly #asynchronous: AsynchronousInvocations;

  constructor(options: LambdaOptions) {
    this.#warm = new WarmEnvironments(options.warm);
    this.#options = options;
    this.#runtime = bundleRuntime(options.directory);
    this.#asynchronous = new AsynchronousInvocations({
      clock: options.clock,
      database: options.database,
      sendTo: options.sendTo,
      warn: options.warn,
      find: (name) => this.#functions.get(name)?.fn,
      run: (name, payload, requestId) => this.#run(this.#find(name), payload, requestId, {}),
    });
  }

  /** Makes a function known, or replaces it; nothing starts before it is invoked. */
  define(fn: LambdaFunction): void {
    const { access, clock, directory, place } = this.#options;
    const log = new FunctionLog(join(directory, 'logs'), fn.name);
    const start = () =>
      new ExecutionEnvironment({
        runtime: this.#runtime,
        taskRoot: fn.taskRoot,
        handler: fn.handler,
        memory: fn.memory,
        variables: processVariables(fn, place.region, access.credentialsFor(fn.roleArn), place.origin),
        clockOffset: clock.offset,
        log: (text) => log.write(text),
      });
    const pool = new Pool(start, this.#warm, fn.reservedConcurrency);
    this.#functions.set(fn.name, { fn, pool, log, versions: new Map([['$LATEST', '$LATEST']]) });
  }

  /** Lets a version or an alias stand for a function; here all of them run the same code. */
  defineQualifier(functionName: string, qualifier: string, version: string): void {
    this.#find(functionName).versions.set(qualifier, version);
  }

  configureEvents(functionName: string, config: EventInvokeConfig): void {
    this.#asynchronous.configure(this.#find(functionName).fn.name, config);
  }

  /** The function's ARN with the qualifier it is called by; ResourceNotFoundException where there is none. */
  arnOf(functionName: string, qualifier?: string): string {
    const called = parseFunctionName(functionName, qualifier);
    const { arn } = this.#find(functionName, qualifier).fn;
    return called.qualifier === undefined ? arn : `${arn}:${called.qualifier}`;
  }

  /** What the function wrote so far; ResourceNotFoundException where there is none of that name. */
  logOf(functionName: string): string {
    return this.#find(functionName).log.read();
  }

  /**
   * Invokes a function by name or ARN with a JSON payload. A failure of the function is an answer with
   * `functionError`; what Lambda itself refuses is thrown with Lambda's error name.
   */
  async invoke(functionName: string, payload: string, options: InvokeOptions = {}): Promise<Invoked> {
    const defined = this.#find(functionName, options.qualifier);
    const executedVersion = this.#versionOf(defined, functionName, options.qualifier);
    const requestId = randomUUID();
    const accepted = { payload: '', executedVersion, requestId, logTail: '' };
    checkPayload(payload, options.invocationType ?? 'RequestResponse');
    if (options.invocationType === 'DryRun') return accepted;
    if (options.invocationType === 'Event') {
      this.#asynchronous.add({ function: defined.fn.name, payload, requestId, failures: 0 });
      return accepted;
    }
    const running = this.#options.clock.during(() =>
      this.#run(defined, payload, requestId, { ...options, functionName, executedVersion }),
    );
    const outcome = await unlessAborted(running, options.signal);
    return {
      ...accepted,
      payload: outcome.payload,
      logTail: tailOf(outcome.log),
      ...(outcome.failed && { functionError: 'Unhandled' as const }),
    };
  }

  /** Goes on with the events accepted before a restart. */
  resume(): void {
    this.#asynchronous.resume();
  }

  /** Ends all environments; what they were doing has no outcome. */
  async close(): Promise<void> {
    this.#asynchronous.close();
    await Promise.all([...this.#functions.values()].map(({ pool }) => pool.end()));
  }

  async #run(
    { fn, pool, log }: Defined,
    payload: string,
    requestId: string,
    called: InvokeOptions & { functionName?: string; executedVersion?: string },
  ): Promise<Outcome> {
    const version = called.executedVersion ?? '$LATEST';
    const invocation: Invocation = {
      requestId,
      payload,
      version,
      functionArn: this.arnOf(called.functionName ?? fn.name, called.qualifier),
      traceId: called.traceId ?? newTraceId(this.#options.clock.now()),
      timeoutMs: fn.timeout * 1000,
      ...(called.clientContext !== undefined && { clientContext: called.clientContext }),
    };
    let begun = 0;
    const outcome = await pool.run(invocation, () => {
      begun = performance.now();
      log.write(`START RequestId: ${requestId} Version: ${version}\n`);
    });
    const duration = (performance.now() - begun).toFixed(2);
    if (outcome.failed) log.write(`${requestId}\tERROR\tInvoke Error\t${outcome.payload}\n`);
    log.write(`END RequestId: ${requestId}\n`);
    log.write(`REPORT RequestId: ${requestId}\tDuration: ${duration} ms\tMemory Size: ${fn.memory} MB\n`);
    return withinLimit(outcome);
  }

  #find(functionName: string, qualifier?: string): Defined {
    const called = parseFunctionName(functionName, qualifier);
    const defined = this.#functions.get(called.name);
    if (defined && (called.qualifier === undefined || defined.versions.has(called.qualifier))) return defined;
    const { region, account } = this.#options.place;
    const missing = [called.name, called.qualifier].filter((part) => part !== undefined).join(':');
    throw new ServiceError(
      'ResourceNotFoundException',
      `Function not found: arn:aws:lambda:${region}:${account}:function:${missing}`,
      404,
    );
  }

  #versionOf(defined: Defined, functionName: string, qualifier?: string): string {
    const called = parseFunctionName(functionName, qualifier).qualifier;
    return defined.versions.get(called ?? '$LATEST') ?? '$LATEST';
  }
}

/** X-Ray's trace header, never sampled: there is nobody to send it to. */
function newTraceId(now: number): string {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
