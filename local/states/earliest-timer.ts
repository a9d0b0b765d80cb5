import type { Timer as Alarm, Clock } from '../clock.ts';
import type { Timer, Timers } from './timers.ts';

/**
 * Has the clock set for the earliest timer of the table, and for no other, so that those that wait cost
 * nothing.
 */
export class EarliestTimer {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #fire: (timer: Timer) => void;
  readonly #broken: (error: unknown) => void;
  #alarm: Alarm | undefined;

  /** `fire` takes the timer from the table and does what it was set for; what it throws goes to `broken`. */
  constructor(clock: Clock, timers: Timers, fire: (timer: Timer) => void, broken: (error: unknown) => void) {
    this.#clock = clock;
    this.#timers = timers;
    this.#fire = fire;
    this.#broken = broken;
  }

  /** To be called whenever the table may have changed. */
  arm(): void {
    const first = this.#timers.first();
    if (this.#alarm?.due === first?.due) return;
    this.#alarm?.cancel();
    this.#alarm = first && this.#clock.at(first.due, () => this.#ring());
  }

  cancel(): void {
    this.#alarm?.cancel();
  }

  #ring(): void {
    this.#alarm = undefined;
    try {
      for (let due = this.#due(); due; due = this.#due()) this.#fire(due);
      this.arm();
    } catch (error) {
      this.#broken(error);
    }
  }

  #due(): Timer | undefined {
    const first = this.#timers.first();
    return first && first.due <= this.#clock.now() ? first : undefined;
  }
}
