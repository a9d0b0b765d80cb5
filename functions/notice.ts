import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { setting } from './settings.ts';

/**
 * Has messages sent by a workflow of their own, which waits and tries again where the mail service does not take them.
 * The name says which messages; starting it again under the same name does nothing.
 */
export async function startNotice(workflows: SFNClient, name: string, input: object): Promise<void> {
  try {
    await workflows.send(
      new StartExecutionCommand({
        stateMachineArn: setting('NOTICE_ARN'),
        name,
        input: JSON.stringify(input),
      }),
    );
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}
