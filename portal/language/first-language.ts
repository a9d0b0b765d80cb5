import { type Language, languages } from '../../texts/language.ts';

/** Where the reader's choice is kept between visits. */
const key = 'anslag.language';

/** The language that a visit begins in: the one chosen last, or else the first of the browser's that the portal has; else Swedish. */
export function firstLanguage(): Language {
  const asked = [localStorage.getItem(key) ?? '', ...navigator.languages].map((tag) =>
    tag.slice(0, 2).toLowerCase(),
  );
  return asked.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? 'sv';
}

export function keepLanguage(language: string): void {
  localStorage.setItem(key, language);
}
