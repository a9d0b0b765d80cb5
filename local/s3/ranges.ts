import { DetailedError } from '../access/detailed-error.ts';

/** Bytes from `start` to before `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a `Range` of bytes within `size`. One of another form, or of several ranges, which S3 does not have, is
 * passed over (RFC 9110, 14.2); one that begins after the end is InvalidRange (416).
 */
export function readRange(header: string | undefined, size: number): ByteRange | undefined {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = parts ?? [];
  if (!parts || first + last === '' || (first !== '' && last !== '' && Number(last) < Number(first))) {
    return undefined;
  }
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(Number(last) + 1, size);
  if (start < end) return { start, end };
  throw new DetailedError('InvalidRange', 'The requested range is not satisfiable', 416, {
    RangeRequested: header ?? '',
    ActualObjectSize: String(size),
  });
}
