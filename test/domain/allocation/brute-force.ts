import type { CheckedInput } from '../../../domain/allocation/input.ts';
import { availableOf, leastGrant } from '../../../domain/allocation/input.ts';
import { rankingOf } from '../../../domain/allocation/order.ts';

/** One possible allocation: cents by place in the order ≺. */
export type Vector = readonly number[];

export interface Rules {
  readonly grants: 'full' | 'partial';
  /** How floors bind; `ignored` asks only for what no plan may break. */
  readonly floors: 'met' | 'reserved' | 'ignored';
}

/** Every allocation that the input's rows allow, by trying all of them. For a handful of applications and cents. */
export function allocationsOf(input: CheckedInput, rules: Rules): Vector[] {
  const order = rankingOf(input).map(({ application }) => application);
  const found: Vector[] = [];
  const choose = (chosen: readonly number[]) => {
    const next = order[chosen.length];
    if (!next) {
      if (isAllowed(input, chosen, rules)) found.push(chosen);
      return;
    }
    for (const cents of grantsFor(input, chosen.length, rules)) choose([...chosen, cents]);
  };
  choose([]);
  return found;
}

/** Whether an allocation keeps the appropriation, the ceilings, the caps and the floors. Written from the rules alone. */
export function isAllowed(input: CheckedInput, vector: Vector, { floors }: Pick<Rules, 'floors'>): boolean {
  const order = rankingOf(input).map(({ application }) => application);
  const sum = (belongs: (index: number) => boolean) =>
    vector.reduce((total, cents, index) => (belongs(index) ? total + cents : total), 0);
  const available = availableOf(input);
  if (sum(() => true) > available) return false;
  const dimensions = new Set(input.quotas.map(({ dimension }) => dimension));
  const spentBy = (dimension: string, group: string) =>
    sum((index) => order[index]?.groups[dimension] === group);
  const ceilingsHold = input.quotas.every(
    ({ dimension, group, ceiling }) => ceiling === null || spentBy(dimension, group) <= ceiling,
  );
  const floorsHold = input.quotas.every(({ dimension, group, floor }) => spentBy(dimension, group) >= floor);
  const reservesHold = [...dimensions].every((dimension) => heldIn(input, vector, dimension) <= available);
  return (
    ceilingsHold &&
    capsHold(input, sum) &&
    (floors !== 'met' || floorsHold) &&
    (floors !== 'reserved' || reservesHold)
  );
}

/** Σ max(spent, L) over the groups of a dimension, plus what applications without such a group got. */
function heldIn(input: CheckedInput, vector: Vector, dimension: string): number {
  const order = rankingOf(input).map(({ application }) => application);
  const quotas = input.quotas.filter((quota) => quota.dimension === dimension && quota.floor > 0);
  const held = quotas.map(({ group, floor, ceiling }) => {
    const members = order.flatMap((application, index) =>
      application.groups[dimension] === group ? [{ application, cents: vector[index] ?? 0 }] : [],
    );
    const spent = members.reduce((total, { cents }) => total + cents, 0);
    const requested = members
      .filter(({ application }) => isCandidate(input, application))
      .reduce((total, { application }) => total + application.requested, 0);
    return Math.max(spent, Math.min(floor, ceiling ?? floor, requested));
  });
  const outside = order.reduce((total, { groups }, index) => {
    const isInside = quotas.some(({ group }) => groups[dimension] === group);
    return isInside ? total : total + (vector[index] ?? 0);
  }, 0);
  return held.reduce((total, cents) => total + cents, outside);
}

function capsHold(input: CheckedInput, sum: (belongs: (index: number) => boolean) => number): boolean {
  const order = rankingOf(input).map(({ application }) => application);
  const { applicant, municipality } = input.caps;
  return order.every((one) => {
    const ofApplicant = sum((index) => one.applicant !== null && order[index]?.applicant === one.applicant);
    const ofMunicipality = one.municipalities.map((name) =>
      sum((index) => order[index]?.municipalities.includes(name) ?? false),
    );
    return (
      (applicant === null || ofApplicant <= applicant) &&
      (municipality === null || ofMunicipality.every((cents) => cents <= municipality))
    );
  });
}

function isCandidate(input: CheckedInput, application: CheckedInput['applications'][number]): boolean {
  return application.score >= input.threshold && application.requested >= leastGrant(application, input);
}

function grantsFor(input: CheckedInput, place: number, { grants }: Rules): readonly number[] {
  const application = rankingOf(input)[place]?.application;
  if (!application || !isCandidate(input, application)) return [application?.awarded ?? 0];
  const { requested, awarded } = application;
  if (grants === 'full') return [...new Set([awarded, requested])];
  const least = leastGrant(application, input);
  const some = Array.from({ length: requested - least + 1 }, (_, step) => least + step);
  return awarded > 0 ? some : [0, ...some];
}

/** Negative where `a` gives more to the first application to which they do not give the same. */
export function byOrder(a: Vector, b: Vector): number {
  for (const [index, cents] of a.entries()) if (cents !== b[index]) return (b[index] ?? 0) - cents;
  return 0;
}
