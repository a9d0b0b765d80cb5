import { isObject, Refused } from '../assembly/properties.ts';
import type { Json, JsonObject } from '../service.ts';
import { type Condition, compileCondition } from './pattern-condition.ts';

/** Whether an event matches. */
export type Pattern = (event: JsonObject) => boolean;

/**
 * Compiles an event pattern: every field must match, each by any of its values; `$or` needs one of its patterns;
 * an array in the event matches by any element, and fields below it by the same element. What EventBridge does
 * not document is refused (`Refused`) with the field's path.
 *
 * "Comparison operators for use in event patterns",
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function compilePattern(pattern: JsonObject, path = 'EventPattern'): Pattern {
  const fields = Object.entries(pattern);
  if (fields.length === 0) throw new Refused(`${path} is empty`);
  const matchers = fields.map(([key, value]) => compileField(key, value, `${path}.${key}`));
  return (event) => matchers.every((matches) => matches(event));
}

function compileField(key: string, value: Json, path: string): Pattern {
  if (key === '$or') return compileOr(value, path);
  if (Array.isArray(value)) {
    if (value.length === 0) throw new Refused(`${path} must list at least one value`);
    const conditions = value.map((condition) => compileCondition(condition, path));
    return (event) => matchesLeaf(event[key], conditions);
  }
  if (isObject(value)) {
    const below = compilePattern(value, path);
    return (event) => matchesBelow(event[key], below);
  }
  throw new Refused(`${path} must be a list of values or an object`);
}

function compileOr(value: Json, path: string): Pattern {
  if (!Array.isArray(value) || value.length < 2 || !value.every(isObject)) {
    throw new Refused(`${path} must list at least two patterns`);
  }
  const alternatives = value.map((pattern, index) => compilePattern(pattern, `${path}[${index}]`));
  return (event) => alternatives.some((matches) => matches(event));
}

function matchesLeaf(value: Json | undefined, conditions: readonly Condition[]): boolean {
  const leaves = flatten(value).filter((leaf) => !isObject(leaf));
  return conditions.some((condition) =>
    condition.kind === 'absent' ? leaves.length === 0 : leaves.some(condition.matches),
  );
}

/** A field that is missing is tried as an empty object, for `exists: false` may stand below it. */
function matchesBelow(value: Json | undefined, below: Pattern): boolean {
  const objects = flatten(value).filter(isObject);
  return objects.length === 0 ? below({}) : objects.some(below);
}

function flatten(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.flatMap(flatten) : [value];
}
