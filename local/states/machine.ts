import type { JsonObject } from '../service.ts';
import type { Evaluable } from './expression.ts';
import type { Retrier } from './retry.ts';

/**
 * A state machine as the interpreter runs it: every state of it and of the workflows inside it, by name, which
 * is unique in the whole machine. A workflow inside a Parallel or Map state is known by the state it starts at.
 * Amazon States Language, https://states-language.net/spec.html
 */
export interface Machine {
  readonly startAt: string;
  readonly timeoutSeconds: number | undefined;
  readonly states: ReadonlyMap<string, State>;
}

/** A state of any type. */
export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | ParallelState
  | MapState
  | SucceedState
  | FailState;

interface Named<Type extends string> {
  readonly type: Type;
  readonly name: string;
}

/** What a state, a choice rule or a catcher makes of what it has. */
export interface Result {
  readonly output: Evaluable | undefined;
  readonly assign: Evaluable<JsonObject> | undefined;
}

/** `undefined` ends the workflow. */
interface Next {
  readonly next: string | undefined;
}

/** Of the three state types whose errors can be handled. */
export interface Recovery {
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

/** Takes failures by their names and goes on elsewhere. */
export interface Catcher extends Result {
  readonly errors: readonly string[];
  readonly next: string;
}

/** Hands its input on, or makes something of it. */
export interface PassState extends Named<'Pass'>, Result, Next {}

/** Has something done by someone else. */
export interface TaskState extends Named<'Task'>, Result, Next, Recovery {
  readonly resource: Resource;
  /** The state's input where it is missing. */
  readonly arguments: Evaluable | undefined;
  readonly timeoutSeconds: Evaluable<number> | undefined;
  readonly heartbeatSeconds: Evaluable<number> | undefined;
}

/** Goes on by the first rule that holds. */
export interface ChoiceState extends Named<'Choice'>, Result {
  readonly rules: readonly ChoiceRule[];
  /** Where to go, with the state's own `output` and `assign`, when no rule matches. */
  readonly otherwise: string | undefined;
}

/** Where to go when a condition is true. */
export interface ChoiceRule extends Result {
  readonly condition: Evaluable<boolean>;
  readonly next: string;
}

/** Lets time pass: for so many seconds, or until an instant. */
export interface WaitState extends Named<'Wait'>, Result, Next {
  readonly until: { readonly seconds: Evaluable<number> } | { readonly timestamp: Evaluable<string> };
}

/** Runs workflows side by side; each is known by the state it starts at. */
export interface ParallelState extends Named<'Parallel'>, Result, Next, Recovery {
  readonly branches: readonly string[];
  readonly arguments: Evaluable | undefined;
}

/** Runs one workflow for each of many items. */
export interface MapState extends Named<'Map'>, Result, Next, Recovery {
  readonly startAt: string;
  /** The state's input where it is missing. */
  readonly items: Evaluable | undefined;
  readonly itemSelector: Evaluable | undefined;
  readonly maxConcurrency: Evaluable<number> | undefined;
  /** Runs its items as child executions of their own instead of as iterations inside this one. */
  readonly distributed: Distribution | undefined;
}

/** How the items of a distributed Map become executions, and their results the state's. */
export interface Distribution {
  readonly label: string;
  readonly reader: ItemReader | undefined;
  readonly batcher: ItemBatcher | undefined;
  readonly writer: ResultWriter | undefined;
  readonly toleratedFailureCount: Evaluable<number> | undefined;
  readonly toleratedFailurePercentage: Evaluable<number> | undefined;
}

/** Where the items are read from. */
export interface ItemReader {
  readonly reads: 'JSON' | 'JSONL' | 'objects';
  readonly arguments: Evaluable<JsonObject>;
  readonly maxItems: Evaluable<number> | undefined;
  /** A JSON pointer (RFC 6901) to the array inside the JSON file. */
  readonly itemsPointer: string | undefined;
}

/** How many items one child execution gets, by number and by bytes of its input. */
export interface ItemBatcher {
  readonly maxItems: Evaluable<number> | undefined;
  readonly maxBytes: Evaluable<number> | undefined;
  readonly batchInput: Evaluable | undefined;
}

/** How results are told, and where they are exported. */
export interface ResultWriter {
  /** Where to; `undefined` only shapes the state's own result. */
  readonly arguments: Evaluable<JsonObject> | undefined;
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN';
  readonly outputType: 'JSON' | 'JSONL';
}

interface SucceedState extends Named<'Succeed'>, Result {}

/** Ends the workflow with an error. */
export interface FailState extends Named<'Fail'> {
  readonly error: Evaluable<string> | undefined;
  readonly cause: Evaluable<string> | undefined;
}

/** What a Task does. */
export type Resource =
  | { readonly kind: 'function'; readonly arn: string }
  | {
      readonly kind: 'integration';
      /** The key of the integration, for instance `lambda:invoke` or `aws-sdk:dynamodb:putItem`. */
      readonly key: string;
      readonly waitsForToken: boolean;
    }
  | { readonly kind: 'execution'; readonly waitsFor: 'nothing' | 'token' | 'child' | 'child, parsed' };

/** The state's name for its kind of task in history events: `resourceType` and `resource`. */
export function resourceName(resource: Exclude<Resource, { kind: 'function' }>): {
  resourceType: string;
  resource: string;
} {
  if (resource.kind === 'execution') {
    const suffix = { nothing: '', token: '.waitForTaskToken', child: '.sync', 'child, parsed': '.sync:2' };
    return { resourceType: 'states', resource: `startExecution${suffix[resource.waitsFor]}` };
  }
  const at = resource.key.lastIndexOf(':');
  const suffix = resource.waitsForToken ? '.waitForTaskToken' : '';
  return { resourceType: resource.key.slice(0, at), resource: resource.key.slice(at + 1) + suffix };
}

/** Whether the task is over only when someone sends its token back. */
export function waitsForToken(resource: Resource): boolean {
  if (resource.kind === 'integration') return resource.waitsForToken;
  return resource.kind === 'execution' && resource.waitsFor === 'token';
}
