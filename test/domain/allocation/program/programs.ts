import type { Domains } from '../../../../domain/allocation/program/certificate.ts';
import {
  type Column,
  isFeasible,
  type Program,
  worthAt,
} from '../../../../domain/allocation/program/program.ts';
import { Work } from '../../../../domain/allocation/work.ts';

/** A grant in full or not at all: what it is worth, and what it takes of each row, 0 for nothing. */
export function yesOrNo(value: number, ...weights: readonly number[]): Column {
  return { value, least: 0, most: 1, optional: false, entries: entriesOf(weights) };
}

/** A grant of 0, or of `least` to `most` cents. */
export function cents(value: number, least: number, most: number, ...weights: readonly number[]): Column {
  return { value, least, most, optional: true, entries: entriesOf(weights) };
}

/** A program in which every column is an application. */
export function programOf(
  columns: readonly Column[],
  ...rows: readonly [lower: number, upper: number][]
): Program {
  return { columns, applications: columns.length, rows: rows.map(([lower, upper]) => ({ lower, upper })) };
}

function entriesOf(weights: readonly number[]): Column['entries'] {
  return weights.flatMap((coefficient, row) => (coefficient === 0 ? [] : [{ row, coefficient }]));
}

/** Every solution, by trying every choice, with those first that give the first application the most. */
export function solutionsOf(program: Program): readonly (readonly number[])[] {
  let choices: readonly (readonly number[])[] = [[]];
  for (const column of program.columns)
    choices = choices.flatMap((before) => domainOf(column).map((x) => [...before, x]));
  return choices.filter((choice) => isFeasible(program, choice));
}

function domainOf({ least, most, optional }: Column): readonly number[] {
  const some = Array.from({ length: most - least + 1 }, (_, step) => most - step);
  return optional ? [...some, 0] : some;
}

/** Each column's lower and upper bound. */
export function listed({ lower, upper }: Domains): readonly (readonly number[])[] {
  return Array.from(lower, (low, column) => [low, upper[column] as number]);
}

/** What a search ends with. */
export function endOf<T>(search: Generator<unknown, T>): T {
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value;
}

/** Work that counts what is spent of it, in visits. */
export class Meter extends Work {
  visits = 0;

  constructor(units = 1_000_000) {
    super(units);
  }

  override spend(visits: number): void {
    this.visits += visits;
    super.spend(visits);
  }
}

/** Numbers that look arbitrary and are the same every time (Park & Miller 1988): from `least` to `most`. */
export function dice(seed: number): (least: number, most: number) => number {
  let state = seed;
  return (least, most) => {
    state = (state * 48_271) % 2_147_483_647;
    return least + (state % (most - least + 1));
  };
}

/** What a made program is made of. */
export interface Sample {
  readonly seed: number;
  readonly columns: number;
  readonly rows: number;
  /** The most a column takes of a row. */
  readonly top: number;
  /** In cents, from a minimum that is at least half, rather than in full. */
  readonly inCents?: boolean;
}

/**
 * A program that is not easy: what a column is worth is near what it takes. Every other row or so wants a third of all there is at
 * least, and each can have half of it.
 */
export function made({ seed, columns, rows, top, inCents = false }: Sample): Program {
  const roll = dice(seed);
  const all = Array.from({ length: columns }, () => {
    const weights = Array.from({ length: rows }, () => (roll(0, 2) === 0 ? 0 : roll(1, top)));
    const value = Math.max(...weights) + roll(0, Math.ceil(top / 4));
    if (!inCents) return yesOrNo(value, ...weights);
    const most = roll(2, 6);
    return cents(value, Math.ceil(most / 2), most, ...weights);
  });
  const bounds = Array.from({ length: rows }, (_, row): [number, number] => {
    const sum = all.reduce((total, { most, entries }) => {
      const coefficient = entries.find((entry) => entry.row === row)?.coefficient ?? 0;
      return total + coefficient * most;
    }, 0);
    return [roll(0, 1) === 0 ? 0 : Math.floor(sum / 3), Math.floor(sum / 2)];
  });
  return programOf(all, ...bounds);
}

/** The best solutions of a small program, by trying them all: their value, and the first and the last of them. */
export function bestOf(program: Program) {
  const solutions = solutionsOf(program);
  const value = Math.max(...solutions.map((solution) => worthAt(program, solution)));
  const equals = solutions.filter((solution) => worthAt(program, solution) === value);
  return { value, first: equals[0], last: equals.at(-1), equals };
}

/** A made program of which all solutions can be tried; every other one is in cents. */
export function small(seed: number, inCents = seed % 2 === 0): Program {
  return made({ seed: 101 * seed, columns: inCents ? 5 : 9, rows: 3, top: 12, inCents });
}
