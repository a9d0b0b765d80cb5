import fc from 'fast-check';
import { caseDecider } from '../../../domain/case/case.ts';
import { retentionOf } from '../../../domain/case/retention.ts';
import { findFault, removedOf } from '../../../domain/log/chain.ts';
import { fold } from '../../../domain/log/decider.ts';
import type { KeptEvent } from '../../../domain/log/event.ts';
import { officials } from '../../call-2022.ts';
import { after, applicant, type CaseLog, evaluating, official, registered } from './case-log.ts';
import { decided as decidedWith } from './decided.ts';

const decided = (cents = 0) => decidedWith(cents);

function withdrawn(): CaseLog {
  const log = registered();
  log.give({ type: 'withdraw-application' }, { actor: applicant, at: after });
  return log;
}

const fiveYears = '2027-05-02T09:00:00.000Z';
const propose = { type: 'propose-removal' } as const;
const confirm = { type: 'answer-removal', reason: 'Tiden har gått ut.' } as const;
const archivist = { actor: official('arkivarie'), at: fiveYears };
const paid = (paidOn: string) => ({ type: 'note-last-instalment', paidOn, officials }) as const;
const anna = { actor: official('anna'), at: after };

/** A case whose data were removed, its facts still in the log in memory. */
function removed(): CaseLog {
  const log = decided();
  log.give(propose, { at: fiveYears });
  log.give(confirm, archivist);
  log.give({ type: 'remove-data' }, { at: fiveYears });
  return log;
}

function erased(event: KeptEvent): KeptEvent {
  const { data: _, actor: __, salt: ___, ...rest } = event as KeptEvent & Record<string, unknown>;
  return rest as KeptEvent;
}

describe('how long a case is kept', () => {
  test('five years from a decision by which nothing was granted', () => {
    expect(retentionOf(decided().state)).toEqual({ basis: 'not-granted', until: fiveYears });
  });

  test('ten years from the last instalment of a grant, and for ever while it is not known', () => {
    const log = decided(100_000_00);
    expect(retentionOf(log.state)).toBeUndefined();
    expect(log.give(paid('2024-12-01'), anna)).toEqual({
      type: 'last-instalment-noted',
      data: { paidOn: '2024-12-01' },
    });
    expect(retentionOf(log.state)).toEqual({ basis: 'granted', until: '2034-12-01T21:59:00.000Z' });
    log.give(paid('2025-01-15'), anna);
    expect(retentionOf(log.state)?.until).toBe('2035-01-15T21:59:00.000Z');
  });

  test('an instalment is noted by a presenter, and only where something was granted', () => {
    expect(decided().give(paid('2024-12-01'), anna)).toEqual({ refused: 'nothing-granted' });
    expect(decided(1).give(paid('2024-12-01'), { actor: official('eva') })).toEqual({
      refused: 'not-a-presenter',
    });
    expect(decided(1).give(paid('2024-12-01'), { actor: applicant })).toEqual({ refused: 'not-a-presenter' });
  });

  test('five years from a withdrawal; without end while it is prepared', () => {
    expect(retentionOf(withdrawn().state)).toEqual({ basis: 'withdrawn', until: fiveYears });
    expect(retentionOf(evaluating().state)).toBeUndefined();
  });
});

describe('removing', () => {
  test('it is proposed when the time has passed, not a moment before, and once', () => {
    const log = decided();
    expect(log.give(propose, { at: '2027-05-02T08:59:59.999Z' })).toEqual({ refused: 'retention-runs' });
    expect(log.give(propose, { at: fiveYears })).toEqual({
      type: 'removal-proposed',
      data: { basis: 'not-granted', due: fiveYears },
    });
    expect(log.give(propose, { at: fiveYears })).toEqual({ refused: 'removal-already-proposed' });
    expect(evaluating().give(propose, { at: '2999-01-01T00:00:00.000Z' })).toEqual({
      refused: 'retention-runs',
    });
  });

  test('a person confirms, with a reason; nothing is removed before', () => {
    const log = decided();
    expect(log.give(confirm, archivist)).toEqual({ refused: 'no-removal-proposed' });
    log.give(propose, { at: fiveYears });
    expect(log.give({ type: 'remove-data' }, { at: fiveYears })).toEqual({
      refused: 'removal-not-confirmed',
    });
    expect(log.give(confirm, { at: fiveYears })).toEqual({ refused: 'not-an-official' });
    expect(log.give({ ...confirm, reason: ' ' }, archivist)).toEqual({ refused: 'reason-missing' });
    expect(log.give(confirm, archivist)).toEqual({
      type: 'removal-confirmed',
      data: { reason: 'Tiden har gått ut.' },
    });
    expect(log.give(confirm, archivist)).toEqual({ refused: 'no-removal-proposed' });
    expect(log.give({ type: 'remove-data' }, { at: fiveYears })).toEqual({
      type: 'data-removed',
      data: { callId: '2022', number: 'ANS/2022/0001', basis: 'not-granted' },
    });
  });

  test('a person can keep the data until a date, and is asked again after it', () => {
    const log = decided();
    log.give(propose, { at: fiveYears });
    expect(log.give({ ...confirm, keepUntil: '2027-05-01' }, archivist)).toEqual({
      refused: 'date-has-passed',
    });
    expect(log.give({ ...confirm, keepUntil: '2028-06-30' }, archivist)).toMatchObject({
      type: 'removal-postponed',
    });
    expect(log.give(confirm, archivist)).toEqual({ refused: 'no-removal-proposed' });
    expect(log.give({ type: 'remove-data' })).toEqual({ refused: 'removal-not-confirmed' });
    expect(log.give(propose, { at: '2028-06-30T20:58:59.999Z' })).toEqual({ refused: 'retention-runs' });
    expect(log.give(propose, { at: '2028-06-30T20:59:00.000Z' })).toMatchObject({
      type: 'removal-proposed',
      data: { due: '2028-06-30T20:59:00.000Z' },
    });
  });

  test('what is left tells which case it was and no more, and nothing more is done to it', () => {
    const log = removed();
    expect(log.state).toEqual({
      stage: 'removed',
      callId: '2022',
      number: 'ANS/2022/0001',
      versions: [],
      findings: [],
      related: [],
      judgements: [],
      evaluators: [],
      earlier: [],
      mails: [],
      preparedBy: [],
    });
    const mail = {
      type: 'want-mail',
      mail: 'decision',
      key: 'decision',
      to: ['a@b.example'],
      attempt: 1,
    } as const;
    expect(log.give(mail)).toMatchObject({ refused: 'wrong-stage' });
    expect(log.give({ type: 'withdraw-application' }, { actor: applicant })).toMatchObject({
      refused: 'wrong-stage',
    });
    expect(log.give(propose, { at: '2999-01-01T00:00:00.000Z' })).toMatchObject({
      refused: 'retention-runs',
    });
  });

  test('wherever the erasing is cut off, the chain verifies and the case is the same', () => {
    const { events, state } = removed();
    fc.assert(
      fc.property(fc.subarray(events.slice(0, -1)), (gone) => {
        const kept = events.map((event) => (gone.includes(event) ? erased(event) : event));
        expect(findFault(kept)).toBeUndefined();
        expect(removedOf(kept)).toEqual(gone.map(({ sequence }) => sequence));
        expect(fold(caseDecider, kept)).toEqual(state);
      }),
    );
  });

  test('facts that are gone without a removal, or after it, are a fault', () => {
    const { events } = removed();
    const last = events.length;
    expect(findFault(events.map((event) => (event.sequence === last ? erased(event) : event)))).toEqual({
      sequence: last,
      fault: 'facts missing',
    });
    const unconfirmed = decided().events.map((event) => (event.sequence === 2 ? erased(event) : event));
    expect(findFault(unconfirmed)).toEqual({ sequence: 2, fault: 'facts missing' });
  });

  test('an event that lost only some of its facts is a fault, removal or not', () => {
    const kept = removed().events.map(({ salt, ...rest }) =>
      rest.sequence === 2 ? (rest as unknown as KeptEvent) : { ...rest, salt },
    );
    expect(findFault(kept as readonly KeptEvent[])).toEqual({ sequence: 2, fault: 'facts changed' });
  });
});
