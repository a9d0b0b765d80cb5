import { setImmediate as nextTurn } from 'node:timers/promises';

/** Something the clock will run once; `cancel` is safe to call at any time, also after it ran. */
export interface Timer {
  readonly due: number;
  cancel(): void;
}

interface Entry extends Timer {
  readonly order: number;
  readonly fire: () => void;
}

const longestTimeout = 2 ** 31 - 1;

/**
 * The one clock of the local cloud, in milliseconds since the epoch, UTC.
 *
 * It runs as fast as real time, `offset` milliseconds beside it, and can be turned forward. The offset lies in
 * shared memory, so that the worker threads of the Lambdas read the same time (`followClock`).
 *
 * Turning goes from one due timer to the next and waits for the work that each one starts before it goes on,
 * so that a wait of two weeks that begins during the turn ends two weeks later and not at once.
 */
export class Clock {
  /** One BigInt64: the offset in milliseconds. Give it to `followClock` in another thread. */
  readonly offset: SharedArrayBuffer;
  readonly #offset: BigInt64Array;
  readonly #entries = new Set<Entry>();
  #order = 0;
  #working = 0;
  #turning: Promise<void> = Promise.resolve();
  #wake: NodeJS.Timeout | undefined;

  constructor(offset: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.offset = offset;
    this.#offset = new BigInt64Array(offset);
  }

  now(): number {
    return realNow() + Number(Atomics.load(this.#offset, 0));
  }

  /**
   * Runs `fire` once when the clock reaches `due`; at once (but not within this call) if it already has.
   * Timers are in memory only: whoever needs one after a restart sets it again from its own durable state.
   */
  at(due: number, fire: () => void): Timer {
    const entry: Entry = { due, fire, order: this.#order++, cancel: () => this.#entries.delete(entry) };
    this.#entries.add(entry);
    this.#arm();
    return entry;
  }

  /** Counts `work` as going on: the clock is not turned past a timer before all such work has ended. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#working++;
    try {
      return await work();
    } finally {
      this.#working--;
    }
  }

  /** Resolves when no work counted by `during` goes on and none was started by what just ended. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      await nextTurn();
      quiet = this.#working === 0 ? quiet + 1 : 0;
      if (this.#working > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  /**
   * Turns the clock forward to `instant`, firing every timer on the way at its own time and in its order.
   * Resolves when the work they started has settled. Turning back is refused with a RangeError.
   */
  turnTo(instant: number): Promise<void> {
    if (instant < this.now()) return Promise.reject(new RangeError('the clock turns forward only'));
    const turn = this.#turning.then(() => this.#turn(instant));
    this.#turning = turn.catch(() => undefined);
    return turn;
  }

  /** Puts the clock at `instant` without firing anything on the way; for a cloud that has not begun yet. */
  startAt(instant: number): void {
    Atomics.store(this.#offset, 0, BigInt(Math.round(instant - realNow())));
    this.#arm();
  }

  /** Ends the clock's own hold on the process; no timer fires afterwards. */
  stop(): void {
    this.#entries.clear();
    clearTimeout(this.#wake);
  }

  async #turn(instant: number): Promise<void> {
    for (;;) {
      await this.settled();
      const next = this.#next();
      if (next === undefined || next.due > instant) break;
      if (next.due > this.now()) this.startAt(next.due);
      this.#fire(next);
    }
    if (instant > this.now()) this.startAt(instant);
  }

  #next(): Entry | undefined {
    let first: Entry | undefined;
    for (const entry of this.#entries) {
      if (!first || entry.due < first.due || (entry.due === first.due && entry.order < first.order)) {
        first = entry;
      }
    }
    return first;
  }

  #fire(entry: Entry): void {
    this.#entries.delete(entry);
    entry.fire();
  }

  #arm(): void {
    clearTimeout(this.#wake);
    const next = this.#next();
    if (!next) return;
    const wait = Math.min(Math.max(next.due - this.now(), 0), longestTimeout);
    this.#wake = setTimeout(() => {
      const due = this.#next();
      if (due && due.due <= this.now()) this.#fire(due);
      this.#arm();
    }, wait);
  }
}

/** Makes this thread's `Date` tell the cloud's time; Lambdas and libraries here need not know of the clock. */
export function followClock(offset: SharedArrayBuffer): void {
  const shared = new BigInt64Array(offset);
  const now = () => realNow() + Number(Atomics.load(shared, 0));
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length ? args : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
}

/** Real time that `followClock` does not move. */
function realNow(): number {
  return Math.floor(performance.timeOrigin + performance.now());
}
