import type { ExprNode } from 'jsonata';

/** What an expression may read of `$states` beyond `input` and `context`, which every field has. */
export type Known = 'result' | 'errorOutput';

/**
 * What Step Functions refuses in an expression that JSONata itself accepts, one message each.
 *
 * An expression has no context item there: it starts from `$states` or a variable. So `$` and field names mean
 * nothing at its top level, `$$` means nothing anywhere, `$eval` does not exist, and `$states.result` and
 * `$states.errorOutput` exist only where there is a result or an error.
 * "Transforming data with JSONata in Step Functions",
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function restrictions(tree: ExprNode, known: readonly Known[]): string[] {
  const refusals: string[] = [];
  const visit = (node: Node, atTop: boolean): void => {
    const refusal = refusalOf(node, atTop, known);
    if (refusal) refusals.push(refusal);
    for (const [child, keepsContext] of children(node)) visit(child, atTop && keepsContext);
  };
  visit(tree as Node, true);
  return refusals;
}

type Node = { readonly type?: string; readonly value?: unknown } & Readonly<Record<string, unknown>>;

/** Parts of a node that are evaluated in the context in which the node itself is. */
const sameContext = [
  'lhs',
  'rhs',
  'expressions',
  'expression',
  'arguments',
  'procedure',
  'body',
  'condition',
  'then',
  'else',
];
/** Parts that are evaluated once for each item the node selects, with that item as the context. */
const ownContext = ['expr', 'predicate', 'stages', 'group', 'terms', 'pattern', 'update', 'delete'];

function* children(node: Node): Generator<[Node, boolean]> {
  const [first, ...later] = nodesIn(node.steps);
  if (first) yield [first, true];
  for (const step of later) yield [step, false];
  for (const key of sameContext) for (const child of nodesIn(node[key])) yield [child, true];
  for (const key of ownContext) for (const child of nodesIn(node[key])) yield [child, false];
}

function nodesIn(part: unknown): Node[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return typeof part === 'object' && part !== null ? [part as Node] : [];
}

function refusalOf(node: Node, atTop: boolean, known: readonly Known[]): string | undefined {
  switch (node.type) {
    case 'name':
      return atTop ? `Reference to '${node.value}' at the top level is not supported.` : undefined;
    case 'wildcard':
    case 'descendant':
      return atTop ? `Reference to '${node.value}' at the top level is not supported.` : undefined;
    case 'variable':
      return variableRefusal(String(node.value), atTop);
    case 'path':
      return pathRefusal(nodesIn(node.steps), known);
    default:
      return undefined;
  }
}

function variableRefusal(name: string, atTop: boolean): string | undefined {
  if (name === '$') return "Reference to '$$' is not supported.";
  if (name === '' && atTop) return "Reference to '$' at the top level is not supported.";
  if (name === 'eval') return "Function '$eval' is not supported, use '$parse'.";
  return undefined;
}

function pathRefusal([first, second]: Node[], known: readonly Known[]): string | undefined {
  if (first?.type !== 'variable' || first.value !== 'states' || second?.type !== 'name') return undefined;
  const name = second.value;
  if (name !== 'result' && name !== 'errorOutput') return undefined;
  return known.includes(name) ? undefined : `Reference to '$states.${name}' is not supported in this field.`;
}
