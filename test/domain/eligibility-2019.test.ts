import fc from 'fast-check';
import type { Application } from '../../domain/application/application.ts';
import { assessCosts } from '../../domain/application/costs.ts';
import type { Call, Opening } from '../../domain/call/call.ts';
import { assessJudgedCosts } from '../../domain/eligibility/judged-costs.ts';
import type { Finding, RuleId } from '../../domain/eligibility/rule.ts';
import { completable, conclude, screen, unjudged } from '../../domain/eligibility/screening.ts';
import { municipalitiesOn, municipalityOf } from '../../domain/register/register.ts';
import { ordinaryApplication } from '../../rehearsal/applications/ordinary.ts';
import { callOf } from '../calls.ts';

const first = callOf('2019-1');
const second = callOf('2019-2');

/** Malax' application, complete and in order, with Korsholm and Vasa where the call wants several. */
function applicationTo(call: Call): Application {
  return ordinaryApplication({
    call,
    topic: {
      theme: call.themes[0]?.id ?? '',
      title: { sv: 'Bokföring i ett flöde', fi: 'Kirjanpito yhtenä virtana' },
      summary: { sv: 'Händelserna bokförs efter regler.', fi: 'Tapahtumat kirjautuvat säännöillä.' },
    },
    lead: required('475'),
    partners: call.applicants.minimumMunicipalities > 1 ? [required('499'), required('905')] : [],
    requestedCents: 85_000_00,
  });
}

function required(code: string) {
  const municipality = municipalityOf(code);
  if (!municipality) throw new Error(`${code} is not in the register`);
  return municipality;
}

const alone = applicationTo(first);
const joint = applicationTo(second);

function findingsOf(call: Call & Opening, application: Application): readonly Finding[] {
  return screen({ call, application, arrivedAt: call.opensAt });
}

function find(call: Call & Opening, application: Application, rule: RuleId, subject?: string): Finding {
  const found = findingsOf(call, application).filter(
    (finding) => finding.rule === rule && finding.subject === subject,
  );
  expect(found).toHaveLength(1);
  return found[0] as Finding;
}

const outcomeOf = (...about: Parameters<typeof find>) => find(...about).outcome;

function partner(municipality: string, represented?: boolean) {
  return { municipality, email: 'a@b.example', shareCents: 0, ...(represented ? { represented } : {}) };
}

function byJointAuthority(application: Application, participants: Application['participants']): Application {
  const { municipality: _, ...applicant } = application.applicant;
  return {
    ...application,
    applicant: { ...applicant, kind: 'jointAuthority', name: 'Kust-Österbottens samkommun' },
    participants,
  };
}

function titled(application: Application, title: string): Application {
  return { ...application, project: { ...application.project, title } };
}

describe('who may apply in 2019', () => {
  test('a municipality may apply alone in the first round and not in the second', () => {
    expect(conclude(findingsOf(first, alone), [])).toBe('examine');
    expect(outcomeOf(first, alone, 'several-municipalities')).toBe('met');
    const without = { ...joint, participants: [] };
    expect(outcomeOf(second, without, 'several-municipalities')).toBe('notMet');
    expect(conclude(findingsOf(second, without), [])).toBe('refuse');
  });

  test('several may apply together in the first round too', () => {
    const together = { ...alone, participants: [partner('499'), partner('905')] };
    expect(outcomeOf(first, together, 'several-municipalities')).toBe('met');
  });

  test('a joint authority answers for at least two municipalities, also where one could apply alone', () => {
    expect(outcomeOf(first, byJointAuthority(alone, [partner('475')]), 'several-municipalities')).toBe(
      'notMet',
    );
    const two = byJointAuthority(alone, [partner('475'), partner('499')]);
    expect(outcomeOf(first, two, 'several-municipalities')).toBe('met');
  });

  test('municipalities that a joint authority merely represents count where the call says so', () => {
    const represented = byJointAuthority(joint, [partner('475', true), partner('499', true)]);
    expect(outcomeOf(second, represented, 'several-municipalities')).toBe('met');
    const strict = { ...second, applicants: { ...second.applicants, onBehalf: false } };
    expect(outcomeOf(strict, represented, 'several-municipalities')).toBe('notMet');
  });

  test('a municipality cannot represent another', () => {
    const represented = { ...joint, participants: [partner('499', true)] };
    expect(outcomeOf(second, represented, 'several-municipalities')).toBe('notMet');
  });

  test('a name that sounds like a company, an association or a wellbeing services county is for a person to judge', () => {
    const named = (name: string) => ({ ...joint, applicant: { ...joint.applicant, name } });
    for (const name of ['Malax Data Ab', 'Kuntatieto Oy', 'Digiyhdistys ry', 'Österbottens välfärdsområde']) {
      expect(outcomeOf(second, named(name), 'applicant-may-apply')).toBe('judgement');
    }
    for (const name of ['Malax kommun', 'Oulun kaupunki', 'Abborrfors samkommun', 'Ryttylän kuntayhtymä']) {
      expect(outcomeOf(second, named(name), 'applicant-may-apply')).toBe('met');
    }
    const company = findingsOf(second, named('Malax Data Ab'));
    const judged = { rule: 'applicant-may-apply', met: false, reason: 'Ett bolag.' } as const;
    expect(conclude(company, [judged])).toBe('dismiss');
    expect(conclude(company, [{ ...judged, met: true }])).toBe('examine');
  });
});

describe('the register at the date of the call', () => {
  test('Valtimo is a municipality when both calls of 2019 close and none when that of 2020 does', () => {
    const withValtimo = { ...joint, participants: [partner('911'), partner('541')] };
    expect(outcomeOf(second, withValtimo, 'municipalities-known')).toBe('met');
    expect(outcomeOf(callOf('2020'), withValtimo, 'municipalities-known')).toBe('missing');
  });

  test('a partner that merges before the project ends is for a person to judge, with where it goes', () => {
    const withValtimo = { ...joint, participants: [partner('911')] };
    expect(find(second, withValtimo, 'municipalities-continue')).toMatchObject({
      outcome: 'judgement',
      evidence: { merging: ['911'], into: ['541'] },
    });
  });

  test('a project that ends on the last day of a partner is not concerned by the merger, one a day longer is', () => {
    const ending = (ends: string) => ({
      ...joint,
      participants: [partner('911')],
      project: { ...joint.project, starts: '2019-12-20', ends },
    });
    expect(outcomeOf(second, ending('2019-12-31'), 'municipalities-continue')).toBe('met');
    expect(outcomeOf(second, ending('2020-01-01'), 'municipalities-continue')).toBe('judgement');
  });

  test('where no municipality merges during a call’s grants, nobody is asked about mergers', () => {
    for (const id of ['2021', '2022']) {
      const call = callOf(id);
      expect(findingsOf(call, joint).some(({ rule }) => rule === 'municipalities-continue')).toBe(false);
    }
  });

  test('a municipality of Åland is for a person to judge', () => {
    expect(outcomeOf(second, joint, 'municipalities-of-aland')).toBe('met');
    const withMariehamn = { ...joint, participants: [...joint.participants, partner('478')] };
    expect(find(second, withMariehamn, 'municipalities-of-aland')).toMatchObject({
      outcome: 'judgement',
      evidence: { municipalities: ['478'] },
    });
  });

  test('whatever municipalities are named, as many count as stood in the register at the closing', () => {
    const registered = municipalitiesOn('2019-12-19').map(({ code }) => code);
    const code = fc.oneof(fc.constantFrom(...registered), fc.constantFrom('000', '001', '999'));
    fc.assert(
      fc.property(fc.array(code, { maxLength: 8 }), (codes) => {
        const application = { ...joint, participants: codes.map((one) => partner(one)) };
        const known = new Set([...codes, '475'].filter((one) => registered.includes(one)));
        const { outcome, evidence } = find(second, application, 'several-municipalities');
        expect(evidence.municipalities).toEqual([...known].sort());
        expect(outcome === 'met').toBe(known.size >= 2);
      }),
    );
  });
});

describe('themes and exclusions of 2019', () => {
  test('the first round has two themes, the second six, and a theme of the one is not always one of the other', () => {
    expect(first.themes).toHaveLength(2);
    expect(second.themes).toHaveLength(6);
    expect(outcomeOf(first, alone, 'theme-named')).toBe('met');
    expect(outcomeOf(second, { ...joint, project: alone.project }, 'theme-named')).toBe('missing');
  });

  test.each([
    ['social-and-health-care', 'Vårdcentralens tidsbokning', 'Terveyskeskuksen ajanvaraus'],
    ['built-environment', 'Bygglov på nätet', 'Rakennusluvat verkkoon'],
    ['case-management-or-archiving', 'Ny ärendehantering', 'Asianhallinnan uudistus'],
    ['mere-technology', 'Anskaffning av ekonomisystem', 'Talousjärjestelmän hankinta'],
  ])(
    'signs of %s in either language are pointed out in the second round, and only pointed out',
    (id, sv, fi) => {
      for (const title of [sv, fi]) {
        const findings = findingsOf(second, titled(joint, title));
        expect(unjudged(findings, []).map(({ subject }) => subject)).toEqual([id]);
        expect(conclude(findings, [])).toBe('examine');
      }
    },
  );

  test('case management is excluded in the second round and not in the first', () => {
    expect(unjudged(findingsOf(first, titled(alone, 'Ny ärendehantering')), [])).toEqual([]);
  });

  test('mere digitisation of material is excluded in 2021 and 2022 and not before', () => {
    const excludes = (id: string) => callOf(id).exclusions.some((one) => one.id === 'mere-digitisation');
    expect(['2019-1', '2019-2', '2020', '2021', '2022'].map(excludes)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  test('the machine never finds an exclusion met or not met by itself where it sees a sign', () => {
    const signs = second.exclusions.flatMap((exclusion) =>
      exclusion.signs.map((sign) => [exclusion.id, sign]),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...signs),
        fc.stringMatching(/^[a-zåäö]{0,8}$/),
        ([id = '', sign = ''], end) => {
          const application = titled(joint, `Projekt ${sign}${end} i kommunerna`);
          expect(outcomeOf(second, application, 'not-excluded', id)).toBe('judgement');
        },
      ),
    );
  });
});

describe('costs to the cent', () => {
  test('85 per cent exactly is within the maximum, one cent more and one cent of cost less are not', () => {
    const costs = [
      { category: 'personnel', description: 'Personal', cents: 100_000_00, vatCents: 0 },
    ] as const;
    const asking = (requestedCents: number, cents = 100_000_00) => ({
      ...alone,
      costs: [{ ...costs[0], cents }],
      financing: { ...alone.financing, requestedCents },
    });
    expect(outcomeOf(first, asking(85_000_00), 'share-within-maximum')).toBe('met');
    expect(outcomeOf(first, asking(85_000_01), 'share-within-maximum')).toBe('notMet');
    expect(outcomeOf(first, asking(85_000_00, 99_999_99), 'share-within-maximum')).toBe('notMet');
  });

  test('whatever the costs, the maximum is the largest sum of cents within the share', () => {
    const item = fc.record({
      category: fc.constantFrom('personnel', 'services', 'licences', 'equipment'),
      description: fc.constant('x'),
      cents: fc.integer({ min: 0, max: 10 ** 11 }),
      vat: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (items) => {
        const costs = items.map(({ vat, ...one }) => ({
          ...one,
          vatCents: Number((BigInt(one.cents) * BigInt(vat)) / 100n),
        })) as Application['costs'];
        const { eligibleCents, maximumCents, totalCents, vatCents, ineligibleCents } = assessCosts(
          { ...alone, costs },
          first.costs,
        );
        expect(eligibleCents + vatCents + ineligibleCents).toBe(totalCents);
        expect(BigInt(maximumCents) * 100n <= BigInt(eligibleCents) * 85n).toBe(true);
        expect(BigInt(maximumCents + 1) * 100n > BigInt(eligibleCents) * 85n).toBe(true);
      }),
    );
  });

  const licence = { category: 'licences', description: 'Licenser', cents: 10_000_00, vatCents: 0 } as const;
  const charge = {
    category: 'premises',
    description: 'Egna lokaler',
    cents: 1_000_00,
    vatCents: 0,
    internal: true,
  } as const;

  test('licences are for a person to judge, and count only if they are necessary', () => {
    const application: Application = { ...alone, costs: [...alone.costs, licence] };
    expect(outcomeOf(first, alone, 'costs-necessary', 'licences')).toBe('met');
    expect(find(first, application, 'costs-necessary', 'licences')).toMatchObject({
      outcome: 'judgement',
      evidence: { cents: 10_000_00, items: ['Licenser'] },
    });
    const judged = (met: boolean) =>
      assessJudgedCosts(application, first.costs, [
        { rule: 'costs-necessary', subject: 'licences', met, reason: 'x' },
      ]).eligibleCents;
    expect(judged(true) - judged(false)).toBe(10_000_00);
  });

  test('charges of the applicant’s own units are for a person to judge, and count only if they are actual costs', () => {
    const application: Application = { ...alone, costs: [...alone.costs, charge] };
    expect(outcomeOf(first, alone, 'internal-charges-actual')).toBe('met');
    expect(outcomeOf(first, application, 'internal-charges-actual')).toBe('judgement');
    const judged = (met: boolean) =>
      assessJudgedCosts(application, first.costs, [{ rule: 'internal-charges-actual', met, reason: 'x' }])
        .eligibleCents;
    expect(judged(true) - judged(false)).toBe(1_000_00);
  });

  test('a declined kind of cost reduces the grant and does not refuse it', () => {
    const costs = alone.costs.map((item) =>
      item.category === 'supplies' ? { ...item, category: 'licences' as const } : item,
    );
    const findings = findingsOf(first, { ...alone, costs });
    const judgement = { rule: 'costs-necessary', subject: 'licences', met: false, reason: 'x' } as const;
    expect(conclude(findings, [judgement])).toBe('examine');
  });

  test('financing that is a cent short or over does not add up, and can be set right', () => {
    const { financing } = alone;
    for (const difference of [-1, 1]) {
      const application = {
        ...alone,
        financing: { ...financing, ownCents: financing.ownCents + difference },
      };
      expect(outcomeOf(first, application, 'financing-adds-up')).toBe('missing');
      expect(completable(findingsOf(first, application)).map(({ rule }) => rule)).toEqual([
        'financing-adds-up',
      ]);
    }
  });
});

test('a project may last until the last day of the grants and not a day longer', () => {
  const until = (ends: string) => ({ ...alone, project: { ...alone.project, ends } });
  expect(outcomeOf(first, until('2021-11-30'), 'period-within-call')).toBe('met');
  expect(outcomeOf(first, until('2021-12-01'), 'period-within-call')).toBe('missing');
});

test('the first round closed on 19.9.2019 at 16.15 Finnish time, in summer; the second on 19.12. at 16.15, in winter', () => {
  expect(first.closesAt).toBe('2019-09-19T13:15:00.000Z');
  expect(second.closesAt).toBe('2019-12-19T14:15:00.000Z');
});
