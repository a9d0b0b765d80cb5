import type { LocalDate } from '../time.ts';

/** What a message can tell; each has its text in `texts/`. */
export const mailKinds = [
  'receipt',
  'rejection',
  'completion-request',
  'completion-reminder',
  'extension-answer',
  'withdrawal',
  'decision',
  'partner-decision',
  'hearing',
  'correction',
  'partner-correction',
  'rectification-received',
  'rectification-decision',
  'partner-rectification',
  'call-closed',
  'task-assigned',
  'decisions-sent',
] as const;

export type MailKind = (typeof mailKinds)[number];

/**
 * A message is about to be handed to the mail service: written first, so that a crash in between leaves a trace. One
 * event for each attempt; whoever writes it is the only one who makes that attempt.
 */
export interface MailWanted {
  readonly type: 'mail-wanted';
  readonly data: {
    readonly mail: MailKind;
    /** Tells the message from every other of the log, `partner-decision.499`. */
    readonly key: string;
    readonly to: readonly string[];
    readonly attempt: number;
    /** Nobody knows whether an attempt before went out; this one says that it may be a repetition. */
    readonly repeats: boolean;
  };
}

/** The mail service took the message. */
export interface MailSent {
  readonly type: 'mail-sent';
  readonly data: { readonly key: string; readonly attempt: number; readonly messageId: string };
}

/** The mail service did not take it: for now, or for good. */
export interface MailRefused {
  readonly type: 'mail-refused';
  readonly data: {
    readonly key: string;
    readonly attempt: number;
    readonly error: string;
    readonly permanent: boolean;
  };
}

/** What became of it at some of its recipients, as the mail service heard from their servers. */
export interface MailAnswered {
  readonly type: 'mail-delivered' | 'mail-bounced' | 'mail-complained';
  readonly data: {
    readonly key: string;
    readonly messageId: string;
    readonly recipients: readonly string[];
    readonly reason?: string;
  };
}

/** An official sent on paper what could not be delivered by mail. */
export interface MailPosted {
  readonly type: 'mail-posted';
  readonly data: { readonly key: string; readonly sentOn: LocalDate };
}

/** An official had the message sent again, to the same addresses or to others. */
export interface MailReordered {
  readonly type: 'mail-reordered';
  readonly data: { readonly key: string; readonly to?: readonly string[]; readonly reason: string };
}

/** Everything that can happen to messages. */
export type MailBody = MailWanted | MailSent | MailRefused | MailAnswered | MailPosted | MailReordered;
