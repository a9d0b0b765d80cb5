import { createHash } from 'node:crypto';
import type { Declared } from '../service.ts';

/** 32 bytes that are the same for the same place in the same template; ids are made of them. */
export function digest({ stack, logicalId }: Declared): Buffer {
  return createHash('sha256').update(`${stack}/${logicalId}`).digest();
}
