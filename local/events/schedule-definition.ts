import { isObject, object, only, Refused, requiredText, text } from '../assembly/properties.ts';
import type { Json, JsonObject } from '../service.ts';
import { retryPolicyOf } from './delivery.ts';
import { parseSchedule, type Schedule } from './schedule-expression.ts';
import { type TargetService, targetServiceOf } from './targets.ts';

/** A schedule as CreateSchedule or a template gives it, checked; instants in milliseconds since the epoch. */
export interface ScheduleDefinition {
  readonly name: string;
  readonly group: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly start?: number;
  readonly end?: number;
  readonly description?: string;
  /** `ActionAfterCompletion` DELETE. */
  readonly deleteWhenDone: boolean;
  /** As it was given. */
  readonly target: JsonObject;
}

/** What a schedule calls. A universal target names an operation, a templated one only its resource. */
interface ScheduleTarget {
  readonly service: TargetService;
  readonly operation?: string;
}

/** What a schedule of a template may say. */
export const scheduleProperties = [
  'Name',
  'GroupName',
  'ScheduleExpression',
  'ScheduleExpressionTimezone',
  'State',
  'StartDate',
  'EndDate',
  'Description',
  'FlexibleTimeWindow',
  'ActionAfterCompletion',
  'Target',
];

/**
 * Reads the input of CreateSchedule, UpdateSchedule or AWS::Scheduler::Schedule; what the local cloud does not
 * support, and what the API reference forbids, is `Refused`.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
export function readDefinition(input: JsonObject, name: string): ScheduleDefinition {
  only(input, 'Schedule', [...scheduleProperties, 'ClientToken']);
  const group = text(input, 'GroupName') ?? 'default';
  for (const given of [name, group]) {
    if (!/^[\w.-]{1,64}$/.test(given))
      throw new Refused(`${given} is not a name of letters, digits, - _ and .`);
  }
  const window = object(input, 'FlexibleTimeWindow') ?? {};
  if (requiredText(window, 'Mode') !== 'OFF') {
    throw new Refused('FlexibleTimeWindow: the local cloud has only the mode OFF');
  }
  const target = object(input, 'Target') ?? {};
  checkTarget(target);
  const description = text(input, 'Description');
  const definition: ScheduleDefinition = {
    name,
    group,
    expression: requiredText(input, 'ScheduleExpression'),
    timeZone: text(input, 'ScheduleExpressionTimezone') ?? 'UTC',
    enabled: oneOf(input, 'State', 'ENABLED', 'DISABLED') === 'ENABLED',
    deleteWhenDone: oneOf(input, 'ActionAfterCompletion', 'NONE', 'DELETE') === 'DELETE',
    target,
    ...instant(input, 'StartDate', 'start'),
    ...instant(input, 'EndDate', 'end'),
    ...(description !== undefined && { description }),
  };
  scheduleOf(definition);
  return definition;
}

export function scheduleOf({ expression, timeZone }: ScheduleDefinition): Schedule {
  return parseSchedule(expression, timeZone);
}

/** What a target's ARN stands for; `Refused` where the local cloud has no such target. */
export function targetOf(arn: string): ScheduleTarget {
  const universal = universalTargets[arn];
  if (universal) return universal;
  const service = targetServiceOf(arn);
  if (service === undefined) throw new Refused(`Target.Arn: the local cloud's schedules cannot call ${arn}`);
  return { service };
}

/** "Using universal targets", those of the services that the local cloud has targets in. */
const universalTargets: Readonly<Record<string, Required<ScheduleTarget>>> = {
  'arn:aws:scheduler:::aws-sdk:sfn:startExecution': { service: 'states', operation: 'StartExecution' },
  'arn:aws:scheduler:::aws-sdk:sqs:sendMessage': { service: 'sqs', operation: 'SendMessage' },
  'arn:aws:scheduler:::aws-sdk:lambda:invoke': { service: 'lambda', operation: 'Invoke' },
};

function checkTarget(target: JsonObject): void {
  only(target, 'Target', ['Arn', 'RoleArn', 'Input', 'RetryPolicy', 'DeadLetterConfig']);
  requiredText(target, 'RoleArn');
  const { operation, service } = targetOf(requiredText(target, 'Arn'));
  retryPolicyOf(object(target, 'RetryPolicy'));
  const deadLetters = object(target, 'DeadLetterConfig') ?? {};
  only(deadLetters, 'DeadLetterConfig', ['Arn']);
  const input = text(target, 'Input');
  if (operation !== undefined) {
    if (input === undefined || !isObject(parsed(input))) {
      throw new Refused('Target.Input must be the JSON object of the parameters of the operation');
    }
  } else if (input !== undefined && service !== 'sqs') parsed(input);
}

function parsed(input: string): Json {
  try {
    return JSON.parse(input) as Json;
  } catch {
    throw new Refused('Target.Input must be JSON');
  }
}

function oneOf(input: JsonObject, name: string, normal: string, other: string): string {
  const value = text(input, name) ?? normal;
  if (value !== normal && value !== other) throw new Refused(`${name} must be ${normal} or ${other}`);
  return value;
}

/** The API gives seconds since the epoch, a template ISO 8601. */
function instant<Name extends string>(
  input: JsonObject,
  member: string,
  name: Name,
): { [key in Name]?: number } {
  const given = input[member];
  if (given === undefined || given === null) return {};
  const value = typeof given === 'number' ? given * 1000 : Date.parse(String(given));
  if (Number.isNaN(value)) throw new Refused(`${member} must be an instant`);
  return { [name]: value } as { [key in Name]?: number };
}
