import { openTasksOfCase } from '../../../domain/task/open-tasks.ts';
import { korsholm, officials } from '../../call-2022.ts';
import { after, applicant, type CaseLog, evaluated, official } from './case-log.ts';
import { written as decided, letterFile } from './decided.ts';

const hearUntil = '2022-05-16T13:15:00.000Z';
const justAfter = '2022-05-16T13:15:00.001Z';
const title = {
  type: 'propose-correction',
  ground: 'typing-error',
  reason: 'Projektets namn är felskrivet.',
  changes: { title: 'Rätt namn' },
  causedByApplicant: false,
  hearUntil,
  officials,
} as const;
const less = {
  ...title,
  reason: 'Summan är felräknad.',
  changes: { awardedCents: 100_000_00 },
} as const;
const approve = { type: 'decide-correction', approve: true, officials } as const;
const anna = { actor: official('anna'), at: after };
const dora = { actor: official('dora'), at: after };
const sofia = { actor: applicant, at: after };
const agree = { type: 'answer-hearing', consents: true, statement: 'Vi har inget att invända.' } as const;

describe('proposing', () => {
  test('a presenter proposes, giving a reason, for a decided case, one correction at a time', () => {
    expect(evaluated().give(title, anna)).toEqual({
      refused: 'wrong-stage',
      details: { stage: 'evaluated' },
    });
    const log = decided();
    expect(log.give(title, { actor: official('eva'), at: after })).toEqual({ refused: 'not-a-presenter' });
    expect(log.give(title, dora)).toEqual({ refused: 'not-a-presenter' });
    expect(log.give({ ...title, reason: ' ' }, anna)).toEqual({ refused: 'reason-missing' });
    expect(log.give(title, anna)).toMatchObject({ type: 'correction-proposed' });
    expect(log.give(title, anna)).toEqual({ refused: 'correction-pending' });
    expect(openTasksOfCase('c', log.state)).toMatchObject([
      { kind: 'decide-correction', about: String(log.events.length) },
    ]);
  });

  test('within five years of the decision, and not a moment later', () => {
    const at = (instant: string) => decided().give(title, { actor: official('anna'), at: instant });
    expect(at('2027-05-02T09:00:00.000Z')).toMatchObject({ type: 'correction-proposed' });
    expect(at('2027-05-02T09:00:00.001Z')).toEqual({
      refused: 'correction-too-late',
      details: { decidedAt: after },
    });
  });

  test('it changes something, grants no more, and does not take all', () => {
    const changing = (changes: object) => decided().give({ ...title, changes }, anna);
    expect(changing({})).toEqual({ refused: 'nothing-to-correct' });
    expect(changing({ title: korsholm.project.title, awardedCents: 184_450_00 })).toEqual({
      refused: 'nothing-to-correct',
    });
    expect(changing({ applicantName: 'Mustasaari' })).toMatchObject({ type: 'correction-proposed' });
    expect(changing({ awardedCents: 184_450_01 })).toEqual({ refused: 'correction-grants-more' });
    expect(changing({ awardedCents: 0 })).toEqual({ refused: 'correction-takes-all' });
  });

  test('only a correction to the applicant’s disadvantage hears it', () => {
    const log = decided();
    log.give(title, anna);
    expect(log.state.correction).not.toHaveProperty('hearUntil');
    expect(log.give(agree, sofia)).toEqual({ refused: 'no-hearing' });
    const worse = decided();
    worse.give(less, anna);
    expect(worse.state.correction).toMatchObject({ hearUntil, proposedBy: 'anna' });
  });
});

describe('hearing', () => {
  test('an applicant answers in time, once', () => {
    const log = decided();
    expect(log.give(agree, sofia)).toEqual({ refused: 'no-hearing' });
    log.give(less, anna);
    expect(log.give(agree, { actor: applicant, at: justAfter })).toEqual({
      refused: 'hearing-over',
      details: { hearUntil },
    });
    expect(log.give(agree, { actor: applicant, at: hearUntil })).toMatchObject({ type: 'hearing-answered' });
    expect(log.give(agree, sofia)).toEqual({ refused: 'already-heard' });
  });

  test('nothing is decided while the applicant has time to answer', () => {
    const log = decided();
    log.give(less, anna);
    expect(log.give(approve, { actor: official('dora'), at: hearUntil })).toEqual({
      refused: 'hearing-runs',
      details: { hearUntil },
    });
    expect(log.give(approve, { actor: official('dora'), at: justAfter })).toMatchObject({
      type: 'decision-corrected',
    });
  });

  test('an error of fact needs the applicant’s consent, unless it is the applicant’s own doing', () => {
    const late = { actor: official('dora'), at: justAfter };
    const proposed = (change: object) => {
      const log = decided();
      log.give({ ...less, ground: 'factual-error', ...change }, anna);
      return log;
    };
    expect(proposed({}).give(approve, late)).toEqual({ refused: 'consent-missing' });
    expect(proposed({ causedByApplicant: true }).give(approve, late)).toMatchObject({
      type: 'decision-corrected',
    });
    const opposed = proposed({});
    opposed.give({ ...agree, consents: false }, sofia);
    expect(opposed.give(approve, dora)).toEqual({ refused: 'consent-missing' });
    const agreed = proposed({});
    agreed.give(agree, sofia);
    expect(agreed.give(approve, dora)).toMatchObject({ type: 'decision-corrected' });
  });
});

describe('deciding', () => {
  test('the corrected decision says that it is corrected, why, and leaves the first one in the log', () => {
    const log = decided();
    log.give(title, anna);
    expect(log.give(approve, dora)).toMatchObject({
      data: {
        decision: {
          title: 'Rätt namn',
          applicant: { name: 'Korsholm' },
          awardedCents: 184_450_00,
          outcome: 'grantedInFull',
          correction: { at: after, ground: 'typing-error', reason: 'Projektets namn är felskrivet.' },
        },
      },
    });
    const first = log.events.find(({ type }) => type === 'decision-made');
    expect(first).toMatchObject({ data: { decision: { title: korsholm.project.title } } });
    expect(log.state).toMatchObject({ stage: 'decided', earlier: [{ letter: { key: 'letters/1/a.pdf' } }] });
    expect(log.state.correction).toBeUndefined();
  });

  test('a smaller sum is granted in part; the applicant’s name is the only thing of it that changes', () => {
    const log = decided();
    log.give({ ...less, changes: { awardedCents: 100_000_00, applicantName: 'Mustasaari' } }, anna);
    log.give(approve, { actor: official('dora'), at: justAfter });
    expect(log.state.decision).toMatchObject({
      outcome: 'grantedInPart',
      awardedCents: 100_000_00,
      title: korsholm.project.title,
      applicant: { name: 'Mustasaari', businessId: korsholm.applicant.businessId },
    });
  });

  test('it is signed once, by a signature of its own; a decision that was not corrected is not', () => {
    const signature = {
      ...{ batch: 'f'.repeat(64), keyId: 'k', algorithm: 'ECDSA_SHA_256' as const },
      ...{ signature: 's', publicKey: 'p' },
    };
    const sign = { type: 'sign-correction', ...signature } as const;
    const refusal = { refused: 'wrong-stage', details: { stage: 'decided' } };
    const log = decided();
    expect(log.give(sign)).toEqual(refusal);
    log.give(title, anna);
    log.give(approve, dora);
    expect(log.give(sign)).toEqual({ type: 'correction-signed', data: signature });
    expect(log.state.signature).toEqual(signature);
    expect(log.give(sign)).toEqual(refusal);
    expect(evaluated().give(sign)).toEqual({ refused: 'wrong-stage', details: { stage: 'evaluated' } });
  });

  test('its letter is rendered anew, once', () => {
    const log = decided();
    log.give(title, anna);
    const letter = { type: 'note-letter', ...letterFile('b') } as const;
    expect(log.give(letter)).toMatchObject({ refused: 'wrong-stage' });
    log.give(approve, dora);
    expect(log.state.letter).toBeUndefined();
    expect(log.give(letter)).toMatchObject({ type: 'letter-rendered' });
    expect(log.give(letter)).toMatchObject({ refused: 'wrong-stage' });
  });

  test('only a decision maker decides, and only what was proposed', () => {
    const log = decided();
    expect(log.give(approve, dora)).toEqual({ refused: 'no-correction-proposed' });
    log.give(title, anna);
    expect(log.give(approve, anna)).toEqual({ refused: 'not-a-decision-maker' });
    expect(log.give(approve, sofia)).toEqual({ refused: 'not-a-decision-maker' });
  });

  test('whoever proposed it, or prepared the case, does not decide it', () => {
    const both = { ...officials, decisionMakers: ['dora', 'anna', 'eva'], presenters: ['anna', 'dora'] };
    const log = decided();
    log.give({ ...title, officials: both }, dora);
    for (const username of ['dora', 'anna', 'eva']) {
      const by = { actor: official(username), at: after };
      expect(log.give({ ...approve, officials: both }, by)).toEqual({ refused: 'decider-prepared' });
    }
  });

  test('it can be dropped, with a reason, and proposed again', () => {
    const log = decided();
    log.give(title, anna);
    const drop = { ...approve, approve: false } as const;
    for (const silent of [{}, { reason: ' ' }])
      expect(log.give({ ...drop, ...silent }, dora)).toEqual({ refused: 'reason-missing' });
    expect(log.give({ ...drop, reason: 'Namnet är rätt.' }, dora)).toEqual({
      type: 'correction-dropped',
      data: { reason: 'Namnet är rätt.' },
    });
    expect(log.state).toMatchObject({ earlier: [], letter: { key: 'letters/1/a.pdf' } });
    expect(log.give(title, anna)).toMatchObject({ type: 'correction-proposed' });
  });
});

describe('after the decision', () => {
  const decline = {
    type: 'decline-grant',
    awardedCents: 184_450_00,
    reason: 'Projektet läggs ned.',
  } as const;

  /** A new decision that a reallocation made. */
  function raised(log: CaseLog, change: object = {}) {
    const { decision } = log.state;
    if (!decision) throw new Error('nothing was decided');
    const correction = { at: after, ground: 'reallocation', reason: 'Pengar har blivit lediga.' } as const;
    return {
      type: 'raise-grant',
      decision: { ...decision, awardedCents: 200_000_00, correction, ...change },
    } as const;
  }

  test('a recipient declines once, and what was not granted is not declined', () => {
    expect(evaluated().give(decline, sofia)).toMatchObject({ refused: 'wrong-stage' });
    const log = decided();
    expect(log.give({ ...decline, awardedCents: 0 }, sofia)).toEqual({ refused: 'nothing-granted' });
    expect(log.give(decline, sofia)).toMatchObject({ type: 'grant-declined' });
    expect(log.state.declinedAt).toBe(after);
    expect(log.give(decline, sofia)).toMatchObject({ refused: 'grant-already-declined' });
  });

  test('a reallocation takes the place of the decision and its letter, and of one on rectification', () => {
    const log = decided();
    log.give({ type: 'replace-decision', by: 'ANS/2022/0009' }, dora);
    expect(log.give(raised(log), dora)).toMatchObject({ type: 'decision-corrected' });
    const { decision, earlier, letter, replacedBy } = log.state;
    expect(decision?.awardedCents).toBe(200_000_00);
    expect(earlier).toMatchObject([
      { decision: { awardedCents: 184_450_00 }, letter: { key: 'letters/1/a.pdf' } },
    ]);
    expect([letter, replacedBy]).toEqual([undefined, undefined]);
  });

  test('a correction that is proposed waits on when a reallocation comes first', () => {
    const log = decided();
    log.give(title, anna);
    log.give(raised(log), dora);
    expect(log.state.correction).toMatchObject({ reason: title.reason });
    expect(log.give(approve, dora)).toMatchObject({
      data: { decision: { title: 'Rätt namn', awardedCents: 200_000_00 } },
    });
  });

  test('nobody who declined is decided anew, nor is a case by another’s decision or one for another reason', () => {
    const log = decided();
    const wrong = { refused: 'decision-not-of-this-case' };
    expect(log.give(raised(log, { caseNumber: 'ANS/2022/0002' }), dora)).toMatchObject(wrong);
    expect(log.give(raised(log, { correction: undefined }), dora)).toMatchObject(wrong);
    log.give(decline, sofia);
    expect(log.give(raised(log), dora)).toMatchObject({ refused: 'grant-already-declined' });
  });
});
