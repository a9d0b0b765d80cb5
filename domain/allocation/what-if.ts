import type { Cents } from '../money.ts';
import { allocate } from './allocate.ts';
import { type Checked, checkInput } from './check-input.ts';
import type { AllocationInput, CheckedInput } from './input.ts';
import type { Allocation, Award, Reason } from './plan.ts';

/**
 * What an allocation is computed with instead, to see what would follow; nothing of it touches the call. What is not
 * named stays as it is.
 */
export interface Scenario
  extends Partial<
    Pick<
      AllocationInput,
      'appropriation' | 'reserve' | 'policy' | 'threshold' | 'minimumGrant' | 'quotas' | 'caps'
    >
  > {
  /** For people, to tell scenarios apart. */
  readonly name: string;
  /** Other scores, by application. */
  readonly scores?: Readonly<Record<string, number>>;
  /** Applications that are withdrawn. */
  readonly withdrawn?: readonly string[];
}

/** A scenario beside the allocation it is compared with. */
export interface Compared {
  readonly scenario: Scenario;
  readonly input: CheckedInput;
  readonly allocation: Allocation;
  /** Who gets something else than before, the most moved first; of equals in the order of the ids. */
  readonly moves: readonly Move[];
}

/** Whom a scenario gives something else, by how much, and why: its reason there. */
export interface Move {
  readonly id: string;
  readonly before: Cents;
  readonly after: Cents;
  readonly difference: Cents;
  readonly rankBefore: number;
  /** None where it is withdrawn. */
  readonly rankAfter: number | null;
  readonly why: Reason | { readonly code: 'withdrawn' };
}

/**
 * The input as a scenario has it, or every fault: an application that is not there has no place in `scores` or
 * `withdrawn`, and the rest must be an input like any other. Places point into the scenario where it made the fault.
 */
function inputOf(input: CheckedInput, scenario: Scenario): Checked {
  const { name: _, scores = {}, withdrawn = [], ...instead } = scenario;
  const known = new Set(input.applications.map(({ id }) => id));
  const unknown = [
    ...Object.keys(scores).map((id) => [id, `/scores/${id}`] as const),
    ...withdrawn.map((id, at) => [id, `/withdrawn/${at}`] as const),
  ].filter(([id]) => !known.has(id));
  if (unknown.length > 0)
    return {
      faults: unknown.map(([id, place]) => ({ place, code: 'no-such-application', details: { id } })),
    };
  const isWithdrawn = new Set(withdrawn);
  return checkInput({
    ...input,
    ...instead,
    applications: input.applications
      .filter(({ id }) => !isWithdrawn.has(id))
      .map((application) => ({ ...application, score: scores[application.id] ?? application.score })),
  });
}

/** A scenario computed, and compared with the allocation of the call's own input; or its faults. */
export function compare(
  base: { readonly input: CheckedInput; readonly allocation: Allocation },
  scenario: Scenario,
): Compared | Extract<Checked, { readonly faults: unknown }> {
  const checked = inputOf(base.input, scenario);
  if ('faults' in checked) return checked;
  const allocation = allocate(checked.input);
  return { scenario, input: checked.input, allocation, moves: movesBetween(base.allocation, allocation) };
}

/** Where one of the two is infeasible nobody is said to move. */
function movesBetween(before: Allocation, after: Allocation): readonly Move[] {
  if (before.kind === 'infeasible' || after.kind === 'infeasible') return [];
  const awards = new Map(after.awards.map((award) => [award.id, award]));
  return before.awards
    .map((award) => moveOf(award, awards.get(award.id)))
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.id < b.id ? -1 : 1));
}

function moveOf(before: Award, after: Award | undefined): Move {
  const cents = after?.cents ?? 0;
  return {
    id: before.id,
    before: before.cents,
    after: cents,
    difference: cents - before.cents,
    rankBefore: before.rank,
    rankAfter: after?.rank ?? null,
    why: after?.reason ?? { code: 'withdrawn' },
  };
}
