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
    Record<Language, (data: DataOf<Body, Type>, reader: Reader) => string>
  >;
};

/** The facts of an event by its type, also where several types share one shape. */
type DataOf<Body, Type> = Body extends { readonly type: infer Known; readonly data: infer Data }
  ? Type extends Known
    ? Data
    : never
  : never;

/** What a person wrote, as a sentence's end. */
export function ended(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
