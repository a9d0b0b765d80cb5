/** Which part of a list is asked for. */
export interface AskedPart {
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
}

/** Part of a list under its name, and where the next begins. */
type Part<Name extends string, Item> = Readonly<Record<Name, readonly Item[]>> & { readonly next?: string };

/**
 * The part of a list that follows a cursor, in the order of the items' places, or against it. A cursor is the place of the
 * last item given, so that a list that changes meanwhile neither repeats nor skips what stays in it.
 */
export function partOf<Name extends string, Item>(
  name: Name,
  list: readonly Item[],
  placeOf: (item: Item) => string,
  { limit: wanted = '50', cursor: from }: AskedPart,
  order: 'ascending' | 'descending' = 'ascending',
): Part<Name, Item> {
  const isBefore = (one: string, other: string) => (order === 'ascending' ? one < other : other < one);
  const after = from === undefined ? undefined : Buffer.from(from, 'base64url').toString('utf8');
  const rest = list
    .map((item) => ({ item, place: placeOf(item) }))
    .filter(({ place }) => after === undefined || isBefore(after, place))
    .sort((one, other) => (isBefore(one.place, other.place) ? -1 : 1));
  const given = rest.slice(0, Number(wanted));
  const last = given.at(-1);
  return {
    [name]: given.map(({ item }) => item),
    ...(last && rest.length > given.length ? { next: Buffer.from(last.place).toString('base64url') } : {}),
  } as Part<Name, Item>;
}
