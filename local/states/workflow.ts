import type { Diagnostic, Fields } from './fields.ts';
import type { State } from './machine.ts';

/** What has to be known of a workflow to check it as a whole. */
export interface Workflow {
  readonly startAt: string;
  /** The variables that its own states assign, each with a place where one does. */
  readonly assigned: Map<string, string>;
  /** Workflows inside its Parallel and inline Map states, which read its variables. */
  readonly inside: Workflow[];
}

/** What the readers of states need to know of the machine, and to read the workflows inside states with. */
export interface WorkflowReader {
  /** The machine's; a state may say its own, a workflow inside a state starts again from the machine's. */
  readonly queryLanguage: string;
  /** Whether there is an integration by that key. */
  readonly integrates: (key: string) => boolean;
  /** Reads `StartAt` and `States` of an object that has them. */
  workflow(fields: Fields): Workflow;
}

/**
 * A workflow may read the variables of those around it but not assign them.
 * "Passing data between states with variables", section "Variable scope",
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export function checkVariables(
  workflow: Workflow,
  diagnostics: Diagnostic[],
  outer: ReadonlySet<string> = new Set(),
): void {
  for (const [name, location] of workflow.assigned) {
    if (!outer.has(name)) continue;
    diagnostics.push({
      code: 'SCHEMA_VALIDATION_FAILED',
      message: `Variable '${name}' belongs to an outer scope and cannot be assigned here`,
      location,
    });
  }
  const visible = new Set([...outer, ...workflow.assigned.keys()]);
  for (const inside of workflow.inside) checkVariables(inside, diagnostics, visible);
}

/** Every transition leads to a state of the same workflow, every state can be reached, and one ends it. */
export function checkTransitions(startAt: string, states: readonly State[], fields: Fields): void {
  const names = new Set(states.map(({ name }) => name));
  const reached = new Set([startAt]);
  const missing = (target: string, place: string) =>
    fields.refuse(`There is no state '${target}' here`, place, 'MISSING_TRANSITION_TARGET');
  if (!names.has(startAt)) missing(startAt, 'StartAt');
  for (const state of states) {
    for (const [target, field] of targets(state)) {
      reached.add(target);
      if (!names.has(target)) missing(target, `States/${state.name}/${field}`);
    }
  }
  for (const name of names) {
    if (!reached.has(name)) {
      fields.refuse(`State '${name}' is not reachable`, `States/${name}`, 'MISSING_TRANSITION_TARGET');
    }
  }
  if (!states.some(endsWorkflow)) fields.refuse('No state ends the workflow', 'States', 'MISSING_END_STATE');
}

function* targets(state: State): Generator<[target: string, field: string]> {
  if ('next' in state && state.next !== undefined) yield [state.next, 'Next'];
  if (state.type === 'Choice') {
    for (const [at, rule] of state.rules.entries()) yield [rule.next, `Choices[${at}]/Next`];
    if (state.otherwise !== undefined) yield [state.otherwise, 'Default'];
  }
  if ('catch' in state) {
    for (const [at, catcher] of state.catch.entries()) yield [catcher.next, `Catch[${at}]/Next`];
  }
}

function endsWorkflow(state: State): boolean {
  if (state.type === 'Succeed' || state.type === 'Fail') return true;
  return state.type !== 'Choice' && state.next === undefined;
}
