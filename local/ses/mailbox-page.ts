import { escapeHtml, htmlPage } from '../html.ts';
import type { MailboxPage, MessageSummary } from './mailbox.ts';
import { type Message, recipientsOf } from './message.ts';

/** Everything that was sent, or what was sent to one address, as a table. */
export function listPage({ messages, next }: MailboxPage, to = ''): string {
  const older = new URLSearchParams({ ...(to && { to }), before: String(next) });
  const rows = messages.map(row).join('\n');
  return htmlPage(
    'Mailbox',
    `<form><label for="to">To</label> <input id="to" name="to" type="email" value="${escapeHtml(to)}"> <button>Show</button></form>
<table>
<thead><tr><th scope="col">At</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
<tbody>
${rows || '<tr><td colspan="4">No messages.</td></tr>'}
</tbody>
</table>
${next === undefined ? '' : `<p><a href="/_mail/?${escapeHtml(String(older))}">Older</a></p>`}`,
  );
}

/** One message with its HTML in a frame of its own. */
export function messagePage(message: Omit<Message, 'raw'>): string {
  const { id, at, from, to, cc, bcc, subject, text, html, headers, attachments } = message;
  const fields: [string, readonly string[]][] = [
    ['At', [instant(at)]],
    ['From', [from]],
    ['To', to],
    ['Cc', cc],
    ['Bcc', bcc],
    ['Attachments', attachments.map(({ filename, size }) => `${filename} (${size} bytes)`)],
  ];
  const shown = fields.filter(([, values]) => values.length > 0);
  const list = shown.map(([name, values]) => `<dt>${name}</dt><dd>${escapeHtml(values.join(', '))}</dd>`);
  const frame = `<h2>HTML</h2>\n<iframe title="HTML" sandbox src="/_local/mail/${id}.html"></iframe>`;
  return htmlPage(
    subject,
    `<p><a href="/_mail/">Mailbox</a> · <a href="/_local/mail/${id}.eml">Whole message</a></p>
<dl>${list.join('\n')}</dl>
${html === undefined ? '' : frame}
${text === undefined ? '' : `<h2>Text</h2>\n<pre>${escapeHtml(text)}</pre>`}
<details><summary>Headers</summary>
<pre>${headers.map(({ name, value }) => escapeHtml(`${name}: ${value}`)).join('\n')}</pre>
</details>`,
  );
}

function row(message: MessageSummary): string {
  const to = escapeHtml(recipientsOf(message).join(', '));
  const subject = `<a href="/_mail/${message.id}">${escapeHtml(message.subject)}</a>`;
  return `<tr><td>${instant(message.at)}</td><td>${escapeHtml(message.from)}</td><td>${to}</td><td>${subject}</td></tr>`;
}

/** To the second, in UTC. */
function instant(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
