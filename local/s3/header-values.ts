import { invalidArgument } from './errors.ts';

/**
 * The value, if a header can carry it: Latin-1 without control characters. One that came in a query may be
 * anything, and is refused as S3 does (InvalidArgument), lest it begin a header of its own.
 */
export function headerValue(name: string, value: string): string {
  if (/^[\t\x20-\x7e\xa0-\xff]*$/.test(value)) return value;
  throw invalidArgument('Header value cannot be represented using ISO-8859-1.', name, value);
}
