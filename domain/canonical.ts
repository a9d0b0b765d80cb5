import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A SHA-256 digest in lower-case hexadecimal, 64 characters. */
export type Sha256 = string;

/** A file in the authority's bucket, by its content. */
export interface StoredFile {
  readonly key: string;
  readonly sha256: Sha256;
}

/**
 * The one way to write a value as JSON for hashing: RFC 8785 (sorted keys, no spaces, ECMAScript numbers).
 * Throws a TypeError for what JSON has no place for (undefined at the top, functions, symbols).
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('this value has no JSON form');
  return json;
}

/** The digest of text (as UTF-8) or bytes. */
export function sha256(content: string | Uint8Array): Sha256 {
  return hash('sha256', content, 'hex');
}

/** The digest of a value's canonical JSON: equal for equal values, whatever the order of their keys. */
export function hashOf(value: unknown): Sha256 {
  return sha256(canonicalJson(value));
}

/** Whether a text is a digest as `sha256` writes it. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
