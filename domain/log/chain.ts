import type { Sha256 } from '../canonical.ts';
import { beginning, commitmentOf, hashOfEvent, type KeptEvent, removal } from './event.ts';
import { isWhole } from './whole.ts';

/** What is wrong with a log, and at which event. */
export interface ChainFault {
  /** The sequence number that should stand there. */
  readonly sequence: number;
  readonly fault:
    | 'missing or out of order'
    | 'facts changed'
    /** The facts are gone, and no removal that follows accounts for it. */
    | 'facts missing'
    | 'does not follow'
    | 'event changed'
    | 'another log'
    /** The log once was longer than it is. */
    | 'cut off';
}

/** What was known of a log at some time, kept apart from it: which log, how long it was, and its last event's hash. */
export interface Anchor {
  readonly stream: string;
  readonly events: number;
  readonly head: Sha256;
}

/**
 * Checks a whole log: numbers without gaps, every event's facts against its commitment, every hash against the
 * event and against the one before. Returns the first fault, or undefined for a log that was not changed. Dropping
 * events from the end, or putting another whole log in its place, shows only against an anchor.
 */
export function findFault(events: readonly KeptEvent[], anchor?: Anchor): ChainFault | undefined {
  const stream = anchor?.stream ?? events[0]?.stream;
  const removedBefore = events.findLast((event) => event.type === removal && isWhole(event))?.sequence ?? 0;
  let previous = beginning;
  for (const [index, event] of events.entries()) {
    const sequence = index + 1;
    const fault = faultOf(event, { sequence, previous, stream, removedBefore });
    if (fault) return { sequence, fault };
    previous = event.hash;
  }
  return anchor && faultAgainst(anchor, events);
}

/** The numbers of the events whose facts were removed. */
export function removedOf(events: readonly KeptEvent[]): readonly number[] {
  return events.filter((event) => !isWhole(event)).map(({ sequence }) => sequence);
}

/** What is to be kept of a log elsewhere, so that it cannot be shortened or replaced unseen. */
export function anchorOf(stream: string, events: readonly KeptEvent[]): Anchor {
  return { stream, events: events.length, head: events.at(-1)?.hash ?? beginning };
}

interface Place {
  readonly sequence: number;
  readonly previous: Sha256;
  readonly stream: string | undefined;
  /** Events before this number may be without their facts. */
  readonly removedBefore: number;
}

function faultOf(
  event: KeptEvent,
  { sequence, previous, stream, removedBefore }: Place,
): ChainFault['fault'] | undefined {
  if (event.sequence !== sequence) return 'missing or out of order';
  if (event.stream !== stream) return 'another log';
  if (event.previous !== previous) return 'does not follow';
  if (isWhole(event)) {
    if (event.commitment !== commitmentOf(event)) return 'facts changed';
  } else if (sequence > removedBefore) return 'facts missing';
  if (event.hash !== hashOfEvent(event)) return 'event changed';
  return undefined;
}

/** A log that goes on is in order; the event that was its last must still stand there, the same. */
function faultAgainst(
  { events: length, head }: Anchor,
  events: readonly KeptEvent[],
): ChainFault | undefined {
  if (events.length < length) return { sequence: events.length + 1, fault: 'cut off' };
  const known = events[length - 1]?.hash ?? beginning;
  return known === head ? undefined : { sequence: length, fault: 'another log' };
}
