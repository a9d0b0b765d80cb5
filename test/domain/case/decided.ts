import type { Award } from '../../../domain/allocation/plan.ts';
import { draftDecision } from '../../../domain/decision/draft.ts';
import { call2022, korsholm } from '../../call-2022.ts';
import { type CaseLog, evaluated } from './case-log.ts';

export const batch = 'b'.repeat(64);

/** What a plan says of Korsholm's application where it gives so many cents. */
export function awardOf(cents: number): Award {
  return {
    id: 'ANS/2022/0001',
    rank: 1,
    score: 80,
    cents,
    fundable: 184_450_00,
    reason: { code: 'granted-in-full' },
  } as unknown as Award;
}

/** The decision on a case as it is, by which so many cents are granted. */
export function decisionOn({ state }: CaseLog, cents: number) {
  return draftDecision({ call: call2022, state, application: korsholm, award: awardOf(cents), ranked: 1 });
}

/** A case that was decided, by which so many cents were granted; its letter is not written yet. */
export function decided(cents = 184_450_00): CaseLog {
  const log = evaluated();
  log.give({ type: 'record-decision', decision: decisionOn(log, cents), batch });
  return log;
}

/** The letter of a decision, told apart by a hexadecimal digit: itself, its archive copy and its translation. */
export function letterFile(digit: string) {
  const file = (name: string, mark: string) => ({
    key: `letters/1/${name}.pdf`,
    sha256: `${digit}${mark}`.repeat(32),
  });
  return {
    ...file(digit, '0'),
    sizeBytes: 1,
    archived: file(`${digit}.archive`, '1'),
    translation: file(`${digit}.translation`, '2'),
  };
}

/** A decided case whose letter was written. */
export function written(cents?: number): CaseLog {
  const log = decided(cents);
  log.give({ type: 'note-letter', ...letterFile('a') });
  return log;
}
