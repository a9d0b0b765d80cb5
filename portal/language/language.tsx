import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../texts/language.ts';
import { keepLanguage } from './first-language.ts';

interface Choice {
  readonly language: Language;
  choose(language: Language): void;
}

const Chosen = createContext<Choice | undefined>(undefined);

/** The reader's language: the one that the visit begins in, until another is chosen. */
export function LanguageProvider({ first, children }: { first: Language; children: ReactNode }) {
  const [language, choose] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return <Chosen value={choice}>{children}</Chosen>;
}

export function useLanguage(): Choice {
  const choice = use(Chosen);
  if (!choice) throw new Error('a page stands outside the language');
  return choice;
}

type Dictionary = Readonly<Record<string, Readonly<Record<Language, unknown>>>>;

/** A dictionary in one language. */
export type InLanguage<D extends Dictionary> = { readonly [Name in keyof D]: D[Name][Language] };

/** The texts of a dictionary in the reader's language. */
export function useTexts<D extends Dictionary>(dictionary: D): InLanguage<D> {
  const { language } = useLanguage();
  return inLanguage(dictionary, language);
}

const known = new WeakMap<Dictionary, Map<Language, unknown>>();

function inLanguage<D extends Dictionary>(dictionary: D, language: Language): InLanguage<D> {
  const made = known.get(dictionary) ?? new Map<Language, unknown>();
  known.set(dictionary, made);
  if (!made.has(language)) {
    const entries = Object.entries(dictionary).map(([name, text]) => [name, text[language]]);
    made.set(language, Object.fromEntries(entries));
  }
  return made.get(language) as InLanguage<D>;
}
