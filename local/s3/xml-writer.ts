/** What stands in an element: text, or elements by name in their order; several of one name are an array. */
export type XmlContent = string | number | boolean | XmlElements;
export interface XmlElements {
  readonly [name: string]: XmlContent | readonly XmlContent[] | undefined;
}

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A document as S3 answers: its declaration, the root in S3's namespace (errors have none), no indentation. */
export function writeXml(root: string, content: XmlContent): string {
  const attributes = root === 'Error' ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attributes}>${write(content)}</${root}>`;
}

function write(content: XmlContent): string {
  if (typeof content !== 'object') return escaped(String(content));
  return Object.entries(content)
    .flatMap(([name, value]) =>
      [value ?? []].flat().map((one: XmlContent) => `<${name}>${write(one)}</${name}>`),
    )
    .join('');
}

/** Characters that would end the text, or that a reader would change, become references. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: keys may hold them, and S3 writes them as references
  return text.replace(/[&<>"\u0000-\u0008\u000b-\u001f\u007f]/g, (character) => {
    const named = entities[character];
    return named ?? `&#x${character.charCodeAt(0).toString(16)};`;
  });
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
