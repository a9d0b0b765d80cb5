import { type ChainFault, findFault, removedOf } from '../../domain/log/chain.ts';
import type { Export } from './folder.ts';
import { logsOf, matterOf } from './selection.ts';

/** What was found of one log. */
export interface Verified {
  readonly stream: string;
  readonly number?: string;
  readonly events: number;
  readonly head: string;
  /** Events whose facts were removed when their retention ended. */
  readonly removed: readonly number[];
  readonly fault?: ChainFault;
}

/**
 * Proves the logs that are meant (see `logsOf`) against themselves and against the manifest. A log that the manifest does
 * not know is a fault, and so is one that it knows and that is gone; the gone one is told unless a single case was asked for
 * that is there, since it cannot be seen any more whose it was.
 */
export function verify(exported: Export, what: string): readonly Verified[] {
  const { anchors, logs } = exported;
  const chosen = [...logsOf(exported, what)];
  const isOneCase = chosen.length === 1 && chosen[0]?.[0].startsWith('CASE#');
  const gone = isOneCase ? [] : anchors.filter(({ stream }) => !logs.has(stream));
  return [...chosen, ...gone.map(({ stream }) => [stream, []] as const)].map(([stream, events]) => {
    const anchor = anchors.find((known) => known.stream === stream);
    const fault = anchor ? findFault(events, anchor) : ({ sequence: 1, fault: 'another log' } as const);
    const { number } = matterOf(stream, events);
    return {
      stream,
      events: events.length,
      head: events.at(-1)?.hash ?? '',
      removed: removedOf(events),
      ...(number ? { number } : {}),
      ...(fault ? { fault } : {}),
    };
  });
}
