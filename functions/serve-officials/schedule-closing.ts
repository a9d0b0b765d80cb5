import { ConflictException, CreateScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Call } from '../../domain/call/call.ts';
import { authorityZone } from '../../domain/time.ts';
import { setting } from '../settings.ts';

/**
 * Makes the schedule that starts a call's round at its closing time. The execution is named by the call, so that
 * however often it were started there is one; making the schedule again does nothing.
 */
export async function scheduleClosing(scheduler: SchedulerClient, { id, window }: Call): Promise<void> {
  const input = { stateMachineArn: setting('ROUND_ARN'), name: id, input: JSON.stringify({ callId: id }) };
  try {
    await scheduler.send(
      new CreateScheduleCommand({
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
      }),
    );
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error;
  }
}
