import type { ResultLine, Results } from '../domain/round/results.ts';
import { asCsv } from './csv.ts';

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
 * The results as CSV: a header, then a line for each application; sums in euros with a point.
 */
export function resultsAsCsv({ applications }: Results): string {
  const rows = applications.map((line) => columns.map(([, value]) => value(line)));
  return asCsv([columns.map(([name]) => name), ...rows]);
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2);
}
