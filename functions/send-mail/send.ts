import {
  BadRequestException,
  MessageRejected,
  type SESv2Client,
  SESv2ServiceException,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import { asHtml, asText } from '../../texts/mail-layout.ts';
import { setting } from '../settings.ts';
import type { Outgoing } from './compose.ts';

/** What the mail service said: it took the message, or did not, for now or for good. */
type Outcome = { readonly messageId: string } | { readonly error: string; readonly permanent: boolean };

/**
 * Hands one message to the mail service, as text and as HTML. Its tags tell whose message an event of the service is
 * about, also where nobody noted the id; tags have no points, so the key is written in base64url. Throws where nobody knows whether the message was taken, such as a lost answer.
 */
export async function send(
  service: SESv2Client,
  { key, to, message }: Outgoing,
  { caseId, attempt }: { caseId?: string; attempt: number },
): Promise<Outcome> {
  const content = (Data: string) => ({ Data, Charset: 'UTF-8' });
  const tag = (Name: string, Value: string) => ({ Name, Value });
  try {
    const { MessageId } = await service.send(
      new SendEmailCommand({
        FromEmailAddress: setting('MAIL_FROM'),
        ConfigurationSetName: setting('MAIL_CONFIGURATION'),
        Destination: { ToAddresses: [...to] },
        EmailTags: [
          ...(caseId ? [tag('case', caseId)] : []),
          tag('mail', Buffer.from(key).toString('base64url')),
          tag('attempt', String(attempt)),
        ],
        Content: {
          Simple: {
            Subject: content(message.subject),
            Body: { Text: content(asText(message)), Html: content(asHtml(message)) },
          },
        },
      }),
    );
    if (!MessageId) throw new Error('the mail service gave no message id');
    return { messageId: MessageId };
  } catch (error) {
    if (!(error instanceof SESv2ServiceException) || (error.$metadata.httpStatusCode ?? 500) >= 500)
      throw error;
    const permanent = error instanceof BadRequestException || error instanceof MessageRejected;
    return { error: error.name, permanent };
  }
}
