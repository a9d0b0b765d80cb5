import type { AllocationRule } from '../../domain/call/allocation-rule.ts';
import { readSingles, scenarioOf } from '../../portal/handle/round/scenario.ts';
import { explainScenario } from '../../portal/handle/round/scenario-words.ts';
import { fieldsOf, readTerms, type WholeTerms } from '../../portal/handle/round/terms.ts';
import { call2022 } from '../call-2022.ts';

/** The form for a rule of allocation, and the trials it makes. */

const rule: AllocationRule = call2022.allocation;

function termsOf(fields: Partial<ReturnType<typeof fieldsOf>>): WholeTerms {
  const read = readTerms({ ...fieldsOf(rule), ...fields }, call2022);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.terms;
}

function faultsOf(fields: Partial<ReturnType<typeof fieldsOf>>) {
  const read = readTerms({ ...fieldsOf(rule), ...fields }, call2022);
  return 'faults' in read ? read.faults : [];
}

const quota = { row: '1', dimension: 'region', group: '15', floorCents: '', ceilingCents: '' } as const;

describe('the form for a rule', () => {
  test('opened and sent as it is, says the rule it was opened with', () => {
    const { rule: policy, ...terms } = termsOf({});
    expect(policy).toEqual({ policy: 'rank', mode: rule.policy === 'rank' ? rule.mode : '' });
    expect(terms).toMatchObject({
      thresholdPoints: rule.thresholdPoints,
      minimumPercent: rule.minimumPercent,
      reserveCents: rule.reserveCents ?? 0,
      quotas: rule.quotas ?? [],
    });
  });

  test('says only what belongs to the policy that is chosen', () => {
    expect(termsOf({ policy: 'prorata', bandPoints: 'ten' }).rule).toEqual({ policy: 'prorata' });
    expect(termsOf({ policy: 'band', bandPoints: '10' }).rule).toEqual({
      policy: 'band',
      bandPoints: 10,
      value: 'score',
    });
    // Only value by money can be granted in part, and where no group has a floor none is reserved.
    expect(termsOf({ policy: 'maxscore', grants: 'partial', floors: 'reserved' }).rule).toEqual({
      policy: 'maxscore',
      value: 'score',
      grants: 'full',
      floors: 'met',
    });
    expect(
      termsOf({
        policy: 'maxscore',
        value: 'score-times-money',
        grants: 'partial',
        floors: 'reserved',
        quotas: [{ ...quota, floorCents: '1' }],
      }).rule,
    ).toEqual({ policy: 'maxscore', value: 'score-times-money', grants: 'partial', floors: 'reserved' });
  });

  test('tells every number that is none, each at its field', () => {
    const faults = faultsOf({
      policy: 'band',
      bandPoints: '101',
      thresholdPoints: '',
      reserveCents: 'much',
      quotas: [{ ...quota, floorCents: '1,234' }],
      applicantCents: '-1',
    });
    expect(faults.map(({ place, code }) => `${place} ${code}`).sort()).toEqual([
      '/applicantCents not-euros',
      '/bandPoints out-of-range',
      '/quotas/0/floorCents not-euros',
      '/reserveCents not-euros',
      '/thresholdPoints out-of-range',
    ]);
  });

  test('tells what does not fit the call before it is sent', () => {
    const codes = (fields: Parameters<typeof faultsOf>[0]) =>
      faultsOf(fields).map(({ place, code }) => `${place} ${code}`);
    expect(codes({ quotas: [quota] })).toEqual(['/quotas/0 quota-without-limit']);
    expect(codes({ quotas: [{ ...quota, group: '', floorCents: '1' }] })).toEqual([
      '/quotas/0/group required',
    ]);
    expect(
      codes({
        quotas: [
          { ...quota, floorCents: '1' },
          { ...quota, floorCents: '2' },
        ],
      }),
    ).toEqual(['/quotas/1/group group-repeated']);
    expect(codes({ quotas: [{ ...quota, floorCents: '10 000 001' }] })).toEqual([
      '/quotas floors-above-appropriation',
    ]);
    expect(codes({ reserveCents: '10 000 001' })).toContain('/reserveCents reserve-above-appropriation');
  });
});

describe('a trial', () => {
  const now = { appropriation: 500_00, rule };
  const tried = { name: 'Prov', appropriation: 500_00, scores: {}, withdrawn: [] };

  test('says no more than what it does otherwise', () => {
    expect(scenarioOf({ ...tried, terms: termsOf({}) }, now, 2)).toEqual({ name: 'Prov' });
    const terms = termsOf({ policy: 'band', bandPoints: '10', thresholdPoints: '60' });
    expect(scenarioOf({ ...tried, appropriation: 400_00, terms }, now, 2)).toEqual({
      name: 'Prov',
      appropriation: 400_00,
      policy: { kind: 'band', width: 20, value: 'score' },
      threshold: 120,
    });
  });

  test('is told in words, all of it', () => {
    const terms = termsOf({ policy: 'prorata', quotas: [{ ...quota, ceilingCents: '100' }] });
    const scenario = scenarioOf({ ...tried, terms, scores: { A: 147 }, withdrawn: ['B'] }, now, 2);
    const around = { call: call2022, scorePerPoint: 2, nameOf: (id: string) => `Kommun ${id}` };
    const said = explainScenario(scenario, { ...around, language: 'sv' });
    expect(said).toEqual([
      expect.stringContaining('i proportion'),
      'landskap, Österbotten: högst 100\u00a0€',
      'Kommun A har 73,5 poäng',
      'Kommun B tar tillbaka sin ansökan',
    ]);
  });

  test('takes points that the scale has, and no application twice', () => {
    const single = { row: '1', caseNumber: 'A', what: 'score', points: '73,5' } as const;
    expect(readSingles([single], 2)).toEqual({ scores: { A: 147 }, withdrawn: [] });
    expect(readSingles([{ ...single, points: '73,3333' }], 3)).toEqual({ scores: { A: 220 }, withdrawn: [] });
    expect(readSingles([single], 1)).toEqual({
      faults: [{ place: '/singles/0/points', code: 'not-on-the-scale', details: { parts: 1 } }],
    });
    expect(readSingles([single, { ...single, what: 'withdrawn' }], 2)).toEqual({
      faults: [{ place: '/singles/1/caseNumber', code: 'repeated' }],
    });
  });
});
