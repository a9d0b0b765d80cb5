import { createRequire } from 'node:module';

/** MIME by mailparser and nodemailer, which have no types. */
const require = createRequire(import.meta.url);
const { simpleParser } = require('mailparser') as {
  simpleParser(raw: Buffer, options: object): Promise<ParsedMime>;
};
const MailComposer = require('nodemailer/lib/mail-composer') as new (
  mail: MimeParts,
) => { compile(): { build(): Promise<Buffer> } };

interface MimeParts {
  readonly messageId: string;
  readonly date: Date;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly content: Buffer;
    readonly contentType: string;
    readonly contentDisposition: 'attachment' | 'inline';
    readonly cid?: string | undefined;
  }[];
}

interface ParsedMime {
  readonly subject?: string;
  readonly text?: string;
  /** False where the message has no such part. */
  readonly html: string | false;
  readonly attachments: readonly {
    readonly filename?: string;
    readonly contentType: string;
    readonly size: number;
  }[];
  /** Still folded and encoded; the key is the name in lower case. */
  readonly headerLines: readonly { readonly key: string; readonly line: string }[];
}

/** The message in bytes; blind copies are not in it. */
export function composeMime(parts: MimeParts): Promise<Buffer> {
  return new MailComposer(parts).compile().build();
}

/** Parts as the message has them: none is made up from another. */
export function parseMime(raw: Buffer): Promise<ParsedMime> {
  return simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
}
