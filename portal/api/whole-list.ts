import type { AnswerOf, Asking, ListKey } from '../../contract/client.ts';
import type { Api } from './client.ts';

/** A list with all its parts, asked for one after another: what came first tells the rest of the document. */
export async function wholeList<Key extends ListKey>(
  api: Api,
  key: Key,
  asking: Asking<Key>,
): Promise<AnswerOf<Key>> {
  const parts: (AnswerOf<Key> & Part)[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: '200', ...(cursor ? { cursor } : {}) };
    const part = (await api(key, { ...asking, query })) as AnswerOf<Key> & Part;
    parts.push(part);
    cursor = part.next;
  } while (cursor);
  return parts.reduce(joined);
}

/** What every part has, whatever it is a part of. */
interface Part {
  readonly next?: string | undefined;
}

function joined<Document extends object>(whole: Document, part: Document): Document {
  const before = whole as Readonly<Record<string, unknown>>;
  const lists = Object.entries(part).flatMap(([name, items]) => {
    const known = before[name];
    return Array.isArray(items) && Array.isArray(known) ? [[name, [...known, ...items]] as const] : [];
  });
  return { ...whole, ...Object.fromEntries(lists) };
}
