import type { Json, JsonObject } from '../service.ts';
import { compile, type Evaluable, isExpression, only } from './expression.ts';
import type { Known } from './restrictions.ts';

/** Something a definition may not say, as ValidateStateMachineDefinition reports it. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  /** For instance `/States/Register the case/Arguments/Payload`. */
  readonly location: string;
}

/**
 * One object of a definition. Every field has to be asked for: `end` refuses those nobody knew, so that a
 * typing error or an unsupported feature is never passed over.
 */
export class Fields {
  readonly location: string;
  readonly diagnostics: Diagnostic[];
  /** The object's place within its state, which is how expressions are named at run time. */
  readonly #field: string;
  readonly #object: JsonObject;
  readonly #known = new Set<string>();

  constructor(value: Json, location: string, field: string, diagnostics: Diagnostic[]) {
    this.location = location;
    this.diagnostics = diagnostics;
    this.#field = field;
    this.#object = isObject(value) ? value : {};
    if (!isObject(value)) this.refuse('Expected value of type [OBJECT]');
  }

  refuse(message: string, name?: string, code = 'SCHEMA_VALIDATION_FAILED'): void {
    const location = name === undefined ? this.location || '/' : `${this.location}/${name}`;
    this.diagnostics.push({ code, message, location });
  }

  has(name: string): boolean {
    return this.#object[name] !== undefined;
  }

  names(): string[] {
    return Object.keys(this.#object);
  }

  take(name: string): Json | undefined {
    this.#known.add(name);
    return this.#object[name];
  }

  require(...names: string[]): void {
    const missing = names.filter((name) => !this.has(name));
    if (missing.length > 0) this.refuse(`These fields are required: [${missing.join(', ')}]`);
  }

  string(name: string): string | undefined {
    return this.#typed(name, 'STRING', (value) => typeof value === 'string');
  }

  boolean(name: string): boolean | undefined {
    return this.#typed(name, 'BOOLEAN', (value) => typeof value === 'boolean');
  }

  array(name: string): Json[] | undefined {
    return this.#typed(name, 'ARRAY', (value) => Array.isArray(value));
  }

  /** One of the given words. */
  oneOf<T extends string>(name: string, words: readonly T[]): T | undefined {
    const value = this.take(name);
    if (value === undefined || words.includes(value as T)) return value as T | undefined;
    this.refuse(`Value should be one of the following: [${words.join(', ')}]`, name);
    return undefined;
  }

  number(name: string, least: number, most: number): number | undefined {
    const value = this.#typed<number>(name, 'NUMBER', (number) => typeof number === 'number');
    if (value === undefined || (value >= least && value <= most)) return value;
    this.refuse(`Value should be between ${least} and ${most}`, name);
    return undefined;
  }

  integer(name: string, least: number, most: number): number | undefined {
    const value = this.number(name, least, most);
    if (value === undefined || Number.isInteger(value)) return value;
    this.refuse('Expected value of type [INTEGER]', name);
    return undefined;
  }

  object(name: string): Fields | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : this.child(name, value);
  }

  objects(name: string): Fields[] {
    return (this.array(name) ?? []).map((value, at) => this.child(`${name}[${at}]`, value));
  }

  child(name: string, value: Json): Fields {
    return new Fields(value, `${this.location}/${name}`, this.#within(name), this.diagnostics);
  }

  /** A field of any shape, with expressions in it. */
  evaluable(name: string, known: readonly Known[] = []): Evaluable | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    return compile(value, this.#within(name), known, ({ code, field, message }) => {
      const state = this.location.slice(0, this.location.length - this.#field.length).replace(/\/$/, '');
      this.diagnostics.push({ code, message, location: `${state}/${field}` });
    });
  }

  /** A field that is a literal of the right kind, or an expression that has to give one. */
  evaluableOf<T extends Json>(
    name: string,
    expected: string,
    accepts: (value: Json) => value is T,
  ): Evaluable<T> | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    if (!isExpression(value) && !accepts(value)) {
      this.refuse(`Value should be ${expected}, or a JSONata expression`, name);
      return undefined;
    }
    const evaluable = this.evaluable(name);
    return evaluable && only(this.#within(name), evaluable, expected, accepts);
  }

  evaluableInteger(name: string, least: number, most: number): Evaluable<number> | undefined {
    return this.evaluableOf(
      name,
      `an integer from ${least} to ${most}`,
      (value): value is number => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    );
  }

  evaluableObject(name: string): Evaluable<JsonObject> | undefined {
    return this.evaluableOf(name, 'a JSON object', isObject);
  }

  /** Refuses every field that was not asked for. */
  end(): void {
    for (const name of Object.keys(this.#object)) {
      if (!this.#known.has(name)) this.#refuseUnknown(name);
    }
  }

  #refuseUnknown(name: string): void {
    this.refuse(
      jsonPathFields.has(name)
        ? `The QueryLanguage is set to 'JSONata', but field '${name}' is only supported for the 'JSONPath' QueryLanguage`
        : `Field '${name}' is not supported`,
    );
  }

  #within(name: string): string {
    return this.#field === '' ? name : `${this.#field}/${name}`;
  }

  #typed<T extends Json>(name: string, type: string, is: (value: Json) => boolean): T | undefined {
    const value = this.take(name);
    if (value === undefined || is(value)) return value as T | undefined;
    this.refuse(`Expected value of type [${type}]`, name);
    return undefined;
  }
}

/** Whether a value is a JSON object, and neither an array nor null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const jsonPathFields = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'ResultSelector',
  'Parameters',
  'Result',
  'ItemsPath',
  'Iterator',
  'Variable',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'ErrorPath',
  'CausePath',
  'MaxConcurrencyPath',
  'MaxItemsPath',
  'MaxItemsPerBatchPath',
  'MaxInputBytesPerBatchPath',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
]);
