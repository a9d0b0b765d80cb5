import * as z from 'zod/mini';
import { mailKinds } from '../../domain/mail/events.ts';
import { instant, opaqueId } from '../fields.ts';
import { caseNumber, next } from './shared.ts';

export const mail = z.looseObject({
  mail: z.enum(mailKinds),
  key: z.string(),
  to: z.array(z.string()),
  standing: z.enum(['wanted', 'sent', 'refused', 'failed', 'reordered']),
  attempt: z.int(),
  wantedAt: instant,
  messageIds: z.array(z.string()),
  delivered: z.array(z.string()),
  undelivered: z.array(z.string()),
  posted: z.optional(z.string()),
  /** Which case it is about, in the ledger of a call. */
  caseId: z.optional(opaqueId),
  caseNumber: z.optional(caseNumber),
  applicantName: z.optional(z.string()),
});

export const mailsOfCall = z.strictObject({ mails: z.array(mail), next });

export const mailsOfCase = z.strictObject({ mails: z.array(mail), openedAt: z.optional(instant) });

export const reorderedMail = z.strictObject({ key: z.string() });
