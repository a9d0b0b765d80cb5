import type { Fault } from '../../domain/fault.ts';
import { textOfFault } from '../../texts/faults.ts';
import type { Language } from '../../texts/language.ts';

/** What is wrong, in words, by its place; of several at one place the first. */
export type FaultsByPlace = Readonly<Record<string, string>>;

export function faultsByPlace(faults: readonly Fault[], language: Language): FaultsByPlace {
  return Object.fromEntries(
    [...faults].reverse().map((fault) => [fault.place, textOfFault(fault, language)]),
  );
}
