import type { Event } from '../../domain/log/event.ts';
import type { MailBody } from '../../domain/mail/events.ts';
import { applyToMails, decideOnMail, isSettled, type Mail, mustBePosted } from '../../domain/mail/ledger.ts';

const at = '2022-06-16T10:00:00.000Z';

function mail(key: string, change: Partial<Mail> = {}): Mail {
  return {
    ...{ mail: 'decision', key, to: ['a@x.example', 'b@x.example'], standing: 'wanted', attempt: 1 },
    ...{ wantedAt: at, messageIds: [], delivered: [], undelivered: [] },
    ...change,
  };
}

const [first, second] = [mail('first'), mail('second')];
const mailsAfter = (mails: readonly Mail[], body: MailBody) =>
  applyToMails(mails, { ...body, at } as Event<MailBody>);

describe('of several messages, only the one that an event is about changes', () => {
  test.each<[MailBody, Partial<Mail>]>([
    [
      { type: 'mail-sent', data: { key: 'second', attempt: 1, messageId: 'm' } },
      { standing: 'sent', messageIds: ['m'] },
    ],
    [
      { type: 'mail-refused', data: { key: 'second', attempt: 1, error: 'e', permanent: true } },
      { standing: 'failed' },
    ],
    [
      { type: 'mail-delivered', data: { key: 'second', messageId: 'm', recipients: ['a@x.example'] } },
      { delivered: ['a@x.example'] },
    ],
    [
      { type: 'mail-bounced', data: { key: 'second', messageId: 'm', recipients: ['a@x.example'] } },
      { undelivered: ['a@x.example'] },
    ],
    [{ type: 'mail-posted', data: { key: 'second', sentOn: '2022-06-17' } }, { posted: '2022-06-17' }],
  ])('$type', (body, change) => {
    expect(mailsAfter([first, second], body)).toEqual([first, { ...second, ...change }]);
  });

  test('a message that is wanted again keeps what is known of it, and the others stay', () => {
    const sent = mail('first', { standing: 'refused', messageIds: ['m'], undelivered: ['a@x.example'] });
    const data = { mail: 'decision', key: 'first', to: ['c@x.example'], attempt: 2, repeats: false } as const;
    expect(mailsAfter([sent, second], { type: 'mail-wanted', data })).toEqual([
      second,
      { ...sent, to: ['c@x.example'], attempt: 2, standing: 'wanted' },
    ]);
  });
});

describe('a message that is sent again', () => {
  const failed = mail('first', { standing: 'sent', undelivered: ['a@x.example', 'b@x.example'] });
  const reordered = (to?: string[]) => {
    const data = { key: 'first', reason: 'Fel adress.', ...(to ? { to } : {}) };
    return mailsAfter([failed], { type: 'mail-reordered', data })[0];
  };

  test('to the same addresses has failed at none of them yet', () => {
    expect(reordered()).toEqual({ ...failed, standing: 'reordered', undelivered: [] });
  });

  test('to others has still failed at those of them where it did', () => {
    expect(reordered(['b@x.example', 'c@x.example'])).toEqual({
      ...{ ...failed, standing: 'reordered', to: ['b@x.example', 'c@x.example'] },
      undelivered: ['b@x.example'],
    });
  });
});

describe('a command about messages', () => {
  const give = (command: Parameters<typeof decideOnMail>[1]) =>
    decideOnMail([first, second], command, { at });

  test('is about the one with its key', () => {
    expect(give({ type: 'note-posted', key: 'third', sentOn: '2022-06-17' })).toEqual({
      refused: 'mail-unknown',
      details: { key: 'third' },
    });
    expect(give({ type: 'note-posted', key: 'second', sentOn: '2022-06-17' })).toEqual({
      refused: 'mail-not-failed',
      details: { key: 'second' },
    });
  });

  test('to send what somebody is sending is refused, and so is an attempt out of turn', () => {
    const want = { type: 'want-mail', mail: 'decision', to: ['a@x.example'] } as const;
    const refused = (key: string) => ({ refused: 'mail-already-sent', details: { key } });
    expect(give({ ...want, key: 'second', attempt: 2 })).toEqual(refused('second'));
    expect(give({ ...want, key: 'third', attempt: 2 })).toEqual(refused('third'));
    expect(give({ ...want, key: 'third', attempt: 1 })).toMatchObject({ type: 'mail-wanted' });
    const known = mail('second', { messageIds: ['m'] });
    const again = { type: 'note-sent', key: 'second', attempt: 1, messageId: 'm' } as const;
    expect(decideOnMail([first, known], again, { at })).toEqual(refused('second'));
  });

  test('to send again needs a reason that says something', () => {
    expect(give({ type: 'reorder-mail', key: 'first', reason: ' ' })).toEqual({ refused: 'reason-missing' });
  });
});

test('a message is settled when it was sent or failed for good, and a failed receipt is nobody’s to post', () => {
  const settled = (['wanted', 'sent', 'refused', 'failed', 'reordered'] as const).filter((standing) =>
    isSettled(mail('first', { standing })),
  );
  expect(settled).toEqual(['sent', 'failed']);
  expect(mustBePosted(mail('first', { standing: 'failed' }))).toBe(true);
  expect(mustBePosted(mail('first', { standing: 'failed', mail: 'receipt' }))).toBe(false);
});
