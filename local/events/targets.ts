import type { JsonObject, JsonOperation, JsonOperations, Place } from '../service.ts';

/** The services that rules and schedules can call. */
export type TargetService = 'states' | 'lambda' | 'sqs';

/** The service of an ARN that rules and schedules can call; undefined for any other. */
export function targetServiceOf(arn: string): TargetService | undefined {
  return /^arn:aws:(states|lambda|sqs):/.exec(arn)?.[1] as TargetService | undefined;
}

/** The operation that a target stands for. An execution is named after the delivery, which starts it only once. */
export function requestTo(
  { arn, service }: { readonly arn: string; readonly service: TargetService },
  input: string,
  name: string,
  place: Place,
): { name: string; request: JsonObject } {
  switch (service) {
    case 'states':
      return { name: 'StartExecution', request: { stateMachineArn: arn, name, input } };
    case 'lambda':
      return { name: 'Invoke', request: { FunctionName: arn, InvocationType: 'Event', Payload: input } };
    case 'sqs':
      return { name: 'SendMessage', request: { QueueUrl: queueUrl(arn, place), MessageBody: input } };
  }
}

/** An operation of a target's service; a bug if it is not there. */
export function operationOf(
  operationsOf: (service: TargetService) => JsonOperations,
  service: TargetService,
  name: string,
): JsonOperation {
  const operation = operationsOf(service)[name];
  if (!operation) throw new Error(`the local cloud has no operation ${service}:${name}`);
  return operation;
}

/** The URL of a queue by its ARN. */
export function queueUrl(arn: string, { origin, account }: Place): string {
  return `${origin}/${account}/${arn.slice(arn.lastIndexOf(':') + 1)}`;
}

export function scheduleArn(group: string, name: string, { region, account }: Place): string {
  return `arn:aws:scheduler:${region}:${account}:schedule/${group}/${name}`;
}

export function scheduleGroupArn(group: string, { region, account }: Place): string {
  return `arn:aws:scheduler:${region}:${account}:schedule-group/${group}`;
}
