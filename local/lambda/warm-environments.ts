import type { ExecutionEnvironment } from './execution-environment.ts';

/** Real milliseconds, as memory is real. */
const idleMs = 5 * 60_000;

/** Idle environments of all functions, the longest idle first to be retired when there are too many of them. */
export class WarmEnvironments {
  readonly #most: number;
  readonly #idle = new Map<ExecutionEnvironment, { retire: () => void; timer: NodeJS.Timeout }>();

  /** `most` are kept over all functions; each holds 10 to 30 MB. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Keeps an environment until it is taken; otherwise `retire` is called, once. */
  idle(environment: ExecutionEnvironment, retire: () => void): void {
    const timer = setTimeout(() => this.#retire(environment), idleMs).unref();
    this.#idle.set(environment, { retire, timer });
    const [longest] = this.#idle.keys();
    if (this.#idle.size > this.#most && longest) this.#retire(longest);
  }

  taken(environment: ExecutionEnvironment): void {
    clearTimeout(this.#idle.get(environment)?.timer);
    this.#idle.delete(environment);
  }

  #retire(environment: ExecutionEnvironment): void {
    const entry = this.#idle.get(environment);
    this.taken(environment);
    entry?.retire();
  }
}
