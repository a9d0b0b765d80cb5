import { allocate } from '../../../domain/allocation/allocate.ts';
import { checkedInput } from '../../../domain/allocation/check-input.ts';
import type { AllocationInput, Application } from '../../../domain/allocation/input.ts';
import type { Allocation, Plan } from '../../../domain/allocation/plan.ts';

/** An application that can do with 100; its key decides between equal scores. */
export function application(
  id: string,
  score: number,
  requested: number,
  key: number,
  change: object = {},
): Application {
  return { id, drawKey: id, score, requested, minimum: 100, keys: [key], ...change };
}

/** An input of 1000 cents, under RANK skip where nothing else is said. */
export function inputWith(change: Partial<AllocationInput>) {
  return checkedInput({
    ...{ appropriation: 1000, scorePerPoint: 1, maximumScore: 100, seed: 's', applications: [] },
    ...{ policy: { kind: 'rank', mode: 'skip' } },
    ...change,
  });
}

/** The plan of such an input. Throws where there is none. */
export function planWith(change: Partial<AllocationInput>): Plan {
  return planIn(allocate(inputWith(change)));
}

export function planIn(allocation: Allocation): Plan {
  if (allocation.kind !== 'plan') throw new Error('there is no plan');
  return allocation;
}

export const reasonsOf = ({ awards }: Plan) =>
  Object.fromEntries(awards.map(({ id, reason }) => [id, reason]));
export const awardsOf = ({ awards }: Plan) => Object.fromEntries(awards.map(({ id, cents }) => [id, cents]));

/** The appropriation, as a row. */
export const money = { kind: 'appropriation' } as const;

/** What would have been enough, and whom that would have passed. */
export const needed = (score: number, more: number, ahead: string | null) => ({
  score,
  more,
  scorePerPoint: 1,
  ahead,
});
