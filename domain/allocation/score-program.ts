import type { Cents } from '../money.ts';
import {
  availableOf,
  type CheckedApplication,
  type CheckedInput,
  leastGrant,
  type ValueRule,
} from './input.ts';
import { reservationsOf } from './ledger.ts';
import type { Ranked } from './order.ts';
import type { Bounds, Column, Program, Solution } from './program/program.ts';
import type { Dimension, Row, Rows } from './rows.ts';

/** How value policies fund: in full or also in part; floors met or their money reserved. */
export interface Terms {
  readonly value: ValueRule;
  readonly grants: 'full' | 'partial';
  readonly floors: 'met' | 'reserved';
}

/** What a grant is worth. One in part is worth its cents, so that no cent is worth nothing. */
export function worthOf({ score }: CheckedApplication, cents: Cents, { value, grants }: Terms): number {
  if (cents === 0) return 0;
  if (value === 'score') return score;
  return score * (grants === 'partial' ? cents : Math.floor(cents / 100));
}

/**
 * An input as an integer program. One column for each candidate, in the order ≺; one row for the appropriation and for
 * each ceiling and cap; for each floor a lower bound (`met`), or as under RANK a filler that stands for the money waiting
 * for its group (`reserved`). Awards that stand and no column counts are taken off the rows' bounds (`charged`): all of them
 * where a column only decides what comes on top, those of nobody's column where a column counts every cent.
 */
export class ScoreProgram {
  readonly program: Program;
  /** The rule that each row of the program stands for. */
  readonly names: readonly Row[];
  readonly charged: readonly CheckedApplication[];
  /** The fillers, which are the last columns, by the row each fills. */
  readonly #filledRows: readonly number[];
  readonly #candidates: readonly Ranked[];
  readonly #terms: Terms;

  /**
   * @param candidates in the order ≺
   * @param standing everybody with an award that stands, candidate or not
   */
  constructor(
    input: CheckedInput,
    rows: Rows,
    candidates: readonly Ranked[],
    standing: readonly CheckedApplication[],
    terms: Terms,
  ) {
    this.#candidates = candidates;
    this.#terms = terms;
    const applications = candidates.map(({ application }) => application);
    this.charged = terms.grants === 'full' ? standing : standing.filter((one) => !applications.includes(one));
    const sketch = new Sketch(input, rows, this.charged, terms.floors);
    rows.dimensions.forEach((dimension, index) => {
      if (terms.floors === 'met') sketch.meetFloors(dimension, index);
      else sketch.reserve(dimension, index, reservationsOf(rows, index, applications));
    });
    const columns = applications.map((application) =>
      columnOf(application, input, terms, sketch.entriesOf(application)),
    );
    this.program = {
      columns: [...columns, ...sketch.fillers],
      applications: columns.length,
      rows: sketch.bounds,
    };
    this.names = sketch.names;
    this.#filledRows = sketch.filledRows;
  }

  /** What a solution grants to the candidate at `index`, its standing award included. */
  grantIn(solution: Solution, index: number): Cents {
    const application = this.#candidates[index]?.application;
    const taken = solution[index] ?? 0;
    if (!application) return 0;
    if (this.#terms.grants === 'partial') return taken;
    return taken === 1 ? application.requested : application.awarded;
  }

  /** The solution that grants these sums; not always a feasible one. */
  solutionOf(grants: readonly Cents[]): Solution {
    const taken = this.#candidates.map(({ application }, index) => {
      const cents = grants[index] ?? 0;
      if (this.#terms.grants === 'partial') return cents;
      return cents === application.requested ? 1 : 0;
    });
    const missing = this.#filledRows.map((row) => (this.program.rows[row] as Bounds).lower);
    taken.forEach((x, j) => {
      for (const { row, coefficient } of this.program.columns[j]?.entries ?? []) {
        const filler = this.#filledRows.indexOf(row);
        if (filler >= 0) missing[filler] = (missing[filler] ?? 0) - coefficient * x;
      }
    });
    return [...taken, ...missing.map((cents) => Math.max(0, cents))];
  }

  /** The program whose solutions all fund the candidate at `index` on top of what it has. */
  with(index: number): Program {
    const columns = this.program.columns.map((column, j) =>
      j === index ? { ...column, least: Math.max(1, column.least), optional: false } : column,
    );
    return { ...this.program, columns };
  }
}

/** A column from 0 to 1 for all of the request, or one of cents. */
function columnOf(
  application: CheckedApplication,
  input: CheckedInput,
  terms: Terms,
  rows: readonly number[],
): Column {
  const { requested, awarded } = application;
  if (terms.grants === 'partial')
    return {
      value: application.score,
      least: leastGrant(application, input),
      most: requested,
      optional: awarded === 0,
      entries: rows.map((row) => ({ row, coefficient: 1 })),
    };
  const decided = awarded === requested;
  return {
    value: worthOf(application, requested, terms) - worthOf(application, awarded, terms),
    least: decided ? 1 : 0,
    most: 1,
    optional: false,
    entries: decided ? [] : rows.map((row) => ({ row, coefficient: requested - awarded })),
  };
}

/** Rows on their way to a program. */
class Sketch {
  readonly bounds: Bounds[] = [];
  readonly names: Row[] = [];
  readonly fillers: Column[] = [];
  readonly filledRows: number[] = [];
  readonly #rows: Rows;
  readonly #available: Cents;
  /** For each dimension and group, the rows its members are in beside the limits. */
  readonly #groupRows: number[][][];
  /** For each dimension, the rows everybody is in. */
  readonly #commonRows: number[] = [];
  readonly #charged: readonly CheckedApplication[];

  /** The row of the program for each limit; none where a floor's row has the same ceiling. */
  readonly #limitRows: readonly (number | undefined)[];

  constructor(
    input: CheckedInput,
    rows: Rows,
    charged: readonly CheckedApplication[],
    floors: Terms['floors'],
  ) {
    this.#rows = rows;
    this.#available = availableOf(input);
    this.#charged = charged;
    this.#groupRows = rows.dimensions.map(({ groups }) => groups.map(() => []));
    this.#limitRows = rows.limits.map(({ row, most }, index) => {
      if (floors === 'met' && hasFloor(rows, row)) return undefined;
      const spent = this.#spent((application) => rows.limitsOf(application).includes(index));
      return this.#add({ lower: 0, upper: most - spent }, row);
    });
  }

  /** A floor's row has the group's ceiling for its other bound, so that what no sum can reach is seen in one row. */
  meetFloors(dimension: Dimension, index: number): void {
    dimension.groups.forEach(({ group, floor }, at) => {
      const spent = this.#spentBy(index, at);
      const row = this.#add(
        { lower: floor - spent, upper: this.#ceilingOf(dimension.name, group) - spent },
        { kind: 'floor', dimension: dimension.name, group },
      );
      this.#groupRows[index]?.[at]?.push(row);
    });
  }

  /** Σ (spent + filler) + spent without a group ≤ the money there is, with spent + filler ≥ reserved for each group. */
  reserve(dimension: Dimension, index: number, reserved: readonly Cents[]): void {
    const spent = this.#spent(() => true);
    const name: Row = { kind: 'reserved', dimension: dimension.name, waitsFor: [] };
    const common = this.#add({ lower: 0, upper: this.#available - spent }, name);
    this.#commonRows.push(common);
    dimension.groups.forEach(({ group }, at) => {
      const missing = Math.max(0, (reserved[at] ?? 0) - this.#spentBy(index, at));
      if (missing === 0) return;
      const row = this.#add(
        { lower: missing, upper: 2 * this.#available },
        { kind: 'floor', dimension: dimension.name, group },
      );
      this.#groupRows[index]?.[at]?.push(row);
      this.filledRows.push(row);
      this.fillers.push({
        value: 0,
        least: 0,
        most: missing,
        optional: false,
        entries: [
          { row: common, coefficient: 1 },
          { row, coefficient: 1 },
        ],
      });
    });
  }

  entriesOf(application: CheckedApplication): readonly number[] {
    const ofGroups = this.#groupRows.flatMap((groups, dimension) => {
      const group = this.#rows.groupIn(dimension, application);
      return group < 0 ? [] : (groups[group] ?? []);
    });
    const limits = this.#rows.limitsOf(application).flatMap((index) => this.#limitRows[index] ?? []);
    return [...limits, ...ofGroups, ...this.#commonRows];
  }

  #ceilingOf(dimension: string, group: string): Cents {
    const ceiling = this.#rows.limits.find(
      ({ row }) => row.kind === 'ceiling' && row.dimension === dimension && row.group === group,
    );
    return Math.min(this.#available, ceiling?.most ?? this.#available);
  }

  #add(bounds: Bounds, name: Row): number {
    this.names.push(name);
    return this.bounds.push(bounds) - 1;
  }

  #spent(counts: (application: CheckedApplication) => boolean): Cents {
    return this.#charged.reduce((sum, one) => (counts(one) ? sum + one.awarded : sum), 0);
  }

  #spentBy(dimension: number, group: number): Cents {
    return this.#spent((application) => this.#rows.groupIn(dimension, application) === group);
  }
}

function hasFloor({ dimensions }: Rows, row: Row): boolean {
  return (
    row.kind === 'ceiling' &&
    dimensions.some(
      ({ name, groups }) => name === row.dimension && groups.some(({ group }) => group === row.group),
    )
  );
}
