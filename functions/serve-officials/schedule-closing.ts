import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { Call } from '../../domain/call/call.ts';
import { authorityZone, instantOf, type LocalTime, localTimeOf, toInstant } from '../../domain/time.ts';
import { setting } from '../settings.ts';

/** How many days before the closing whoever has begun an application is reminded of it. */
const reminders = [7, 1];

/**
 * Makes the schedules that start a call's round at its closing time and remind of it before. Executions are named by the
 * call, so that however often one were started there is one; making the schedules again does nothing.
 */
export async function scheduleClosing(scheduler: SchedulerClient, call: Call): Promise<void> {
  for (const schedule of schedulesOf(call)) await createOnce(scheduler, schedule);
}

/** Sets the schedules to the closing that the call has now; setting them again does nothing. */
export async function putOffClosing(scheduler: SchedulerClient, call: Call): Promise<void> {
  for (const schedule of schedulesOf(call)) {
    try {
      await scheduler.send(new UpdateScheduleCommand(schedule));
    } catch (error) {
      // A reminder whose time had passed when the call was published.
      if (!(error instanceof ResourceNotFoundException)) throw error;
      await createOnce(scheduler, schedule);
    }
  }
}

async function createOnce(scheduler: SchedulerClient, schedule: CreateScheduleCommandInput): Promise<void> {
  try {
    await scheduler.send(new CreateScheduleCommand(schedule));
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error;
  }
}

/** The round at the closing, and the reminders that are still to come. */
function schedulesOf({ id, window }: Call): readonly CreateScheduleCommandInput[] {
  const closesAt = Date.parse(instantOf(window.closes));
  const round = { machine: setting('ROUND_ARN'), name: id, input: { callId: id } };
  const coming = reminders.filter((days) => closesAt - days * dayLength > Date.now());
  return [
    scheduleOf(`close-${id}`, window.closes, round),
    ...coming.map((days) => {
      const at = toInstant(closesAt - days * dayLength);
      const name = `closing-soon-${id}-${days}-${Date.parse(at)}`;
      const input = { mail: 'closing-soon', callId: id, about: String(days) };
      const notice = { machine: setting('NOTICE_ARN'), name, input };
      return scheduleOf(`remind-${days}-${id}`, localTimeOf(at), notice);
    }),
  ];
}

const dayLength = 24 * 60 * 60 * 1000;

function scheduleOf(
  name: string,
  local: LocalTime,
  starts: { readonly machine: string; readonly name: string; readonly input: object },
): CreateScheduleCommandInput {
  const input = { stateMachineArn: starts.machine, name: starts.name, input: JSON.stringify(starts.input) };
  return {
    Name: name,
    GroupName: setting('SCHEDULE_GROUP'),
    ScheduleExpression: `at(${local}:00)`,
    ScheduleExpressionTimezone: authorityZone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: 'arn:aws:scheduler:::aws-sdk:sfn:startExecution',
      RoleArn: setting('SCHEDULE_ROLE_ARN'),
      Input: JSON.stringify(input),
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
    },
  };
}
