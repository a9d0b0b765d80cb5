import * as z from 'zod';
import { type JsonObject, ServiceError } from '../service.ts';
import { isAscii } from './addresses.ts';

/** Text as SES takes it: 7-bit ASCII unless it names its character set. */
const Content = z
  .strictObject({ Data: z.string(), Charset: z.string().optional() })
  .refine(
    ({ Data, Charset }) => Charset !== undefined || isAscii(Data),
    'is not 7-bit ASCII: a Charset is needed',
  );

const Attachment = z.strictObject({
  FileName: z.string().max(255),
  RawContent: z.string(),
  ContentType: z.string().default('application/octet-stream'),
  ContentDisposition: z.enum(['ATTACHMENT', 'INLINE']).default('ATTACHMENT'),
  ContentId: z.string().optional(),
  /** Taken, but how the bytes travel is up to the composer. */
  ContentTransferEncoding: z.enum(['BASE64', 'QUOTED_PRINTABLE', 'SEVEN_BIT']).optional(),
});

const Simple = z.strictObject({
  Subject: Content,
  Body: z
    .strictObject({ Text: Content.optional(), Html: Content.optional() })
    .refine(({ Text, Html }) => Text !== undefined || Html !== undefined, 'has neither Text nor Html'),
  Headers: z
    .array(z.strictObject({ Name: z.string(), Value: z.string() }))
    .max(15)
    .default([]),
  Attachments: z.array(Attachment).default([]),
});

const Raw = z.strictObject({ Data: z.string() });

const addresses = z.array(z.string()).default([]);

const tag = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,256}$/, "only alphanumeric ASCII characters, '_', and '-' are allowed");

const SendEmail = z.strictObject({
  Content: z
    .strictObject({ Simple: Simple.optional(), Raw: Raw.optional() })
    .refine(
      ({ Simple, Raw }) => (Simple === undefined) !== (Raw === undefined),
      'must have either Simple or Raw',
    ),
  FromEmailAddress: z.string().optional(),
  Destination: z
    .strictObject({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })
    .optional(),
  ReplyToAddresses: addresses,
  FeedbackForwardingEmailAddress: z.string().optional(),
  ConfigurationSetName: z.string().optional(),
  EmailTags: z.array(z.strictObject({ Name: tag, Value: tag })).default([]),
});

/** SendEmail's input, with lists that may be left out empty. */
export type SendEmailInput = z.output<typeof SendEmail>;
/** `Content.Simple` of the input. */
export type SimpleContent = z.output<typeof Simple>;

/**
 * The input of SendEmail, or BadRequestException with what is wrong and where. What the local cloud does not
 * do (templates, list management, identities of other accounts) is not in it and so refused by name.
 *
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export function parseSendEmail(input: JsonObject): SendEmailInput {
  const { success, data, error } = SendEmail.safeParse(input);
  if (!success) throw new ServiceError('BadRequestException', z.prettifyError(error));
  return data;
}
