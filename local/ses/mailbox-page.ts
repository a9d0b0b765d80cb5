import type { MailboxPage, MessageSummary } from './mailbox.ts';
import { type Message, recipientsOf } from './message.ts';

/** Everything that was sent, or what was sent to one address, as a table. */
export function listPage({ messages, next }: MailboxPage, to = ''): string {
  const older = new URLSearchParams({ ...(to && { to }), before: String(next) });
  const rows = messages.map(row).join('\n');
  return page(
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
  return page(
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

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 70rem; padding: 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid GrayText; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top }
td:first-child { white-space: nowrap }
dt { font-weight: 600 }
iframe { background: #fff; border: 1px solid GrayText; height: 60vh; width: 100% }
pre { overflow-wrap: anywhere; white-space: pre-wrap }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
