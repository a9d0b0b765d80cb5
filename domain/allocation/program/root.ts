import type { Work } from '../work.ts';
import {
  type Certificate,
  certify,
  type Domains,
  domainsOf,
  provesInfeasible,
  scaleFor,
} from './certificate.ts';
import { violatedCovers } from './covers.ts';
import type { Cut } from './cut.ts';
import type { Program } from './program.ts';
import { Relaxation } from './relaxation.ts';

/** A program whose relaxation has been cut as far as covers go, and what its multipliers prove. */
export interface Root {
  /** With the cuts as further rows. */
  readonly program: Program;
  readonly domains: Domains;
  readonly certificate: Certificate;
  /** No solution at all, by a certificate. */
  readonly isInfeasible: boolean;
}

const mostRounds = 30;
/** What a round costs a column besides the relaxation, in visits: looking for covers, laying the program out. */
const visitsOfRound = 40;
/** A round that lowers the bound by less than this part of what all before it did is the last. */
const leastProgress = 1 / 500;

/** Cuts the relaxation with covers until that lowers its value no more. */
export function cutRoot(program: Program, work: Work): Root {
  let cuts: readonly Cut[] = [];
  let root = solve(program, work);
  const first = root.certificate;
  for (let round = 0; round < mostRounds && !root.isInfeasible; round += 1) {
    const { relaxation } = root;
    const fresh = violatedCovers(program, (column) => relaxation.value(column));
    if (fresh.length === 0) break;
    cuts = [...cuts.filter((_, index) => relaxation.isTight(program.rows.length + index)), ...fresh];
    const next = solve(withCuts(program, cuts), work);
    const progress = difference(root.certificate, next.certificate);
    root = next;
    if (progress <= leastProgress * difference(first, next.certificate)) break;
  }
  return root;
}

/** How much lower the second bound is, about. */
function difference(first: Certificate, second: Certificate): number {
  return Number(first.bound) / first.scale - Number(second.bound) / second.scale;
}

function solve(program: Program, work: Work): Root & { readonly relaxation: Relaxation } {
  const relaxation = new Relaxation(program);
  const ending = relaxation.optimise(Number.NEGATIVE_INFINITY);
  work.spend(relaxation.visits + visitsOfRound * program.columns.length);
  const domains = domainsOf(program);
  const ray = ending === 'infeasible' ? relaxation.ray() : undefined;
  return {
    program,
    domains,
    relaxation,
    certificate: certify(program, domains, relaxation.multipliers(), scaleFor(program)),
    isInfeasible: ray !== undefined && provesInfeasible(program, domains, ray),
  };
}

function withCuts(program: Program, cuts: readonly Cut[]): Program {
  const added = program.columns.map((): { row: number; coefficient: number }[] => []);
  cuts.forEach(({ terms }, index) => {
    for (const { column, coefficient } of terms)
      added[column]?.push({ row: program.rows.length + index, coefficient });
  });
  return {
    ...program,
    columns: program.columns.map((column, j) => ({
      ...column,
      entries: [...column.entries, ...(added[j] ?? [])],
    })),
    rows: [...program.rows, ...cuts.map((cut) => ({ lower: leastOf(cut), upper: cut.upper }))],
  };
}

/** A cut has no lower bound of its own; this one is never reached. */
function leastOf({ terms }: Cut): number {
  return terms.reduce((sum, { coefficient }) => sum + Math.min(0, coefficient), -1);
}
