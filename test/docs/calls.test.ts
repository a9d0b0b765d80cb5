import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleIds } from '../../domain/eligibility/rule.ts';
import { screen } from '../../domain/eligibility/screening.ts';
import { entrantsOf } from '../../rehearsal/applications/entrants.ts';
import { callIds, callOf } from '../calls.ts';

interface Row {
  readonly rule: string;
  readonly subject?: string;
  readonly calls: readonly string[];
  readonly sentence: string;
  readonly source: string;
}

const page = readFileSync('docs/calls.md', 'utf8');
const cells = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('|---'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

const rows: readonly Row[] = cells
  .filter(([first]) => first?.startsWith('`'))
  .map(([about = '', calls = '', sentence = '', source = '']) => {
    const [rule = '', subject] = about.replaceAll('`', '').split(': ');
    return { rule, ...(subject ? { subject } : {}), calls: calls.split(', '), sentence, source };
  });

/** Every finding of a call's rehearsed applications. */
const findingsOf = new Map(
  callIds.map((id) => {
    const call = callOf(id);
    const arrivedAt = call.opensAt;
    return [
      id as string,
      entrantsOf(call).flatMap(({ application }) => screen({ call, application, arrivedAt })),
    ];
  }),
);

test('the table has every rule', () => {
  expect([...new Set(rows.map(({ rule }) => rule))].sort()).toEqual([...ruleIds].sort());
});

test('the table has every exclusion and every required part there is in any call', () => {
  const subjects = callIds.flatMap((id) => {
    const { exclusions, requiredParts } = callOf(id);
    return [
      ...exclusions.map((one) => `not-excluded: ${one.id}`),
      ...requiredParts.map((one) => `part-included: ${one.id}`),
    ];
  });
  const told = new Set(rows.map(({ rule, subject }) => `${rule}: ${subject}`));
  expect([...new Set(subjects)].filter((subject) => !told.has(subject))).toEqual([]);
});

test.each(rows)('$rule $subject rests in $calls on the sentence that the table quotes', (row) => {
  for (const id of row.calls) {
    const found = (findingsOf.get(id) ?? []).filter(
      ({ rule, subject }) => rule === row.rule && (row.subject === undefined || subject === row.subject),
    );
    expect(found.length).toBeGreaterThan(0);
    const themes = row.rule === 'theme-named' ? callOf(id).themes.map(({ sentence }) => sentence) : [];
    const quoted = [...found.map(({ sentence }) => sentence), ...themes];
    expect(quoted.some(({ text, source }) => text.includes(row.sentence) && source === row.source)).toBe(
      true,
    );
  }
});

test('every test that the page names exists', () => {
  const named = [...page.matchAll(/\| ([^|]+) \(\[[^\]]+\]\(\.\.\/(test\/[^)]+)\)\) \|/g)];
  expect(named.length).toBeGreaterThan(40);
  for (const [, title = '', file = ''] of named) {
    expect(readFileSync(join(file), 'utf8')).toContain(`'${title}'`);
  }
});
