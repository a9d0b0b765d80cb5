import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { type Database, inTransaction } from '../database.ts';
import type { Place } from '../service.ts';
import { readDefinition } from './definition.ts';
import { EarliestTimer } from './earliest-timer.ts';
import { halt } from './end.ts';
import { stateOf } from './enter.ts';
import type { Execution } from './executions.ts';
import { failThrown } from './fail.ts';
import { HistoryFull, StateFailure } from './failure.ts';
import { fire } from './fire.ts';
import { busy, type Frame } from './frames.ts';
import type { AccessCheck, Objects, TaskIntegrations } from './integration.ts';
import type { Machine, State } from './machine.ts';
import { goesOutside, run, type Services } from './run.ts';
import { settle } from './settle.ts';
import { startNamed } from './start-execution.ts';
import type { Step } from './step.ts';
import type { Timer } from './timers.ts';
import { openTables, type Tables, Transaction } from './transaction.ts';

export { TaskFailure } from './failure.ts';
export type { AccessCheck, Objects, TaskIntegration, TaskIntegrations } from './integration.ts';

/** What the engine runs with. */
export interface StatesOptions {
  readonly clock: Clock;
  readonly database: Database;
  readonly place: Place;
  readonly access: AccessCheck;
  readonly tasks: TaskIntegrations;
  readonly objects: Objects;
  /** Draws the jitter of retries; from 0 up to 1. */
  readonly random?: () => number;
  /**
   * Told when the database or the interpreter itself is broken and nothing can go on. By default it ends the
   * process.
   */
  readonly broken?: (error: unknown) => void;
}

/** Milliseconds after which the interpreter lets the rest of the process have a turn. */
const turnMs = 8;

/**
 * Runs state machines. Everything is in the database: each transition is one transaction there, with its
 * history events, so that after a kill at any instant `resume` goes on as if nothing had happened, but for
 * calls of integrations whose answers had not been recorded, which are made again. In memory are only the
 * transitions and calls going on now.
 */
export class States {
  readonly tables: Tables;
  readonly place: Place;
  readonly clock: Clock;
  readonly #database: Database;
  readonly #services: Services;
  readonly #random: () => number;
  readonly #broken: (error: unknown) => void;
  readonly #machines = new Map<number, Machine>();
  /** Frames to be worked on, in their order. */
  #queue: number[] = [];
  #working = false;
  #closed = false;
  /** Calls going on, by frame, each with the frame's revision at which it was begun. */
  readonly #calls = new Map<number, { readonly revision: number; readonly controller: AbortController }>();
  readonly #timer: EarliestTimer;

  constructor({ clock, database, place, access, tasks, objects, random, broken }: StatesOptions) {
    this.tables = openTables(database);
    this.place = place;
    this.clock = clock;
    this.#database = database;
    this.#services = { tables: this.tables, place, access, tasks, objects };
    this.#random = random ?? Math.random;
    this.#broken = broken ?? endProcess;
    const proceed = (timer: Timer) => this.proceed((t) => fire(t, timer));
    this.#timer = new EarliestTimer(clock, this.tables.timers, proceed, this.#broken);
  }

  /**
   * Goes on with everything that was going on when the process ended. To be called when the services that tasks
   * call are there. Throws `InvalidDefinition` where a running execution's definition cannot be run any more.
   */
  resume(): void {
    for (const revision of this.tables.executions.runningRevisions()) this.#machineOf(revision);
    this.#enqueue(this.tables.frames.busy());
    this.#timer.arm();
  }

  /** Ends all work here and now; the database keeps what is to be resumed. */
  close(): void {
    this.#closed = true;
    this.#timer.cancel();
    for (const { controller } of this.#calls.values()) controller.abort();
  }

  /**
   * Starts an execution of a state machine that exists, with AWS's rules for names; for callers inside the
   * cloud, whose permissions have been checked. `input` is JSON text. Throws `ServiceError`.
   */
  startExecution(stateMachineArn: string, input = '{}', name: string = randomUUID()): Execution {
    return this.change((t) => startNamed(t, stateMachineArn, name, input));
  }

  /** Reads a definition, or throws `InvalidDefinition` for one that cannot be run here. */
  read(definition: string): Machine {
    return readDefinition(definition, (key) => this.#services.tasks[key] !== undefined);
  }

  /**
   * Lets an execution go on: as `change`, but where its history has no room for what follows, the execution
   * fails and nothing else of the change is made.
   */
  proceed(change: (t: Transaction) => void): void {
    try {
      this.change(change);
    } catch (error) {
      if (!(error instanceof HistoryFull)) throw error;
      this.change((t) => halt(t, t.tables.executions.get(error.execution), 'FAILED', historyFull));
    }
  }

  /** Makes a change in one transaction, with all that follows from it. What `change` throws undoes it. */
  change<T>(change: (t: Transaction) => T): T {
    const machineOf = (revision: number) => this.#machineOf(revision);
    const t = new Transaction(this.tables, this.place, this.clock.now(), this.#random, machineOf);
    const result = inTransaction(this.#database, () => {
      const made = change(t);
      settle(t);
      return made;
    });
    for (const frame of t.abandoned) this.#calls.get(frame)?.controller.abort();
    if (!this.#closed) this.#timer.arm();
    this.#enqueue(t.ready);
    return result;
  }

  #machineOf(revision: number): Machine {
    const known = this.#machines.get(revision);
    if (known) return known;
    const machine = this.read(this.tables.machines.revision(revision).definition);
    this.#machines.set(revision, machine);
    return machine;
  }

  #enqueue(frames: readonly number[]): void {
    if (frames.length === 0 || this.#closed) return;
    for (const frame of frames) this.#queue.push(frame);
    if (this.#working) return;
    this.#working = true;
    this.clock.during(() => this.#work()).catch(this.#broken);
  }

  /** Works off the queue, one frame after the other: expressions need the processor, not company. */
  async #work(): Promise<void> {
    let turn = performance.now();
    while (this.#queue.length > 0 && !this.#closed) {
      const frames = this.#queue;
      this.#queue = [];
      for (const frame of frames) {
        await this.#advance(frame);
        if (performance.now() - turn < turnMs) continue;
        await nextTurn();
        turn = performance.now();
      }
    }
    this.#working = false;
  }

  async #advance(id: number): Promise<void> {
    const frame = this.tables.frames.get(id);
    if (this.#closed || !frame || !busy.includes(frame.phase)) return;
    const execution = this.tables.executions.get(frame.execution);
    const state = stateOf(this.#machineOf(execution.revision), frame.state);
    if (!goesOutside(state, frame)) return this.#take(state, frame, execution, nobodyAborts);
    if (this.#calls.get(id)?.revision === frame.revision) return;
    const call = { revision: frame.revision, controller: new AbortController() };
    this.#calls.set(id, call);
    const taken = this.clock.during(() => this.#take(state, frame, execution, call.controller.signal));
    taken.catch(this.#broken).finally(() => {
      if (this.#calls.get(id) === call) this.#calls.delete(id);
    });
  }

  /**
   * Does what the frame has to do and takes the step it comes to, unless the frame has meanwhile gone
   * elsewhere.
   */
  async #take(state: State, frame: Frame, execution: Execution, signal: AbortSignal): Promise<void> {
    const step = await run(state, frame, execution, { ...this.#services, signal }).catch(failing);
    if (this.#closed) return;
    this.proceed((t) => {
      const now = t.tables.frames.get(frame.id);
      if (now?.revision === frame.revision) step(t, now);
    });
  }
}

/** For what does not go outside. */
const nobodyAborts = new AbortController().signal;

/** Not in the promise that failed, where it might be taken for handled. */
function endProcess(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

const historyFull = {
  error: 'States.Runtime',
  cause: 'The execution reached the maximum number of history events (25000).',
};

/** A failure while a state ran is the step that fails it. */
function failing(thrown: unknown): Step {
  if (!(thrown instanceof StateFailure)) throw thrown;
  return (t, frame) => failThrown(t, frame, thrown);
}
