/** JSON as a draft holds it. */
export type Value =
  | string
  | number
  | boolean
  | undefined
  | readonly Value[]
  | { readonly [name: string]: Value };

/** A place that two people changed differently: by names of fields, and of rows by what tells them apart. */
export interface Conflict {
  readonly place: readonly string[];
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

export interface Merged<Document> {
  /** What both meant; where they conflict, mine. */
  readonly document: Document;
  readonly conflicts: readonly Conflict[];
}

/**
 * Puts together what two people made of the same document. What only one of them changed is as they left it; a row that
 * one added is there; a row that one removed is gone unless the other changed it. Where both changed the same field it
 * holds mine, and the conflict keeps all three texts, so that no word is lost.
 */
export function mergeDrafts<Document>(base: Document, mine: Document, theirs: Document): Merged<Document> {
  const conflicts: Conflict[] = [];
  const document = merge([], base as Value, mine as Value, theirs as Value, conflicts);
  return { document: document as Document, conflicts };
}

/** The document with a conflict's place set to what was chosen for it. */
export function resolve<Document>(document: Document, { place }: Conflict, chosen: Value): Document {
  return replaced(document as Value, place, chosen) as Document;
}

function merge(
  place: readonly string[],
  base: Value,
  mine: Value,
  theirs: Value,
  conflicts: Conflict[],
): Value {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  if (isRows(mine) && isRows(theirs)) {
    return mergeRows(place, isRows(base) ? base : [], mine, theirs, conflicts);
  }
  if (isFields(mine) && isFields(theirs)) {
    const before = isFields(base) ? base : {};
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(
      names.map((name) => [name, merge([...place, name], before[name], mine[name], theirs[name], conflicts)]),
    );
  }
  conflicts.push({ place, base, mine, theirs });
  return mine;
}

type Row = { readonly row: string; readonly [name: string]: Value };

function mergeRows(
  place: readonly string[],
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  conflicts: Conflict[],
): Row[] {
  const rowOf = (rows: readonly Row[], row: string) => rows.find((known) => known.row === row);
  const order = [...theirs, ...mine.filter(({ row }) => !rowOf(theirs, row))];
  return order.flatMap(({ row }) => {
    const [before, own, other] = [rowOf(base, row), rowOf(mine, row), rowOf(theirs, row)];
    if (own && other) return [merge([...place, row], before, own, other, conflicts) as Row];
    const left = own ?? other;
    // Removed by one and untouched by the other: it is gone. Changed by the other: it stays.
    return left && !isSame(left, before) ? [left] : [];
  });
}

function replaced(value: Value, [name, ...rest]: readonly string[], chosen: Value): Value {
  if (name === undefined) return chosen;
  if (isRows(value))
    return value.map((row) => (row.row === name ? (replaced(row, rest, chosen) as Row) : row));
  const fields = isFields(value) ? value : {};
  return { ...fields, [name]: replaced(fields[name], rest, chosen) };
}

function isRows(value: Value): value is readonly Row[] {
  return Array.isArray(value) && value.every((one) => isFields(one) && typeof one.row === 'string');
}

function isFields(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is left out, and what is empty, is the same thing to whoever fills in a form. */
function isSame(one: Value, other: Value): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isFields(value)) return value === undefined || value === '' ? '' : JSON.stringify(value);
  const entries = Object.entries(value)
    .map(([name, member]) => [name, canonical(member)] as const)
    .filter(([, text]) => text !== '' && text !== '{}' && text !== '[]')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, text]) => `${name}:${text}`).join()}}`;
}
