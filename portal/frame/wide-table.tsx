import type { ReactNode } from 'react';

interface WideTableProps {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly children: ReactNode;
}

/** A table that scrolls within itself where the window is narrow, by keyboard too. */
export function WideTable({ caption, hideCaption = false, children }: WideTableProps) {
  return (
    // A group and no region: the section around it is the landmark, and has the same name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="wide-table" role="group" aria-label={caption} tabIndex={0}>
      <table>
        <caption className={hideCaption ? 'hidden' : ''}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
