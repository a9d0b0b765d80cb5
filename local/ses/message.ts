import { ServiceError } from '../service.ts';
import { parseAddress, splitAddresses } from './addresses.ts';
import { composeMime, parseMime } from './mime.ts';
import type { SendEmailInput, SimpleContent } from './send-email-input.ts';

/** A message as it was handed over for sending. */
export interface Message {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  /** Unfolded, in the order of the message. */
  readonly headers: readonly Header[];
  readonly attachments: readonly Attachment[];
  /** The whole MIME message. */
  readonly raw: Buffer;
}

/** One header line; the value is as the message encodes it. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What is known of an attachment; its bytes are in the message. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
}

/** "40 MB per message (after base64 encoding)", "Service quotas in Amazon SES". */
const largestMessage = 40 * 1024 * 1024;

/** The quota "50 recipients per message". */
const mostRecipients = 50;

/** What SES itself gives a message. */
interface Acceptance {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly region: string;
}

/** Makes the MIME message of the input, or reads it if it is raw; refusals are BadRequestException. */
export async function messageOf(input: SendEmailInput, accepted: Acceptance): Promise<Message> {
  const { Simple, Raw } = input.Content;
  const message = Simple
    ? await simpleMessage(input, Simple, accepted)
    : await rawMessage(input, Buffer.from(Raw?.Data ?? '', 'base64'), accepted);
  const recipients = recipientsOf(message);
  if (recipients.length === 0) throw badRequest("Missing required header 'To'.");
  if (recipients.length > mostRecipients) throw badRequest(`Recipient count exceeds ${mostRecipients}.`);
  for (const address of [message.from, ...recipients, ...input.ReplyToAddresses]) parseAddress(address);
  const { length } = message.raw;
  if (length > largestMessage) {
    throw badRequest(`Message length is more than ${largestMessage} bytes long: '${length}'.`);
  }
  return message;
}

/** Everybody the message goes to, as written. */
export function recipientsOf({ to, cc, bcc }: Pick<Message, 'to' | 'cc' | 'bcc'>): string[] {
  return [...to, ...cc, ...bcc];
}

/** The sender as the request or else the raw message names it; BadRequestException if neither does. */
export function senderOf({ FromEmailAddress, Content: { Raw } }: SendEmailInput): string {
  const sender = FromEmailAddress ?? (Raw && fromHeader(Buffer.from(Raw.Data, 'base64')));
  if (sender === undefined) throw badRequest("Missing required header 'From'.");
  return sender;
}

function fromHeader(raw: Buffer): string | undefined {
  const [head = ''] = raw.toString('latin1').split(/\r?\n\r?\n/, 1);
  const [, from] = /^from:[ \t]*((?:.|\r?\n[ \t])*)/im.exec(head) ?? [];
  return from?.replace(/\r?\n/g, '').trim();
}

async function simpleMessage(
  input: SendEmailInput,
  { Subject, Body, Headers, Attachments }: SimpleContent,
  { id, at, region }: Acceptance,
): Promise<Message> {
  const { ToAddresses: to = [], CcAddresses: cc = [], BccAddresses: bcc = [] } = input.Destination ?? {};
  const attachments = Attachments.map((attachment) => ({
    filename: attachment.FileName,
    content: Buffer.from(attachment.RawContent, 'base64'),
    contentType: attachment.ContentType,
    contentDisposition:
      attachment.ContentDisposition === 'INLINE' ? ('inline' as const) : ('attachment' as const),
    cid: attachment.ContentId,
  }));
  const parts = {
    from: senderOf(input),
    to,
    cc,
    subject: Subject.Data,
    text: Body.Text?.Data,
    html: Body.Html?.Data,
  };
  const raw = await composeMime({
    ...parts,
    messageId: `<${id}@${region}.amazonses.com>`,
    date: new Date(at),
    replyTo: input.ReplyToAddresses,
    headers: Headers.map(({ Name, Value }) => ({ key: Name, value: Value })),
    attachments,
  });
  const { headerLines } = await parseMime(raw);
  return {
    id,
    at,
    ...parts,
    bcc,
    headers: headerLines.map(unfolded),
    attachments: attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      size: content.length,
    })),
    raw,
  };
}

/** Who gets a raw message is up to `Destination`; without it, to its own headers. */
async function rawMessage(input: SendEmailInput, raw: Buffer, { id, at }: Acceptance): Promise<Message> {
  const { subject = '', text, html, attachments, headerLines } = await parseMime(raw);
  const headers = headerLines.map(unfolded);
  const named = (name: string) =>
    headers
      .filter((header) => header.name.toLowerCase() === name)
      .flatMap(({ value }) => splitAddresses(value));
  const { ToAddresses, CcAddresses, BccAddresses } = input.Destination ?? {};
  return {
    id,
    at,
    from: senderOf(input),
    to: ToAddresses ?? named('to'),
    cc: CcAddresses ?? named('cc'),
    bcc: BccAddresses ?? named('bcc'),
    subject,
    text,
    html: html || undefined,
    headers,
    attachments: attachments.map(({ filename = '', contentType, size }) => ({ filename, contentType, size })),
    raw,
  };
}

function unfolded({ line }: { line: string }): Header {
  const [name = '', value = ''] = line.split(/:(.*)/s);
  return { name, value: value.replace(/\r?\n/g, '').trim() };
}

function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', message);
}
