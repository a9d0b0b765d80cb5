import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { DurableQueue, type Job, type Verdict } from '../durable-queue.ts';
import { type Json, type JsonObject, ServiceError } from '../service.ts';
import type { MessageAttributes } from '../sqs/queues.ts';
import type { Outcome } from './execution-environment.ts';
import type { LambdaFunction } from './function.ts';

/** Sends a record to a queue, function or bus, with the permissions of `roleArn`. */
export type SendTo = (
  roleArn: string,
  arn: string,
  record: {
    body: string;
    attributes?: MessageAttributes;
    detailType?: string;
    resources?: readonly string[];
  },
) => Promise<void>;

/** AWS::Lambda::EventInvokeConfig. */
export interface EventInvokeConfig {
  readonly maximumRetryAttempts?: number;
  /** Seconds. */
  readonly maximumEventAge?: number;
  readonly onSuccess?: string;
  readonly onFailure?: string;
}

interface Event {
  readonly function: string;
  readonly payload: string;
  readonly requestId: string;
  /** Attempts that the function itself failed; being throttled is none. */
  readonly failures: number;
}

interface Dependencies {
  readonly clock: Clock;
  readonly database: Database;
  readonly sendTo: SendTo;
  readonly warn: (message: string) => void;
  readonly find: (functionName: string) => LambdaFunction | undefined;
  readonly run: (functionName: string, payload: string, requestId: string) => Promise<Outcome>;
}

const second = 1000;
const minute = 60 * second;

/**
 * Events accepted for later: run at least once, also across a restart. A function that fails is tried again
 * after one minute and then after two; a throttled one for up to six hours, at intervals that double from one
 * second to five minutes. What comes to nothing goes to the dead-letter queue and the on-failure destination.
 *
 * "How Lambda handles errors and retries with asynchronous invocation",
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export class AsynchronousInvocations {
  readonly #dependencies: Dependencies;
  readonly #configs = new Map<string, EventInvokeConfig>();
  readonly #queue: DurableQueue<Event>;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
    const { clock, database } = dependencies;
    this.#queue = new DurableQueue({
      clock,
      database,
      name: 'lambda-events',
      attempt: (job) => this.#attempt(job),
    });
  }

  configure(functionName: string, config: EventInvokeConfig): void {
    this.#configs.set(functionName, config);
  }

  add(event: Event): void {
    this.#queue.add(event, event.requestId);
  }

  resume(): void {
    this.#queue.resume();
  }

  close(): void {
    this.#queue.close();
  }

  async #attempt(job: Job<Event>): Promise<Verdict<Event>> {
    const { clock, find, run } = this.#dependencies;
    const { item: event } = job;
    const fn = find(event.function);
    if (!fn) {
      this.#dependencies.warn(`An event for the function ${event.function}, which is no more, is dropped.`);
      return 'done';
    }
    const { maximumRetryAttempts = 2, maximumEventAge = 21_600 } = this.#configs.get(fn.name) ?? {};
    if (clock.now() - job.since > maximumEventAge * second) {
      return this.#discard(fn, job, event.failures, 'EventAgeExceeded');
    }
    const outcome = await unlessThrottled(() => run(fn.name, event.payload, event.requestId));
    if (outcome === 'throttled') {
      if (fn.reservedConcurrency === 0) return this.#discard(fn, job, event.failures, 'RetriesExhausted');
      return { again: clock.now() + Math.min(second * 2 ** job.attempts, 5 * minute) };
    }
    if (!outcome.failed) return this.#succeed(fn, event, outcome);
    const failures = event.failures + 1;
    if (failures > maximumRetryAttempts) return this.#discard(fn, job, failures, 'RetriesExhausted', outcome);
    return { again: clock.now() + failures * minute, item: { ...event, failures } };
  }

  async #succeed(fn: LambdaFunction, event: Event, outcome: Outcome): Promise<'done'> {
    const { onSuccess } = this.#configs.get(fn.name) ?? {};
    const record = this.#record(fn, event, 'Success', event.failures + 1, outcome);
    if (onSuccess) await this.#send(fn, onSuccess, { ...record, ...about(fn, onSuccess, 'Success') });
    return 'done';
  }

  async #discard(
    fn: LambdaFunction,
    { item: event }: Job<Event>,
    attempts: number,
    condition: 'RetriesExhausted' | 'EventAgeExceeded',
    outcome?: Outcome,
  ): Promise<'done'> {
    const { onFailure } = this.#configs.get(fn.name) ?? {};
    if (fn.deadLetterArn) {
      const attributes = deadLetterAttributes(event, outcome);
      await this.#send(fn, fn.deadLetterArn, { body: event.payload, attributes });
    }
    const record = this.#record(fn, event, condition, attempts, outcome);
    if (onFailure) await this.#send(fn, onFailure, { ...record, ...about(fn, onFailure, 'Failure') });
    return 'done';
  }

  /** A record that cannot be sent is lost, as in Lambda, which counts it in a metric. */
  async #send(fn: LambdaFunction, arn: string, record: Parameters<SendTo>[2]): Promise<void> {
    try {
      await this.#dependencies.sendTo(fn.roleArn, arn, record);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      this.#dependencies.warn(
        `${fn.name} cannot send the record of an invocation to ${arn}: ${error.message}`,
      );
    }
  }

  /** "Adding a destination": the invocation record. */
  #record(
    fn: LambdaFunction,
    event: Event,
    condition: string,
    attempts: number,
    outcome?: Outcome,
  ): { body: string } {
    const record: JsonObject = {
      version: '1.0',
      timestamp: new Date(this.#dependencies.clock.now()).toISOString(),
      requestContext: {
        requestId: event.requestId,
        functionArn: `${fn.arn}:$LATEST`,
        condition,
        approximateInvokeCount: attempts,
      },
      requestPayload: JSON.parse(event.payload) as Json,
      ...(outcome && {
        responseContext: {
          statusCode: 200,
          executedVersion: '$LATEST',
          ...(outcome.failed && { functionError: 'Unhandled' }),
        },
        responsePayload: JSON.parse(outcome.payload) as Json,
      }),
    };
    return { body: JSON.stringify(record) };
  }
}

function about(fn: LambdaFunction, destination: string, result: 'Success' | 'Failure') {
  return {
    detailType: `Lambda Function Invocation Result - ${result}`,
    resources: [`${fn.arn}:$LATEST`, destination],
  };
}

/** "Adding a dead-letter queue": the event itself, and why it is there as message attributes. */
function deadLetterAttributes(event: Event, outcome: Outcome | undefined): MessageAttributes {
  const error = outcome ? (JSON.parse(outcome.payload) as { errorMessage?: unknown }) : {};
  const message = String(error.errorMessage ?? 'The event was not processed.').slice(0, 1024);
  return {
    RequestID: { DataType: 'String', StringValue: event.requestId },
    ErrorCode: { DataType: 'Number', StringValue: outcome ? '200' : '429' },
    ErrorMessage: { DataType: 'String', StringValue: message },
  };
}

async function unlessThrottled(run: () => Promise<Outcome>): Promise<Outcome | 'throttled'> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'TooManyRequestsException') return 'throttled';
    throw error;
  }
}
