import type { FileFault } from '../contract/yaml-file.ts';
import { explainFault } from '../texts/faults.ts';
import type { Language } from '../texts/language.ts';

/** A file's faults, one a line, each with its place as editors understand it: `file:line:column`. */
export function showFaults(file: string, faults: readonly FileFault[], language: Language): string {
  return faults
    .map((fault) => `${file}:${fault.line}:${fault.column} ${explainFault(fault, language)}`)
    .join('\n');
}
