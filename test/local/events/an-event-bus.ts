import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access } from '../../../local/access/access.ts';
import { Clock } from '../../../local/clock.ts';
import { openDatabase } from '../../../local/database.ts';
import { eventsOperations } from '../../../local/events/api.ts';
import { Events } from '../../../local/events/events.ts';
import { eventsKinds, schedulerKinds } from '../../../local/events/resources.ts';
import { Scheduler } from '../../../local/events/scheduler.ts';
import { schedulerOperations } from '../../../local/events/scheduler-api.ts';
import type { JsonObject, JsonOperations, ResourceKind } from '../../../local/service.ts';
import { sqsOperations } from '../../../local/sqs/api.ts';
import { Queues } from '../../../local/sqs/queues.ts';
import { sqsKinds } from '../../../local/sqs/resources.ts';

export const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:1' };
export const start = Date.parse('2022-01-31T08:00:00Z');
export const roleArn = 'arn:aws:iam::000000000000:role/target';
export const machineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:round';

/** What stands in for Step Functions: it keeps what it was asked, and may be told to refuse. */
export interface Started {
  readonly inputs: JsonObject[];
  refuse?: (attempt: number) => Error | undefined;
}

/** A bus, a scheduler and queues, allowed everything by policy unless a test says otherwise. */
export function anEventBus(directory = mkdtempSync(join(tmpdir(), 'events-'))) {
  const clock = new Clock();
  clock.startAt(start);
  const database = openDatabase(directory);
  const access = new Access(place, database);
  const queues = new Queues({ clock, database });
  const started: Started = { inputs: [] };
  let attempts = 0;
  const states: JsonOperations = {
    StartExecution: {
      permissions: ({ stateMachineArn }) => [
        { action: 'states:StartExecution', resource: String(stateMachineArn) },
      ],
      run: async (input) => {
        const refusal = started.refuse?.(++attempts);
        if (refusal) throw refusal;
        started.inputs.push(input);
        return {};
      },
    },
  };
  const warnings: string[] = [];
  const operations = { states, sqs: sqsOperations(queues, place), lambda: {} };
  const options = {
    clock,
    database,
    place,
    access,
    warn: (message: string) => warnings.push(message),
    operationsOf: (service: keyof typeof operations) => operations[service],
  };
  const events = new Events(options);
  const scheduler = new Scheduler(options);
  const kinds = [
    ...eventsKinds(events, place),
    ...schedulerKinds(scheduler, place),
    ...sqsKinds(queues, access, place),
  ];
  const trust = (service: string) => ({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' },
  });
  const putRole = (service: string, actions: readonly string[]) =>
    access.putRole(roleArn, {
      trust: trust(service),
      policies: actions.map((Action) => ({
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action, Resource: '*' },
      })),
    });
  const declare = async (type: string, logicalId: string, properties: JsonObject) => {
    const kind = kinds.find((candidate) => candidate.type === type) as ResourceKind;
    const resource = { stack: 'Stack', logicalId, properties };
    await kind.create(resource);
    return { ref: kind.ref(resource), ...kind.attributes(resource) } as { ref: string; Arn: string };
  };
  const aQueue = async (logicalId: string, service?: string) => {
    const queue = await declare('AWS::SQS::Queue', logicalId, {});
    const statement = {
      Effect: 'Allow',
      Principal: { Service: service ?? '' },
      Action: 'sqs:SendMessage',
      Resource: queue.Arn,
    };
    if (service) {
      const PolicyDocument = { Version: '2012-10-17', Statement: statement };
      await declare('AWS::SQS::QueuePolicy', `${logicalId}Policy`, { Queues: [queue.ref], PolicyDocument });
    }
    return queue;
  };
  const received = async (queueArn: string) =>
    (await queues.receive(queueArn, 10)).map(({ body, attributes }) => ({
      body: JSON.parse(body),
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, { StringValue }]) => [name, StringValue]),
      ),
    }));
  const close = () => {
    events.close();
    scheduler.close();
    clock.stop();
    database.close();
  };
  return {
    ...{ clock, database, access, queues, events, scheduler, started, directory, warnings },
    ...{ putRole, declare, aQueue, received, close },
    eventsApi: eventsOperations(events, place),
    schedulerApi: schedulerOperations(scheduler, place),
    remove: () => rmSync(directory, { recursive: true }),
  };
}
