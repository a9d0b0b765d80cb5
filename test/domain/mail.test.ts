import { isRefusal } from '../../domain/log/decider.ts';
import { type Event, seal } from '../../domain/log/event.ts';
import type { MailBody } from '../../domain/mail/events.ts';
import {
  applyToMails,
  decideOnMail,
  isSettled,
  type Mail,
  type MailCommand,
  mustBePosted,
  nextStep,
} from '../../domain/mail/ledger.ts';

const start = Date.parse('2022-06-16T10:00:00.000Z');

class Ledger {
  mails: readonly Mail[] = [];
  readonly events: Event<MailBody>[] = [];

  give(command: MailCommand, seconds = 0) {
    const at = new Date(start + seconds * 1000).toISOString();
    const decision = decideOnMail(this.mails, command, { at });
    if (!isRefusal(decision)) {
      const sealed = {
        actor: { kind: 'workflow', step: 'test' } as const,
        at,
        stream: 'CASE#1',
        commandId: `c${this.events.length}`,
        salt: '0'.repeat(32),
      };
      const event = seal(decision, sealed, this.events.at(-1));
      this.events.push(event);
      this.mails = applyToMails(this.mails, event);
    }
    return decision;
  }

  get mail(): Mail {
    const [mail] = this.mails;
    if (!mail) throw new Error('nothing was wanted');
    return mail;
  }

  next(seconds: number) {
    return nextStep(this.mails[0], start + seconds * 1000);
  }
}

const want = (attempt = 1, to = ['registry@korsholm.example', 'kim@korsholm.example']) =>
  ({ type: 'want-mail', mail: 'decision', key: 'decision', to, attempt }) as const;
const sent = { type: 'note-sent', key: 'decision', attempt: 1, messageId: 'm1' } as const;
const answered = (answer: 'mail-delivered' | 'mail-bounced' | 'mail-complained', ...recipients: string[]) =>
  ({ type: 'note-answer', answer, key: 'decision', messageId: 'm1', recipients }) as const;

function wanted(): Ledger {
  const ledger = new Ledger();
  ledger.give(want());
  return ledger;
}

function sentOnce(): Ledger {
  const ledger = wanted();
  ledger.give(sent);
  return ledger;
}

test('a message is wanted, sent, delivered; then nothing more is to be done', () => {
  const ledger = new Ledger();
  expect(ledger.next(0)).toBe('send');
  expect(ledger.give(want())).toMatchObject({ type: 'mail-wanted', data: { repeats: false } });
  ledger.give(sent);
  ledger.give(answered('mail-delivered', 'registry@korsholm.example'));
  expect(ledger.mail).toMatchObject({
    standing: 'sent',
    messageIds: ['m1'],
    delivered: ['registry@korsholm.example'],
    undelivered: [],
  });
  expect(ledger.next(3600)).toBe('nothing');
});

test('of two who would send the same message one makes the attempt', () => {
  const ledger = wanted();
  expect(ledger.give(want())).toMatchObject({ refused: 'mail-already-sent' });
  expect(ledger.give(want(2), 59)).toMatchObject({ refused: 'mail-already-sent' });
});

test('an attempt that nobody heard of again is left alone for a minute, then repeated, and says that it repeats', () => {
  const ledger = wanted();
  expect(ledger.next(59)).toBe('wait');
  expect(ledger.next(60)).toBe('send');
  expect(ledger.give(want(2), 60)).toMatchObject({ data: { attempt: 2, repeats: true } });
});

test('an attempt whose sender went down, but of which the mail service tells, is not repeated', () => {
  const ledger = wanted();
  ledger.give(sent, 2);
  expect(ledger.next(600)).toBe('nothing');
});

test('what was sent twice after all is on the log twice', () => {
  const ledger = wanted();
  ledger.give(want(2), 60);
  ledger.give({ ...sent, attempt: 2, messageId: 'm2' }, 61);
  ledger.give(sent, 62);
  expect(ledger.mail.messageIds).toEqual(['m2', 'm1']);
  expect(ledger.give(sent, 63)).toMatchObject({ refused: 'mail-already-sent' });
});

test('what the mail service refused for now is tried again at once, and is no repetition', () => {
  const ledger = wanted();
  ledger.give({
    type: 'note-refused',
    key: 'decision',
    attempt: 1,
    error: 'TooManyRequestsException',
    permanent: false,
  });
  expect(ledger.next(1)).toBe('send');
  expect(isSettled(ledger.mail)).toBe(false);
  expect(ledger.give(want(2), 1)).toMatchObject({ data: { repeats: false } });
});

test('what it refuses for good is not tried again: a person sends it by post', () => {
  const ledger = wanted();
  ledger.give({ type: 'note-refused', key: 'decision', attempt: 1, error: 'BadRequest', permanent: true });
  expect(ledger.next(3600)).toBe('nothing');
  expect(mustBePosted(ledger.mail)).toBe(true);
  expect(isSettled(ledger.mail)).toBe(true);
  ledger.give({ type: 'note-posted', key: 'decision', sentOn: '2022-06-17' });
  expect(mustBePosted(ledger.mail)).toBe(false);
});

test.each(['mail-bounced', 'mail-complained'] as const)(
  'a decision that %s at one of its addresses goes by post',
  (answer) => {
    const ledger = sentOnce();
    expect(ledger.give({ type: 'note-posted', key: 'decision', sentOn: '2022-06-17' })).toMatchObject({
      refused: 'mail-not-failed',
    });
    ledger.give(answered(answer, 'registry@korsholm.example'));
    ledger.give(answered('mail-delivered', 'kim@korsholm.example'));
    expect(mustBePosted(ledger.mail)).toBe(true);
  },
);

test('a receipt that cannot be delivered gives no notice of anything, so nobody has to post it', () => {
  const ledger = new Ledger();
  ledger.give({ ...want(), mail: 'receipt', key: 'decision' });
  ledger.give(sent);
  ledger.give(answered('mail-bounced', 'registry@korsholm.example'));
  expect(mustBePosted(ledger.mail)).toBe(false);
});

test('an official has it sent again, to another address, with a reason, and that is an event', () => {
  const ledger = sentOnce();
  ledger.give(answered('mail-bounced', 'registry@korsholm.example'));
  const again = { type: 'reorder-mail', key: 'decision', to: ['new@korsholm.example'], reason: '' } as const;
  expect(ledger.give(again)).toMatchObject({ refused: 'reason-missing' });
  ledger.give({ ...again, reason: 'Adressen var fel.' });
  expect(ledger.next(1)).toBe('send');
  expect(mustBePosted(ledger.mail)).toBe(false);
  expect(ledger.give(want(2, ['new@korsholm.example']), 1)).toMatchObject({
    data: { to: ['new@korsholm.example'], repeats: false },
  });
});

test('a message that nobody wanted has no answers', () => {
  expect(new Ledger().give(sent)).toMatchObject({ refused: 'mail-unknown' });
});
