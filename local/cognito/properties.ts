import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Refused } from '../assembly/properties.ts';
import type { Declared } from '../service.ts';

/** The properties in the form of `properties`; what is not in it is refused with its place. */
export function read<T extends z.ZodType>(properties: T, resource: Declared): z.output<T> {
  const { success, data, error } = properties.safeParse(resource.properties);
  if (!success) throw new Refused(z.prettifyError(error));
  return data;
}

/** 32 bytes that are the same for the same place in the same template; ids are made of them. */
export function digest({ stack, logicalId }: Declared): Buffer {
  return createHash('sha256').update(`${stack}/${logicalId}`).digest();
}
