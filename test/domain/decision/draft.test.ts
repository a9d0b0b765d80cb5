import type { Application } from '../../../domain/application/application.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import { type DraftInput, draftDecision } from '../../../domain/decision/draft.ts';
import type { Finding } from '../../../domain/eligibility/rule.ts';
import { call2022, korsholm } from '../../call-2022.ts';
import { evaluated } from '../case/case-log.ts';
import { awardOf } from '../case/decided.ts';

const { state: scored } = evaluated();
const applied = 184_450_00;

function draft(change: Partial<DraftInput> = {}) {
  return draftDecision({ call: call2022, state: scored, application: korsholm, ranked: 40, ...change });
}

const sentence = { text: 'Mervärdesskatt ingår inte.', source: '893/2019 § 4' };
const finding = (outcome: Finding['outcome'], change: object = {}) =>
  ({
    rule: 'part-included',
    version: 1,
    outcome,
    consequence: 'refuse',
    sentence,
    evidence: {},
    ...change,
  }) as Finding;
const found = (...findings: Finding[]): CaseState => ({ ...scored, findings });

describe('the outcome of a decision', () => {
  test.each([
    ['the whole sum', applied, 'grantedInFull'],
    ['a cent less', applied - 1, 'grantedInPart'],
    ['nothing', 0, 'refused'],
  ])('where a plan gives %s', (_, cents, outcome) => {
    expect(draft({ award: awardOf(cents) })).toMatchObject({ outcome, awardedCents: cents });
  });

  test.each([
    ['dismiss', 'dismissed'],
    ['refuse', 'refused'],
  ] as const)('where a presenter concluded to %s it', (conclusion, outcome) => {
    const decision = draft({ state: { ...scored, conclusion } });
    expect(decision).toMatchObject({ outcome, awardedCents: 0 });
    expect(decision).not.toHaveProperty('standing');
    expect(draft({ state: { ...scored, conclusion }, award: awardOf(1) }).outcome).toBe(outcome);
  });

  test.each(['number', 'current', 'arrivedAt', 'conclusion'] as const)(
    'is none where the case has no %s',
    (missing) => {
      expect(() => draft({ state: { ...scored, [missing]: undefined } })).toThrow('the case is not prepared');
    },
  );
});

describe('a decision tells', () => {
  test('whom and what it is about, as the application has it', () => {
    expect(draft()).toMatchObject({
      ...{ callId: '2022', caseNumber: 'ANS/2022/0001', version: 1, language: 'sv' },
      arrivedAt: '2022-04-20T10:00:00.000Z',
      applicant: { name: 'Korsholm', businessId: '9000499-5', email: korsholm.applicant.email },
      area: ['499', '946', '905'],
      title: korsholm.project.title,
      period: { starts: korsholm.project.starts, ends: korsholm.project.ends },
      costs: { requestedCents: applied, grantableCents: applied },
    });
    expect(draft().applicant).not.toHaveProperty('municipality');
    expect(draft().costs).not.toHaveProperty('ineligible');
  });

  test('its partners in their own languages, the applicant’s own municipality not being one', () => {
    const participants: Application['participants'] = [
      ...korsholm.participants,
      { municipality: '499', email: 'own@korsholm.example', shareCents: 0 },
      { municipality: '091', email: 'hel@hel.example', shareCents: 0 },
      { municipality: '000', email: 'no@where.example', shareCents: 0 },
    ];
    expect(draft({ application: { ...korsholm, participants } }).partners).toEqual([
      expect.objectContaining({ municipality: '946', name: 'Vörå', language: 'sv' }),
      expect.objectContaining({ municipality: '905', name: 'Vaasa', language: 'fi' }),
      { municipality: '091', name: 'Helsinki', email: 'hel@hel.example', language: 'fi' },
      { municipality: '000', name: '000', email: 'no@where.example', language: 'fi' },
    ]);
  });

  test('what was fulfilled and what was not, with what the presenter said of it', () => {
    const judged = finding('judgement', { subject: 'goals' });
    const judgement = { rule: judged.rule, subject: 'goals', met: false, reason: 'Målen saknas.' };
    const state = {
      ...found(finding('met'), judged, finding('met', { subject: 'resultsPlan' })),
      judgements: [judgement],
    } as CaseState;
    const { met, unmet } = draft({ state });
    expect(unmet).toEqual([{ finding: judged, judgement }]);
    expect(met).toEqual([
      { rule: 'part-included', source: sentence.source },
      { rule: 'part-included', subject: 'resultsPlan', source: sentence.source },
    ]);
  });

  test('what a presenter added to the reasons, where anything was', () => {
    expect(draft({ additions: ['Kontaktpersonen byttes.'] }).additions).toEqual(['Kontaktpersonen byttes.']);
    expect(draft({ additions: [] })).not.toHaveProperty('additions');
    expect(draft()).not.toHaveProperty('additions');
  });
});

describe('where an application stood', () => {
  const ids = call2022.evaluation.criteria.map(({ id }) => id);
  const scores = (score: number, justification: string) =>
    ids.map((criterion) => ({ criterion, score, justification }));
  const evaluators: CaseState['evaluators'] = [
    { username: 'eva', standing: 'scored', scores: scores(4, ' Klart. ') },
    { username: 'erik', standing: 'scored', scores: scores(1, 'Oklart.') },
    { username: 'rita', standing: 'scored', scores: scores(1, 'Klart.') },
    { username: 'nils', standing: 'disqualified', scores: scores(5, 'Jäv.') },
  ];

  test('is the evaluators’ mean for each criterion and what they said, without names and once', () => {
    const { standing } = draft({ state: { ...scored, evaluators }, award: awardOf(applied) });
    expect(standing).toEqual({
      points: scored.points,
      evaluators: 3,
      criteria: ids.map((id) => ({
        id,
        score: { numerator: 2, denominator: 1 },
        justifications: ['Klart.', 'Oklart.'],
      })),
      ranked: 40,
      award: awardOf(applied),
    });
  });

  test('says nothing where nothing was said, and counts what was not scored as nothing', () => {
    const silent: CaseState['evaluators'] = [
      { username: 'eva', standing: 'scored', scores: scores(4, ' ') },
      { username: 'erik', standing: 'scored', scores: [] },
    ];
    const state = { ...scored, points: undefined, evaluators: silent } as unknown as CaseState;
    const { standing } = draft({ state, award: awardOf(0), availableCents: 5 });
    expect(standing).toMatchObject({ points: { numerator: 0, denominator: 1 }, availableCents: 5 });
    expect(standing?.criteria[0]).toEqual({
      id: ids[0],
      score: { numerator: 2, denominator: 1 },
      justifications: [],
    });
  });
});
