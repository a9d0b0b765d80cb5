import { type Json, type JsonObject, ServiceError } from '../service.ts';

/** A template or a request asks for what AWS, or the local cloud, does not take; the message says where and what. */
export class Refused extends ServiceError {
  constructor(message: string) {
    super('ValidationException', message);
  }
}

/** The string under `name`; numbers and booleans become text, as CloudFormation converts them. */
export function text(from: JsonObject, name: string): string | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object') throw new Refused(`${name} must be a string`);
  return String(value);
}

/** Like `text`, for what must be there. */
export function requiredText(from: JsonObject, name: string): string {
  const value = text(from, name);
  if (value === undefined) throw new Refused(`${name} is required`);
  return value;
}

/** The number under `name`, or in its text. */
export function number(from: JsonObject, name: string): number | undefined {
  const written = text(from, name);
  if (written === undefined) return undefined;
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) throw new Refused(`${name} must be a number`);
  return value;
}

/** The number under `name`, which must be from `least` to `most`. */
export function within(from: JsonObject, name: string, least: number, most: number): number | undefined {
  const value = number(from, name);
  if (value !== undefined && (value < least || value > most)) {
    throw new Refused(`${name} must be from ${least} to ${most}`);
  }
  return value;
}

/** The boolean under `name`, or in its text. */
export function flag(from: JsonObject, name: string): boolean | undefined {
  const written = text(from, name);
  if (written === undefined) return undefined;
  if (written !== 'true' && written !== 'false') throw new Refused(`${name} must be true or false`);
  return written === 'true';
}

export function object(from: JsonObject, name: string): JsonObject | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw new Refused(`${name} must be an object`);
  return value;
}

/** The objects of the list under `name`; none if it is not there. */
export function objects(from: JsonObject, name: string): readonly JsonObject[] {
  const value = from[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isObject)) throw new Refused(`${name} must be a list of objects`);
  return value;
}

/** Refuses every member of `from` that is not listed; `where` names `from` in the message. */
export function only(from: JsonObject, where: string, known: readonly string[]): void {
  const unknown = Object.keys(from).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Refused(
      `${unknown.map((name) => `${where}.${name}`).join(', ')}: not supported by the local cloud`,
    );
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with the member, or without it where there is no value: for optional members of types. */
export function optional<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value };
}
