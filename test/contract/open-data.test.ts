import { readFileSync } from 'node:fs';
import { read } from '../../contract/faults.ts';
import { announcement, openDataSchemas, results as schema } from '../../contract/open-data.ts';
import { announcementOf } from '../../domain/call/announcement.ts';
import { type CaseState, initialCase } from '../../domain/case/state.ts';
import { resultsOf } from '../../domain/round/results.ts';
import { resultsAsCsv } from '../../texts/results-csv.ts';
import { resultsPage } from '../../texts/results-page.ts';
import { call2022 } from '../call-2022.ts';
import { samples } from '../letters/samples.ts';

const cases: CaseState[] = [samples.granted, samples.refused, samples.dismissed].map(
  ({ decision }, index) => ({
    ...initialCase,
    stage: 'decided',
    number: `ANS/2022/000${index + 1}`,
    decision,
    decidedAt: '2022-06-16T10:00:00.000Z',
  }),
);
const resultsNow = () => resultsOf(call2022, cases);

test('the results are as their published schema says, and so is the announcement', () => {
  const results = resultsNow();
  expect(read(schema, results)).toMatchObject({ value: results });
  const announced = announcementOf(call2022, call2022, 'https://anslag.example/calls/2022');
  expect(read(announcement, announced)).toMatchObject({ value: announced });
});

test.each(['results', 'call'])('the schema of the %s in docs/ is the one that is served', (name) => {
  const kept = JSON.parse(readFileSync(`docs/open-data/${name}.schema.json`, 'utf8'));
  expect(kept).toEqual(JSON.parse(JSON.stringify(openDataSchemas[name])));
  expect(kept).toMatchObject({ $schema: expect.stringContaining('2020-12'), additionalProperties: false });
});

test('an application is told with the fields of Decree 1394/2022 § 2', () => {
  const results = resultsNow();
  expect(results.applications[0]).toEqual({
    caseNumber: 'ANS/2022/0001',
    initiated: '2022-04-20',
    appliedCents: 184_450_00,
    applicant: 'Korsholm',
    businessId: '9000499-5',
    decided: '2022-06-16',
    awardedCents: 184_450_00,
    notGranted: false,
    outcome: 'grantedInFull',
    purpose: 'Gemensam kvalitetsmodell för kommunens basdata, Korsholm',
    area: [
      { code: '499', sv: 'Korsholm', fi: 'Mustasaari' },
      { code: '946', sv: 'Vörå', fi: 'Vöyri' },
      { code: '905', sv: 'Vasa', fi: 'Vaasa' },
    ],
  });
  expect(results.applications.map(({ notGranted }) => notGranted)).toEqual([false, true, true]);
  expect(results).toMatchObject({ appliedCents: 3 * 184_450_00, awardedCents: 184_450_00 });
});

test('of a case that is not decided there are no results, and a municipality nobody knows is told by its code', () => {
  expect(() => resultsOf(call2022, [{ ...initialCase, number: 'ANS/2022/0009' }])).toThrow(
    'case ANS/2022/0009 is not decided',
  );
  const { decision } = samples.granted;
  const elsewhere = cases.slice(0, 1).map((one) => ({ ...one, decision: { ...decision, area: ['000'] } }));
  expect(resultsOf(call2022, elsewhere).applications[0]?.area).toEqual([
    { code: '000', sv: '000', fi: '000' },
  ]);
});

test('nothing about a person is published: no address, no contact, no official, no justification', () => {
  const results = resultsNow();
  const published = [JSON.stringify(results), resultsAsCsv(results), resultsPage(results, 'sv')].join('\n');
  const { applicant, partners } = samples.granted.decision;
  for (const personal of [applicant.email, ...partners.map(({ email }) => email), 'Klart.', '@', 'Dora']) {
    expect(published).not.toContain(personal);
  }
});

test('the CSV has a line for each application, and no value that a spreadsheet would run', () => {
  const results = resultsNow();
  const [first, ...others] = results.applications;
  if (!first) throw new Error('nobody applied');
  const hostile = { ...results, applications: [{ ...first, purpose: '=HYPERLINK("x"),\n1' }, ...others] };
  const csv = resultsAsCsv(hostile);
  expect(csv.split('\r\n')[0]).toBe(
    'case_number,initiated,applicant,business_id,purpose,area,applied_euros,granted_euros,not_granted,outcome,decided',
  );
  expect(csv).toContain(`"'=HYPERLINK(""x""),\n1",499 946 905,184450.00,184450.00,false,grantedInFull`);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(4);
});

test.each(['sv', 'fi', 'en'] as const)(
  'the page in %s is one table with headings, and nothing in it is run',
  (language) => {
    const results = resultsNow();
    const [first, ...others] = results.applications;
    if (!first) throw new Error('nobody applied');
    const page = resultsPage(
      { ...results, applications: [{ ...first, purpose: '<script>alert(1)</script>' }, ...others] },
      language,
    );
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toContain('<script');
    expect(page.match(/<th scope="col">/g)).toHaveLength(9);
    expect(page.match(/<th scope="row">/g)).toHaveLength(3);
  },
);
