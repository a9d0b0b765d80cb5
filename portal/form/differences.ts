import type { Value } from './merge.ts';

export interface Difference {
  /** The names of the fields and the numbers of the rows, from 0, that lead there. */
  readonly place: readonly string[];
  readonly before: Value;
  readonly after: Value;
}

/** Every place at which two documents differ, in the order of the later one. */
export function differencesBetween(before: object, after: object): readonly Difference[] {
  const old = leavesOf(before as Value);
  const now = leavesOf(after as Value);
  const places = [...new Set([...now.keys(), ...old.keys()])];
  return places.flatMap((pointer) => {
    const [one, other] = [old.get(pointer), now.get(pointer)];
    return one === other ? [] : [{ place: pointer.split('/'), before: one, after: other }];
  });
}

function leavesOf(value: Value, place: readonly string[] = []): Map<string, Value> {
  if (typeof value !== 'object' || value === null) {
    return new Map(value === undefined ? [] : [[place.join('/'), value]]);
  }
  return new Map(Object.entries(value).flatMap(([name, member]) => [...leavesOf(member, [...place, name])]));
}
