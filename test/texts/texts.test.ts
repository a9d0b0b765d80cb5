import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules, screen, unmet } from '../../domain/eligibility/screening.ts';
import { entrantsOf } from '../../rehearsal/applications/entrants.ts';
import { languageOf } from '../../texts/accept-language.ts';
import { explainFault, knownFaultCodes } from '../../texts/faults.ts';
import { formatDate, formatEuros, formatInstant } from '../../texts/format.ts';
import { languages } from '../../texts/language.ts';
import { refusalTexts } from '../../texts/refusals.ts';
import { requirementsOf } from '../../texts/requirements.ts';
import { explainFinding, ruleNames } from '../../texts/rules.ts';
import { citedSource } from '../../texts/statutes.ts';
import { call2022, korsholm } from '../call-2022.ts';
import { callIds, callOf } from '../calls.ts';

test('every refusal has words of its own in three languages', () => {
  for (const text of Object.values(refusalTexts)) {
    for (const language of languages) expect(text[language]).toMatch(/^\p{Lu}.{5,}\.$/u);
  }
});

test('every fault code that the code can give has words', () => {
  const sources = ['contract', 'domain/application', 'functions'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const codes = sources.flatMap((source) => [
    ...[...source.matchAll(/code: '([a-z-]+-[a-z-]+|required|malformed)'/g)].map(([, code = '']) => code),
    ...[...source.matchAll(/error: '([a-z-]+)'/g)].map(([, code = '']) => code),
  ]);
  expect(codes.length).toBeGreaterThan(10);
  expect([...new Set(codes)].filter((code) => !knownFaultCodes.includes(code))).toEqual([]);
});

test('a fault is told with its place', () => {
  expect(explainFault({ place: '/costs/0/cents', code: 'too-small', details: { minimum: 0 } }, 'sv')).toBe(
    '/costs/0/cents: värdet är för litet eller för kort (minst 0)',
  );
});

test.each(callIds)(
  'every rule’s result reads as a sentence with its facts, for every application of call %s, in every language',
  (id) => {
    const call = callOf(id);
    for (const { application } of entrantsOf(call)) {
      const findings = screen({ call, application, arrivedAt: call.closesAt.replace(':15:', ':17:') });
      for (const language of languages) {
        const judgements = findings
          .filter(({ outcome }) => outcome === 'judgement')
          .map(({ rule, subject }) => ({ rule, subject, met: false, reason: 'Nej.' }));
        const reasons = [
          ...requirementsOf({ findings, judgements }, call, language).map(({ reason }) => reason),
          ...unmet(findings, judgements).map((finding) => explainFinding(finding, call, language)),
        ];
        for (const reason of reasons) {
          expect(reason).toMatch(/^[\p{Lu}\d].+\.$/su);
          expect(reason).not.toMatch(/undefined|NaN|null|\[object|: \.$/);
        }
      }
    }
  },
);

test('the list of requirements has every rule that was applied, with a person’s word beside the machine’s', () => {
  const application = { ...korsholm, project: { ...korsholm.project, title: 'Socialvårdens ärenden' } };
  const findings = screen({ call: call2022, application, arrivedAt: call2022.closesAt });
  const about = { rule: 'not-excluded', subject: 'social-and-health-care' } as const;
  const judgements = [{ ...about, met: false, reason: 'Gäller hemvården.' }];
  const requirements = requirementsOf({ findings, judgements }, call2022, 'sv');
  expect(requirements).toHaveLength(findings.length);
  expect(requirements.find(({ subject }) => subject === about.subject)).toMatchObject({
    outcome: 'judgement',
    reason: 'Följande ord i ansökan kan tyda på detta: socialvårdens (Social- och hälsovård).',
    judgement: { met: false, reason: 'Gäller hemvården.' },
    sentence: { source: 'S2' },
  });
});

test('every rule has a name in every language, all different', () => {
  for (const language of languages) {
    expect(new Set(rules.map(({ id }) => ruleNames[id][language])).size).toBe(rules.length);
  }
});

test('sums, dates and times are written as in Finland', () => {
  expect(formatEuros(1_000_000_000, 'sv')).toBe('10\u00a0000\u00a0000\u00a0€');
  expect(formatEuros(9_410_322, 'fi')).toBe('94\u00a0103,22\u00a0€');
  expect(formatInstant('2022-04-25T13:15:00.000Z', 'sv')).toBe('25.4.2022 kl. 16.15');
  expect(formatInstant('2022-04-25T13:15:00.000Z', 'fi')).toBe('25.4.2022 klo 16.15');
  expect(formatDate('2024-09-30')).toBe('30.9.2024');
});

test.each([
  ['sv-FI,sv;q=0.9,fi;q=0.8', 'sv'],
  ['de, en;q=0.3, fi;q=0.7', 'fi'],
  ['en-GB', 'en'],
  ['de', 'fi'],
  ['sv;q=0, en', 'en'],
  [undefined, 'fi'],
])('whoever asks for %s reads %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

test('a source is cited in the reader’s language', () => {
  expect(citedSource('893/2019 § 6, 2 p.', 'sv')).toBe('893/2019, 6\u00a0§ 2\u00a0punkten');
  expect(citedSource('893/2019 § 4', 'fi')).toBe('893/2019, 4\u00a0§');
  expect(citedSource('S2', 'sv')).toBe('utlysningen');
});
