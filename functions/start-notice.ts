import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { CaseBody } from '../domain/case/events.ts';
import type { Event } from '../domain/log/event.ts';
import { setting } from './settings.ts';

/** What a person does to a case outside its workflow and others must be told of. */
const noticed: ReadonlySet<CaseBody['type']> = new Set([
  'application-withdrawn',
  'completion-extended',
  'extension-refused',
  'correction-proposed',
  'decision-corrected',
  'removal-confirmed',
]);

/**
 * Starts the workflow that follows from an event of a case, if one does. It is named by the event, so that starting it again
 * does nothing: the second half of a command, which may be repeated.
 */
export async function startNotice(
  workflows: SFNClient,
  caseId: string,
  callId: string,
  { type, sequence }: Event,
): Promise<void> {
  if (!noticed.has(type as CaseBody['type'])) return;
  try {
    await workflows.send(
      new StartExecutionCommand({
        stateMachineArn: setting('NOTICE_ARN'),
        name: `${caseId}-${sequence}`,
        input: JSON.stringify({ caseId, callId, happened: type }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}
