/** What the main thread gives a new execution environment as its worker data. */
export interface Start {
  /** The offset of the cloud's clock, see `followClock`. */
  readonly clockOffset: SharedArrayBuffer;
  /** One Int32: how many invocations were sent. The environment sleeps on it while it is frozen. */
  readonly sent: SharedArrayBuffer;
  /** Where the function's code lies: what AWS has at /var/task. */
  readonly taskRoot: string;
  /** For instance `index.handler`. */
  readonly handler: string;
  /** The URL of a module that can import the AWS SDK, for functions that count on the one of Lambda's runtime. */
  readonly sdkImporter: string;
}

/** One invocation, as the environment gets it. */
export interface Invocation {
  readonly requestId: string;
  /** JSON. */
  readonly payload: string;
  /** The function's ARN as it was called, qualifier included. */
  readonly functionArn: string;
  readonly version: string;
  readonly traceId: string;
  /** Real milliseconds; the clock of the cloud may be turned meanwhile. */
  readonly timeoutMs: number;
  /** JSON, from `X-Amz-Client-Context`. */
  readonly clientContext?: string;
}

/** An error in the shape that Lambda answers. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** What the environment tells the main thread. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'answer'; readonly payload: string }
  /** `ending`: the environment is at its end and takes no further invocation. */
  | { readonly kind: 'failure'; readonly error: FunctionError; readonly ending: boolean };
