import { createHash } from 'node:crypto';
import type { Declared } from '../service.ts';

/**
 * The name of a resource that the template leaves unnamed: stack and logical id, as CloudFormation does, but
 * without its random tail, so that the same template gives the same names after a restart. A name over `longest`
 * characters is cut and ends in a hash of the whole.
 */
export function physicalName({ stack, logicalId }: Declared, longest: number): string {
  const whole = `${stack}-${logicalId}`;
  if (whole.length <= longest) return whole;
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${whole.slice(0, longest - 9)}-${hash}`;
}
