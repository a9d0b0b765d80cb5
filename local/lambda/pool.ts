import { availableParallelism } from 'node:os';
import { ServiceError } from '../service.ts';
import type { ExecutionEnvironment, Outcome } from './execution-environment.ts';
import type { Invocation } from './messages.ts';
import type { WarmEnvironments } from './warm-environments.ts';

/** Environments of one function at once. Lambda starts as many as it needs; more than cores gain nothing here. */
const most = Math.max(2, availableParallelism());

/**
 * The execution environments of one function: a warm one is used again, a new one started while there are fewer
 * than the machine has cores, and further invocations wait their turn. Beyond the function's reserved concurrency, waiting ones
 * included, an invocation is refused as Lambda refuses it.
 */
export class Pool {
  readonly #start: () => ExecutionEnvironment;
  readonly #warm: WarmEnvironments;
  readonly #reserved: number;
  readonly #idle: ExecutionEnvironment[] = [];
  readonly #all = new Set<ExecutionEnvironment>();
  readonly #waiting: (() => void)[] = [];
  #accepted = 0;

  constructor(
    start: () => ExecutionEnvironment,
    warm: WarmEnvironments,
    reserved = Number.POSITIVE_INFINITY,
  ) {
    this.#start = start;
    this.#warm = warm;
    this.#reserved = reserved;
  }

  /** Serves an invocation, or throws TooManyRequestsException; `begin` is called when its turn has come. */
  async run(invocation: Invocation, begin: () => void): Promise<Outcome> {
    if (this.#accepted >= this.#reserved) {
      throw new ServiceError('TooManyRequestsException', 'Rate Exceeded.', 429);
    }
    this.#accepted++;
    try {
      const environment = await this.#acquire();
      begin();
      const outcome = await environment.invoke(invocation);
      this.#release(environment);
      return outcome;
    } finally {
      this.#accepted--;
    }
  }

  async end(): Promise<void> {
    await Promise.all([...this.#all].map((environment) => environment.end()));
  }

  async #acquire(): Promise<ExecutionEnvironment> {
    for (;;) {
      const idle = this.#idle.pop();
      if (idle) this.#warm.taken(idle);
      if (idle?.usable) return idle;
      if (idle) this.#all.delete(idle);
      else if (this.#all.size < Math.min(most, this.#reserved)) {
        const started = this.#start();
        this.#all.add(started);
        return started;
      } else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #release(environment: ExecutionEnvironment): void {
    if (environment.usable) {
      this.#idle.push(environment);
      this.#warm.idle(environment, () => this.#retire(environment));
    } else {
      this.#all.delete(environment);
    }
    this.#waiting.shift()?.();
  }

  #retire(environment: ExecutionEnvironment): void {
    this.#idle.splice(this.#idle.indexOf(environment), 1);
    this.#all.delete(environment);
    void environment.end();
  }
}
