import type { Json } from '../service.ts';
import { dataLimitExceeded } from './failure.ts';
import { bytes, limits } from './limits.ts';

/** JSON text of what the state `name` is given. Throws `States.DataLimitExceeded` where it is too much. */
export function payload(value: Json, name: string): string {
  const json = JSON.stringify(value);
  if (bytes(json) > limits.payload) throw dataLimitExceeded(name);
  return json;
}
