import { type Sha256, sha256 } from '../canonical.ts';
import type { CheckedApplication, CheckedInput } from './input.ts';

/** An application in the order ≺, with the draw that decided where nothing published did. */
export interface Ranked {
  readonly application: CheckedApplication;
  /** 1 for the first. */
  readonly rank: number;
  readonly draw: Sha256;
}

/**
 * The order ≺ of a call, total and independent of the order of the input: score descending, then the published keys,
 * each ascending, then SHA-256(seed ‖ draw key). The seed's digest is published before the call closes, so nobody can
 * choose a seed for the applicants there are, nor an application for the seed there is.
 */
export function rankingOf({ applications, seed }: CheckedInput): readonly Ranked[] {
  return applications
    .map((application) => ({ application, draw: drawOf(seed, application.drawKey) }))
    .sort((a, b) => b.application.score - a.application.score || compareTie(a, b))
    .map((entry, index) => ({ ...entry, rank: index + 1 }));
}

/** The digest that places an application among those that no published key tells apart. */
function drawOf(seed: string, drawKey: string): Sha256 {
  return sha256(seed + drawKey);
}

/** Negative where `a` comes before `b` at equal scores, else positive: no two applications have the same draw. */
function compareTie(a: Omit<Ranked, 'rank'>, b: Omit<Ranked, 'rank'>): number {
  const keys = b.application.keys;
  for (const [index, key] of a.application.keys.entries()) {
    const other = keys[index] ?? 0;
    if (key !== other) return key - other;
  }
  return a.draw < b.draw ? -1 : 1;
}

/** The least score at which `mover` would come before `ahead`. */
export function scoreToPrecede(mover: Ranked, ahead: Ranked): number {
  return ahead.application.score + (compareTie(mover, ahead) < 0 ? 0 : 1);
}
