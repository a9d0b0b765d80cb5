import type { Page } from 'playwright-core';

/** A page of the portal in one state, for whoever looks at all of them. */
export interface Stop {
  /** Good for a file's name. */
  readonly name: string;
  readonly path: string;
  readonly as:
    | 'anybody'
    | 'karin.holm'
    | 'aino.lindqvist'
    | 'mikael.salo'
    | 'eero.hakala'
    | 'ritva.lehto'
    | 'sirpa.niemi'
    | 'henrik.sund';
  /** Is there when the page is. */
  readonly ready: string;
  /** Whether everything on it is to be opened. */
  readonly unfolded?: true;
  /** What brings the page, in Swedish, into its state. */
  readonly before?: (page: Page) => Promise<void>;
}
