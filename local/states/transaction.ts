import type { Database } from '../database.ts';
import type { JsonObject, Place } from '../service.ts';
import { type Execution, Executions } from './executions.ts';
import { type Frame, Frames } from './frames.ts';
import { History } from './history.ts';
import type { Machine } from './machine.ts';
import { Machines } from './machines.ts';
import { MapRuns } from './map-runs.ts';
import { Timers } from './timers.ts';

/** All that Step Functions remembers. */
export interface Tables {
  readonly machines: Machines;
  readonly executions: Executions;
  readonly frames: Frames;
  readonly timers: Timers;
  readonly history: History;
  readonly mapRuns: MapRuns;
}

/** Opens the tables, and makes those that are missing. */
export function openTables(database: Database): Tables {
  return {
    machines: new Machines(database),
    executions: new Executions(database),
    frames: new Frames(database),
    timers: new Timers(database),
    history: new History(database),
    mapRuns: new MapRuns(database),
  };
}

/**
 * One step of an execution and all that follows from it at once, in one transaction of the database.
 * What has to happen outside the database is noted, and done when the transaction is committed.
 */
export class Transaction {
  readonly tables: Tables;
  readonly place: Place;
  /** The cloud's time, the same for the whole transaction. */
  readonly now: number;
  readonly random: () => number;
  readonly machineOf: (revision: number) => Machine;
  /** Frames in which there is something to do now. */
  readonly ready: number[] = [];
  /** Frames whose call of an integration matters no more. */
  readonly abandoned: number[] = [];
  /** Executions that ended in this transaction, whose parents have not been told yet. */
  readonly ended: number[] = [];
  /** Frames that a redrive found at a map run, which is still to be redriven. */
  readonly redriven: number[] = [];
  /** By execution, each of which runs the same machine from its start to its end. */
  readonly #machines = new Map<number, Machine>();

  constructor(
    tables: Tables,
    place: Place,
    now: number,
    random: () => number,
    machineOf: (revision: number) => Machine,
  ) {
    this.tables = tables;
    this.place = place;
    this.now = now;
    this.random = random;
    this.machineOf = machineOf;
  }

  /** Adds an event to the history of the frame's execution, after the frame's last one. */
  record(frame: Frame, type: string, details?: JsonObject): number {
    frame.lastEvent = this.recordBeside(frame, type, details);
    return frame.lastEvent;
  }

  /** Adds an event after the frame's last one, which the next event will follow all the same. */
  recordBeside(frame: Frame, type: string, details?: JsonObject): number {
    return this.tables.history.add(frame.execution, type, frame.lastEvent, this.now, details);
  }

  /** Keeps the frame as it is now, and comes back to it after the commit. */
  goOn(frame: Frame): void {
    this.tables.frames.put(frame);
    this.ready.push(frame.id);
  }

  execution(frame: Frame): Execution {
    return this.tables.executions.get(frame.execution);
  }

  /** The machine that the frame's execution runs. */
  machine(frame: Frame): Machine {
    const known = this.#machines.get(frame.execution);
    if (known) return known;
    const machine = this.machineOf(this.execution(frame).revision);
    this.#machines.set(frame.execution, machine);
    return machine;
  }
}
