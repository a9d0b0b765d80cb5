import { requiredText, text } from '../assembly/properties.ts';
import type { RestRoute } from '../json-service.ts';
import {
  type JsonObject,
  type JsonOperations,
  type Permission,
  type Place,
  ServiceError,
} from '../service.ts';
import { readDefinition, type ScheduleDefinition } from './schedule-definition.ts';
import type { StoredGroup, StoredSchedule } from './schedule-store.ts';
import type { Scheduler } from './scheduler.ts';
import { scheduleArn, scheduleGroupArn } from './targets.ts';

/** EventBridge Scheduler API Reference, the "Request Syntax" of each operation. */
export const schedulerRoutes: readonly RestRoute[] = [
  { operation: 'CreateSchedule', method: 'POST', path: '/schedules/{Name}' },
  { operation: 'UpdateSchedule', method: 'PUT', path: '/schedules/{Name}' },
  { operation: 'GetSchedule', method: 'GET', path: '/schedules/{Name}', query: { groupName: 'GroupName' } },
  {
    operation: 'DeleteSchedule',
    method: 'DELETE',
    path: '/schedules/{Name}',
    query: { groupName: 'GroupName' },
  },
  {
    operation: 'ListSchedules',
    method: 'GET',
    path: '/schedules',
    query: {
      ScheduleGroup: 'GroupName',
      NamePrefix: 'NamePrefix',
      State: 'State',
      MaxResults: 'MaxResults',
      NextToken: 'NextToken',
    },
  },
  { operation: 'CreateScheduleGroup', method: 'POST', path: '/schedule-groups/{Name}' },
  { operation: 'GetScheduleGroup', method: 'GET', path: '/schedule-groups/{Name}' },
  { operation: 'DeleteScheduleGroup', method: 'DELETE', path: '/schedule-groups/{Name}' },
  {
    operation: 'ListScheduleGroups',
    method: 'GET',
    path: '/schedule-groups',
    query: { NamePrefix: 'NamePrefix', MaxResults: 'MaxResults', NextToken: 'NextToken' },
  },
];

/** The operations of EventBridge Scheduler; whoever gives a schedule a role must be allowed to pass it. */
export function schedulerOperations(scheduler: Scheduler, place: Place): JsonOperations {
  const arnOf = (input: JsonObject) =>
    scheduleArn(text(input, 'GroupName') ?? 'default', requiredText(input, 'Name'), place);
  const on = (action: string, input: JsonObject): Permission => ({
    action: `scheduler:${action}`,
    resource: arnOf(input),
  });
  const onGroup = (action: string, input: JsonObject): Permission => ({
    action: `scheduler:${action}`,
    resource: scheduleGroupArn(requiredText(input, 'Name'), place),
  });
  return {
    CreateSchedule: {
      permissions: (input) => [on('CreateSchedule', input), passRole(definitionOf(input))],
      run: async (input) => {
        scheduler.create(definitionOf(input), text(input, 'ClientToken'));
        return { ScheduleArn: arnOf(input) };
      },
    },
    UpdateSchedule: {
      permissions: (input) => [on('UpdateSchedule', input), passRole(definitionOf(input))],
      run: async (input) => {
        scheduler.update(definitionOf(input));
        return { ScheduleArn: arnOf(input) };
      },
    },
    GetSchedule: {
      permissions: (input) => [on('GetSchedule', input)],
      run: async (input) =>
        described(scheduler.get(text(input, 'GroupName') ?? 'default', requiredText(input, 'Name')), place),
    },
    DeleteSchedule: {
      permissions: (input) => [on('DeleteSchedule', input)],
      run: async (input) => {
        scheduler.delete(text(input, 'GroupName') ?? 'default', requiredText(input, 'Name'));
        return {};
      },
    },
    ListSchedules: {
      permissions: () => [{ action: 'scheduler:ListSchedules', resource: '*' }],
      run: async (input) => listed(scheduler.list(), input, place),
    },
    CreateScheduleGroup: {
      permissions: (input) => [onGroup('CreateScheduleGroup', input)],
      run: async (input) => {
        const name = requiredText(input, 'Name');
        scheduler.createGroup(name, false);
        return { ScheduleGroupArn: scheduleGroupArn(name, place) };
      },
    },
    GetScheduleGroup: {
      permissions: (input) => [onGroup('GetScheduleGroup', input)],
      run: async (input) => describedGroup(scheduler.group(requiredText(input, 'Name')), place),
    },
    DeleteScheduleGroup: {
      permissions: (input) => [onGroup('DeleteScheduleGroup', input)],
      run: async (input) => {
        scheduler.deleteGroup(requiredText(input, 'Name'));
        return {};
      },
    },
    ListScheduleGroups: {
      permissions: () => [{ action: 'scheduler:ListScheduleGroups', resource: '*' }],
      run: async (input) => {
        const most = pageSize(input);
        const found = scheduler.groups(
          text(input, 'NamePrefix') ?? '',
          text(input, 'NextToken') ?? '',
          most + 1,
        );
        const page = found.slice(0, most);
        const last = page.at(-1);
        return {
          ScheduleGroups: page.map((group) => describedGroup(group, place)),
          ...(found.length > most && last && { NextToken: last.name }),
        };
      },
    },
  };
}

function definitionOf(input: JsonObject): ScheduleDefinition {
  return readDefinition(input, requiredText(input, 'Name'));
}

function passRole({ target }: ScheduleDefinition): Permission {
  return {
    action: 'iam:PassRole',
    resource: requiredText(target, 'RoleArn'),
    conditions: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
  };
}

function described({ definition, created, modified }: StoredSchedule, place: Place): JsonObject {
  return {
    Arn: scheduleArn(definition.group, definition.name, place),
    Name: definition.name,
    GroupName: definition.group,
    ScheduleExpression: definition.expression,
    ScheduleExpressionTimezone: definition.timeZone,
    State: definition.enabled ? 'ENABLED' : 'DISABLED',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: definition.deleteWhenDone ? 'DELETE' : 'NONE',
    Target: definition.target,
    CreationDate: created / 1000,
    LastModificationDate: modified / 1000,
    ...(definition.description !== undefined && { Description: definition.description }),
    ...(definition.start !== undefined && { StartDate: definition.start / 1000 }),
    ...(definition.end !== undefined && { EndDate: definition.end / 1000 }),
  };
}

function listed(all: readonly StoredSchedule[], input: JsonObject, place: Place): JsonObject {
  const [group, prefix, state] = ['GroupName', 'NamePrefix', 'State'].map((name) => text(input, name));
  const after = Buffer.from(text(input, 'NextToken') ?? '', 'base64url').toString();
  const found = all.filter(
    ({ definition }) =>
      (group === undefined || definition.group === group) &&
      definition.name.startsWith(prefix ?? '') &&
      (state === undefined || definition.enabled === (state === 'ENABLED')) &&
      keyOf(definition) > after,
  );
  const page = found.slice(0, pageSize(input));
  const last = page.at(-1);
  return {
    Schedules: page.map((schedule) => {
      const { Arn, Name, GroupName, State, CreationDate, LastModificationDate, Target } = described(
        schedule,
        place,
      );
      return {
        ...{ Arn, Name, GroupName, State, CreationDate, LastModificationDate },
        Target: { Arn: (Target as JsonObject).Arn },
      } as JsonObject;
    }),
    ...(found.length > page.length &&
      last && { NextToken: Buffer.from(keyOf(last.definition)).toString('base64url') }),
  };
}

/** Group and name as one key that sorts as the pair does: no name holds a NUL. */
function keyOf({ group, name }: ScheduleDefinition): string {
  return `${group}\u0000${name}`;
}

function pageSize(input: JsonObject): number {
  const most = Number(text(input, 'MaxResults') ?? 100);
  if (!Number.isInteger(most) || most < 1 || most > 100) {
    throw new ServiceError('ValidationException', 'MaxResults must be from 1 to 100.');
  }
  return most;
}

function describedGroup({ name, created }: StoredGroup, place: Place): JsonObject {
  return {
    Arn: scheduleGroupArn(name, place),
    Name: name,
    State: 'ACTIVE',
    CreationDate: created / 1000,
    LastModificationDate: created / 1000,
  };
}
