export interface Difference {
  /** The place within the document, `costs 2 cents`. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** Every place at which two documents differ, as text, in the order of the later one; rows are counted from 1. */
export function differencesBetween(before: object, after: object): readonly Difference[] {
  const old = leavesOf(before);
  const now = leavesOf(after);
  const places = [...new Set([...now.keys(), ...old.keys()])];
  return places.flatMap((place) => {
    const [one = '', other = ''] = [old.get(place), now.get(place)];
    return one === other ? [] : [{ place, before: one, after: other }];
  });
}

function leavesOf(value: unknown, place: readonly string[] = []): Map<string, string> {
  if (typeof value !== 'object' || value === null) {
    return new Map(value === undefined ? [] : [[place.join(' '), String(value)]]);
  }
  const members = Array.isArray(value)
    ? value.map((member, index) => [String(index + 1), member] as const)
    : Object.entries(value);
  return new Map(members.flatMap(([name, member]) => [...leavesOf(member, [...place, name])]));
}
