import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'active' | 'good' | 'warning' | 'bad';

/** How something stands, in a word. The word tells it; the colour only helps. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
