import { type JsonObject, ServiceError } from '../service.ts';
import { checkArn } from './arn.ts';

/** What a member of a request has to keep to. */
interface Constraint {
  readonly least?: number;
  readonly most?: number;
}

/** Refuses with AWS's `ValidationException`. */
export function invalid(name: string, value: unknown, constraint: string): ServiceError {
  return new ServiceError(
    'ValidationException',
    `1 validation error detected: Value ${value === null ? 'null' : `'${value}'`} at '${name}' failed to satisfy constraint: ${constraint}`,
  );
}

/** A string member that has to be there; `least` and `most` are its length. */
export function text(input: JsonObject, name: string, constraint: Constraint = {}): string {
  const value = optionalText(input, name, constraint);
  if (value === undefined) throw invalid(name, null, 'Member must not be null');
  return value;
}

/** A string member that may be missing. */
export function optionalText(
  input: JsonObject,
  name: string,
  constraint: Constraint = {},
): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    throw new ServiceError('SerializationException', `'${name}' is not a string`);
  const { least = 0, most = Number.POSITIVE_INFINITY } = constraint;
  if (value.length < least)
    throw invalid(name, value, `Member must have length greater than or equal to ${least}`);
  if (value.length > most)
    throw invalid(name, value, `Member must have length less than or equal to ${most}`);
  return value;
}

/** A member that is one of AWS's words. */
export function optionalWord<T extends string>(
  input: JsonObject,
  name: string,
  words: readonly T[],
): T | undefined {
  const value = optionalText(input, name);
  if (value === undefined || words.includes(value as T)) return value as T | undefined;
  throw invalid(name, value, `Member must satisfy enum value set: [${words.join(', ')}]`);
}

/** A number member that may be missing; `least` and `most` are its value. */
export function optionalNumber(
  input: JsonObject,
  name: string,
  { least = 0, most }: Constraint,
): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number')
    throw new ServiceError('SerializationException', `'${name}' is not a number`);
  if (value < least) throw invalid(name, value, `Member must have value greater than or equal to ${least}`);
  if (most !== undefined && value > most) {
    throw invalid(name, value, `Member must have value less than or equal to ${most}`);
  }
  return value;
}

/** An ARN that has to be there. */
export function arn(input: JsonObject, name: string): string {
  const value = text(input, name, { least: 1, most: 2000 });
  checkArn(value);
  return value;
}

/** The member as it is named in a permission, before the request is checked. */
export function resource(input: JsonObject, name: string): string {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : '*';
}

/** Instants travel in seconds. */
export function seconds(ms: number): number {
  return ms / 1000;
}
