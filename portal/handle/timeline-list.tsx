import type { TimelineEntry } from '../../texts/timeline.ts';

/** What happened, one thing after the other. */
export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ at, who, what }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows at its end
        <li key={index}>
          {what} <span className="note">{[at, who].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ol>
  );
}
