import type { Event, Happening, KeptEvent } from './event.ts';

/** Whether an event still has its facts. One that has lost only some of them counts as whole, and fails its commitment. */
export function isWhole<Body extends Happening>(event: KeptEvent<Body>): event is Event<Body> {
  return 'data' in event || 'actor' in event || 'salt' in event;
}

/** The events that still have their facts. */
export function wholeOf<Body extends Happening>(events: readonly KeptEvent<Body>[]): readonly Event<Body>[] {
  return events.filter((event) => isWhole(event));
}
