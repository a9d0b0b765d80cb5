/** Part of a list, and where the next begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/**
 * The part of an ordered list that follows a cursor. A cursor is the place of the last item given, so that a list that
 * changes meanwhile neither repeats nor skips what stays in it.
 */
export function pageOf<Item>(
  list: readonly Item[],
  placeOf: (item: Item) => string,
  {
    limit: wanted = '50',
    cursor: from,
  }: { readonly limit?: string | undefined; readonly cursor?: string | undefined },
): Page<Item> {
  const after = from === undefined ? '' : Buffer.from(from, 'base64url').toString('utf8');
  const rest = list.filter((item) => placeOf(item) > after);
  const items = rest.slice(0, Number(wanted));
  const last = items.at(-1);
  return {
    items,
    ...(last && rest.length > items.length ? { next: Buffer.from(placeOf(last)).toString('base64url') } : {}),
  };
}
