import type { ReactNode } from 'react';

export interface Bar {
  readonly id: string;
  readonly label: ReactNode;
  /** What the whole bar stands for, and how much of it is filled; in the same unit for all bars. */
  readonly whole: number;
  readonly filled: number;
  /** The sums in words, beside the bar. */
  readonly text: string;
  /** Stands apart from the bars before it. */
  readonly apart?: boolean;
}

/**
 * Horizontal bars, each with its label and its sum in words, so that a screen reader hears what the eye sees. Drawn in
 * per cent of the longest, so that they fit any width.
 */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const longest = Math.max(1, ...bars.map(({ whole }) => whole));
  const percent = (value: number) => (100 * value) / longest;
  return (
    <ol className="bars">
      {bars.map(({ id, label, whole, filled, text, apart = false }) => (
        <li key={id} className={apart ? 'bar bar-apart' : 'bar'}>
          <span className="bar-label">{label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect className="bar-whole" width={percent(whole)} height="10" />
            <rect className="bar-filled" width={percent(filled)} height="10" />
          </svg>
          <span className="bar-text">{text}</span>
        </li>
      ))}
    </ol>
  );
}
