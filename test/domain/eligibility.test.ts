import type { Application } from '../../domain/application/application.ts';
import { assessCosts } from '../../domain/application/costs.ts';
import { sectionOf } from '../../domain/call/source.ts';
import type { Finding, RuleId } from '../../domain/eligibility/rule.ts';
import { completable, conclude, screen, unjudged } from '../../domain/eligibility/screening.ts';
import { call2022 as call, korsholm } from '../call-2022.ts';

const inTime = '2022-04-20T10:00:00.000Z';

function findingsOf(application: Application, arrivedAt = inTime): readonly Finding[] {
  return screen({ call, application, arrivedAt });
}

function outcomeOf(rule: RuleId, application: Application, subject?: string): string {
  const found = findingsOf(application).filter(
    (finding) => finding.rule === rule && finding.subject === subject,
  );
  expect(found).toHaveLength(1);
  return found[0]?.outcome ?? '';
}

test('Korsholm’s application fulfils every rule of the call', () => {
  expect(findingsOf(korsholm).filter(({ outcome }) => outcome !== 'met')).toEqual([]);
  expect(conclude(findingsOf(korsholm), [])).toBe('examine');
});

test('every rule says which sentence it rests on and where that stands', () => {
  for (const { sentence } of findingsOf(korsholm)) {
    expect(sentence.text.length).toBeGreaterThan(20);
    expect(
      sectionOf(sentence.source) ?? call.sources.find(({ key }) => key === sentence.source),
    ).toBeDefined();
  }
});

test('an application that arrives at the closing instant is in time; a second later it is dismissed', () => {
  expect(conclude(findingsOf(korsholm, '2022-04-25T13:15:00.000Z'), [])).toBe('examine');
  expect(conclude(findingsOf(korsholm, '2022-04-25T13:15:01.000Z'), [])).toBe('dismiss');
});

test.each(['company', 'association', 'wellbeingCounty'] as const)(
  'a %s cannot be granted anything and is dismissed',
  (kind) => {
    const application = { ...korsholm, applicant: { ...korsholm.applicant, kind } };
    expect(outcomeOf('applicant-may-apply', application)).toBe('notMet');
    expect(conclude(findingsOf(application), [])).toBe('dismiss');
  },
);

test('a joint authority may answer for a project of municipalities', () => {
  const { municipality: _, ...applicant } = korsholm.applicant;
  const application: Application = {
    ...korsholm,
    applicant: { ...applicant, kind: 'jointAuthority', name: 'Österbottens samkommun' },
  };
  expect(conclude(findingsOf(application), [])).toBe('examine');
});

test('a joint authority whose name does not say so (Municipal Act § 55) is asked to set that right', () => {
  const application: Application = {
    ...korsholm,
    applicant: { ...korsholm.applicant, kind: 'jointAuthority', name: 'Österbottens utbildning' },
  };
  expect(outcomeOf('applicant-identified', application)).toBe('missing');
});

test('a business id with a wrong check digit is asked for again', () => {
  const application = { ...korsholm, applicant: { ...korsholm.applicant, businessId: '1629284-6' } };
  expect(outcomeOf('applicant-identified', application)).toBe('missing');
});

test('a municipality that applies alone is refused, and not asked for partners afterwards', () => {
  const application = { ...korsholm, participants: [] };
  expect(outcomeOf('several-municipalities', application)).toBe('notMet');
  expect(completable(findingsOf(application))).toEqual([]);
  expect(conclude(findingsOf(application), [])).toBe('refuse');
});

test('naming oneself as partner does not make two', () => {
  const itself = { municipality: '499', email: 'a@korsholm.example', shareCents: 0 };
  expect(outcomeOf('several-municipalities', { ...korsholm, participants: [itself] })).toBe('notMet');
});

test('a joint authority alone has no municipality behind it', () => {
  const { municipality: _, ...applicant } = korsholm.applicant;
  const application: Application = {
    ...korsholm,
    applicant: { ...applicant, kind: 'jointAuthority' },
    participants: [],
  };
  expect(outcomeOf('several-municipalities', application)).toBe('notMet');
});

test('a partner that merged before the call closed is no municipality any more, which the applicant can set right', () => {
  const honkajoki = { municipality: '099', email: 'a@honkajoki.example', shareCents: 0 };
  const application = { ...korsholm, participants: [honkajoki] };
  expect(outcomeOf('municipalities-known', application)).toBe('missing');
  expect(outcomeOf('several-municipalities', application)).toBe('missing');
});

test('a project that names none of the two emphases is asked which it is', () => {
  const application = { ...korsholm, project: { ...korsholm.project, themes: ['blockchain'] } };
  expect(outcomeOf('theme-named', application)).toBe('missing');
});

test.each(['goals', 'changePlan', 'resultsPlan', 'schedule', 'relatedProjects'])(
  'a missing or blank %s is asked for',
  (part) => {
    const { [part]: _, ...others } = korsholm.parts;
    expect(outcomeOf('part-included', { ...korsholm, parts: others }, part)).toBe('missing');
    expect(outcomeOf('part-included', { ...korsholm, parts: { ...others, [part]: ' \n' } }, part)).toBe(
      'missing',
    );
  },
);

test('signs of social welfare make a person judge, and never the machine', () => {
  const application = {
    ...korsholm,
    project: { ...korsholm.project, title: 'Socialvårdens ärenden på nätet' },
  };
  const [finding] = unjudged(findingsOf(application), []);
  expect(finding).toMatchObject({
    rule: 'not-excluded',
    subject: 'social-and-health-care',
    outcome: 'judgement',
    evidence: { signs: ['socialvårdens'] },
  });
  expect(conclude(findingsOf(application), [])).toBe('examine');
});

test('the presenter’s judgement decides, also against what the machine found', () => {
  const findings = findingsOf({
    ...korsholm,
    project: { ...korsholm.project, title: 'Inskanning av arkivet' },
  });
  const about = { rule: 'not-excluded', subject: 'mere-digitisation' } as const;
  expect(conclude(findings, [{ ...about, met: false, reason: 'Bara inskanning.' }])).toBe('refuse');
  expect(conclude(findings, [{ ...about, met: true, reason: 'En del av en ny process.' }])).toBe('examine');
  const other = { rule: 'not-excluded', subject: 'social-and-health-care' } as const;
  expect(conclude(findings, [{ ...other, met: false, reason: 'Gäller hemvården.' }])).toBe('refuse');
});

test('a project that goes on after the grant can be used is asked for another time', () => {
  const late = { ...korsholm, project: { ...korsholm.project, ends: '2024-10-01' } };
  expect(outcomeOf('period-within-call', late)).toBe('missing');
  const backwards = {
    ...korsholm,
    project: { ...korsholm.project, starts: '2024-09-30', ends: '2024-09-01' },
  };
  expect(outcomeOf('period-within-call', backwards)).toBe('missing');
});

test('financing that differs from the costs by one cent does not add up', () => {
  const { financing } = korsholm;
  const application = { ...korsholm, financing: { ...financing, ownCents: financing.ownCents + 1 } };
  expect(outcomeOf('financing-adds-up', application)).toBe('missing');
});

describe('costs', () => {
  const row = { category: 'services', description: 'Konsultation', cents: 124_00, vatCents: 24_00 } as const;

  test('value added tax, equipment and what exceeds 85 per cent fall away, each by its own rule', () => {
    const application: Application = {
      ...korsholm,
      costs: [row, { ...row, category: 'equipment', description: 'Servrar', cents: 50_00, vatCents: 0 }],
      financing: { ...korsholm.financing, requestedCents: 100_00 },
    };
    expect(assessCosts(application, call.costs)).toMatchObject({
      totalCents: 174_00,
      vatCents: 24_00,
      ineligibleCents: 50_00,
      eligibleCents: 100_00,
      maximumCents: 85_00,
      grantableCents: 85_00,
    });
    for (const rule of ['costs-eligible', 'vat-left-out', 'share-within-maximum'] as const) {
      expect(outcomeOf(rule, application)).toBe('notMet');
    }
    expect(conclude(findingsOf(application), [{ rule: 'financing-adds-up', met: true, reason: 'x' }])).toBe(
      'examine',
    );
  });

  test('85 per cent to the cent is within the maximum, one cent more is not', () => {
    const maximum = assessCosts(korsholm, call.costs).maximumCents;
    const asking = (requestedCents: number) => ({
      ...korsholm,
      financing: { ...korsholm.financing, requestedCents },
    });
    expect(outcomeOf('share-within-maximum', asking(maximum))).toBe('met');
    expect(outcomeOf('share-within-maximum', asking(maximum + 1))).toBe('notMet');
  });

  test('VAT on equipment is taken off once, not twice', () => {
    const application: Application = { ...korsholm, costs: [{ ...row, category: 'equipment' }] };
    expect(assessCosts(application, call.costs)).toMatchObject({
      vatCents: 24_00,
      ineligibleCents: 100_00,
      eligibleCents: 0,
    });
  });
});
