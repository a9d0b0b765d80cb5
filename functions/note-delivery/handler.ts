import * as z from 'zod/mini';
import type { MailAnswered } from '../../domain/mail/events.ts';
import { mustBePosted } from '../../domain/mail/ledger.ts';
import { commandCase } from '../../store/cases.ts';
import { logger } from '../observed.ts';
import { openPostTask } from '../post-task.ts';
import { settingsTable } from '../settings.ts';
import { orderOf, step } from '../step.ts';

const table = settingsTable();

const tags = z.record(z.string(), z.array(z.string()));
const addresses = z.array(z.object({ emailAddress: z.string() }));

/** An event of the mail service, as far as it is looked at ("Contents of event data", SES developer guide). */
const input = z.object({
  id: z.string(),
  time: z.string(),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ messageId: z.string(), tags }),
    delivery: z.optional(z.object({ recipients: z.array(z.string()) })),
    bounce: z.optional(
      z.object({ bounceType: z.string(), bounceSubType: z.string(), bouncedRecipients: addresses }),
    ),
    complaint: z.optional(z.object({ complainedRecipients: addresses })),
    reject: z.optional(z.object({ reason: z.string() })),
  }),
});

type Detail = z.infer<typeof input>['detail'];

/**
 * Notes on a case's ledger what became of a message: that it went out, where whoever sent it went down before noting
 * it; and what the receiving servers said. What could not be delivered, and gives notice, becomes a task: by post.
 * Events may come twice and in any order; each is noted once, by its own id.
 */
export const handler = step(input, async ({ id, time, detail }) => {
  const { messageId, tags: given } = detail.mail;
  const [caseId] = given.case ?? [];
  const key = Buffer.from(given.mail?.[0] ?? '', 'base64url').toString();
  if (!caseId || !key) return {};
  const attempt = Number(given.attempt?.[0] ?? 1);
  const order = (once: string) => orderOf('note-delivery', once);
  const sent = { type: 'note-sent', key, attempt, messageId } as const;
  const { events } = await commandCase(table, caseId, sent, order(`${messageId}:sent`));
  const answer = answerOf(detail);
  if (!answer) return {};
  const command = { type: 'note-answer', key, messageId, ...answer } as const;
  const outcome = await commandCase(table, caseId, command, order(id), events);
  if (outcome.kind === 'refused') {
    logger.warn('a message of the mail service is not on the ledger', { ...outcome.refusal });
    return {};
  }
  const mail = outcome.state.mails.find((known) => known.key === key);
  if (mail && mustBePosted(mail)) await openPostTask(table, caseId, key, new Date(time).toISOString());
  return {};
});

function answerOf({
  eventType,
  mail,
  delivery,
  bounce,
  complaint,
  reject,
}: Detail): { answer: MailAnswered['type']; recipients: readonly string[]; reason?: string } | undefined {
  const of = (recipients: readonly { emailAddress: string }[]) =>
    recipients.map(({ emailAddress }) => emailAddress);
  if (delivery) return { answer: 'mail-delivered', recipients: delivery.recipients };
  if (bounce) {
    const reason = `${bounce.bounceType} ${bounce.bounceSubType}`;
    return { answer: 'mail-bounced', recipients: of(bounce.bouncedRecipients), reason };
  }
  if (complaint) return { answer: 'mail-complained', recipients: of(complaint.complainedRecipients) };
  if (reject)
    return { answer: 'mail-bounced', recipients: [mail.messageId], reason: `${eventType} ${reject.reason}` };
  return undefined;
}
