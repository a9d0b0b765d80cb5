import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mailbox, MessageSummary } from './mailbox.ts';
import { listPage, messagePage } from './mailbox-page.ts';
import type { Message } from './message.ts';

/** How many messages a list shows unless it is asked otherwise, and at most. */
const usualLimit = 100;
const highestLimit = 1000;

/**
 * The mailbox for developers:
 * - `GET /_local/mail?to=&limit=&before=`: `{messages, next?}`, the newest first; `next` is the next `before`
 * - `GET /_local/mail/<id>`: one message as JSON; with `.txt`, `.html` or `.eml` that part of it
 * - `GET /_mail/`, `/_mail/<id>`: the same as pages
 */
export async function handleMail(
  mailbox: Mailbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, area, id, part] =
    /^\/(_mail|_local\/mail)(?:\/([\w-]*)(?:\.(txt|html|eml))?)?$/.exec(pathname) ?? [];
  const message = id ? mailbox.find(id) : undefined;
  if (request.method !== 'GET') {
    send(response, 405, 'application/json', JSON.stringify({ message: 'Method Not Allowed' }));
  } else if (area === undefined || (id && !message)) {
    send(response, 404, 'application/json', JSON.stringify({ message: 'Not Found' }));
  } else if (message) {
    sendMessage(response, message, area === '_mail', part);
  } else {
    sendList(response, mailbox, area === '_mail', searchParams);
  }
}

function sendList(response: ServerResponse, mailbox: Mailbox, asPage: boolean, query: URLSearchParams): void {
  const to = query.get('to') || undefined;
  const before = Number(query.get('before')) || undefined;
  const limit = Math.min(Number(query.get('limit')) || usualLimit, highestLimit);
  const page = mailbox.list(limit, { to, before });
  if (asPage) {
    send(response, 200, 'text/html', listPage(page, to));
  } else {
    const list = { ...page, messages: page.messages.map(withTime) };
    send(response, 200, 'application/json', JSON.stringify(list));
  }
}

function sendMessage(response: ServerResponse, message: Message, asPage: boolean, part?: string): void {
  if (part === 'eml') {
    response.setHeader('content-disposition', `attachment; filename="${message.id}.eml"`);
  }
  const [type, body] = rendered(message, asPage, part);
  send(response, body === undefined ? 404 : 200, type, body ?? '');
}

/** The media type, and undefined for a part that the message does not have. */
function rendered(
  { raw, ...message }: Message,
  asPage: boolean,
  part?: string,
): [type: string, body: string | Buffer | undefined] {
  if (part === 'txt') return ['text/plain', message.text];
  if (part === 'html') return ['text/html', message.html];
  if (part === 'eml') return ['message/rfc822', raw];
  return asPage
    ? ['text/html', messagePage(message)]
    : ['application/json', JSON.stringify(withTime(message))];
}

function withTime<M extends MessageSummary>(message: M): Omit<M, 'at'> & { at: string } {
  return { ...message, at: new Date(message.at).toISOString() };
}

/**
 * What a message contains was written by others, so nothing here may run a script or load anything; a frame
 * of the page shows the HTML part.
 */
const policy = [
  'sandbox allow-same-origin allow-forms allow-downloads',
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-src 'self'",
  'img-src data:',
  "style-src 'unsafe-inline'",
].join('; ');

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}
