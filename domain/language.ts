/**
 * The languages a person may read Anslag in. Finnish and Swedish are the authority's own (Language Act 423/2003
 * § 10, § 19); English is a courtesy and never the language of a decision.
 */
export type Language = 'sv' | 'fi' | 'en';

/** The languages a case can be handled in. */
export type CaseLanguage = 'sv' | 'fi';

export const languages: readonly Language[] = ['sv', 'fi', 'en'];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;
