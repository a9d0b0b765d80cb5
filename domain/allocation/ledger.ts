import type { Cents } from '../money.ts';
import type { CheckedApplication } from './input.ts';
import { Journal } from './journal.ts';
import type { Dimension, Limit, Row, Rows, Waiting } from './rows.ts';

/** How much more an application can get, and the row that says so. */
export interface Room {
  readonly cents: Cents;
  readonly row: Row;
}

/**
 * What has been granted so far, row by row, on a walk down the order.
 *
 * Room is the least of what each row has left: a limit its money; a dimension with floors what its other groups have
 * not reserved, for Σ max(spent, L) + spent without a group must stay within the money available, where
 * L = min(floor, what the group's eligible applications request). Room never grows as the walk goes on, which
 * is what makes the search for "the last place where it would have fitted" a binary one.
 */
export class Ledger {
  readonly #limits: readonly { readonly limit: Limit; readonly spent: Journal }[];
  readonly #dimensions: readonly Reserving[];
  readonly #rows: Rows;

  /** `eligible` are those who can be granted money at all; money waits for no others. */
  constructor(rows: Rows, eligible: readonly CheckedApplication[]) {
    this.#rows = rows;
    this.#limits = rows.limits.map((limit) => ({ limit, spent: new Journal(0) }));
    const available = rows.limits[0]?.most ?? 0;
    this.#dimensions = rows.dimensions.map(
      (dimension, index) => new Reserving(dimension, available, reservationsOf(rows, index, eligible)),
    );
  }

  room(application: CheckedApplication): Room {
    let tightest: { cents: Cents; row: () => Row } | undefined;
    const consider = (cents: Cents, row: () => Row) => {
      if (!tightest || cents < tightest.cents) tightest = { cents, row };
    };
    for (const { limit, spent } of this.#of(application))
      consider(limit.most - spent.latest, () => limit.row);
    this.#dimensions.forEach((dimension, index) => {
      const group = this.#rows.groupIn(index, application);
      consider(dimension.room(group), () => dimension.row(group));
    });
    return tightest
      ? { cents: tightest.cents, row: tightest.row() }
      : { cents: 0, row: { kind: 'appropriation' } };
  }

  /** Grants `cents` more to an application at a place of the walk; places never go back. */
  charge(application: CheckedApplication, cents: Cents, place: number): void {
    for (const { spent } of this.#of(application)) spent.record(place, spent.latest + cents);
    this.#dimensions.forEach((dimension, index) => {
      dimension.charge(this.#rows.groupIn(index, application), cents, place);
    });
  }

  /** Whether every row allows all of these grants together. */
  allows(grants: readonly (readonly [CheckedApplication, Cents])[]): boolean {
    const added = this.#limits.map(() => 0);
    for (const [application, cents] of grants)
      for (const index of this.#rows.limitsOf(application)) added[index] = (added[index] ?? 0) + cents;
    return (
      this.#limits.every(({ limit, spent }, index) => spent.latest + (added[index] ?? 0) <= limit.most) &&
      this.#dimensions.every((dimension, index) =>
        dimension.allows(
          grants.map(([application, cents]) => [this.#rows.groupIn(index, application), cents]),
        ),
      )
    );
  }

  /** The last place of the walk where the application would have found `cents` of room; −1 where there is none. */
  lastPlaceWithRoom(application: CheckedApplication, cents: Cents): number {
    const places = this.#of(application).map(({ limit, spent }) => spent.lastPlaceAtMost(limit.most - cents));
    this.#dimensions.forEach((dimension, index) => {
      places.push(dimension.lastPlaceWithRoom(this.#rows.groupIn(index, application), cents));
    });
    return Math.min(...places);
  }

  /** Money that still waits for groups, by dimension. */
  waiting(): readonly { readonly dimension: string; readonly waitsFor: readonly Waiting[] }[] {
    return this.#dimensions
      .map((one) => ({ dimension: one.dimension.name, waitsFor: one.waitsFor(-1) }))
      .filter(({ waitsFor }) => waitsFor.length > 0);
  }

  #of(application: CheckedApplication) {
    return this.#rows.limitsOf(application).flatMap((index) => this.#limits[index] ?? []);
  }
}

/** A dimension's reservations. `held` is Σ max(spent, L) over its groups plus what others got. */
class Reserving {
  readonly dimension: Dimension;
  readonly #available: Cents;
  readonly #reserved: readonly Cents[];
  readonly #spent: readonly Journal[];
  readonly #held: Journal;

  constructor(dimension: Dimension, available: Cents, reserved: readonly Cents[]) {
    this.dimension = dimension;
    this.#available = available;
    this.#reserved = reserved;
    this.#spent = reserved.map(() => new Journal(0));
    this.#held = new Journal(reserved.reduce((sum, cents) => sum + cents, 0));
  }

  room(group: number): Cents {
    return this.#available - this.#held.latest + this.#ownReserve(group, this.#spent[group]?.latest);
  }

  /** Awards that stand may leave less than is reserved; then grants within a group's own reserve make it no worse. */
  allows(grants: readonly (readonly [number, Cents])[]): boolean {
    const spent = this.#spent.map(({ latest }) => latest);
    let held = this.#held.latest;
    for (const [group, cents] of grants) {
      const before = spent[group] ?? 0;
      held += cents - Math.min(cents, this.#ownReserve(group, before));
      if (group >= 0) spent[group] = before + cents;
    }
    return held <= Math.max(this.#available, this.#held.latest);
  }

  charge(group: number, cents: Cents, place: number): void {
    const spent = this.#spent[group];
    const fromReserve = Math.min(cents, this.#ownReserve(group, spent?.latest));
    spent?.record(place, spent.latest + cents);
    this.#held.record(place, this.#held.latest + cents - fromReserve);
  }

  lastPlaceWithRoom(group: number, cents: Cents): number {
    return this.#held.lastPlace(
      (held, place) =>
        this.#available - held + this.#ownReserve(group, this.#spent[group]?.upTo(place)) >= cents,
    );
  }

  row(group: number): Row {
    return { kind: 'reserved', dimension: this.dimension.name, waitsFor: this.waitsFor(group) };
  }

  waitsFor(but: number): readonly Waiting[] {
    return this.dimension.groups.flatMap(({ group }, index) => {
      const cents = this.#ownReserve(index, this.#spent[index]?.latest);
      return index !== but && cents > 0 ? [{ group, cents }] : [];
    });
  }

  #ownReserve(group: number, spent = 0): Cents {
    return Math.max(0, (this.#reserved[group] ?? 0) - spent);
  }
}

/** L = min(floor, what the eligible of the group request), for each group with a floor; no floor is above its ceiling. */
export function reservationsOf(
  rows: Rows,
  dimension: number,
  eligible: readonly CheckedApplication[],
): readonly Cents[] {
  const groups = rows.dimensions[dimension]?.groups ?? [];
  const requested = groups.map(() => 0);
  for (const application of eligible) {
    const group = rows.groupIn(dimension, application);
    if (group >= 0) requested[group] = (requested[group] ?? 0) + application.requested;
  }
  return groups.map(({ floor }, index) => Math.min(floor, requested[index] ?? 0));
}
