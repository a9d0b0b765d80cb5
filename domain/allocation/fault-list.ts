import type { Fault } from '../fault.ts';
import { isCents } from '../money.ts';

type Details = NonNullable<Fault['details']>;

/** The faults found while a document is read; reading goes on after one, so that all are told at once. */
export class FaultList<Code extends string> {
  readonly all: Fault[] = [];

  add(place: string, code: Code, details?: Details): void {
    this.all.push(details ? { place, code, details } : { place, code });
  }

  /** The fields of an object, or undefined with a fault where there is none. Fields not named are faults. */
  object(value: unknown, place: string, fields: readonly string[]): Place<Code> | undefined {
    return new Place(this as FaultList<string>, value, place).object('', fields) as Place<Code> | undefined;
  }
}

/** A value at its place (a JSON pointer, RFC 6901), read as what it should be. What is not is a fault, and some value. */
export class Place<Code extends string> {
  readonly #faults: FaultList<string>;
  readonly #value: unknown;
  readonly #place: string;

  constructor(faults: FaultList<string>, value: unknown, place: string) {
    this.#faults = faults;
    this.#value = value;
    this.#place = place;
  }

  has(field: string): boolean {
    const value = this.#at(field);
    return value !== undefined && value !== null;
  }

  object(field: string, fields: readonly string[]): Place<Code> | undefined {
    const value = this.#at(field);
    if (!isRecord(value)) return this.#refuse(field, 'not-an-object', undefined);
    const place = new Place<Code>(this.#faults, value, this.#placeOf(field));
    place.only(...fields);
    return place;
  }

  /** Refuses every field but these. */
  only(...fields: readonly string[]): void {
    for (const name of Object.keys(this.#value as object))
      if (!fields.includes(name)) this.#faults.add(this.#placeOf(name), 'unknown-field');
  }

  list(field: string, absent?: readonly unknown[]): Place<Code>[] {
    const value = this.has(field) ? this.#at(field) : absent;
    if (!Array.isArray(value)) return this.#refuse(field, 'not-a-list', []);
    return value.map((item, at) => new Place(this.#faults, item, `${this.#placeOf(field)}/${at}`));
  }

  text(field: string): string {
    const value = this.#at(field);
    return typeof value === 'string' && value !== '' && value.isWellFormed()
      ? value
      : this.#refuse(field, 'not-a-text', '');
  }

  /** An object of texts; {} where absent. */
  texts(field: string): Readonly<Record<string, string>> {
    if (!this.has(field)) return {};
    const value = this.#at(field);
    if (!isRecord(value)) return this.#refuse(field, 'not-an-object', {});
    const place = new Place<Code>(this.#faults, value, this.#placeOf(field));
    return Object.fromEntries(Object.keys(value).map((name) => [name, place.text(name)]));
  }

  cents(field: string, absent?: number): number {
    const value = this.has(field) ? this.#at(field) : absent;
    return isCents(value) ? value : this.#refuse(field, 'not-cents', 0);
  }

  integer(field: string, least: number, most = Number.MAX_SAFE_INTEGER, absent?: number): number {
    const value = this.has(field) ? this.#at(field) : absent;
    if (!Number.isSafeInteger(value)) return this.#refuse(field, 'not-an-integer', least);
    const integer = value as number;
    return integer < least || integer > most
      ? this.#refuse(field, 'out-of-range', least, { least, most })
      : integer;
  }

  oneOf<Choice extends string>(
    field: string,
    choices: readonly [Choice, ...Choice[]],
    absent?: Choice,
  ): Choice {
    return absent !== undefined && !this.has(field) ? absent : (this.choice(field, choices) ?? choices[0]);
  }

  /** One of these, or undefined with a fault: for what decides how the rest is read. */
  choice<Choice extends string>(field: string, choices: readonly Choice[]): Choice | undefined {
    const choice = choices.find((one) => one === this.#at(field));
    return choice ?? this.#refuse(field, 'not-one-of', undefined, { choices: choices.join(', ') });
  }

  fault(field: string, code: Code, details?: Details): void {
    this.#faults.add(this.#placeOf(field), code, details);
  }

  #at(field: string): unknown {
    return field === '' ? this.#value : (this.#value as Record<string, unknown>)[field];
  }

  #placeOf(field: string): string {
    return field === '' ? this.#place : `${this.#place}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }

  #refuse<T>(field: string, code: string, instead: T, details?: Details): T {
    this.#faults.add(this.#placeOf(field), code, details);
    return instead;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
