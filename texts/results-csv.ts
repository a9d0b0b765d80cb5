import type { ResultLine, Results } from '../domain/round/results.ts';

const columns: readonly (readonly [name: string, value: (line: ResultLine) => string])[] = [
  ['case_number', ({ caseNumber }) => caseNumber],
  ['initiated', ({ initiated }) => initiated],
  ['applicant', ({ applicant }) => applicant],
  ['business_id', ({ businessId }) => businessId],
  ['purpose', ({ purpose }) => purpose],
  ['area', ({ area }) => area.map(({ code }) => code).join(' ')],
  ['applied_euros', ({ appliedCents }) => euros(appliedCents)],
  ['granted_euros', ({ awardedCents }) => euros(awardedCents)],
  ['not_granted', ({ notGranted }) => String(notGranted)],
  ['outcome', ({ outcome }) => outcome],
  ['decided', ({ decided }) => decided],
];

/**
 * The results as CSV (RFC 4180): a header, then a line for each application; sums in euros with a point. A value that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export function resultsAsCsv({ applications }: Results): string {
  const rows = applications.map((line) => columns.map(([, value]) => value(line)));
  return [columns.map(([name]) => name), ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2);
}
