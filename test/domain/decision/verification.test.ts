import { hashOf } from '../../../domain/canonical.ts';
import { type CaseState, initialCase } from '../../../domain/case/state.ts';
import type { Decision } from '../../../domain/decision/decision.ts';
import { type Verification, verify } from '../../../domain/decision/verification.ts';
import { digestOfRectification, rectificationDecisionOf } from '../../../domain/rectification/decision.ts';
import type { RectificationState } from '../../../domain/rectification/rectification.ts';
import { evaluated } from '../case/case-log.ts';
import { decisionOn, letterFile } from '../case/decided.ts';

const decidedAt = '2022-06-16T10:00:00.000Z';
const signatureOf = (mark: string) =>
  ({
    batch: mark.repeat(64),
    keyId: 'k',
    algorithm: 'ECDSA_SHA_256',
    signature: mark,
    publicKey: 'p',
  }) as const;
const approved = {
  batch: { plan: 'c'.repeat(64), revision: 0, drafts: ['d'.repeat(64)] },
  signature: signatureOf('b'),
};

const decision = decisionOn(evaluated(), 184_450_00);
const letter = letterFile('a');
const state: CaseState = { ...initialCase, stage: 'decided', decision, decidedAt, letter };

const correctedTo = (ground: 'typing-error' | 'reallocation'): Decision => ({
  ...decision,
  title: 'Rätt namn',
  correction: { at: '2022-09-01T10:00:00.000Z', ground, reason: 'Felskrivet.' },
});

function corrected(ground: 'typing-error' | 'reallocation'): CaseState {
  return {
    ...state,
    ...{ decision: correctedTo(ground), letter: letterFile('e'), signature: signatureOf('f') },
    earlier: [{ decision, letter }],
  };
}

const known = (digest: string, of: CaseState = state, rectification: RectificationState = {}) =>
  verify(digest, of, rectification, approved);

describe('a decided case', () => {
  const told: Omit<Verification, 'of'> = {
    ...{ callId: '2022', caseNumber: 'ANS/2022/0001', inForce: true },
    ...{ applicant: 'Korsholm', businessId: '9000499-5', outcome: 'grantedInFull' },
    ...{ awardedCents: 184_450_00, decidedAt, decision: hashOf(decision) },
    ...approved,
  };

  test.each([
    [letter.sha256, 'letter'],
    [letter.translation.sha256, 'translation'],
    [letter.archived.sha256, 'archive-copy'],
    [hashOf(decision), 'decision'],
  ] as const)('knows %s as its %s', (digest, of) => {
    expect(known(digest)).toEqual({ of, ...told });
  });

  test('knows nothing else, nor anything before its letter is written or it is decided', () => {
    expect(known('0'.repeat(64))).toBeUndefined();
    expect(known(hashOf(decision), { ...initialCase, decision, decidedAt })).toBeUndefined();
    expect(known(letter.sha256, { ...initialCase, decision, letter })).toBeUndefined();
    expect(known(letter.sha256, { ...initialCase, decidedAt, letter })).toBeUndefined();
    expect(known(letter.sha256, initialCase)).toBeUndefined();
  });

  test('says which decision took its place', () => {
    expect(known(letter.sha256, { ...state, replacedBy: 'ANS/2022/0050' })).toEqual({
      ...{ of: 'letter', ...told },
      ...{ inForce: false, replacedBy: 'ANS/2022/0050' },
    });
  });
});

describe('a corrected decision', () => {
  test('is in force, proved by a batch of its own; the first one is not, proved by the one approved', () => {
    const now = corrected('typing-error');
    const digest = hashOf(now.decision);
    expect(known(letterFile('e').sha256, now)).toMatchObject({
      ...{ of: 'letter', inForce: true, decision: digest, decidedAt },
      batch: { plan: approved.batch.plan, revision: 1, drafts: [digest] },
      signature: signatureOf('f'),
    });
    expect(known(letter.sha256, now)).toMatchObject({
      ...{ of: 'letter', inForce: false, replacedBy: 'ANS/2022/0001', decision: hashOf(decision) },
      ...approved,
    });
    expect(known(letterFile('e').sha256, now)).not.toHaveProperty('replacedBy');
  });

  test('was decided when the first one was; a new one by a reallocation when it was made', () => {
    expect(known(letterFile('e').sha256, corrected('typing-error'))).toMatchObject({ decidedAt });
    expect(known(letterFile('e').sha256, corrected('reallocation'))).toMatchObject({
      decidedAt: '2022-09-01T10:00:00.000Z',
    });
  });
});

describe('a decision on rectification', () => {
  const rectification = {
    request: {
      ...{ number: 'ANS/2022/0050', callId: '2022', caseNumber: 'ANS/2022/0001', decision: hashOf(decision) },
      ...{ awardedCents: 184_450_00, grantableCents: 200_000_00, barred: ['anna'], deadline: decidedAt },
      ...{ demand: 'Mer.', grounds: 'Skäl.' },
    },
    requestedAt: '2022-07-01T09:00:00.000Z',
    decided: { outcome: 'changed', reasons: 'Bifalls.', awardedCents: 200_000_00 },
    decidedAt: '2022-08-01T09:00:00.000Z',
    decidedBy: 'dag',
    letter: letterFile('9'),
    signature: signatureOf('8'),
  } as const satisfies RectificationState;
  const issued = [{}, { decision: correctedTo('typing-error') }, { decision }];

  test('has all that its letter says, and the decision that it is about', () => {
    expect(rectificationDecisionOf(rectification, issued)).toEqual({
      ...{
        number: 'ANS/2022/0050',
        requestedAt: '2022-07-01T09:00:00.000Z',
        demand: 'Mer.',
        grounds: 'Skäl.',
      },
      ...{ outcome: 'changed', reasons: 'Bifalls.', decidedAt: '2022-08-01T09:00:00.000Z', decidedBy: 'dag' },
      ...{ fromCents: 184_450_00, awardedCents: 200_000_00, decision },
    });
  });

  test.each(['request', 'requestedAt', 'decided', 'decidedAt', 'decidedBy'] as const)(
    'is none without %s',
    (missing) => {
      expect(rectificationDecisionOf({ ...rectification, [missing]: undefined }, issued)).toBeUndefined();
    },
  );

  test('about a decision that is not on the log is a broken log', () => {
    expect(() =>
      rectificationDecisionOf(rectification, [{}, { decision: correctedTo('typing-error') }]),
    ).toThrow("the decision that ANS/2022/0050 is about is not on its case's log");
  });

  test('is verified by its letter, and proved by a batch of its own', () => {
    const decided = rectificationDecisionOf(rectification, issued);
    if (!decided) throw new Error('it was decided');
    const digest = digestOfRectification(decided);
    expect(digest).toBe(hashOf(decided));
    const now = { ...state, replacedBy: 'ANS/2022/0050' };
    expect(known(letterFile('9').sha256, now, rectification)).toEqual({
      ...{ of: 'letter', callId: '2022', caseNumber: 'ANS/2022/0050', inForce: true },
      ...{ applicant: 'Korsholm', businessId: '9000499-5', outcome: 'changed', awardedCents: 200_000_00 },
      ...{ decidedAt: '2022-08-01T09:00:00.000Z', decision: digest, signature: signatureOf('8') },
      batch: { plan: approved.batch.plan, revision: 0, drafts: [digest] },
    });
    expect(known('0'.repeat(64), now, rectification)).toBeUndefined();
  });

  test('is not verified before it is signed', () => {
    const { signature: _, ...unsigned } = rectification;
    expect(known(letterFile('9').sha256, state, unsigned)).toBeUndefined();
  });

  test('about a corrected decision finds it among those issued before', () => {
    expect(known(letterFile('9').sha256, corrected('typing-error'), rectification)).toMatchObject({
      of: 'letter',
      caseNumber: 'ANS/2022/0050',
    });
  });
});
