import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { asHtml, asText } from '../../texts/mail-layout.ts';
import { setting } from '../settings.ts';
import type { Outgoing } from './compose.ts';

/** Hands one message to the mail service, as text and as HTML. Returns the service's id of it. */
export async function send(service: SESv2Client, { to, message }: Outgoing): Promise<string> {
  const content = (Data: string) => ({ Data, Charset: 'UTF-8' });
  const { MessageId } = await service.send(
    new SendEmailCommand({
      FromEmailAddress: setting('MAIL_FROM'),
      ConfigurationSetName: setting('MAIL_CONFIGURATION'),
      Destination: { ToAddresses: [...to] },
      Content: {
        Simple: {
          Subject: content(message.subject),
          Body: { Text: content(asText(message)), Html: content(asHtml(message)) },
        },
      },
    }),
  );
  if (!MessageId) throw new Error('the mail service gave no message id');
  return MessageId;
}
