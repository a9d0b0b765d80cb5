import { escapeHtml, htmlPage } from '../html.ts';
import type { Json, JsonObject } from '../service.ts';

/** A link to a page of the console: `pathTo('execution', { arn })`. */
export function pathTo(page: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `/_console/${page}${search && `?${search}`}`;
}

export function link(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
}

/** A page of the console, with the way to the others. */
export function consolePage(title: string, content: string): string {
  const items = [
    link(pathTo(''), 'Workflows'),
    link(pathTo('tables'), 'Tables'),
    link(pathTo('buckets'), 'Buckets'),
    link(pathTo('functions'), 'Functions'),
    link('/_mail/', 'Mailbox'),
  ];
  return htmlPage(
    title,
    content,
    `<nav aria-label="Console"><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></nav>`,
  );
}

/** A table of cells that are markup already. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  none = 'None.',
): string {
  const head = header.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const empty = `<tr><td colspan="${header.length}">${escapeHtml(none)}</td></tr>`;
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n') || empty}</tbody></table>`;
}

export function statusMark(status: string): string {
  return `<span class="status ${escapeHtml(status)}">${escapeHtml(status.toLowerCase().replaceAll('_', ' '))}</span>`;
}

/** JSON as one reads it; texts that hold JSON, as AWS's inputs and outputs do, are shown as that JSON. */
export function json(value: Json | undefined): string {
  const shown = JSON.stringify(value === undefined ? undefined : unfolded(value), null, 2) ?? '';
  return `<pre>${escapeHtml(shown)}</pre>`;
}

/** JSON behind a line that opens it. */
export function folded(summary: string, value: Json | undefined): string {
  return `<details><summary>${escapeHtml(summary)}</summary>${json(value)}</details>`;
}

/** The instant of an API's seconds since the epoch, to the millisecond, in UTC. */
export function instant(seconds: Json | undefined): string {
  if (typeof seconds !== 'number') return '';
  return new Date(seconds * 1000).toISOString().slice(0, 23).replace('T', ' ');
}

/** The last part of an ARN, which people know the thing by. */
export function nameIn(arn: Json | undefined): string {
  return String(arn).split(':').at(-1) ?? '';
}

/** The objects of a list in an answer. */
export function listIn(answer: JsonObject, name: string): JsonObject[] {
  return (answer[name] ?? []) as JsonObject[];
}

function unfolded(value: Json): Json {
  if (typeof value === 'string') return parsed(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unfolded(part)]));
}

/** What is no object or list stays a text: a number in quotation marks is not a number. */
function parsed(text: string): Json {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
