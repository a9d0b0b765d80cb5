import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { CaseBody } from '../domain/case/events.ts';
import type { Event } from '../domain/log/event.ts';
import type { RectificationBody } from '../domain/rectification/rectification.ts';
import { setting } from './settings.ts';

/** What a person changes on a case outside its workflow and something follows from. */
const changes: ReadonlySet<string> = new Set<CaseBody['type'] | RectificationBody['type']>([
  'application-withdrawn',
  'completion-extended',
  'extension-refused',
  'correction-proposed',
  'decision-corrected',
  'removal-confirmed',
  'rectification-requested',
  'rectification-decided',
]);

/**
 * Has messages sent by a workflow of their own, which waits and tries again where the mail service does not take them.
 * The name says which messages; starting it again under the same name does nothing.
 */
export async function startNotice(workflows: SFNClient, name: string, input: object): Promise<void> {
  await start(workflows, 'NOTICE_ARN', name, input);
}

/**
 * Starts the workflow that follows from an event of a case, or of a request to rectify its decision, if one does. It is named by the event, so that starting it
 * again does nothing: the second half of a command, which may be repeated.
 */
export async function startChange(
  workflows: SFNClient,
  caseId: string,
  callId: string,
  { type, sequence, stream }: Event,
): Promise<void> {
  if (!changes.has(type)) return;
  const log = stream.startsWith('RECTIFICATION#') ? '-rectification' : '';
  await start(workflows, 'CHANGE_ARN', `${caseId}${log}-${sequence}`, { caseId, callId, happened: type });
}

async function start(
  workflows: SFNClient,
  machine: 'NOTICE_ARN' | 'CHANGE_ARN',
  name: string,
  input: object,
): Promise<void> {
  try {
    await workflows.send(
      new StartExecutionCommand({ stateMachineArn: setting(machine), name, input: JSON.stringify(input) }),
    );
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}
