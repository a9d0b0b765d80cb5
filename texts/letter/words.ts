import type { Language } from '../language.ts';
import { english } from './words-en.ts';
import { finnish } from './words-fi.ts';
import type { LetterWords } from './words-needed.ts';
import { swedish } from './words-sv.ts';

/**
 * Swedish and Finnish are the languages of decisions (Language Act 423/2003 § 19); English is a courtesy translation,
 * and says so.
 */
export const letterWords: Readonly<Record<Language, LetterWords>> = {
  sv: swedish,
  fi: finnish,
  en: english,
};
