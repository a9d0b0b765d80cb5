import { Work } from '../work.ts';
import type { Program } from './program.ts';
import { reduce } from './reduce.ts';
import { cutRoot, type Root } from './root.ts';
import { narrowedFor, type Progress, topDown, wantedForSize } from './top-down.ts';
import { type Found, Tree } from './tree.ts';

/** How many columns the first core has, and how many times as many each next one. */
const firstSize = 40;
const wider = 1.5;
/** Units of work that may be spent beyond the limit, so that there is an answer at all. */
const unitsForAny = 10_000;

/**
 * A good solution where the best could not be proved. The columns whose reduced values are small decide between good
 * solutions; the others are left as the relaxation has them, and the core alone is searched, then a larger one. Nothing
 * follows from finding nothing.
 */
export function* inTheCore(
  program: Program,
  root: Root,
  known: Found | undefined,
  work: Work,
): Generator<Progress, Found | undefined> {
  let best = known;
  for (let size = firstSize; !work.spent && size < program.columns.length; size *= wider) {
    work.spend(200 * program.columns.length);
    const domains = narrowedFor(root, wantedForSize(root, size, 0));
    const reduced = domains && reduce(program, domains);
    if (!reduced) continue;
    const share = work.part(0.4);
    const coreRoot = cutRoot(reduced.program, share);
    if (coreRoot.isInfeasible) continue;
    const least = Math.max(0, (best?.value ?? -1) + 1 - reduced.value);
    const { found } = yield* topDown(
      reduced.program,
      coreRoot,
      { known: undefined, least, anyOfEquals: true },
      share,
    );
    if (found) best = { solution: reduced.restore(found.solution), value: found.value + reduced.value };
  }
  return best ?? (yield* anySolution(root.program));
}

/** Any solution at all, to have one. */
function* anySolution(program: Program): Generator<Progress, Found | undefined> {
  const work = new Work(unitsForAny);
  const tree = new Tree(program, { wanted: 0, incumbent: undefined, anyOfEquals: true });
  while (!tree.found && !tree.isDone && !work.spent) {
    tree.step(work);
    if (tree.nodes % 256 === 0) yield { nodes: 256 };
  }
  return tree.found;
}
