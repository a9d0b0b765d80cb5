import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { wholeOf } from '../../domain/log/event.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import { requirePublished } from '../../store/rounds.ts';
import { tracer } from '../observed.ts';
import { setting, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';
import { compose } from './compose.ts';
import { send } from './send.ts';

const table = settingsTable();
const mailService = tracer.captureAWSv3Client(new SESv2Client());

const input = z.object({
  caseId: opaqueId,
  mail: z.enum([
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
  ]),
  /** The version that a receipt or a rejection is about. */
  version: z.optional(z.int()),
});

/**
 * Sends the messages of one kind about a case, each noted on its log under its own key and not sent again once it is
 * noted. A crash between sending and noting sends that one message twice, which is better than never.
 */
export const handler = step(input, async ({ caseId, mail, version }) => {
  const { state, events } = await readCase(table, caseId);
  const { published } = await requirePublished(table, state.callId ?? '');
  const link = `${setting('PORTAL_ADDRESS')}/apply/applications/${caseId}`;
  const outgoing = compose(mail, { state, events: wholeOf(events), call: published.call, version, link });
  const unsent = outgoing.filter(({ key }) => !state.mails.some((sent) => sent.key === key));
  for (const one of unsent) {
    const messageId = await send(mailService, one);
    const command = { type: 'note-mail', mail, key: one.key, to: one.to.join(', '), messageId } as const;
    accepted(await commandCase(table, caseId, command, orderOf('send-mail', one.key)));
  }
  return { sent: unsent.length };
});
