import type { Work } from '../work.ts';
import { boundOf, type Domains } from './certificate.ts';
import { narrow } from './narrow.ts';
import type { Program } from './program.ts';
import { reduce } from './reduce.ts';
import { cutRoot, type Root } from './root.ts';
import { type Found, type Quest, Tree } from './tree.ts';

/** How far a search has come, for whoever waits for it: nodes searched since the last time. */
export interface Progress {
  readonly nodes: number;
}

/** What is looked for: a solution better than the one known, or at least worth `least`. */
export interface Search {
  readonly known: Found | undefined;
  readonly least: number;
  readonly anyOfEquals: boolean;
}

/** The best solution, if `isDone`; else the best found, and what none exceeds. */
export interface Answer {
  readonly found: Found | undefined;
  readonly isDone: boolean;
  readonly bound: number;
}

const nodesBetween = 256;
/** How many columns the first question leaves open, and how many times as many each next one. */
const firstSize = 20;
const wider = 1.4;
/** What a question costs a column before its search begins, in visits: some fifty narrowings and a reduction. */
const visitsOfQuestion = 200;
/** Below this part of the columns still open, it pays to reduce and cut again. */
const worthReducing = 0.9;

/**
 * Looks for the best solution from the bound down: is there one so near the bound that only 20 columns are open? 28,
 * 39, …? Each question narrows the domains by the root's certificate before its search begins, so that most columns are
 * decided, and its No lowers the bound ("destructive" bounds: Klein & Scholl, "Computing lower bounds by destructive
 * improvement", 1999). The first Yes narrows them for good.
 */
export function* topDown(
  program: Program,
  root: Root,
  search: Search,
  work: Work,
): Generator<Progress, Answer> {
  let bound = boundOf(root.certificate);
  let size = firstSize;
  let best = search.known;
  for (;;) {
    const least = best?.value ?? search.least;
    work.spend(visitsOfQuestion * program.columns.length);
    if (bound < least) return { found: best, isDone: true, bound };
    const wanted = Math.max(least, Math.min(bound, wantedForSize(root, size, least)));
    const incumbent = best?.value === wanted ? best : undefined;
    const quest = { wanted, incumbent, anyOfEquals: search.anyOfEquals };
    const { found, isDone } = yield* within(program, root, quest, work);
    best = found ?? best;
    if (isDone && (found || wanted === least)) return { found: best, isDone, bound };
    if (isDone) {
      bound = wanted - 1;
      size *= wider;
    } else if (work.spent) return { found: best, isDone, bound };
  }
}

/** Any solution worth `wanted`, which no solution exceeds; or the proof that there is none, if `isDone`. */
export function* ask(
  program: Program,
  wanted: number,
  work: Work,
): Generator<Progress, { readonly found: Found | undefined; readonly isDone: boolean }> {
  const root = cutRoot(program, work);
  if (root.isInfeasible) return none;
  return yield* within(program, root, { wanted, incumbent: undefined, anyOfEquals: true }, work);
}

/** The greatest value such that asking for it leaves this many columns open; `least` where none does. */
export function wantedForSize(root: Root, size: number, least: number): number {
  let [low, high] = [least, boundOf(root.certificate) + 1];
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (openCount(narrowedFor(root, middle)) >= size) low = middle;
    else high = middle;
  }
  return low;
}

/** The domains of the solutions worth `wanted`; undefined where there is none. */
export function narrowedFor({ program, domains, certificate }: Root, wanted: number): Domains | undefined {
  const left = { lower: domains.lower.slice(), upper: domains.upper.slice() };
  return narrow(program.columns, left, certificate, wanted) && left;
}

type Partial = Omit<Answer, 'bound'>;

const none: Partial = { found: undefined, isDone: true };

/** Searches what the root's certificate leaves of the program for the best solution worth what is wanted. */
function* within(program: Program, root: Root, quest: Quest, work: Work): Generator<Progress, Partial> {
  const domains = narrowedFor(root, quest.wanted);
  const reduced = domains && reduce(program, domains);
  if (!reduced) return none;
  if (reduced.program.columns.length >= worthReducing * program.columns.length)
    return yield* searched(new Tree(root.program, quest), quest.wanted, work);
  const { value } = reduced;
  const innerRoot = cutRoot(reduced.program, work);
  if (innerRoot.isInfeasible) return none;
  const inner: Quest = {
    ...quest,
    wanted: quest.wanted - value,
    incumbent: quest.incumbent && {
      solution: reduced.project(quest.incumbent.solution),
      value: quest.incumbent.value - value,
    },
  };
  const { found, isDone } = yield* within(reduced.program, innerRoot, inner, work);
  return {
    found: found && { solution: reduced.restore(found.solution), value: found.value + value },
    isDone,
  };
}

/** Searches a tree to its end, or until it has found something better than what was wanted. */
function* searched(tree: Tree, wanted: number, work: Work): Generator<Progress, Partial> {
  while (!tree.isDone && !work.spent) {
    tree.step(work);
    if (tree.nodes % nodesBetween === 0) yield { nodes: nodesBetween };
    if (tree.found && tree.found.value > wanted) break;
  }
  return { found: tree.found, isDone: tree.isDone };
}

function openCount(domains: Domains | undefined): number {
  if (!domains) return 0;
  return domains.lower.reduce(
    (count, lower, j) => (lower < (domains.upper[j] as number) ? count + 1 : count),
    0,
  );
}
