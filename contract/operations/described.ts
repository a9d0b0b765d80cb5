import type * as z from 'zod/mini';

/** What a route takes and gives. */
export interface Described {
  readonly summary: string;
  /** The body it takes; none without. */
  readonly request?: z.ZodMiniType;
  /** The parameters after its path. */
  readonly query?: z.ZodMiniType;
  /** Whether the request must say by `If-Match` which revision it is about. */
  readonly ofRevision?: true;
  /** The JSON document it gives; where there is none, it gives a file of the type `media`. */
  readonly answer?: z.ZodMiniType;
  readonly media?: string;
  /** 200 unless it says otherwise. */
  readonly status?: 200 | 201 | 202;
}
