import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { declareDomain, type Mail, startMail } from './mail.ts';

let mail: Mail;

beforeAll(async () => {
  mail = await startMail();
  declareDomain(mail);
  for (const [to, subject] of [
    ['aino@x.example', 'First'],
    ['Bertil <bertil@x.example>', 'Second'],
    ['AINO@x.example', '<script>alert(1)</script>'],
  ] as const) {
    const html = `<h1>${subject}</h1>`;
    await mail.client.send(
      new SendEmailCommand({
        FromEmailAddress: 'noreply@anslag.example',
        Destination: { ToAddresses: ['everybody@x.example'], BccAddresses: [to] },
        Content: { Simple: { Subject: { Data: subject }, Body: { Html: { Data: html } } } },
      }),
    );
  }
});

afterAll(() => mail.close());

interface List {
  readonly messages: readonly { id: string; subject: string }[];
  readonly next?: number;
}

const list = async (query = ''): Promise<List> =>
  (await mail.get(`/_local/mail${query}`)).json() as Promise<List>;

const subjects = async (query: string) => (await list(query)).messages.map(({ subject }) => subject);

test('the list has the newest first, page by page', async () => {
  const first = await list('?limit=2');
  expect(first.messages.map(({ subject }) => subject)).toEqual(['<script>alert(1)</script>', 'Second']);
  const second = await list(`?limit=2&before=${first.next}`);
  expect(second.messages.map(({ subject }) => subject)).toEqual(['First']);
  expect(second).not.toHaveProperty('next');
  expect(first.messages[0]).not.toHaveProperty('html');
});

test('it can be of one recipient, also a blind one, however the address is written', async () => {
  expect(await subjects('?to=bertil@x.example')).toEqual(['Second']);
  expect(await subjects('?to=Aino@X.example')).toEqual(['<script>alert(1)</script>', 'First']);
  expect(await subjects('?to=nobody@x.example')).toEqual([]);
});

test('the page shows it, and nothing of a message can run in it', async () => {
  const response = await mail.get('/_mail/?to=aino@x.example');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const html = await response.text();
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</a>');
  expect(html).not.toContain('<script');
  expect(html).not.toContain('Second');
});

test('a message has a page with its HTML in a frame without rights', async () => {
  const { messages } = await list('?to=bertil@x.example');
  const id = messages[0]?.id;
  const html = await (await mail.get(`/_mail/${id}`)).text();
  expect(html).toContain(`<iframe title="HTML" sandbox src="/_local/mail/${id}.html">`);
  expect(html).toContain('<dd>Bertil &lt;bertil@x.example&gt;</dd>');
  const part = await mail.get(`/_local/mail/${id}.html`);
  expect(await part.text()).toBe('<h1>Second</h1>');
  expect(part.headers.get('content-security-policy')).toContain('sandbox');
});

test('what is not there is not found, and nothing can be changed', async () => {
  const { messages } = await list('?limit=1');
  expect((await mail.get(`/_local/mail/${messages[0]?.id}.txt`)).status).toBe(404);
  expect((await mail.get('/_local/mail/nothing')).status).toBe(404);
  expect((await mail.get('/_mail/nothing')).status).toBe(404);
  expect((await fetch(`${mail.origin}/_local/mail`, { method: 'DELETE' })).status).toBe(405);
});

test('it outlives a restart', async () => {
  const before = await list();
  mail.restart();
  expect(await list()).toEqual(before);
});
