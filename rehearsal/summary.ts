import { basename } from 'node:path';
import { styleText } from 'node:util';
import Table from 'cli-table3';
import { formatEuros } from '../texts/format.ts';
import type { CaseOutcome, Outcome } from './report.ts';

/** The outcome of a rehearsed call as a table for the terminal. */
export function summaryOf(outcome: Outcome): string {
  const cases = new Table({
    head: ['Case', 'Applicant', 'Applied', 'Points', 'Outcome', 'Awarded', 'Letter and mail'].map(bold),
    colAligns: ['left', 'left', 'right', 'right', 'left', 'right', 'left'],
    // The library would colour also what is not shown on a terminal.
    style: { head: [], border: [], compact: true },
  });
  cases.push(...outcome.cases.map(rowOf));
  return `${cases.toString()}\n\n${totals(outcome)}\n`;
}

function rowOf({
  caseNumber,
  applicant,
  origin,
  requestedCents,
  score,
  outcome,
  awardedCents,
  letter,
}: CaseOutcome) {
  return [
    caseNumber,
    origin === 'published' ? `${applicant} *` : applicant,
    euros(requestedCents),
    score === null ? '' : score.toFixed(1),
    styleText(colours[outcome], names[outcome]),
    awardedCents === 0 ? '' : euros(awardedCents),
    `${basename(letter, '.pdf')}.{pdf,eml}`,
  ];
}

function totals(outcome: Outcome): string {
  const { appliedCents, awardedCents, appropriationCents } = outcome;
  const lines: readonly (readonly [string, string])[] = [
    ['Applied', `${outcome.applications} applications, ${euros(appliedCents)}`],
    ['Eligible', `${outcome.eligible}`],
    ['Granted in full', `${outcome.grantedInFull}`],
    ['Granted in part', `${outcome.grantedInPart}`],
    ['Refused', `${outcome.refused}`],
    ['Dismissed', `${outcome.dismissed}`],
    ['Not taken in', `${outcome.rejectedSubmissions} submissions (a broken file, a repeated one)`],
    [
      'Awarded',
      `${euros(awardedCents)} of ${euros(appropriationCents)}  ${share(awardedCents, appropriationCents)}`,
    ],
    [
      'Mails and letters',
      `${outcome.mails} decision mails, ${outcome.letters} letters, ${outcome.chainsVerified} logs verified`,
    ],
  ];
  const body = lines.map(([label, value]) => `  ${bold(label.padEnd(18))} ${value}`).join('\n');
  return `${body}\n\n  * applicant and sum as published by the ministry; everything else is made up`;
}

function bold(text: string): string {
  return styleText('bold', text);
}

/** A bar of twenty cells: how much of the appropriation was awarded. */
function share(part: number, whole: number): string {
  const cells = Math.round((20 * part) / whole);
  return `${'█'.repeat(cells)}${'░'.repeat(20 - cells)} ${((100 * part) / whole).toFixed(1)} %`;
}

function euros(cents: number): string {
  return formatEuros(cents, 'fi');
}

const names: Readonly<Record<CaseOutcome['outcome'], string>> = {
  grantedInFull: 'granted in full',
  grantedInPart: 'granted in part',
  refused: 'refused',
  dismissed: 'dismissed',
};

const colours: Readonly<Record<CaseOutcome['outcome'], 'green' | 'yellow' | 'red' | 'magenta'>> = {
  grantedInFull: 'green',
  grantedInPart: 'yellow',
  refused: 'red',
  dismissed: 'magenta',
};
