import type { Source } from './call.ts';

/** A section of a statute, as a source names it. */
export interface Section {
  /** Its number in the Statute Book, `893/2019`. */
  readonly statute: string;
  readonly section: string;
  /** The subsection (momentti), where one is meant. */
  readonly subsection?: string;
  /** The item of a list (kohta), where one is meant. */
  readonly item?: string;
}

/** The section that a source names, `893/2019 § 6, 2 p.` or `688/2001 § 7, 3 mom.`; undefined for other sources. */
export function sectionOf(source: Source): Section | undefined {
  const found = /^(\d+\/\d{4}) § (\d+(?: [a-z])?)(?:, (?:(\d+) mom\.|(\d+) p\.))?$/.exec(source);
  if (!found) return undefined;
  const [, statute = '', section = '', subsection, item] = found;
  return { statute, section, ...(subsection ? { subsection } : {}), ...(item ? { item } : {}) };
}
