import type { JsonObject } from '../service.ts';
import type { Evaluable } from './expression.ts';
import { type Fields, isObject } from './fields.ts';
import type { Result } from './machine.ts';
import type { Known } from './restrictions.ts';
import type { Workflow } from './workflow.ts';

/** `Next` or `End`, exactly one; `undefined` where the workflow ends. */
export function readNext(fields: Fields): string | undefined {
  const next = fields.string('Next');
  const end = fields.boolean('End');
  if ((next !== undefined) === (end === true)) fields.refuse("Exactly one of 'Next' and 'End' is required");
  return next;
}

/** `Output` and, where a workflow is given, `Assign`, which is noted there. */
export function readResult(fields: Fields, known: readonly Known[], workflow?: Workflow): Result {
  return {
    output: fields.evaluable('Output', known),
    assign: workflow && readAssign(fields, known, workflow),
  };
}

function readAssign(
  fields: Fields,
  known: readonly Known[],
  workflow: Workflow,
): Evaluable<JsonObject> | undefined {
  const value = fields.take('Assign');
  if (value === undefined) return undefined;
  const assign = fields.evaluable('Assign', known) as Evaluable<JsonObject>;
  if (!isObject(value)) {
    fields.refuse('Expected value of type [OBJECT]', 'Assign');
    return undefined;
  }
  for (const variable of Object.keys(value)) {
    if (!isVariableName(variable)) fields.refuse(`'${variable}' is not a name for a variable`, 'Assign');
    workflow.assigned.set(variable, `${fields.location}/Assign/${variable}`);
  }
  return assign;
}

/** As Unicode's identifiers, at most 80 characters, and not the reserved `states`. */
function isVariableName(name: string): boolean {
  return name !== 'states' && name.length <= 80 && /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name);
}
