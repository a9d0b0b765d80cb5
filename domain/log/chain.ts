import { beginning, commitmentOf, type Event, hashOfEvent } from './event.ts';

/** What is wrong with a log, and at which event. */
export interface ChainFault {
  /** The sequence number that should stand there. */
  readonly sequence: number;
  readonly fault:
    | 'missing or out of order'
    | 'facts changed'
    | 'does not follow'
    | 'event changed'
    | 'another log';
}

/**
 * Checks a whole log: numbers without gaps, every event's facts against its commitment, every hash against the
 * event and against the one before. Returns the first fault, or undefined for a log that was not changed. Dropping
 * events from the end cannot be seen from the log alone; compare its last hash with one kept elsewhere.
 */
export function findFault(events: readonly Event[]): ChainFault | undefined {
  let previous = beginning;
  for (const [index, event] of events.entries()) {
    const fault = faultOf(event, index + 1, previous, events[0]?.stream);
    if (fault) return { sequence: index + 1, fault };
    previous = event.hash;
  }
  return undefined;
}

function faultOf(
  event: Event,
  sequence: number,
  previous: string,
  stream: string | undefined,
): ChainFault['fault'] | undefined {
  if (event.sequence !== sequence) return 'missing or out of order';
  if (event.stream !== stream) return 'another log';
  if (event.previous !== previous) return 'does not follow';
  if (event.commitment !== commitmentOf(event)) return 'facts changed';
  if (event.hash !== hashOfEvent(event)) return 'event changed';
  return undefined;
}
