import type { Language } from '../domain/language.ts';

export { type Language, languages, type Text } from '../domain/language.ts';

/** One text in every language, made of what it is about. */
export type TextOf<Parameters> = Readonly<Record<Language, (parameters: Parameters) => string>>;
