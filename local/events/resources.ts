import { physicalName } from '../assembly/physical-name.ts';
import { object, objects, only, Refused, requiredText, text } from '../assembly/properties.ts';
import type { Declared, JsonObject, Place, ResourceKind } from '../service.ts';
import { retryPolicyOf } from './delivery.ts';
import type { Events, Rule, Target } from './events.ts';
import { compilePattern } from './pattern.ts';
import { readDefinition, scheduleProperties } from './schedule-definition.ts';
import { parseSchedule } from './schedule-expression.ts';
import type { Scheduler } from './scheduler.ts';
import { targetInputOf } from './target-input.ts';
import { scheduleArn, scheduleGroupArn, targetServiceOf } from './targets.ts';

/** AWS::Events::Rule on the default bus. */
export function eventsKinds(events: Events, place: Place): readonly ResourceKind[] {
  const nameOf = (resource: Declared) => text(resource.properties, 'Name') ?? physicalName(resource, 64);
  const arnOf = (resource: Declared) =>
    `arn:aws:events:${place.region}:${place.account}:rule/${nameOf(resource)}`;
  return [
    {
      type: 'AWS::Events::Rule',
      supported: ['Name', 'EventBusName', 'EventPattern', 'ScheduleExpression', 'State', 'Targets'],
      ignored: {
        Description: 'it changes nothing that runs',
        RoleArn: 'it is for buses of other accounts',
        Tags: 'tags change nothing that runs',
      },
      ref: nameOf,
      attributes: (resource) => ({ Arn: arnOf(resource) }),
      create(resource) {
        const { properties } = resource;
        checkBus(text(properties, 'EventBusName'), place);
        const pattern = object(properties, 'EventPattern');
        const schedule = text(properties, 'ScheduleExpression');
        if (!pattern && schedule === undefined) {
          throw new Refused('a rule needs an EventPattern or a ScheduleExpression');
        }
        const rule: Rule = {
          name: nameOf(resource),
          arn: arnOf(resource),
          enabled: text(properties, 'State') !== 'DISABLED',
          targets: objects(properties, 'Targets').map(ruleTarget),
          ...(pattern && { pattern: compilePattern(pattern) }),
          ...(schedule !== undefined && { schedule: ruleSchedule(schedule) }),
        };
        events.putRule(rule);
      },
    },
  ];
}

/** AWS::Scheduler::Schedule and ScheduleGroup. */
export function schedulerKinds(scheduler: Scheduler, place: Place): readonly ResourceKind[] {
  const scheduleName = (resource: Declared) =>
    text(resource.properties, 'Name') ?? physicalName(resource, 64);
  const groupOf = ({ properties }: Declared) => text(properties, 'GroupName') ?? 'default';
  return [
    {
      type: 'AWS::Scheduler::ScheduleGroup',
      supported: ['Name'],
      ignored: { Tags: 'tags change nothing that runs' },
      ref: scheduleName,
      attributes: (resource) => ({ Arn: scheduleGroupArn(scheduleName(resource), place), State: 'ACTIVE' }),
      create: (resource) => scheduler.createGroup(scheduleName(resource), true),
    },
    {
      type: 'AWS::Scheduler::Schedule',
      supported: scheduleProperties,
      ignored: { KmsKeyArn: 'there is no key management on one machine' },
      ref: scheduleName,
      attributes: (resource) => ({ Arn: scheduleArn(groupOf(resource), scheduleName(resource), place) }),
      create(resource) {
        const { KmsKeyArn: _key, ...properties } = resource.properties;
        scheduler.declare(readDefinition(properties, scheduleName(resource)));
      },
    },
  ];
}

function checkBus(bus: string | undefined, { region, account }: Place): void {
  const names = ['default', `arn:aws:events:${region}:${account}:event-bus/default`];
  if (bus !== undefined && !names.includes(bus)) {
    throw new Refused('EventBusName: the local cloud has only the default bus');
  }
}

/** "Setting a schedule pattern for scheduled rules": rate and cron, in UTC. */
function ruleSchedule(expression: string) {
  const schedule = parseSchedule(expression);
  if (schedule.kind === 'at') throw new Refused('ScheduleExpression: a rule has no one-time schedules');
  return schedule;
}

function ruleTarget(target: JsonObject): Target {
  const id = requiredText(target, 'Id');
  const where = `Targets[${id}]`;
  only(target, where, [
    'Id',
    'Arn',
    'RoleArn',
    'Input',
    'InputPath',
    'InputTransformer',
    'RetryPolicy',
    'DeadLetterConfig',
  ]);
  const arn = requiredText(target, 'Arn');
  const service = targetServiceOf(arn);
  if (!service) throw new Refused(`${where}.Arn: the local cloud's rules cannot call ${arn}`);
  const roleArn = text(target, 'RoleArn');
  if (service === 'states' && roleArn === undefined)
    throw new Refused(`${where}: a state machine needs a RoleArn`);
  const deadLetters = object(target, 'DeadLetterConfig') ?? {};
  only(deadLetters, `${where}.DeadLetterConfig`, ['Arn']);
  const deadLetterArn = text(deadLetters, 'Arn');
  return {
    id,
    arn,
    service,
    input: targetInputOf(target),
    retryPolicy: retryPolicyOf(object(target, 'RetryPolicy')),
    ...(roleArn !== undefined && { roleArn }),
    ...(deadLetterArn !== undefined && { deadLetterArn }),
  };
}
