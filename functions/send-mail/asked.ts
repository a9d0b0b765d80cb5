import type { MailKind } from '../../domain/mail/events.ts';

/** What is asked for: messages of one kind about a case, or about a call to its officials. */
export interface Asked {
  readonly mail: MailKind;
  readonly caseId?: string | undefined;
  readonly callId?: string | undefined;
  readonly version?: number | undefined;
  readonly task?: string | undefined;
  /** What of several like it a task is about. */
  readonly about?: string | undefined;
  readonly to?: readonly string[] | undefined;
  readonly deadline?: string | undefined;
}
