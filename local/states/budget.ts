import type jsonata from 'jsonata';

/**
 * Longer than any expression takes on a payload that is allowed; an endless recursion must not stop the cloud.
 */
const longestEvaluationMs = 5_000;
/** Reading the time at every node would cost more than evaluating it. */
const nodesBetweenLooks = 10_000;
/** Deeper than any expression a person writes, and far from where the stack of the process ends. */
const deepestNesting = 500;

/** What one evaluation has used; bound under a name that no expression can refer to. */
export class Budget {
  static readonly binding = ' budget';
  readonly #end = performance.now() + longestEvaluationMs;
  #nodes = 0;
  #depth = 0;

  enter(): void {
    if (++this.#depth > deepestNesting) throw new Error(`nested deeper than ${deepestNesting} levels`);
    if (++this.#nodes % nodesBetweenLooks === 0 && performance.now() > this.#end) {
      throw new Error(`evaluation took longer than ${longestEvaluationMs} ms`);
    }
  }

  leave(): void {
    this.#depth--;
  }
}

/** Bounds every evaluation of `expression`, by the hooks that JSONata calls around each node. */
export function bound(expression: jsonata.Expression): void {
  const hook = (name: string, run: (budget: Budget) => void) => {
    const symbol = Symbol.for(name) as unknown as string;
    const called = (...args: { lookup(name: string): Budget }[]) =>
      args[2] && run(args[2].lookup(Budget.binding));
    expression.assign(symbol, called);
  };
  hook('jsonata.__evaluate_entry', (budget) => budget.enter());
  hook('jsonata.__evaluate_exit', (budget) => budget.leave());
}
