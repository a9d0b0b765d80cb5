/**
 * What the gateway sends back. Header names are in lower case; several values become several header lines.
 */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | string;
}

/** An answer of the gateway itself, in the one shape that HTTP APIs have for it: `{"message": …}`. */
export function refusal(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ message }),
  };
}

/** Whether the gateway said no, where the alternative is what was asked for. */
export function isRefusal(value: object): value is Answer {
  return 'status' in value;
}
