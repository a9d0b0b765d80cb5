import jsonata from 'jsonata';
import type { Json, JsonObject } from '../service.ts';
import { Budget, bound } from './budget.ts';
import { QueryEvaluationError } from './failure.ts';
import { functions } from './functions.ts';
import { type Known, restrictions } from './restrictions.ts';

/** What an expression can read: `$states` and the variables of its workflow and those around it. */
export interface Scope {
  readonly states: {
    readonly input: Json;
    readonly context: JsonObject;
    readonly result?: Json;
    readonly errorOutput?: Json;
  };
  readonly variables: JsonObject;
}

/** A field of a state, compiled once: gives its value, or throws a `QueryEvaluationError`. */
export interface Evaluable<T = Json> {
  evaluate(scope: Scope): Promise<T>;
}

/** Why an expression is not accepted, with AWS's diagnostic code. */
interface Refusal {
  readonly code: 'INVALID_JSONATA_EXPRESSION' | 'UNSUPPORTED_JSONATA_EXPRESSION';
  readonly field: string;
  readonly message: string;
}

/**
 * Compiles a field: every string in it that begins with `{%` and ends with `%}` is an expression, at any depth;
 * everything else stands for itself. What cannot be accepted is told to `refuse`.
 */
export function compile(
  value: Json,
  field: string,
  known: readonly Known[],
  refuse: (refusal: Refusal) => void,
): Evaluable {
  if (isExpression(value)) return compileExpression(value, field, known, refuse);
  if (Array.isArray(value)) {
    const items = value.map((item, at) => compile(item, `${field}[${at}]`, known, refuse));
    return items.every(isConstant) ? new Constant(value) : { evaluate: (scope) => each(items, scope) };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, part]) => [key, compile(part, `${field}/${key}`, known, refuse)] as const,
    );
    if (entries.every(([, part]) => isConstant(part))) return new Constant(value);
    return { evaluate: (scope) => eachEntry(entries, scope) };
  }
  return new Constant(value);
}

/**
 * The same field, refusing at evaluation every value of which `accepts` is false. `expected` says what it
 * takes.
 */
export function only<T>(
  field: string,
  evaluable: Evaluable,
  expected: string,
  accepts: (value: Json) => value is Json & T,
): Evaluable<T> {
  return {
    async evaluate(scope) {
      const value = await evaluable.evaluate(scope);
      if (accepts(value)) return value;
      const got = JSON.stringify(value).slice(0, 200);
      throw new QueryEvaluationError(
        field,
        `The value of the field '${field}' must be ${expected}, but was ${got}.`,
      );
    },
  };
}

/** The value of a field, or `otherwise` where the state does not have it; a field that gives null has it. */
export async function valueOr<T>(field: Evaluable<T> | undefined, scope: Scope, otherwise: T): Promise<T> {
  return field ? field.evaluate(scope) : otherwise;
}

/** Whether `value` is a string that Step Functions evaluates. */
export function isExpression(value: Json): value is string {
  return typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}');
}

class Constant implements Evaluable {
  readonly #value: Json;

  constructor(value: Json) {
    this.#value = value;
  }

  evaluate(): Promise<Json> {
    return Promise.resolve(this.#value);
  }
}

function isConstant(evaluable: Evaluable): boolean {
  return evaluable instanceof Constant;
}

async function each(items: readonly Evaluable[], scope: Scope): Promise<Json[]> {
  const values: Json[] = [];
  for (const item of items) values.push(await item.evaluate(scope));
  return values;
}

async function eachEntry(
  entries: readonly (readonly [string, Evaluable])[],
  scope: Scope,
): Promise<JsonObject> {
  const values: JsonObject = {};
  for (const [key, part] of entries) values[key] = await part.evaluate(scope);
  return values;
}

function compileExpression(
  text: string,
  field: string,
  known: readonly Known[],
  refuse: (refusal: Refusal) => void,
): Evaluable {
  const source = text.slice(2, -2).trim();
  let expression: jsonata.Expression;
  try {
    expression = jsonata(source);
  } catch (error) {
    refuse({ code: 'INVALID_JSONATA_EXPRESSION', field, message: messageOf(error) });
    return new Constant(null);
  }
  for (const message of restrictions(expression.ast(), known)) {
    refuse({ code: 'UNSUPPORTED_JSONATA_EXPRESSION', field, message });
  }
  for (const [name, { run, signature }] of Object.entries(functions)) {
    expression.registerFunction(name, run as (...args: unknown[]) => unknown, signature);
  }
  bound(expression);
  const told = `The JSONata expression '${source}' specified for the field '${field}'`;
  return {
    async evaluate({ states, variables }) {
      const bindings = { ...variables, states, [Budget.binding]: new Budget() };
      const value = await expression.evaluate(undefined, bindings).catch((error) => {
        throw new QueryEvaluationError(
          field,
          `${told} threw an error during evaluation. ${messageOf(error)}`,
        );
      });
      if (value === undefined) throw new QueryEvaluationError(field, `${told} returned nothing (undefined).`);
      if (
        typeof value === 'function' ||
        isFunction(value) ||
        Number.isNaN(value) ||
        Math.abs(value) === Infinity
      ) {
        throw new QueryEvaluationError(field, `${told} returned an unsupported result type.`);
      }
      return value as Json;
    },
  };
}

/** JSONata's own lambdas and built-in functions are objects. */
function isFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return '_jsonata_lambda' in value || '_jsonata_function' in value;
}

/** JSONata throws plain objects with a message, JavaScript throws errors. */
function messageOf(error: unknown): string {
  const { message } = error as { message?: unknown };
  return typeof message === 'string' ? message : String(error);
}
