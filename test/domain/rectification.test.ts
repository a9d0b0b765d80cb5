import { isRefusal } from '../../domain/log/decider.ts';
import { type Actor, type Event, seal } from '../../domain/log/event.ts';
import {
  type RectificationBody,
  type RectificationCommand,
  type RectificationState,
  rectificationDeadline,
  rectificationDecider,
} from '../../domain/rectification/rectification.ts';

const sofia: Actor = { kind: 'applicant', username: 'sofia', businessId: '9000499-5' };
const by = (username: string): Actor => ({ kind: 'official', username });
const deadline = '2022-07-19T13:15:00.000Z';

class Log {
  state: RectificationState = rectificationDecider.initial;
  #last: Event<RectificationBody> | undefined;

  give(command: RectificationCommand, actor: Actor, at = '2022-07-01T09:00:00.000Z') {
    const decision = rectificationDecider.decide(this.state, command, { actor, at });
    if (!isRefusal(decision)) {
      const sealed = { actor, at, stream: 'RECTIFICATION#1', commandId: at, salt: '0'.repeat(32) };
      this.#last = seal(decision, sealed, this.#last);
      this.state = rectificationDecider.apply(this.state, this.#last);
    }
    return decision;
  }
}

const request = {
  type: 'request-rectification',
  number: 'ANS/2022/0050',
  callId: '2022',
  caseNumber: 'ANS/2022/0001',
  decision: 'a'.repeat(64),
  awardedCents: 100_000_00,
  grantableCents: 184_450_00,
  barred: ['anna', 'dora'],
  deadline,
  demand: 'Hela beloppet.',
  grounds: 'Kostnaderna är godtagbara.',
} as const;

const decide = (outcome: 'unchanged' | 'changed' | 'not-examined', awardedCents?: number) =>
  ({
    type: 'decide-rectification',
    outcome,
    reasons: 'Skälen har prövats.',
    decisionMakers: ['dora', 'dag'],
    ...(awardedCents === undefined ? {} : { awardedCents }),
  }) as const;

function requested(at?: string): Log {
  const log = new Log();
  log.give(request, sofia, at);
  return log;
}

test('rectification is asked for once, with a demand and its grounds', () => {
  const log = new Log();
  for (const silent of [{ grounds: ' ' }, { demand: ' ' }])
    expect(log.give({ ...request, ...silent }, sofia)).toEqual({ refused: 'reason-missing' });
  expect(log.give(decide('unchanged'), by('dag'))).toEqual({ refused: 'no-rectification' });
  expect(log.give(request, sofia)).toMatchObject({ type: 'rectification-requested' });
  expect(log.give(request, sofia)).toMatchObject({ refused: 'rectification-already-requested' });
});

test('whoever decided or prepared the case does not decide on it, nor anybody without the role', () => {
  expect(requested().give(decide('unchanged'), by('dora'))).toMatchObject({ refused: 'decider-prepared' });
  expect(requested().give(decide('unchanged'), by('anna'))).toMatchObject({
    refused: 'not-a-decision-maker',
  });
  expect(requested().give(decide('unchanged'), sofia)).toMatchObject({ refused: 'not-a-decision-maker' });
  const impostor: Actor = { ...sofia, username: 'dag' };
  expect(requested().give(decide('unchanged'), impostor)).toEqual({ refused: 'not-a-decision-maker' });
  const log = requested();
  expect(log.give(decide('unchanged'), by('dag'))).toMatchObject({
    data: { outcome: 'unchanged', awardedCents: 100_000_00 },
  });
  expect(log.state.decidedBy).toBe('dag');
});

test('it is decided once, always with reasons', () => {
  const log = requested();
  expect(log.give({ ...decide('unchanged'), reasons: ' ' }, by('dag'))).toMatchObject({
    refused: 'reason-missing',
  });
  log.give(decide('unchanged'), by('dag'));
  expect(log.give(decide('changed', 1), by('dag'))).toMatchObject({
    refused: 'rectification-already-decided',
  });
});

test('a changed award stays within what could be granted, and only a changed decision changes it', () => {
  for (const cents of [184_450_01, -1])
    expect(requested().give(decide('changed', cents), by('dag'))).toEqual({
      refused: 'award-out-of-bounds',
      details: { grantableCents: 184_450_00 },
    });
  expect(requested().give(decide('changed', 0), by('dag'))).toMatchObject({ data: { awardedCents: 0 } });
  expect(requested().give(decide('unchanged', 184_450_00), by('dag'))).toMatchObject({
    refused: 'award-not-changed',
  });
  expect(requested().give(decide('changed', 184_450_00), by('dag'))).toMatchObject({
    data: { outcome: 'changed', awardedCents: 184_450_00 },
  });
});

test('a request in the last moment is in time; one a second later is only not examined', () => {
  expect(requested(deadline).give(decide('changed', 1), by('dag'))).toMatchObject({
    type: 'rectification-decided',
  });
  const late = '2022-07-19T13:15:00.001Z';
  expect(requested(late).give(decide('unchanged'), by('dag'))).toEqual({
    refused: 'requested-too-late',
    details: { deadline, at: late },
  });
  expect(requested(late).give(decide('not-examined'), by('dag'))).toMatchObject({
    data: { outcome: 'not-examined' },
  });
});

test('its letter is written once, when it is decided', () => {
  const file = { key: 'letters/r.pdf', sha256: 'c'.repeat(64) };
  const letter = { ...file, sizeBytes: 1, archived: file, translation: file };
  const signature = {
    ...{ batch: 'd'.repeat(64), keyId: 'k', algorithm: 'ECDSA_SHA_256' as const },
    ...{ signature: 's', publicKey: 'p' },
  };
  const note = { type: 'note-rectification-letter', letter, signature } as const;
  const log = requested();
  expect(log.give(note, by('dag'))).toEqual({ refused: 'rectification-not-decided' });
  log.give(decide('unchanged'), by('dag'));
  expect(log.give(note, by('dag'))).toEqual({ type: 'rectification-written', data: { letter, signature } });
  expect(log.state).toMatchObject({ letter, signature, decided: { outcome: 'unchanged' } });
  expect(log.give(note, by('dag'))).toEqual({ refused: 'rectification-already-written' });
});

test('thirty days from the third day after the sending, to the end of office hours, over a weekend to Monday', () => {
  expect(rectificationDeadline('2022-06-16T10:00:00.000Z')).toBe('2022-07-19T13:15:00.000Z');
  expect(rectificationDeadline('2022-06-13T10:00:00.000Z')).toBe('2022-07-18T13:15:00.000Z');
});

test('when the case’s data are removed, what is left tells the number and nothing of what was asked', () => {
  const log = new Log();
  expect(log.give({ type: 'remove-data' }, sofia)).toEqual({ refused: 'no-rectification' });
  log.give(request, sofia);
  log.give({ type: 'remove-data' }, { kind: 'workflow', step: 'remove-data' });
  expect(log.state).toEqual({ removed: { callId: '2022', number: 'ANS/2022/0050' } });
  expect(log.give(decide('unchanged'), by('dora'))).toEqual({ refused: 'no-rectification' });
});
