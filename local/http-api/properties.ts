import { createHash } from 'node:crypto';
import type { Declared } from '../service.ts';

/** Ten characters of a–z and 0–9, as API Gateway's ids; the same for the same place in the same template. */
export function shortId({ stack, logicalId }: Declared): string {
  const hash = createHash('sha256').update(`${stack}/${logicalId}`).digest('hex');
  return BigInt(`0x${hash}`).toString(36).slice(-10);
}
