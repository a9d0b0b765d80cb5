import type { KeptEvent } from '../log/event.ts';
import type { CaseBody } from './events.ts';

/**
 * What an applicant may know of what happened in its case: what it did itself, what it was told, and what was decided.
 * How the matter was prepared is not public before the decision (Act 621/1999 § 6, § 11).
 */
export function eventsForApplicant(events: readonly KeptEvent<CaseBody>[]): readonly KeptEvent<CaseBody>[] {
  return events.filter(({ type }) => told.has(type));
}

const told: ReadonlySet<string> = new Set<CaseBody['type']>([
  'application-opened',
  'submission-rejected',
  'case-registered',
  'version-received',
  'completion-requested',
  'extension-requested',
  'completion-extended',
  'extension-refused',
  'completion-expired',
  'application-withdrawn',
  'decision-made',
  'letter-opened',
  'hearing-answered',
  'decision-corrected',
  'decision-replaced',
  'grant-declined',
  'data-removed',
]);
