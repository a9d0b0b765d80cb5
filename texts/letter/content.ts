import type { Language } from '../language.ts';

/** A letter in words: what the template lays out, in its order. */
export interface LetterContent {
  readonly language: Language;
  /** When it was decided, `2022-06-16`; the document's own date, so that the same letter is the same bytes. */
  readonly date: string;
  readonly title: string;
  readonly authority: string;
  /** Above the title where the letter is not the decision itself: a translation, or a draft. */
  readonly notice?: string;
  readonly facts: readonly Fact[];
  readonly recipient: readonly string[];
  readonly sections: readonly LetterSection[];
  /** Shown at the foot of every page before the page number. */
  readonly footer: string;
  /** The word for page, and the word between its number and how many there are. */
  readonly pageWords: readonly [page: string, of: string];
}

export interface LetterSection {
  readonly heading: string;
  /** Begins on a page of its own. */
  readonly appendix?: boolean;
  readonly blocks: readonly LetterBlock[];
}

export type Fact = readonly [label: string, value: string];

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: boolean }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Columns of numbers are set to the right, columns of words to the left; the first is always of words. */
      readonly numbers: boolean;
      /** The last row is a sum. */
      readonly total: boolean;
    };

export function paragraph(text: string, strong = false): LetterBlock {
  return { kind: 'paragraph', text, strong };
}

export function subheading(text: string): LetterBlock {
  return { kind: 'subheading', text };
}

/** A list, or nothing where it has no items. */
export function list(items: readonly string[]): readonly LetterBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
