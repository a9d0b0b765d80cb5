/** Why a state did not succeed, as `$states.errorOutput` and the history tell it. */
export interface Failure {
  /** Step Functions' or the task's own error name. */
  readonly error: string;
  readonly cause: string;
  /** Other names under which retriers and catchers find it. */
  readonly alsoKnownAs?: readonly string[];
}

/** Thrown while a state runs; a retrier or catcher may take it, otherwise it fails the workflow. */
export class StateFailure extends Error implements Failure {
  readonly error: string;
  override readonly cause: string;
  /**
   * Whether the interpreter failed at the state itself, which its cause then names, and not what the state
   * called.
   */
  readonly isTheStates: boolean = true;

  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.error = error;
    this.cause = cause;
  }
}

/** An expression that threw, gave nothing or gave something its field does not take. */
export class QueryEvaluationError extends StateFailure {
  /** The field in the state, for instance `Arguments/Payload/caseId` or `Choices[1]/Condition`. */
  readonly field: string;

  constructor(field: string, cause: string) {
    super('States.QueryEvaluationError', cause);
    this.field = field;
  }
}

/** What a `TaskIntegration` throws when the service it calls refuses or the function fails. */
export class TaskFailure extends StateFailure {
  override readonly isTheStates = false;
}

/** The history is full; the execution fails instead of going on. */
export class HistoryFull extends Error {
  readonly execution: number;

  constructor(execution: number) {
    super(`execution ${execution} has reached the maximum number of history events`);
    this.execution = execution;
  }
}

/** A `States.DataLimitExceeded`, with AWS's words: `what` returned or was given too much. */
export function dataLimitExceeded(what: string): TaskFailure {
  return new TaskFailure(
    'States.DataLimitExceeded',
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** Error and cause as history events and descriptions tell them: left out where there is none. */
export function told({ error, cause }: { error?: string | undefined; cause?: string | undefined }): {
  error?: string;
  cause?: string;
} {
  return { ...(error ? { error } : {}), ...(cause ? { cause } : {}) };
}
