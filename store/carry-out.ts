import { randomBytes } from 'node:crypto';
import { type Commanding, type Decider, fold, isRefusal, type Refusal } from '../domain/log/decider.ts';
import { type Actor, type Event, type Happening, type KeptEvent, seal } from '../domain/log/event.ts';
import { isWhole } from '../domain/log/whole.ts';
import { toInstant } from '../domain/time.ts';
import { appendEvent, readEvents } from './event-log.ts';
import type { Table } from './table.ts';

/** What came of a command, with the log as it is now. */
export type Outcome<State, Body extends Happening, Code extends string> = (
  | {
      /** `done` now, or `repeated`: the same command was carried out before, with this event. */
      readonly kind: 'done' | 'repeated';
      readonly event: Event<Body>;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal<Code> }
) & {
  readonly state: State;
  readonly events: readonly KeptEvent<Body>[];
};

/** Who commands, and under which id; the same id carries the command out at most once. */
export interface Order {
  readonly actor: Actor;
  readonly commandId: string;
}

/** How often a command is tried against other writers of the same log before giving up. */
const attempts = 20;

/**
 * Carries a command out on a log: folds its events, decides, and appends what was decided, again from the start
 * whenever another writer came first. Throws when the log is still contended after twenty tries.
 *
 * @param known the log as it was read a moment ago, which saves reading it again. Where it has grown since, appending fails
 *   and the log is read; a refusal that rests on it is asked of the log itself.
 */
export async function carryOut<State, Command, Body extends Happening, Code extends string>(
  table: Table,
  stream: string,
  decider: Decider<State, Command, Body, Code>,
  command: Command,
  order: Order,
  known?: readonly KeptEvent<Body>[],
): Promise<Outcome<State, Body, Code>> {
  const early = known && (await tryOnce(table, stream, decider, command, order, known));
  if (early && early.kind !== 'refused') return early;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const events = await readEvents<Body>(table, stream);
    const outcome = await tryOnce(table, stream, decider, command, order, events);
    if (outcome) return outcome;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
  }
  throw new Error(`${stream} was written to by others ${attempts} times in a row`);
}

/** Undefined where another writer was quicker. */
async function tryOnce<State, Command, Body extends Happening, Code extends string>(
  table: Table,
  stream: string,
  decider: Decider<State, Command, Body, Code>,
  command: Command,
  { actor, commandId }: Order,
  events: readonly KeptEvent<Body>[],
): Promise<Outcome<State, Body, Code> | undefined> {
  const state = fold(decider, events);
  const before = events.find((event) => event.commandId === commandId);
  if (before && isWhole(before)) return { kind: 'repeated', event: before, state, events };
  const by: Commanding = { actor, at: toInstant(Date.now()) };
  const decision = decider.decide(state, command, by);
  if (isRefusal(decision)) return { kind: 'refused', refusal: decision, state, events };
  const salt = randomBytes(16).toString('hex');
  const event = seal(decision, { ...by, stream, commandId, salt }, events.at(-1));
  const appended = await appendEvent(table, event);
  if (!appended) return undefined;
  return { kind: 'done', event, state: decider.apply(state, event), events: [...events, event] };
}
