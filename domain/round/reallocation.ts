import { allocate } from '../allocation/allocate.ts';
import type { CheckedInput } from '../allocation/input.ts';
import type { Allocation, Plan } from '../allocation/plan.ts';
import { type Change, reallocationInput } from '../allocation/reallocate.ts';
import type { Fault } from '../fault.ts';
import { type Cents, sumCents } from '../money.ts';
import type { AwardsSince } from './awards.ts';
import type { AwardMove } from './events.ts';
import { type ProposedPlan, planIn } from './plan.ts';

/** What a reallocation may share out. */
export interface Money {
  /** What the call may award in all: its appropriation, or what the calls it shares one with have left it. */
  readonly availableCents: Cents;
  /** What of it is held back from now on; as before where absent. */
  readonly reserveCents?: Cents | undefined;
}

/** A plan that goes on with the ranked list of the one before, or why there is none. */
export type Reallocated =
  | { readonly input: CheckedInput; readonly allocation: Plan; readonly moves: readonly AwardMove[] }
  | { readonly faults: readonly Fault[] }
  | { readonly conflict: Extract<Allocation, { kind: 'infeasible' }>['conflict'] };

/**
 * Who would get what has come free since a plan: under its own policy, order and draw, with all that was awarded and
 * changed since as it stands. Awards of cases that the plan did not rank are paid before.
 */
export function reallocate(
  before: ProposedPlan,
  { changedAwards }: Pick<AwardsSince, 'changedAwards'>,
  { availableCents, reserveCents }: Money,
  limits: CheckedInput['limits'],
): Reallocated {
  const plan = planIn(before);
  const ranked = new Map(plan.awards.map(({ id, cents }) => [id, cents]));
  const changed = Object.entries(changedAwards);
  const unranked = changed.filter(([caseNumber]) => !ranked.has(caseNumber));
  const changes = changed.flatMap(([application, { cents, declined }]): Change[] => {
    if (!ranked.has(application)) return [];
    if (declined) return [{ type: 'declined', application }];
    return cents === ranked.get(application) ? [] : [{ type: 'awarded', application, cents }];
  });
  const checked = reallocationInput({ ...before.input, limits }, plan, [
    ...changes,
    { type: 'appropriation', cents: availableCents - sumCents(unranked.map(([, { cents }]) => cents)) },
    ...(reserveCents === undefined ? [] : [{ type: 'reserve', cents: reserveCents } as const]),
  ]);
  if ('faults' in checked) return checked;
  const { input } = checked;
  const allocation = allocate(input);
  if (allocation.kind === 'infeasible') return { conflict: allocation.conflict };
  return { input, allocation, moves: movesOf(input, allocation) };
}

function movesOf({ applications }: CheckedInput, { awards }: Plan): readonly AwardMove[] {
  const standing = new Map(applications.map(({ id, awarded }) => [id, awarded]));
  return awards.flatMap(({ id, cents }) => {
    const fromCents = standing.get(id) ?? 0;
    if (cents < fromCents) throw new Error(`a reallocation would lower the award of ${id}`);
    return cents > fromCents ? [{ caseNumber: id, fromCents, toCents: cents }] : [];
  });
}
