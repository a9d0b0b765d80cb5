import type { Cents } from '../money.ts';
import { type Checked, checkInput } from './check-input.ts';
import type { Application, CheckedInput } from './input.ts';
import type { Plan } from './plan.ts';

/** What happened to an award after the decisions; `application` is its id. */
export type Change =
  /** The recipient does not take the grant, or withdraws the application before it is decided. */
  | { readonly type: 'declined'; readonly application: string }
  /** A rectification (Administrative Procedure Act 434/2003 § 49 g) gives the application another score. */
  | { readonly type: 'rescored'; readonly application: string; readonly score: number }
  /**
   * A rectification awards a sum whatever the ranking says. The award stands from then on; where it is less than it
   * was, what was taken is not given back by a reallocation.
   */
  | { readonly type: 'awarded'; readonly application: string; readonly cents: Cents }
  /** Money came or went: the call's appropriation is now this. */
  | { readonly type: 'appropriation'; readonly cents: Cents }
  /** What is held back is now this. */
  | { readonly type: 'reserve'; readonly cents: Cents }
  /** Other calls that share the appropriation have now awarded this much of it. */
  | { readonly type: 'awarded-by-others'; readonly cents: Cents };

/**
 * The input of the next round from the ranked reserve list, under the same policy, order and draw: what was awarded
 * stands, except what was declined, and those who got nothing or less than they asked are next in the order. Whoever
 * declined is out. The plan of this input never gives an award that stands less, nor more in all than there is.
 *
 * Faults name an application that is not in the plan, an award beyond its request, and whatever makes no input.
 */
export function reallocationInput(input: CheckedInput, plan: Plan, changes: readonly Change[]): Checked {
  const awarded = new Map(plan.awards.map(({ id, cents }) => [id, cents]));
  const faults = changes.flatMap((change, at) =>
    'application' in change && !awarded.has(change.application)
      ? [
          {
            place: `/changes/${at}/application`,
            code: 'no-such-application',
            details: { id: change.application },
          },
        ]
      : [],
  );
  if (faults.length > 0) return { faults };
  const scores = new Map<string, number>();
  const declined = new Set<string>();
  const lowered = new Set<string>();
  let { appropriation, reserve, shared } = input;
  for (const change of changes) {
    switch (change.type) {
      case 'declined':
        declined.add(change.application);
        break;
      case 'rescored':
        scores.set(change.application, change.score);
        break;
      case 'awarded':
        if (change.cents < (awarded.get(change.application) ?? 0)) lowered.add(change.application);
        awarded.set(change.application, change.cents);
        break;
      case 'appropriation':
        appropriation = change.cents;
        break;
      case 'reserve':
        reserve = change.cents;
        break;
      case 'awarded-by-others':
        shared = shared && { ...shared, awardedByOthers: change.cents };
    }
  }
  return checkInput({
    ...input,
    appropriation,
    reserve,
    shared,
    applications: input.applications
      .filter(({ id }) => !declined.has(id) && !(lowered.has(id) && awarded.get(id) === 0))
      .map((application) => ({
        ...application,
        score: scores.get(application.id) ?? application.score,
        awarded: awarded.get(application.id) ?? 0,
        ...(lowered.has(application.id) ? standingAt(awarded.get(application.id) ?? 0, application) : {}),
      })),
  });
}

/** An application that gets no more than it has. */
function standingAt(cents: Cents, { minimum }: Application): Pick<Application, 'requested' | 'minimum'> {
  return { requested: cents, minimum: Math.min(minimum, cents) };
}
