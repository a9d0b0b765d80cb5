import type { JsonObject } from '../service.ts';

/** How far an execution came with one state, over all the times it was there. */
export interface StateProgress {
  readonly status:
    | 'NOT_REACHED'
    | 'IN_CHILDREN'
    | 'RUNNING'
    | 'SUCCEEDED'
    | 'CAUGHT'
    | 'FAILED'
    | 'ABORTED'
    | 'TIMED_OUT';
  readonly times: number;
}

/**
 * How far an execution came, by state, from its history: a state it left is `SUCCEEDED`, or `CAUGHT` where an error in
 * it was caught; one it has not left has the status of the execution.
 *
 * @param status of the execution
 */
export function progressByState(
  history: readonly JsonObject[],
  status: string,
): ReadonlyMap<string, StateProgress> {
  const visits = new Map<string, { entered: number; left: number; caught: boolean }>();
  const visitOf = (name: string) => {
    const visit = visits.get(name) ?? { entered: 0, left: 0, caught: false };
    visits.set(name, visit);
    return visit;
  };
  const failedIn = new Set<string>();
  const stateAt = new Map<unknown, string>();
  for (const event of history) {
    const { name: entered } = (event.stateEnteredEventDetails ?? {}) as JsonObject;
    const { name: left } = (event.stateExitedEventDetails ?? {}) as JsonObject;
    const state = String(entered ?? left ?? stateAt.get(event.previousEventId) ?? '');
    stateAt.set(event.id, state);
    if (entered) visitOf(state).entered++;
    if (/(Failed|TimedOut)$/.test(String(event.type))) failedIn.add(state);
    else if (/Succeeded$/.test(String(event.type))) failedIn.delete(state);
    if (left) {
      const visit = visitOf(state);
      visit.left++;
      visit.caught ||= failedIn.delete(state);
    }
  }
  const unfinished = status as StateProgress['status'];
  return new Map(
    [...visits].map(([name, { entered, left, caught }]) => [
      name,
      { status: left < entered ? unfinished : caught ? 'CAUGHT' : 'SUCCEEDED', times: entered },
    ]),
  );
}
