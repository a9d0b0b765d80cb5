import type { Work } from '../work.ts';
import { certify, type Domains, domainsOf, provesInfeasible, scaleFor } from './certificate.ts';
import { type Narrowed, narrow } from './narrow.ts';
import {
  type Column,
  comesBefore,
  filled,
  isFeasible,
  type Program,
  type Solution,
  worthAt,
} from './program.ts';
import { Relaxation } from './relaxation.ts';

// Taken from their globals once: these run in the innermost loops.
const { abs, floor, max, min, round } = Math;

/** A solution and what it is worth. */
export interface Found {
  readonly solution: Solution;
  readonly value: number;
}

/** What a tree is searched for. */
export interface Quest {
  readonly wanted: number;
  readonly incumbent: Found | undefined;
  /** Whether any solution of the best value will do; else it is the first of them in the order. */
  readonly anyOfEquals: boolean;
}

/** A part of the tree still to be searched: the domain of one column, and how much of the trail leads to its parent. */
interface Pending {
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
  readonly mark: number;
}

const nearly = 1e-6;
/** What a column that takes large integers costs, in visits. */
const visitsOfLarge = 60;

/**
 * A depth-first branch and bound over the whole numbers of a program (Land & Doig 1960, Dakin 1965). It looks for the
 * best solution worth `wanted` or more, and of equals for the one that comes first in the order ≺.
 *
 * The relaxation proposes, integers decide: a node is dropped only on a certificate, a domain narrowed only by one, a
 * solution believed only when it is feasible as it stands. Where floating point fails, the search goes on branching; it
 * becomes slower, never wrong.
 */
export class Tree {
  readonly #program: Program;
  readonly #relaxation: Relaxation;
  readonly #scale: number;
  readonly #domains: Domains;
  readonly #trail: Narrowed[] = [];
  readonly #pending: Pending[] = [];
  readonly #anyOfEquals: boolean;
  #wanted: number;
  #found: Found | undefined;
  #isDone = false;
  #nodes = 0;
  /** Columns that took large integers. */
  #large = 0;

  /** @param incumbent a solution worth `wanted`, which only one that comes before it can replace */
  constructor(program: Program, { wanted, incumbent, anyOfEquals }: Quest) {
    this.#program = program;
    this.#relaxation = new Relaxation(program);
    this.#scale = scaleFor(program);
    this.#domains = domainsOf(program);
    this.#wanted = wanted;
    this.#found = incumbent;
    this.#anyOfEquals = anyOfEquals;
  }

  get found(): Found | undefined {
    return this.#found;
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  get nodes(): number {
    return this.#nodes;
  }

  /** Searches one node. */
  step(work: Work): void {
    const visits = this.#relaxation.visits;
    const large = this.#large;
    this.#nodes += 1;
    const column = this.#explore();
    if (column === undefined) this.#backtrack();
    else this.#branch(column);
    const counted = this.#relaxation.visits - visits + 8 * this.#program.columns.length;
    work.spend(counted + visitsOfLarge * (this.#large - large));
  }

  /** The column to branch on, or undefined where the node has nothing more to give. */
  #explore(): number | undefined {
    const ending = this.#relaxation.optimise(this.#wanted - nearly);
    if (ending === 'infeasible') return this.#provedInfeasible() ? undefined : this.#firstOpen();
    if (!this.#certified()) return undefined;
    if (ending === 'beyond-the-cutoff' && this.#relaxation.optimise(Number.NEGATIVE_INFINITY) !== 'optimal')
      return this.#firstOpen();
    return this.#fractional() ?? this.#whole();
  }

  /** Narrows the domains by the multipliers the relaxation proposes; false where they prove the node worthless. */
  #certified(): boolean {
    const { columns } = this.#program;
    const certificate = certify(this.#program, this.#domains, this.#relaxation.multipliers(), this.#scale);
    this.#large += certificate.large;
    const narrowed = narrow(columns, this.#domains, certificate, this.#wanted);
    if (!narrowed) return false;
    for (const before of narrowed) {
      this.#trail.push(before);
      this.#tell(before.column);
    }
    const better = BigInt(this.#wanted + 1) * BigInt(certificate.scale);
    return certificate.bound >= better || this.#canComeFirst();
  }

  /** Whether a solution of the same value that comes before the one found can be in the domains. */
  #canComeFirst(): boolean {
    if (!this.#found) return true;
    if (this.#anyOfEquals) return false;
    return comesBefore(this.#program, Array.from(this.#domains.upper), this.#found.solution);
  }

  #provedInfeasible(): boolean {
    const ray = this.#relaxation.ray();
    return ray !== undefined && provesInfeasible(this.#program, this.#domains, ray);
  }

  /** The open application that the relaxation leaves furthest from its domain. */
  #fractional(): number | undefined {
    let best: number | undefined;
    let furthest = nearly;
    for (let j = 0; j < this.#program.applications; j += 1) {
      if (!this.#isOpen(j)) continue;
      const distance = distanceFrom(this.#program.columns[j] as Column, this.#relaxation.value(j));
      if (distance > furthest) {
        furthest = distance;
        best = j;
      }
    }
    return best;
  }

  /**
   * The relaxation's solution is whole: keeps it if it is a solution, and goes on only for others of the same value that
   * would come before it.
   */
  #whole(): number | undefined {
    const { columns } = this.#program;
    const solution = filled(
      this.#program,
      // Rounding a little below zero gives minus zero, which is no sum of money.
      columns.map((_, j) => round(this.#relaxation.value(j)) + 0),
    );
    if (!isFeasible(this.#program, solution)) return this.#firstOpen();
    this.#keep(solution);
    if (this.#anyOfEquals) return undefined;
    for (let j = 0; j < this.#program.applications; j += 1)
      if (this.#isOpen(j) && (solution[j] as number) < (this.#domains.upper[j] as number)) return j;
    return undefined;
  }

  #keep(solution: Solution): void {
    const value = worthAt(this.#program, solution);
    const better =
      value > this.#wanted ||
      (value === this.#wanted &&
        (!this.#found || comesBefore(this.#program, solution, this.#found.solution)));
    if (!better) return;
    this.#wanted = value;
    this.#found = { solution, value };
  }

  /** The first open application; where there is none, the one solution that is left is tried. */
  #firstOpen(): number | undefined {
    for (let j = 0; j < this.#program.applications; j += 1) if (this.#isOpen(j)) return j;
    const solution = filled(this.#program, Array.from(this.#domains.upper));
    if (isFeasible(this.#program, solution)) this.#keep(solution);
    return undefined;
  }

  /** Splits a column's domain at the relaxation's value, and goes first where that is nearer. */
  #branch(j: number): void {
    const column = this.#program.columns[j] as Column;
    const [lower, upper] = [this.#domains.lower[j] as number, this.#domains.upper[j] as number];
    const x = this.#relaxation.value(j);
    const split = splitOf(column, x, lower, upper);
    const above = { column: j, lower: split.above, upper, mark: this.#trail.length };
    const below = { column: j, lower, upper: split.below, mark: this.#trail.length };
    const [first, second] = x - split.below >= split.above - x ? [above, below] : [below, above];
    this.#pending.push(second);
    this.#restrict(first);
  }

  #backtrack(): void {
    const next = this.#pending.pop();
    if (!next) {
      this.#isDone = true;
      return;
    }
    while (this.#trail.length > next.mark) {
      const { column, lower, upper } = this.#trail.pop() as Narrowed;
      this.#domains.lower[column] = lower;
      this.#domains.upper[column] = upper;
      this.#tell(column);
    }
    this.#restrict(next);
  }

  #restrict({ column, lower, upper }: Pending): void {
    this.#trail.push({
      column,
      lower: this.#domains.lower[column] as number,
      upper: this.#domains.upper[column] as number,
    });
    this.#domains.lower[column] = lower;
    this.#domains.upper[column] = upper;
    this.#tell(column);
  }

  #tell(column: number): void {
    this.#relaxation.setBounds(
      column,
      this.#domains.lower[column] as number,
      this.#domains.upper[column] as number,
    );
  }

  #isOpen(j: number): boolean {
    return (this.#domains.lower[j] as number) < (this.#domains.upper[j] as number);
  }
}

/** How far a value is from the column's domain, in parts of the column's range. */
function distanceFrom({ least, most, optional }: Column, x: number): number {
  if (optional && x < least) return min(x, least - x) / most;
  return abs(x - round(x)) / (most - least > 1 ? most : 1);
}

/** Where a domain is cut in two so that `x` is in neither part, or, if it is whole, is the most of the lower part. */
function splitOf({ least, optional }: Column, x: number, lower: number, upper: number) {
  if (optional && lower === 0 && x < least) return { below: 0, above: least };
  const below = min(upper - 1, max(lower, floor(x + nearly)));
  return { below, above: below + 1 };
}
