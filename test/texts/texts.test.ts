import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules, screen } from '../../domain/eligibility/screening.ts';
import { entrants2022 } from '../../rehearsal/applications/entrants.ts';
import { languageOf } from '../../texts/accept-language.ts';
import { explainFault, knownFaultCodes } from '../../texts/faults.ts';
import { formatDate, formatEuros, formatInstant } from '../../texts/format.ts';
import { languages } from '../../texts/language.ts';
import { refusalTexts } from '../../texts/refusals.ts';
import { explainFinding, ruleNames } from '../../texts/rules.ts';
import { citedSource } from '../../texts/statutes.ts';
import { call2022 } from '../call-2022.ts';

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
    ...[...source.matchAll(/code: '([a-z-]+)'/g)].map(([, code = '']) => code),
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

test('what a rule found reads as a sentence, for every finding of the 49, in every language', () => {
  for (const { application } of entrants2022(call2022)) {
    const findings = screen({ call: call2022, application, arrivedAt: '2022-04-25T13:17:00.000Z' });
    for (const finding of findings.filter(({ outcome }) => outcome !== 'met')) {
      for (const language of languages) {
        const sentence = explainFinding(finding, call2022, language);
        expect(sentence).toMatch(/^\p{Lu}.+\.$/su);
        expect(sentence).not.toMatch(/undefined|NaN|null|\[object/);
      }
    }
  }
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
