import type { Language } from '../language.ts';

/** What the words of an event may need beside its facts. */
export interface Reader {
  readonly language: Language;
  /** The name of an official by the user name; the user name itself where no call tells it. */
  name(username: string): string;
}

/** For each event, what happened, in each language, as a sentence. */
export type WordsFor<Body extends { readonly type: string; readonly data: object }> = {
  readonly [Type in Body['type']]: Readonly<
    Record<Language, (data: Extract<Body, { type: Type }>['data'], reader: Reader) => string>
  >;
};

/** What a person wrote, as a sentence's end. */
export function ended(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
