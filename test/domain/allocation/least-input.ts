import { checkInput } from '../../../domain/allocation/check-input.ts';
import type { Fault } from '../../../domain/fault.ts';

export const first = { id: 'a', drawKey: 'k1', score: 70, requested: 500, minimum: 100 };

/** The least that is an allocation input: one application, and no default written out. */
export const least = {
  appropriation: 1000,
  policy: { kind: 'rank', mode: 'skip' },
  scorePerPoint: 1,
  maximumScore: 100,
  seed: 's',
  applications: [first],
} as const;

export const withPolicy = (policy: object) => ({ ...least, policy });

export function faultsOf(value: unknown): readonly Fault[] {
  const checked = checkInput(value);
  return 'faults' in checked ? checked.faults : [];
}
