import { hashOf } from './canonical.ts';

/**
 * An opaque id in the form of a UUID (RFC 9562 § 5.8, version 8), equal for equal parts and no easier to guess than the
 * hardest of them: so a repeated request finds what the first one made.
 */
export function opaqueIdOf(...parts: readonly string[]): string {
  const hex = hashOf(parts);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
