import type { Progress } from '../../domain/allocation/allocate.ts';

/** One or two seconds of searching; some twenty notes at most within the Lambda's time. */
const nodesBetweenNotes = 20_000;

/**
 * Runs a search to its end and notes now and then how many nodes it has searched. The counts depend on the input alone, so
 * a repeated search repeats its notes, and the log keeps each once. Whether a note is taken changes nothing.
 */
export async function noting<Result>(
  steps: Generator<Progress, Result>,
  note: (nodes: number) => Promise<unknown>,
  every = nodesBetweenNotes,
): Promise<Result> {
  let nodes = 0;
  let next = every;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    nodes += step.value.nodes;
    if (nodes < next) continue;
    await note(next);
    next += every;
  }
}
