import { object, requiredText, text } from '../assembly/properties.ts';
import { DurableQueue, type Job, type Verdict } from '../durable-queue.ts';
import { type JsonObject, ServiceError } from '../service.ts';
import { callWithRole } from './calls.ts';
import { deliver, type Failure, retryPolicyOf } from './delivery.ts';
import { type ScheduleDefinition, targetOf } from './schedule-definition.ts';
import type { Surroundings } from './surroundings.ts';
import {
  operationOf,
  queueUrl,
  requestTo,
  scheduleArn,
  scheduleGroupArn,
  type TargetService,
} from './targets.ts';

/** One occurrence of a schedule, with the definition it had then. */
export interface Invocation {
  readonly definition: ScheduleDefinition;
  /** Milliseconds since the epoch. */
  readonly due: number;
}

/** Durable invocations of schedules' targets, each with the permissions of its execution role. */
export class ScheduleInvocations {
  readonly #options: Surroundings;
  readonly #queue: DurableQueue<Invocation>;

  constructor(options: Surroundings) {
    this.#options = options;
    const { clock, database } = options;
    this.#queue = new DurableQueue({
      clock,
      database,
      name: 'scheduler-invocations',
      attempt: (job) => this.#attempt(job),
    });
  }

  add(invocation: Invocation): void {
    this.#queue.add(invocation);
  }

  resume(): void {
    this.#queue.resume();
  }

  close(): void {
    this.#queue.close();
  }

  #attempt(job: Job<Invocation>): Promise<Verdict<Invocation>> {
    const { target } = job.item.definition;
    const input = this.#inputFor(job);
    return deliver(
      job,
      this.#options.clock.now(),
      retryPolicyOf(object(target, 'RetryPolicy')),
      () => this.#send(job, input),
      (failure) => this.#bury(job, input, failure),
    );
  }

  async #send(job: Job<Invocation>, input: string): Promise<void> {
    const { target } = job.item.definition;
    const arn = requiredText(target, 'Arn');
    const { service, operation } = targetOf(arn);
    const { name, request } =
      operation === undefined
        ? requestTo({ arn, service }, input, job.id, this.#options.place)
        : { name: operation, request: parametersOf(service, input) };
    try {
      await this.#call(job.item.definition, service, name, request);
    } catch (error) {
      const begunBefore =
        operation === undefined && error instanceof ServiceError && error.code === 'ExecutionAlreadyExists';
      if (!begunBefore) throw error;
    }
  }

  /** "Adding a dead-letter queue for EventBridge Scheduler"; what cannot be sent there is lost, as in AWS. */
  async #bury(job: Job<Invocation>, input: string, { error, retries, exhausted }: Failure): Promise<void> {
    const { definition, due } = job.item;
    const arn = requiredText(definition.target, 'Arn');
    this.#options.warn(`The schedule ${definition.name} gives up ${arn}: ${error.code}: ${error.message}`);
    const queue = text(object(definition.target, 'DeadLetterConfig') ?? {}, 'Arn');
    if (queue === undefined) return;
    const attributes = {
      SCHEDULE_ARN: scheduleArn(definition.group, definition.name, this.#options.place),
      TARGET_ARN: arn,
      SCHEDULED_TIME: isoSeconds(due),
      EXECUTION_ID: job.id,
      ERROR_CODE: error.code,
      ERROR_MESSAGE: error.message,
      RETRY_ATTEMPTS: String(retries),
      IS_PAYLOAD_TRUNCATED: 'false',
      ...(exhausted !== undefined && { EXHAUSTED_RETRY_CONDITION: exhausted }),
    };
    const MessageAttributes = Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
    );
    const message = { QueueUrl: queueUrl(queue, this.#options.place), MessageBody: input, MessageAttributes };
    try {
      await this.#call(definition, 'sqs', 'SendMessage', message);
    } catch (refusal) {
      if (!(refusal instanceof ServiceError)) throw refusal;
      this.#options.warn(
        `The schedule ${definition.name} cannot use its dead-letter queue: ${refusal.message}`,
      );
    }
  }

  async #call(
    { group, target }: ScheduleDefinition,
    service: TargetService,
    name: string,
    request: JsonObject,
  ): Promise<void> {
    const call = {
      access: this.#options.access,
      principal: 'scheduler.amazonaws.com',
      sourceArn: scheduleGroupArn(group, this.#options.place),
    };
    const operation = operationOf(this.#options.operationsOf, service, name);
    await callWithRole(call, requiredText(target, 'RoleArn'), operation, request);
  }

  /** "Adding context attributes"; a templated target without input gets a default notification. */
  #inputFor({ id, attempts, item: { definition, due } }: Job<Invocation>): string {
    const arn = scheduleArn(definition.group, definition.name, this.#options.place);
    const { account, region } = this.#options.place;
    const notification: JsonObject = {
      version: '0',
      id,
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account,
      time: isoSeconds(due),
      region,
      resources: [arn],
      detail: '{}',
    };
    return (text(definition.target, 'Input') ?? JSON.stringify(notification))
      .replaceAll('<aws.scheduler.schedule-arn>', arn)
      .replaceAll('<aws.scheduler.scheduled-time>', isoSeconds(due))
      .replaceAll('<aws.scheduler.execution-id>', id)
      .replaceAll('<aws.scheduler.attempt-number>', String(attempts + 1));
  }
}

/** A universal target's input holds the SDK's parameters; Step Functions' own API writes them in lower case. */
function parametersOf(service: TargetService, input: string): JsonObject {
  const parameters = JSON.parse(input) as JsonObject;
  if (service !== 'states') return parameters;
  const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [lower(name), value]));
}

function isoSeconds(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
