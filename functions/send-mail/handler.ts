import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod/mini';
import { callId, opaqueId } from '../../contract/fields.ts';
import { mailKinds } from '../../domain/mail/events.ts';
import { type Mail, nextStep } from '../../domain/mail/ledger.ts';
import { toInstant } from '../../domain/time.ts';
import { markedAsRepeated } from '../../texts/mails.ts';
import { count, logger, tracer } from '../observed.ts';
import { openPostTask } from '../post-task.ts';
import { settingsTable } from '../settings.ts';
import { step } from '../step.ts';
import type { Asked } from './asked.ts';
import type { Outgoing } from './compose.ts';
import { send } from './send.ts';
import { type Subject, subjectOf } from './subject.ts';

const table = settingsTable();
const mailService = tracer.captureAWSv3Client(new SESv2Client());

const input = z.object({
  mail: z.enum(mailKinds),
  caseId: z.optional(opaqueId),
  callId: z.optional(callId),
  /** The version that a receipt or a rejection is about. */
  version: z.optional(z.int()),
  /** Which task, of whom, until when. */
  task: z.optional(z.string()),
  about: z.optional(z.string()),
  to: z.optional(z.array(z.string())),
  deadline: z.optional(z.string()),
});

/** Somebody else is sending the message at this moment, or was when the service went down; its state asks again. */
class MailUnderway extends Error {
  override readonly name = 'MailUnderway';
}

/** The mail service takes no more for now; its state tries again. */
class MailHeldBack extends Error {
  override readonly name = 'MailHeldBack';
}

/**
 * Sends the messages of one kind that are on nobody's ledger as sent yet. Each attempt is on the ledger before it is
 * made. Where the service went down in the middle of one, nobody knows whether the message went out: after a minute it
 * is sent again and says of itself that it may be a repetition. What can never be sent becomes a task: by post.
 */
export const handler = step(input, async (asked) => {
  const subject = await subjectOf(table, asked);
  let sent = 0;
  let waiting = false;
  for (const one of subject.outgoing) {
    const known = subject.mails.find(({ key }) => key === one.key);
    const next = nextStep(known, Date.now());
    waiting ||= next === 'wait';
    if (next !== 'send') continue;
    if (await attempt(subject, asked, one, known)) sent += 1;
    else waiting = true;
  }
  if (waiting) throw new MailUnderway(asked.mail);
  return { sent };
});

/** Makes one attempt; false where somebody else had begun it first. */
async function attempt(
  { write }: Subject,
  { mail, caseId }: Asked,
  one: Outgoing,
  known: Mail | undefined,
): Promise<boolean> {
  const { key } = one;
  const number = (known?.attempt ?? 0) + 1;
  // A message that an official had sent again goes where the official said.
  const to = known?.standing === 'reordered' ? known.to : one.to;
  const wanted = { type: 'want-mail', mail, key, to, attempt: number } as const;
  const begun = await write(wanted, `${key}:${number}`);
  if (!begun) return false;
  const repeats = 'repeats' in begun && begun.repeats;
  const message = repeats ? markedAsRepeated(one.message) : one.message;
  const outcome = await send(
    mailService,
    { key, to, message },
    { attempt: number, ...(caseId ? { caseId } : {}) },
  );
  if ('messageId' in outcome) {
    // The mail service's own event may have come first; then the ledger knows already.
    await write(
      { type: 'note-sent', key, attempt: number, messageId: outcome.messageId },
      `${key}:${number}:sent`,
    );
    return true;
  }
  const { error, permanent } = outcome;
  await write({ type: 'note-refused', key, attempt: number, error, permanent }, `${key}:${number}:refused`);
  if (permanent) {
    // One wrong address is a presenter's business; many refusals are a fault of ours.
    logger.error('the mail service refused a message for good', { key, error });
    count('MailsRefused');
  }
  if (!permanent) throw new MailHeldBack(`${key}: ${error}`);
  if (caseId) await openPostTask(table, caseId, key, toInstant(Date.now()));
  return true;
}
