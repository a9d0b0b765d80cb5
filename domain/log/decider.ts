import type { Instant } from '../time.ts';
import type { Actor, Event, Happening, KeptEvent } from './event.ts';
import { wholeOf } from './whole.ts';

/** Why a command was not carried out: a code that texts are kept for, and what it is about. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Who commands and when; the state's own facts come from the log. */
export interface Commanding {
  readonly actor: Actor;
  readonly at: Instant;
}

/**
 * How one kind of log works: a state folded from its events, and a decision on each command.
 * A command makes exactly one event or a refusal, so that one conditional write is the whole commit.
 */
export interface Decider<State, Command, Body extends Happening, Code extends string = string> {
  readonly initial: State;
  decide(state: State, command: Command, by: Commanding): Body | Refusal<Code>;
  apply(state: State, event: Event<Body>): State;
}

/** Folds a log's events, in their order, to its state. Those whose facts were removed have nothing more to say. */
export function fold<State, Body extends Happening>(
  { initial, apply }: Pick<Decider<State, never, Body>, 'initial' | 'apply'>,
  events: readonly KeptEvent<Body>[],
): State {
  return wholeOf(events).reduce(apply, initial);
}

/** Whether a decision is a refusal. */
export function isRefusal<Body extends Happening, Code extends string>(
  decision: Body | Refusal<Code>,
): decision is Refusal<Code> {
  return 'refused' in decision;
}
