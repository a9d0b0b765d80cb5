import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { Call } from '../../domain/call/call.ts';
import { authorityZone } from '../../domain/time.ts';
import { setting } from '../settings.ts';

/**
 * Makes the schedule that starts a call's round at its closing time. The execution is named by the call, so that
 * however often it were started there is one; making the schedule again does nothing.
 */
export async function scheduleClosing(scheduler: SchedulerClient, call: Call): Promise<void> {
  try {
    await scheduler.send(new CreateScheduleCommand(scheduleOf(call)));
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error;
  }
}

/** Sets the schedule to the closing that the call has now; setting it again does nothing. */
export async function putOffClosing(scheduler: SchedulerClient, call: Call): Promise<void> {
  await scheduler.send(new UpdateScheduleCommand(scheduleOf(call)));
}

function scheduleOf({ id, window }: Call): CreateScheduleCommandInput {
  const input = { stateMachineArn: setting('ROUND_ARN'), name: id, input: JSON.stringify({ callId: id }) };
  return {
    Name: `close-${id}`,
    GroupName: setting('SCHEDULE_GROUP'),
    ScheduleExpression: `at(${window.closes}:00)`,
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
