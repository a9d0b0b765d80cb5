import { createContext, use } from 'react';
import { fieldId } from './steps.ts';

/** What the last check found, by the id of the field that it is about. */
export const Faults = createContext<ReadonlyMap<string, string>>(new Map());

/** What is wrong with a field, by its name in the form. */
export function useFault(name: string): string | undefined {
  return use(Faults).get(fieldId(name));
}
