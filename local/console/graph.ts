import { type Edge, Graph, layout } from '@dagrejs/dagre';
import { escapeHtml } from '../html.ts';
import type { JsonObject } from '../service.ts';
import type { StateProgress } from './progress.ts';

/** What was drawn, and how large it is, in pixels. */
interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What a drawing of one scope of states is placed by. */
interface Scope {
  readonly definition: JsonObject;
  readonly progressOf: (state: string) => StateProgress;
}

const lineHeight = 18;
const padding = 12;
const begin = 'Start\u0000';
const end = 'End\u0000';

/**
 * A state machine as a picture: its states coloured by how far an execution came, what they lead to, and the states
 * inside Map and Parallel states inside them.
 *
 * @param definition in Amazon States Language
 */
export function drawMachine(definition: JsonObject, progress: ReadonlyMap<string, StateProgress>): string {
  const progressOf = (state: string) => progress.get(state) ?? { status: 'NOT_REACHED', times: 0 };
  const { svg, width, height } = drawScope({ definition, progressOf });
  return `<svg role="img" aria-label="The states and what leads to what" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${svg}</svg>`;
}

/** Lays the states of one scope out from `StartAt` to the end, each as large as what it holds. */
function drawScope(scope: Scope): Drawing {
  const states = Object.entries(scope.definition.States as Record<string, JsonObject>);
  const graph = new Graph();
  graph.setGraph({ nodesep: 28, ranksep: 34, marginx: 8, marginy: 8 });
  for (const name of [begin, end]) graph.setNode(name, { width: 14, height: 14 });
  const drawings = new Map(states.map(([name, state]) => [name, drawState(name, state, scope)]));
  for (const [name, { width, height }] of drawings) graph.setNode(name, { width, height });
  const arrows = [
    { from: begin, to: String(scope.definition.StartAt), label: '', caught: false },
    ...states.flatMap(arrowsOf),
  ];
  for (const [index, { from, to, label }] of arrows.entries()) {
    const size = label === '' ? { width: 0, height: 0 } : { width: widthOf(label), height: lineHeight };
    graph.setEdge(from, to, { ...size, labelpos: 'c', index });
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const edges = graph.edges().map((edge: Edge) => {
    const at = graph.edge(edge) as { points: Point[]; x?: number; y?: number; index: number };
    const { label = '', caught = false } = arrows[at.index] ?? {};
    return drawEdge(at, label, caught);
  });
  const nodes = [...drawings].map(([name, drawing]) => place(graph.node(name) as Placed, drawing));
  const ends = [begin, end].map((name) => {
    const { x, y } = graph.node(name) as Placed;
    return `<circle cx="${x}" cy="${y}" r="6" fill="GrayText"/>`;
  });
  return {
    svg: [...edges, ...ends, ...nodes].join('\n'),
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Placed extends Point {
  readonly width: number;
  readonly height: number;
}

function drawState(name: string, state: JsonObject, scope: Scope): Drawing {
  const { status, times } = scope.progressOf(name);
  const label = times > 1 ? `${name} ×${times}` : name;
  const inside = isDistributed(state)
    ? (): StateProgress => ({ status: 'IN_CHILDREN', times: 0 })
    : scope.progressOf;
  const inner = scopesIn(state).map((definition) => drawScope({ definition, progressOf: inside }));
  const width = Math.max(
    widthOf(label) + 2 * padding,
    inner.reduce((sum, drawing) => sum + drawing.width, 0) + 2 * padding,
  );
  const height = 2 * padding + lineHeight + Math.max(0, ...inner.map((drawing) => drawing.height));
  let x = padding;
  const insides = inner.map((drawing) => {
    const placed = `<g transform="translate(${x} ${padding + lineHeight})">${drawing.svg}</g>`;
    x += drawing.width;
    return placed;
  });
  const title = `<title>${escapeHtml(`${name}: ${String(state.Type)}, ${status}`)}</title>`;
  const box = `<rect width="${width}" height="${height}" rx="${inner.length > 0 ? 12 : 6}"${inner.length > 0 ? ' style="fill:none"' : ''}/>`;
  const text = `<text x="${width / 2}" y="${padding + lineHeight / 2 + 4}">${escapeHtml(label)}</text>`;
  const classes = inner.length > 0 ? `${status} outer` : status;
  return { svg: `<g class="${classes}">${title}${box}${text}</g>${insides.join('')}`, width, height };
}

/** The scopes of states inside a Map or Parallel state. */
function scopesIn(state: JsonObject): JsonObject[] {
  if (state.Type === 'Map') return [state.ItemProcessor as JsonObject];
  return state.Type === 'Parallel' ? (state.Branches as JsonObject[]) : [];
}

/** A distributed Map's states run in executions of their own, which its history links to. */
function isDistributed({ ItemProcessor }: JsonObject): boolean {
  const { ProcessorConfig } = (ItemProcessor ?? {}) as JsonObject;
  return ((ProcessorConfig ?? {}) as JsonObject).Mode === 'DISTRIBUTED';
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly caught: boolean;
}

/** Where a state can lead; several ways to the same state are one arrow. */
function arrowsOf([from, state]: [string, JsonObject]): Arrow[] {
  const choices = (state.Choices ?? []) as JsonObject[];
  const catches = (state.Catch ?? []) as JsonObject[];
  const isLast = state.End === true || ['Succeed', 'Fail'].includes(String(state.Type));
  const ways: Arrow[] = [
    ...choices.map(({ Next }) => ({ from, to: String(Next), label: '', caught: false })),
    ...(typeof state.Default === 'string'
      ? [{ from, to: state.Default, label: 'otherwise', caught: false }]
      : []),
    ...(typeof state.Next === 'string' ? [{ from, to: state.Next, label: '', caught: false }] : []),
    ...(isLast ? [{ from, to: end, label: '', caught: false }] : []),
    ...catches.map(({ Next, ErrorEquals }) => ({
      from,
      to: String(Next),
      label: (ErrorEquals as string[]).join(', '),
      caught: true,
    })),
  ];
  return [...new Map(ways.reverse().map((way) => [way.to, way])).values()].reverse();
}

function drawEdge(
  { points, x, y }: { points: Point[]; x?: number; y?: number },
  label: string,
  caught: boolean,
): string {
  const path = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`);
  const text =
    label === '' || x === undefined || y === undefined
      ? ''
      : `<text x="${round(x)}" y="${round(y) + 4}">${escapeHtml(label)}</text>`;
  return `<g class="edge${caught ? ' catch' : ''}"><path d="${path.join('')}" marker-end="url(#arrow)"/>${text}</g>`;
}

function place({ x, y, width, height }: Placed, { svg }: Drawing): string {
  return `<g transform="translate(${round(x - width / 2)} ${round(y - height / 2)})">${svg}</g>`;
}

/** About as wide as the text is in a sans-serif of 13 pixels. */
function widthOf(text: string): number {
  return text.length * 7.2;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
