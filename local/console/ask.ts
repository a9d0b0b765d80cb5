import type { JsonObject } from '../service.ts';

/** Calls an operation of a service as the developer. */
export type Ask = (
  service: 'states' | 'dynamodb',
  operation: string,
  input: JsonObject,
) => Promise<JsonObject>;
