import { randomUUID } from 'node:crypto';
import { DurableQueue, type Job, type Verdict } from '../durable-queue.ts';
import { type JsonObject, ServiceError } from '../service.ts';
import { callAsService, callWithRole, type ServiceCall } from './calls.ts';
import { deliver, type Failure, type RetryPolicy } from './delivery.ts';
import type { Pattern } from './pattern.ts';
import { RuleTimers } from './rule-timers.ts';
import type { Schedule } from './schedule-expression.ts';
import type { Surroundings } from './surroundings.ts';
import type { TargetInput } from './target-input.ts';
import { operationOf, queueUrl, requestTo, type TargetService } from './targets.ts';

/** An event for the default bus, as a service or PutEvents gives it. */
export interface BusEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: JsonObject;
  readonly resources: readonly string[];
  /** ISO 8601; now, if left out. */
  readonly time?: string;
  readonly id?: string;
}

export interface Target {
  readonly id: string;
  readonly arn: string;
  readonly service: TargetService;
  /** The role that EventBridge assumes; without one the target's own policy must allow EventBridge. */
  readonly roleArn?: string;
  readonly input: TargetInput;
  readonly retryPolicy: RetryPolicy;
  readonly deadLetterArn?: string;
}

export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly enabled: boolean;
  readonly pattern?: Pattern;
  readonly schedule?: Schedule;
  readonly targets: readonly Target[];
}

interface Delivery {
  readonly ruleArn: string;
  readonly targetId: string;
  readonly event: JsonObject;
}

/**
 * The default event bus: rules by pattern or schedule, each delivery to a target a durable job of its own, so that
 * every event reaches every target at least once, also across a restart.
 *
 * "Amazon EventBridge rules", https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html
 */
export class Events {
  readonly #options: Surroundings;
  readonly #rules = new Map<string, Rule>();
  readonly #deliveries: DurableQueue<Delivery>;
  readonly #timers: RuleTimers;

  constructor(options: Surroundings) {
    this.#options = options;
    const { clock, database } = options;
    this.#deliveries = new DurableQueue({
      clock,
      database,
      name: 'events-deliveries',
      attempt: (job) => this.#attempt(job),
    });
    this.#timers = new RuleTimers(clock, database, (ruleArn, instant) => this.#fire(ruleArn, instant));
  }

  /** Puts a rule, with its targets, in place of one of the same ARN. */
  putRule(rule: Rule): void {
    this.#rules.set(rule.arn, rule);
  }

  /** Accepts an event and returns its id; its deliveries are kept before this returns. */
  publish(event: BusEvent): string {
    const { account, region } = this.#options.place;
    const id = event.id ?? randomUUID();
    const envelope: JsonObject = {
      version: '0',
      id,
      'detail-type': event['detail-type'],
      source: event.source,
      account,
      time: seconds(event.time ?? new Date(this.#options.clock.now()).toISOString()),
      region,
      resources: [...event.resources],
      detail: event.detail,
    };
    for (const rule of this.#rules.values()) {
      if (rule.enabled && rule.pattern?.(envelope)) this.#deliver(rule, envelope);
    }
    return id;
  }

  /** Goes on with deliveries and schedules; call it when all rules and their targets are there. */
  resume(): void {
    this.#deliveries.resume();
    this.#timers.resume([...this.#rules.values()]);
  }

  close(): void {
    this.#deliveries.close();
    this.#timers.close();
  }

  /** "Creating a rule that runs on a schedule": the event of a scheduled rule. */
  #fire(ruleArn: string, instant: number): void {
    const rule = this.#rules.get(ruleArn);
    if (!rule) return;
    const { account, region } = this.#options.place;
    this.#deliver(rule, {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account,
      time: seconds(new Date(instant).toISOString()),
      region,
      resources: [ruleArn],
      detail: {},
    });
  }

  #deliver(rule: Rule, event: JsonObject): void {
    for (const { id } of rule.targets) this.#deliveries.add({ ruleArn: rule.arn, targetId: id, event });
  }

  async #attempt(job: Job<Delivery>): Promise<Verdict<Delivery>> {
    const { ruleArn, targetId, event } = job.item;
    const rule = this.#rules.get(ruleArn);
    const target = rule?.targets.find(({ id }) => id === targetId);
    if (!rule || !target) {
      this.#options.warn(`An event for ${targetId} of ${ruleArn}, which is no more, is dropped.`);
      return 'done';
    }
    return deliver(
      job,
      this.#options.clock.now(),
      target.retryPolicy,
      () => this.#send(rule, target, event, job),
      (failure) => this.#bury(rule, target, event, failure),
    );
  }

  async #send(rule: Rule, target: Target, event: JsonObject, job: Job<Delivery>): Promise<void> {
    const input = target.input(event, {
      ruleArn: rule.arn,
      ruleName: rule.name,
      ingestionTime: new Date(job.since).toISOString(),
    });
    const call = this.#callFor(rule);
    const { name, request } = requestTo(target, input, `${event.id}_${job.id}`, this.#options.place);
    const operation = operationOf(this.#options.operationsOf, target.service, name);
    try {
      if (target.roleArn === undefined) await callAsService(call, operation, request);
      else await callWithRole(call, target.roleArn, operation, request);
    } catch (error) {
      // Begun by an earlier attempt of this same delivery, which did not live to see it.
      if (!(error instanceof ServiceError && error.code === 'ExecutionAlreadyExists')) throw error;
    }
  }

  /** "Using dead-letter queues to process undelivered events"; what cannot be sent there is lost, as in AWS. */
  async #bury(rule: Rule, target: Target, event: JsonObject, failure: Failure): Promise<void> {
    const { error, retries, exhausted } = failure;
    this.#options.warn(`${rule.name} gives up ${target.arn}: ${error.code}: ${error.message}`);
    if (target.deadLetterArn === undefined) return;
    const text = (value: string) => ({ DataType: 'String', StringValue: value });
    const message: JsonObject = {
      QueueUrl: queueUrl(target.deadLetterArn, this.#options.place),
      MessageBody: JSON.stringify(event),
      MessageAttributes: {
        RULE_ARN: text(rule.arn),
        TARGET_ARN: text(target.arn),
        ERROR_CODE: text(error.code),
        ERROR_MESSAGE: text(error.message),
        RETRY_ATTEMPTS: { DataType: 'Number', StringValue: String(retries) },
        ...(exhausted !== undefined && { EXHAUSTED_RETRY_CONDITION: text(exhausted) }),
      },
    };
    try {
      const send = operationOf(this.#options.operationsOf, 'sqs', 'SendMessage');
      await callAsService(this.#callFor(rule), send, message);
    } catch (refusal) {
      if (!(refusal instanceof ServiceError)) throw refusal;
      this.#options.warn(`${rule.name} cannot use its dead-letter queue: ${refusal.message}`);
    }
  }

  #callFor(rule: Rule): ServiceCall {
    return { access: this.#options.access, principal: 'events.amazonaws.com', sourceArn: rule.arn };
  }
}

/** ISO 8601 to the second, as EventBridge writes `time`. */
function seconds(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
