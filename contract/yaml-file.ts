import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from 'yaml';
import type * as z from 'zod/mini';
import type { Fault } from '../domain/fault.ts';
import { read } from './faults.ts';

/** A fault of a file, with the line and the column (both from 1) where it stands. */
export interface FileFault extends Fault {
  readonly line: number;
  readonly column: number;
}

/** A YAML file, for instance of a call, as its schema knows it, or every fault of it in the order of their lines. */
export function readYaml<Value>(
  schema: z.ZodMiniType<Value>,
  yaml: string,
): { readonly value: Value } | { readonly faults: readonly FileFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const positionAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map(({ pos, message }) => ({
        place: '',
        code: 'not-yaml',
        details: { reason: message.split(/ at line|\n/, 1)[0] ?? '' },
        ...positionAt(pos[0]),
      })),
    };
  }
  const reading = read(schema, document.toJS());
  if ('value' in reading) return reading;
  const faults = reading.faults.map((fault) => ({
    ...fault,
    ...positionAt(offsetOf(document.contents, fault.place)),
  }));
  return { faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** Where the value at a JSON pointer begins; for a field that is missing, the map that lacks it; for a wrong one, its key. */
function offsetOf(root: Node | null, pointer: string): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of pointer.split('/').slice(1)) {
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === key) : undefined;
    const next: unknown = isPair(pair) ? pair.value : itemAt(node, key);
    const begins = isPair(pair) && isNode(pair.key) ? pair.key : next;
    if (!isNode(begins)) return offset;
    offset = begins.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

function itemAt(node: unknown, key: string): unknown {
  return (node as { items?: readonly unknown[] } | null)?.items?.[Number(key)];
}
