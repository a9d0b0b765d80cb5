import { assemble, type Given } from './assemble.ts';
import { overReserved } from './conflict.ts';
import { availableOf, type CheckedApplication, type CheckedInput, leastGrant } from './input.ts';
import { Ledger, reservationsOf } from './ledger.ts';
import { type Ranked, rankingOf } from './order.ts';
import type { Plan, PlanValue, Proof, Unkept } from './plan.ts';
import { type Rows, rowsOf } from './rows.ts';

/** An input laid out for its policy. */
export interface Scene {
  readonly input: CheckedInput;
  readonly rows: Rows;
  /** Everybody, in the order ≺. */
  readonly order: readonly Ranked[];
  /** Those who can be granted something. */
  readonly candidates: readonly Ranked[];
}

export function sceneOf(input: CheckedInput): Scene {
  const order = rankingOf(input);
  const candidates = order.filter(
    ({ application }) => application.score >= input.threshold && couldBeFunded(application, input),
  );
  return { input, rows: rowsOf(input), order, candidates };
}

/** Whether its request is as much as the least that may be granted. */
export function couldBeFunded(application: CheckedApplication, input: CheckedInput): boolean {
  return application.requested >= leastGrant(application, input);
}

/** A ledger with the awards that stand, before anybody's turn; money is reserved for groups as these applicants ask. */
export function openLedger({ input, rows }: Scene, candidates: readonly Ranked[]): Ledger {
  const ledger = new Ledger(rows, candidates.map(applicationOf));
  for (const application of input.applications)
    if (application.awarded > 0) ledger.charge(application, application.awarded, -1);
  return ledger;
}

/** What makes every plan impossible, whatever the policy does. */
export function conflictBefore({ input, rows, candidates }: Scene): readonly Unkept[] {
  const most = availableOf(input);
  const awarded = input.applications.reduce((sum, one) => sum + one.awarded, 0);
  if (awarded > most)
    return [
      { row: { kind: 'appropriation' }, because: { code: 'standing-awards-exceed-it', most, awarded } },
    ];
  const isMet = input.policy.kind === 'maxscore' && input.policy.floors === 'met';
  return rows.dimensions.flatMap((dimension, index) => {
    const floors = dimension.groups.map(({ floor }) => floor);
    const reserved = isMet ? floors : reservationsOf(rows, index, candidates.map(applicationOf));
    return overReserved(dimension, reserved, most) ?? [];
  });
}

/** Those who cannot be granted anything, but may have an award that stands. */
export function othersIn({ input, order, candidates }: Scene): readonly Given[] {
  const isCandidate = new Set(candidates);
  return order
    .filter((entry) => !isCandidate.has(entry))
    .map((entry): Given => {
      const { score, awarded } = entry.application;
      const { threshold, scorePerPoint, minimumGrant } = input;
      if (awarded > 0) return { entry, cents: awarded, reason: { code: 'standing' } };
      return score < threshold
        ? {
            entry,
            cents: 0,
            reason: { code: 'below-the-threshold', short: threshold - score, scorePerPoint },
          }
        : { entry, cents: 0, reason: { code: 'below-the-least-grant', minimumGrant } };
    });
}

/** The plan of what a policy gave. `ended` is who ended a walk, if one ended early. */
export function planOf(
  { input, rows, candidates }: Scene,
  given: readonly Given[],
  maximised: PlanValue['maximised'],
  proof: Proof,
  ended: Ranked | null = null,
): Plan {
  const ledger = new Ledger(rows, candidates.map(applicationOf));
  for (const { entry, cents } of given) if (cents > 0) ledger.charge(entry.application, cents, 0);
  return assemble({ input, given, candidates, maximised, proof, ended, ledger });
}

function applicationOf({ application }: Ranked): CheckedApplication {
  return application;
}
