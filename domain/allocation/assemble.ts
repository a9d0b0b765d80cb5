import { hashOf } from '../canonical.ts';
import type { Cents } from '../money.ts';
import { availableOf, type CheckedInput, grantsInPart, leastGrant } from './input.ts';
import type { Ledger } from './ledger.ts';
import type { Ranked } from './order.ts';
import {
  type Award,
  engineVersion,
  type Infeasible,
  type Inversion,
  type LeftOverReason,
  type Parameters,
  type Plan,
  type PlanValue,
  type Proof,
  type Reason,
  type Unkept,
} from './plan.ts';

/** What one application was given, and why. */
export interface Given {
  readonly entry: Ranked;
  readonly cents: Cents;
  readonly reason: Reason;
}

/** What a policy decided. */
export interface Decided {
  readonly input: CheckedInput;
  readonly given: readonly Given[];
  /** Those who could be granted something. */
  readonly candidates: readonly Ranked[];
  readonly maximised: PlanValue['maximised'];
  readonly proof: Proof;
  /** Who ended a walk, if one ended early. */
  readonly ended: Ranked | null;
  /** Charged with everything given. */
  readonly ledger: Ledger;
}

/** The plan of what a policy decided. Throws an Error where it gives more than there is: that would be a bug. */
export function assemble(decided: Decided): Plan {
  const { input, given, maximised, proof } = decided;
  const awards = given.map(awardOf).sort((a, b) => a.rank - b.rank);
  const total = awards.reduce((sum, { cents }) => sum + cents, 0);
  if (total > availableOf(input)) throw new Error(`a plan of ${total} cents is more than there is to give`);
  const funded = awards.filter(({ cents }) => cents > 0);
  const left = input.appropriation - total;
  return {
    kind: 'plan',
    ...headOf(input),
    awards,
    total,
    leftOver: { cents: left, reasons: left > 0 ? leftOverReasons(decided) : [] },
    inversions: inversionsOf(awards),
    value: {
      funded: funded.length,
      score: funded.reduce((sum, { score }) => sum + score, 0),
      maximised,
    },
    proof,
  };
}

/** The answer that no plan keeps the rows. */
export function refuse(input: CheckedInput, conflict: readonly Unkept[]): Infeasible {
  return { kind: 'infeasible', ...headOf(input), conflict };
}

function headOf(input: CheckedInput) {
  const { applications: _, policy, seed, ...parameters } = input;
  return {
    engineVersion,
    inputHash: hashOf(input),
    policy,
    parameters: parameters satisfies Parameters,
    seed,
  };
}

function awardOf({ entry: { application, rank }, cents, reason }: Given): Award {
  const { id, score, requested } = application;
  const outcome = cents === 0 ? 'none' : cents === requested ? 'in-full' : 'in-part';
  return { id, rank, score, requested, cents, outcome, reason };
}

/** From the last to the first, so that each knows who is funded after it. */
function inversionsOf(awards: readonly Award[]): readonly Inversion[] {
  const inversions: Inversion[] = [];
  let fundedAfter = 0;
  let last: Award | undefined;
  for (const award of awards.toReversed()) {
    if (award.cents > 0) {
      fundedAfter += 1;
      last ??= award;
    } else if (last) inversions.push(inversionOf(award, last, fundedAfter));
  }
  return inversions.reverse();
}

function inversionOf({ id, score, reason }: Award, last: Award, fundedAfter: number): Inversion {
  const row = 'row' in reason ? reason.row : null;
  return {
    refused: id,
    fundedAfter,
    last: last.id,
    scoreAbove: score - last.score,
    reason: reason.code,
    row,
  };
}

function leftOverReasons(decided: Decided): readonly LeftOverReason[] {
  const { input, given, candidates } = decided;
  const { appropriation, reserve, threshold } = input;
  const available = availableOf(input);
  const notShared = appropriation - reserve - available;
  const below = given.filter(({ entry, cents }) => cents === 0 && entry.application.score < threshold);
  const cents = new Map(given.map((one) => [one.entry, one.cents]));
  const needs = candidates.flatMap((entry) => needOf(entry, cents.get(entry) ?? 0, input));
  const left = available - spent(given);
  return [
    ...(reserve > 0 ? [{ code: 'held-back', cents: reserve } as const] : []),
    ...(notShared > 0 ? [{ code: 'shared', cents: notShared } as const] : []),
    ...(needs.length > 0 ? [] : [{ code: 'all-funded-in-full' } as const]),
    ...(below.length > 0 ? [belowThreshold(below)] : []),
    ...(needs.length > 0 && left > 0 ? whyNotMore(decided, needs, left) : []),
  ];
}

/** The smallest sum that could be granted on top; none where all that is requested is granted. */
function needOf({ application }: Ranked, granted: Cents, input: CheckedInput): readonly Cents[] {
  if (granted === application.requested) return [];
  if (!grantsInPart(input.policy)) return [application.requested - granted];
  return [granted > 0 ? 1 : leastGrant(application, input)];
}

/** Why what could still be given was not given to those who could still be given something. */
function whyNotMore(
  { ended, ledger }: Decided,
  needs: readonly Cents[],
  left: Cents,
): readonly LeftOverReason[] {
  const waiting = ledger.waiting().map((one) => ({ code: 'waits-for-groups', ...one }) as const);
  if (ended) return [...waiting, { code: 'ended', endedAt: ended.application.id }];
  const tooMuch = needs.filter((need) => need > left);
  const barred = needs.length - tooMuch.length;
  return [
    ...waiting,
    ...(tooMuch.length > 0
      ? [{ code: 'nobody-fits', applications: tooMuch.length, least: Math.min(...tooMuch) } as const]
      : []),
    ...(barred > 0 ? [{ code: 'no-room-in-rows', applications: barred } as const] : []),
  ];
}

function belowThreshold(below: readonly Given[]): LeftOverReason {
  const requested = below.reduce((sum, { entry }) => sum + entry.application.requested, 0);
  return { code: 'below-the-threshold', applications: below.length, requested };
}

function spent(given: readonly Given[]): Cents {
  return given.reduce((sum, { cents }) => sum + cents, 0);
}
