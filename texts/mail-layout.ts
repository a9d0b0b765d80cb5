import { escaped } from './escaped.ts';
import type { Language } from './language.ts';

/** A message to one person, in one language, before it is laid out. */
export interface Message {
  readonly language: Language;
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly signature: readonly string[];
  /** The same in another language, below the first; it has its own heading and declares its language. */
  readonly also?: Message;
}

/** A paragraph, a list, facts with their labels, or a link on a line of its own. */
export type Block =
  | string
  | { readonly items: readonly string[] }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly link: string; readonly label: string };

/** The message as it is read without HTML. */
export function asText({ blocks, signature, also }: Message): string {
  const own = `${[...blocks.map(textOf), signature.join('\n')].join('\n\n')}\n`;
  return also ? `${own}\n— — —\n\n${asText(also)}` : own;
}

/**
 * The message as an HTML document: its language set, one heading, real lists and tables with row headings, no images,
 * nothing fetched from anywhere.
 */
export function asHtml(message: Message): string {
  const { language, subject, also } = message;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#ffffff;color:#282828;${font}">`,
    '<main style="max-width:600px">',
    `<h1 style="${heading};font-size:24px">${escaped(subject)}</h1>`,
    ...partOf(message),
    ...(also
      ? [
          `<div lang="${also.language}" style="border-top:1px solid #c8cdd0;padding-top:16px;margin-top:32px">`,
          `<h2 style="${heading};font-size:20px">${escaped(also.subject)}</h2>`,
          ...partOf(also),
          '</div>',
        ]
      : []),
    '</main></body></html>',
    '',
  ].join('\n');
}

function partOf({ blocks, signature }: Message): readonly string[] {
  return [
    ...blocks.map(htmlOf),
    `<p style="${paragraph};margin-top:32px">${signature.map(escaped).join('<br>')}</p>`,
  ];
}

const heading = 'line-height:1.3;margin:0 0 16px';

const font = "font-family:'Source Sans 3','Source Sans Pro',Helvetica,Arial,sans-serif";
const paragraph = 'font-size:16px;line-height:1.5;margin:0 0 16px';
const cell = 'font-size:16px;line-height:1.5;padding:4px 16px 4px 0;vertical-align:top;text-align:left';

function textOf(block: Block): string {
  if (typeof block === 'string') return block;
  if ('items' in block) return block.items.map((item) => `- ${item}`).join('\n');
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  return `${block.label}:\n${block.link}`;
}

function htmlOf(block: Block): string {
  if (typeof block === 'string') return `<p style="${paragraph}">${escaped(block)}</p>`;
  if ('items' in block) {
    const items = block.items.map((item) => `<li style="margin-bottom:4px">${escaped(item)}</li>`);
    return `<ul style="${paragraph};padding-left:24px">${items.join('')}</ul>`;
  }
  if ('facts' in block) {
    const rows = block.facts.map(
      ([label, value]) =>
        `<tr><th scope="row" style="${cell};font-weight:600">${escaped(label)}</th><td style="${cell}">${escaped(value)}</td></tr>`,
    );
    return `<table style="border-collapse:collapse;margin:0 0 16px">${rows.join('')}</table>`;
  }
  return `<p style="${paragraph}"><a href="${escaped(block.link)}" style="color:#2a6ebb">${escaped(block.label)}</a></p>`;
}
