/** One fault of an input: where, and what as a code that texts are kept for, with its facts. */
export interface Fault {
  /** A JSON pointer into a document (RFC 6901; '' for all of it), or a file's name. */
  readonly place: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
}
