import * as z from 'zod';
import { malformedXml } from './errors.ts';

/**
 * Reads the XML of a request body into what `schema` says, or refuses it as MalformedXML (400).
 *
 * An element with elements in it becomes an object of arrays by name, any other its text; so a schema is made of
 * `elements` and `one`, and refuses what it does not name. Only what clients of S3 send is read: no document type,
 * no entities but XML's five; attributes and namespaces are passed over.
 */
export function readXml<T extends z.ZodType>(text: string, root: string, schema: T): z.infer<T> {
  const document = parse(text);
  const parsed = schema.safeParse(document.content);
  if (document.name !== root || !parsed.success) throw malformedXml();
  return parsed.data;
}

/** An element that holds the elements of `shape` and no others; in any order. */
export function elements<T extends z.ZodRawShape>(shape: T) {
  return z.preprocess((value) => (value === '' ? {} : value), z.strictObject(shape));
}

/** An element that stands exactly once. */
export function one<T extends z.ZodType>(schema: T) {
  return z.tuple([schema]).transform(([value]) => value as z.infer<T>);
}

type Content = string | { [name: string]: Content[] };

interface Open {
  readonly name: string;
  text: string;
  readonly children: Map<string, Content[]>;
}

const name = '[A-Za-z_][\\w.-]*(?::[\\w.-]+)?';
const attributes = `(?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*`;
const token = new RegExp(
  [
    '<!--(?:(?!--)[^])*-->',
    '<!\\[CDATA\\[(?<cdata>(?:(?!\\]\\]>)[^])*)\\]\\]>',
    `</(?<close>${name})\\s*>`,
    `<(?<open>${name})${attributes}\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
);

function parse(document: string): { name: string; content: Content } {
  const text = document.replace(/^\uFEFF?\s*(<\?xml[^?]*\?>)?/, '');
  const root: Open = { name: '', text: '', children: new Map() };
  const open = [root];
  for (token.lastIndex = 0; token.lastIndex < text.length; ) {
    const groups = token.exec(text)?.groups;
    if (!groups) throw malformedXml();
    step(open, groups);
  }
  const [only, ...others] = [...root.children];
  const [content, ...again] = only?.[1] ?? [];
  if (open.length !== 1 || !only || content === undefined || others.length + again.length > 0) {
    throw malformedXml();
  }
  if (root.text.trim() !== '') throw malformedXml();
  return { name: only[0], content };
}

function step(open: Open[], groups: Record<string, string | undefined>): void {
  const current = open.at(-1);
  if (!current) throw malformedXml();
  if (groups.open !== undefined) {
    open.push({ name: groups.open, text: '', children: new Map() });
    if (groups.empty === '/') close(open, groups.open);
  } else if (groups.close !== undefined) {
    close(open, groups.close);
  } else {
    current.text += groups.cdata ?? decoded(groups.text ?? '');
  }
}

function close(open: Open[], closed: string): void {
  const ended = open.pop();
  const parent = open.at(-1);
  if (!ended || !parent || ended.name !== closed) throw malformedXml();
  const hasChildren = ended.children.size > 0;
  if (hasChildren && ended.text.trim() !== '') throw malformedXml();
  const siblings = parent.children.get(closed) ?? [];
  siblings.push(hasChildren ? Object.fromEntries(ended.children) : ended.text);
  parent.children.set(closed, siblings);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&([^;\s]*);?/g, (reference, entity: string) => {
    const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(entity);
    const point = code?.[1] ? Number.parseInt(code[1], 16) : Number(code?.[2]);
    const character = code && point <= 0x10ffff ? String.fromCodePoint(point) : named[entity];
    if (character === undefined || !reference.endsWith(';')) throw malformedXml();
    return character;
  });
}
