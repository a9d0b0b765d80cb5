import { SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { followClock } from '../../../local/clock.ts';
import type { Json, JsonObject } from '../../../local/service.ts';
import { declareDomain, type Mail, startMail } from './mail.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
let mail: Mail;
let setName: string;

beforeAll(async () => {
  mail = await startMail();
  followClock(mail.clock.offset);
  ({ setName } = declareDomain(mail));
});

afterAll(() => mail.close());

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

const letter = (changes: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  FromEmailAddress: 'Anslag <noreply@anslag.example>',
  Destination: { ToAddresses: ['Korsholm <registrator@korsholm.example>'] },
  Content: {
    Simple: {
      Subject: utf8('Beslut i ärendet'),
      Body: { Text: utf8('Understöd beviljas.\n'), Html: utf8('<p>Understöd beviljas.</p>') },
    },
  },
  ...changes,
});

const send = (input: SendEmailCommandInput) => mail.client.send(new SendEmailCommand(input));

const stored = async (id = '', part = '') => {
  const response = await mail.get(`/_local/mail/${id}${part}`);
  return part ? response.text() : ((await response.json()) as Record<string, unknown>);
};

test('a simple message is accepted, and in the mailbox with all its parts', async () => {
  mail.clock.startAt(Date.parse('2022-06-16T07:00:00.000Z'));
  const { MessageId = '' } = await send(letter({ ReplyToAddresses: ['help@anslag.example'] }));
  expect(MessageId).toMatch(/^[0-9a-f]{16}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-000000$/);
  expect(await stored(MessageId)).toMatchObject({
    id: MessageId,
    at: expect.stringMatching(/^2022-06-16T07:00:/),
    from: 'Anslag <noreply@anslag.example>',
    to: ['Korsholm <registrator@korsholm.example>'],
    cc: [],
    bcc: [],
    subject: 'Beslut i ärendet',
    text: 'Understöd beviljas.\n',
    html: '<p>Understöd beviljas.</p>',
    headers: expect.arrayContaining([
      { name: 'Reply-To', value: 'help@anslag.example' },
      { name: 'Message-ID', value: `<${MessageId}@eu-north-1.amazonses.com>` },
    ]),
    attachments: [],
  });
  expect(await stored(MessageId, '.txt')).toBe('Understöd beviljas.\n');
  expect(await stored(MessageId, '.html')).toBe('<p>Understöd beviljas.</p>');
  const eml = await stored(MessageId, '.eml');
  expect(eml).toContain('Content-Type: multipart/alternative');
  expect(eml).toMatch(/^Date: Thu, 16 Jun 2022 07:00:/m);
});

test('headers and attachments arrive byte for byte, and blind copies stay out of the message', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
  const { MessageId } = await send(
    letter({
      Destination: { ToAddresses: ['a@x.example'], BccAddresses: ['blind@x.example'] },
      Content: {
        Simple: {
          Subject: { Data: 'Letter' },
          Body: { Text: { Data: 'Enclosed.' } },
          Headers: [{ Name: 'X-Case', Value: 'ANS/2022/0001' }],
          Attachments: [{ FileName: 'letter.pdf', RawContent: bytes, ContentType: 'application/pdf' }],
        },
      },
    }),
  );
  expect(await stored(MessageId)).toMatchObject({
    bcc: ['blind@x.example'],
    headers: expect.arrayContaining([{ name: 'X-Case', value: 'ANS/2022/0001' }]),
    attachments: [{ filename: 'letter.pdf', contentType: 'application/pdf', size: 256 }],
  });
  const eml = String(await stored(MessageId, '.eml'));
  expect(eml.replace(/\r\n/g, '')).toContain(Buffer.from(bytes).toString('base64'));
  expect(eml).not.toContain('blind@x.example');
});

describe('a raw message', () => {
  const raw = (text: string) => ({ Raw: { Data: Buffer.from(text.replace(/\n/g, '\r\n')) } });
  const text = `From: =?UTF-8?Q?F=C3=B6redragande?= <official@anslag.example>
To: a@x.example,
 "Lastname, First" <b@x.example>
Cc: c@x.example
Subject: =?UTF-8?B?${Buffer.from('Begäran om komplettering').toString('base64')}?=
X-Long: one
 two
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Bif=C3=B6ga planen.
`;

  test('is kept as it is and read', async () => {
    const { MessageId } = await send({ Content: raw(text) });
    expect(await stored(MessageId)).toMatchObject({
      from: '=?UTF-8?Q?F=C3=B6redragande?= <official@anslag.example>',
      to: ['a@x.example', '"Lastname, First" <b@x.example>'],
      cc: ['c@x.example'],
      subject: 'Begäran om komplettering',
      text: 'Bifoga planen.\n'.replace('o', 'ö'),
      headers: expect.arrayContaining([{ name: 'X-Long', value: 'one two' }]),
    });
    expect(await stored(MessageId)).not.toHaveProperty('html');
    expect(await stored(MessageId, '.eml')).toBe(text.replace(/\n/g, '\r\n'));
  });

  test('goes where the request says rather than where its headers say', async () => {
    const { MessageId } = await send({ Content: raw(text), Destination: { ToAddresses: ['z@x.example'] } });
    expect(await stored(MessageId)).toMatchObject({ to: ['z@x.example'], cc: [] });
  });

  test('needs a sender', async () => {
    await expect(send({ Content: raw('To: a@x.example\n\nHej\n') })).rejects.toMatchObject({
      name: 'BadRequestException',
      message: "Missing required header 'From'.",
    });
  });
});

describe('a message is refused, and nothing is kept of it,', () => {
  const count = async () =>
    ((await (await mail.get('/_local/mail?limit=1000')).json()) as { messages: [] }).messages.length;

  const refusal = async (input: SendEmailCommandInput) => {
    const before = await count();
    const error = await send(input).then(
      () => undefined,
      ({ name, message, $metadata }) => ({ name, message, status: $metadata.httpStatusCode }),
    );
    expect(await count()).toBe(before);
    return error;
  };

  /** "Amazon SES email sending errors". */
  test('when the sender is not a verified identity', async () => {
    expect(await refusal(letter({ FromEmailAddress: 'noreply@other.example' }))).toEqual({
      name: 'MessageRejected',
      message:
        'Email address is not verified. The following identities failed the check in region EU-NORTH-1: noreply@other.example',
      status: 400,
    });
    expect(await refusal(letter({ FeedbackForwardingEmailAddress: 'x@other.example' }))).toMatchObject({
      name: 'MessageRejected',
    });
  });

  test('when its configuration set is not there, or does not send', async () => {
    expect(await refusal(letter({ ConfigurationSetName: 'none' }))).toEqual({
      name: 'NotFoundException',
      message: 'Configuration set <none> does not exist.',
      status: 404,
    });
    const ConfigurationSetName = mail.declare('ConfigurationSet', 'Off', {
      SendingOptions: { SendingEnabled: false },
    });
    expect(await refusal(letter({ ConfigurationSetName }))).toMatchObject({ name: 'SendingPausedException' });
  });

  test.each<[string, Partial<SendEmailCommandInput>, RegExp]>([
    ['it goes to nobody', { Destination: {} }, /Missing required header 'To'/],
    [
      'it goes to more than 50',
      { Destination: { ToAddresses: Array.from({ length: 51 }, (_, i) => `a${i}@x.example`) } },
      /Recipient count exceeds 50/,
    ],
    ['an address is none', { Destination: { CcAddresses: ['nobody'] } }, /Missing final '@domain'/],
    ['a name is not ASCII', { FromEmailAddress: 'Föredragande <a@anslag.example>' }, /7-bit ASCII/],
    ['there is no content', { Content: {} }, /either Simple or Raw/],
    ['it is a template', { Content: { Template: { TemplateName: 'decision' } } }, /Template/],
    [
      'it has no body',
      { Content: { Simple: { Subject: { Data: 'a' }, Body: {} } } },
      /has neither Text nor Html/,
    ],
    [
      'text that is not ASCII has no charset',
      { Content: { Simple: { Subject: { Data: 'Ärende' }, Body: { Text: { Data: 'a' } } } } },
      /a Charset is needed/,
    ],
    ['a tag has odd characters', { EmailTags: [{ Name: 'case', Value: 'ANS/1' }] }, /alphanumeric/],
    [
      'it asks for list management',
      { ListManagementOptions: { ContactListName: 'a' } },
      /ListManagementOptions/,
    ],
  ])('when %s', async (_, changes, message) => {
    expect(await refusal(letter(changes))).toMatchObject({
      name: 'BadRequestException',
      message: expect.stringMatching(message),
      status: 400,
    });
  });
});

/** "Verified identities in Amazon SES": an address goes before its domain, that before the domain above. */
test('an identity covers the addresses of its domain and of those below it', async () => {
  mail.declare('EmailIdentity', 'Address', { EmailIdentity: 'minister@vm.example' });
  for (const FromEmailAddress of ['x@mail.anslag.example', 'X@ANSLAG.example', 'minister@vm.example']) {
    await expect(send(letter({ FromEmailAddress }))).resolves.toHaveProperty('MessageId');
  }
  await expect(send(letter({ FromEmailAddress: 'other@vm.example' }))).rejects.toThrow('not verified');
});

describe('a role', () => {
  const clientWith = (name: string, actions: string[], resources: string[]) => {
    const roleArn = `arn:aws:iam::000000000000:role/${name}`;
    const arn = (resource: string) => `arn:aws:ses:eu-north-1:000000000000:${resource}`;
    const policy = (Statement: JsonObject): Json => ({ Version: '2012-10-17', Statement: [Statement] });
    mail.access.putRole(roleArn, {
      trust: policy({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      policies: [policy({ Effect: 'Allow', Action: actions, Resource: resources.map(arn) })],
    });
    return mail.clientOf(mail.access.credentialsFor(roleArn));
  };

  test('needs to be allowed the identity and the configuration set, which may be the default one', async () => {
    const identity = 'identity/anslag.example';
    const set = `configuration-set/${setName}`;
    const both = clientWith('both', ['ses:SendEmail'], [identity, set]);
    await expect(both.send(new SendEmailCommand(letter()))).resolves.toHaveProperty('MessageId');
    for (const resource of [identity, set]) {
      const one = clientWith(resource.slice(0, 4), ['ses:SendEmail'], [resource]);
      await expect(one.send(new SendEmailCommand(letter()))).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message: expect.stringContaining('ses:SendEmail'),
      });
    }
    const Raw = { Data: Buffer.from('From: a@anslag.example\r\nTo: a@x.example\r\n\r\nHej') };
    await expect(both.send(new SendEmailCommand({ Content: { Raw } }))).rejects.toMatchObject({
      message: expect.stringContaining('ses:SendRawEmail'),
    });
  });
});
