import { refuse } from './assemble.ts';
import { allocateByValue } from './by-value.ts';
import { allocateByRank, allocateInProportion } from './by-walk.ts';
import type { CheckedInput } from './input.ts';
import type { Allocation } from './plan.ts';
import type { Progress } from './program/maximise.ts';
import { conflictBefore, sceneOf } from './scene.ts';

export type { Progress };

/** An allocation, computed at once; see `allocateStepwise`. */
export function allocate(input: CheckedInput): Allocation {
  const steps = allocateStepwise(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Who gets what, and why, by the input's policy; or the rows that no plan can keep. Long searches stop now and then to
 * tell their progress, so that whoever runs them can tell it on; how far they go depends on the input's limits alone.
 */
export function* allocateStepwise(input: CheckedInput): Generator<Progress, Allocation> {
  const scene = sceneOf(input);
  const conflict = conflictBefore(scene);
  if (conflict.length > 0) return refuse(input, conflict);
  const { policy } = input;
  switch (policy.kind) {
    case 'rank':
      return allocateByRank(scene, policy.mode);
    case 'prorata':
      return allocateInProportion(scene);
    case 'band':
      return policy.width === 0 ? allocateByRank(scene, 'skip') : yield* allocateByValue(scene, policy);
    case 'maxscore':
      return yield* allocateByValue(scene, policy);
  }
}
