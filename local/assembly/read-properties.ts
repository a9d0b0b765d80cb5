import * as z from 'zod';
import type { Declared } from '../service.ts';
import { Refused } from './properties.ts';

/** A resource's properties in the form of `properties`; what is not in it is refused with its place. */
export function readProperties<T extends z.ZodType>(properties: T, resource: Declared): z.output<T> {
  const { success, data, error } = properties.safeParse(resource.properties);
  if (!success) throw new Refused(z.prettifyError(error));
  return data;
}
