import type * as z from 'zod/mini';
import { read } from '../contract/faults.ts';
import type { Order } from '../store/carry-out.ts';
import { observed } from './observed.ts';

/**
 * One step of a workflow: reads its input by a schema and gives its output to the next state. An input that the
 * schema refuses is a fault of the workflow's definition, so it throws, with the places and never the values.
 */
export function step<Input, Output>(schema: z.ZodMiniType<Input>, run: (input: Input) => Promise<Output>) {
  return observed(async (event: unknown) => {
    const reading = read(schema, event);
    if ('faults' in reading) throw new InvalidStepInput(JSON.stringify(reading.faults));
    return run(reading.value);
  });
}

/** The workflow called a step with an input that its schema refuses. */
class InvalidStepInput extends Error {
  override readonly name = 'InvalidStepInput';
}

/** A rule refused what a step was to do, which its workflow should have ruled out: a bug, for an engineer to see. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';
}

/** The applicant withdrew the case meanwhile: the workflow catches this by its name and ends. */
export class CaseWithdrawn extends Error {
  override readonly name = 'CaseWithdrawn';
}

/** The order of a workflow's step; `once` names what it does, so that doing it again does nothing. */
export function orderOf(name: string, once: string): Order {
  return { actor: { kind: 'workflow', step: name }, commandId: `${name}:${once}` };
}

/** The outcome of a command that nothing should have refused but a withdrawal; throws where something did. */
export function accepted<Outcome extends { readonly kind: string }>(
  outcome: Outcome,
): Exclude<Outcome, { kind: 'refused' }> {
  if (outcome.kind === 'refused') {
    const { refusal, state } = outcome as unknown as {
      refusal: { refused: string; details?: object };
      state?: { stage?: string };
    };
    if (state?.stage === 'withdrawn') throw new CaseWithdrawn('the applicant withdrew the case');
    throw new StepRefused(`${refusal.refused} ${JSON.stringify(refusal.details ?? {})}`);
  }
  return outcome as Exclude<Outcome, { kind: 'refused' }>;
}
