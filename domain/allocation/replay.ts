import { canonicalJson } from '../canonical.ts';
import type { Fault } from '../fault.ts';
import { allocate } from './allocate.ts';
import { checkInput } from './check-input.ts';

/** What came of computing a kept allocation again. */
export type Replay =
  | { readonly outcome: 'same' }
  /** The bytes differ; `engineVersion` is that of the kept one where it was another engine's. */
  | { readonly outcome: 'differs'; readonly engineVersion: string | null }
  | { readonly outcome: 'unreadable'; readonly faults: readonly Fault[] };

/**
 * Computes a kept allocation again from the input kept with it: `same` only if every byte is. `document` is canonical
 * JSON (RFC 8785) of an object with `input` and `allocation`, whatever else is in it: what the command line writes, and
 * what a call's plans are kept as.
 */
export function replay(document: string): Replay {
  const kept = readKept(document);
  if (!kept) return { outcome: 'unreadable', faults: [{ place: '', code: 'no-kept-plan' }] };
  const checked = checkInput(kept.input);
  if ('faults' in checked)
    return {
      outcome: 'unreadable',
      faults: checked.faults.map((fault) => ({ ...fault, place: `/input${fault.place}` })),
    };
  const allocation = allocate(checked.input);
  const again = canonicalJson({ ...kept, input: checked.input, allocation });
  if (again === document.trimEnd()) return { outcome: 'same' };
  const version = kept.allocation.engineVersion;
  const isOther = typeof version === 'string' && version !== allocation.engineVersion;
  return { outcome: 'differs', engineVersion: isOther ? version : null };
}

interface Kept {
  readonly input: unknown;
  readonly allocation: { readonly engineVersion?: unknown };
}

function readKept(document: string): Kept | undefined {
  let value: unknown;
  try {
    value = JSON.parse(document);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('input' in value) || !('allocation' in value))
    return undefined;
  const { allocation } = value;
  return typeof allocation === 'object' && allocation !== null ? (value as Kept) : undefined;
}
