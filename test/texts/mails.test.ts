import { asHtml, asText, type Message } from '../../texts/mail-layout.ts';
import { completionMail, decisionMail, receiptMail, rejectionMail } from '../../texts/mails.ts';
import { call2022 as call } from '../call-2022.ts';

const link = 'https://anslag.example/apply/applications/1';

const messages: readonly (readonly [string, (language: 'sv' | 'fi') => Message])[] = [
  [
    'receipt',
    (language) =>
      receiptMail({
        call,
        language,
        link,
        number: 'ANS/2022/0001',
        title: 'Kvalitetsmodell',
        arrivedAt: '2022-04-20T10:00:00.000Z',
        version: 1,
        sha256: 'a'.repeat(64),
        late: false,
      }),
  ],
  [
    'rejection',
    (language) =>
      rejectionMail({
        call,
        language,
        link,
        faults: [
          { place: '', code: 'not-json' },
          { place: 'avtal.pdf', code: 'file-missing' },
        ],
        arrivedAt: '2022-04-20T10:00:00.000Z',
        closesAt: call.closesAt,
      }),
  ],
  [
    'completion',
    (language) =>
      completionMail({
        call,
        language,
        link,
        number: 'ANS/2022/0001',
        deadline: '2022-05-16T13:15:00.000Z',
        missing: ['Ansökan saknar en plan.'],
      }),
  ],
  [
    'decision',
    (language) =>
      decisionMail({
        call,
        language,
        link,
        number: 'ANS/2022/0001',
        title: 'Kvalitetsmodell',
        applicantName: 'Korsholm',
        outcome: 'grantedInPart',
        awardedCents: 184_450_00,
        reader: 'applicant',
      }),
  ],
];

describe.each(messages)('the %s mail', (_name, messageIn) => {
  test.each(['sv', 'fi'] as const)(
    'says the same as text and as HTML, in %s, which it declares',
    (language) => {
      const message = messageIn(language);
      const html = asHtml(message);
      expect(html).toContain(`<html lang="${language}">`);
      const plain = html
        .replace(/<style.*?<\/style>|<title>.*?<\/title>|<[^>]+>/gs, ' ')
        .replace(/\s+/g, ' ');
      const words = asText(message)
        .replaceAll(`:\n${link}`, '')
        .split(/[\s:]+|^- /m)
        .filter((word) => word && word !== '-');
      for (const word of words) expect(plain).toContain(word);
    },
  );

  test('fetches nothing, tracks nobody, and links only to the page behind sign-in', () => {
    const html = asHtml(messageIn('sv'));
    expect(html).not.toMatch(/<(img|script|link|iframe)|url\(/);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([link]);
  });

  test('names whom to ask', () => {
    expect(asText(messageIn('fi'))).toContain(call.authority.contact.email);
  });
});

test('a sum is written as in Finland and never broken over lines', () => {
  const text = asText(messages[3]?.[1]('sv') as Message);
  expect(text).toContain('Beviljat: 184\u00a0450\u00a0€');
});

test('a late receipt says that a decision follows', () => {
  const message = receiptMail({
    call,
    language: 'fi',
    link,
    number: 'ANS/2022/0049',
    title: 'x',
    arrivedAt: '2022-04-25T13:17:00.000Z',
    version: 1,
    sha256: 'a'.repeat(64),
    late: true,
  });
  expect(asText(message)).toContain('Saat siitä päätöksen.');
});

test('what an applicant wrote is text in the HTML and never markup', () => {
  const message: Message = {
    language: 'sv',
    subject: '<script>',
    blocks: [
      '<b>"a" & b</b>',
      { items: ['</ul>'] },
      { facts: [['<', '>']] },
      { link: 'https://x.example/?a="b', label: "'" },
    ],
    signature: ['<i>'],
  };
  const html = asHtml(message);
  expect(html).not.toMatch(/<script>|<b>|<i>|<\/ul><\/li>/);
  expect(html).toContain('&lt;b&gt;&quot;a&quot; &amp; b&lt;/b&gt;');
  expect(html).toContain('href="https://x.example/?a=&quot;b"');
});
