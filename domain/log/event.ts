import { hashOf, type Sha256 } from '../canonical.ts';
import type { Instant } from '../time.ts';

/** Who did something: a person of the authority, a person of an applicant, or a step of a workflow. */
export type Actor =
  | { readonly kind: 'official'; readonly username: string }
  | { readonly kind: 'applicant'; readonly username: string; readonly businessId: string }
  | { readonly kind: 'workflow'; readonly step: string };

/** What happened, before it is written: a type in the past tense and its facts. */
export interface Happening {
  readonly type: string;
  readonly data: object;
}

/** What surrounds a happening when it becomes an event of a log. */
export interface Circumstance {
  /** The log, `CASE#<id>` or `CALL#<id>`. */
  readonly stream: string;
  readonly at: Instant;
  readonly actor: Actor;
  /** The command that caused it; repeating the command must not repeat the event. */
  readonly commandId: string;
  /** 32 hexadecimal digits nobody can guess; see `commitment`. */
  readonly salt: string;
}

/**
 * An event as it is kept. The chain is over commitments and not over the facts themselves: who did what can be
 * removed when its retention ends (State Grants Act 688/2001 § 32 d; GDPR art. 17) and the chain still verifies,
 * while the salt keeps a removed fact from being found by trying.
 */
export type Event<Body extends Happening = Happening> = Body &
  Circumstance & {
    /** 1 for the first event of a log. */
    readonly sequence: number;
    /** SHA-256 over the canonical JSON of salt, actor and data. */
    readonly commitment: Sha256;
    /** The hash of the event before this; 64 zeros before the first. */
    readonly previous: Sha256;
    /** SHA-256 over the canonical JSON of all fields but salt, actor, data and itself. */
    readonly hash: Sha256;
  };

/**
 * An event whose salt, actor and facts were removed when their retention ended; what the chain rests on is left, and
 * tells that something happened, when and of what type, but neither to whom nor what.
 */
export type ErasedEvent = Omit<Event, 'salt' | 'actor' | 'data'>;

/** An event as a log may hold it. */
export type KeptEvent<Body extends Happening = Happening> = Event<Body> | ErasedEvent;

/**
 * The type of the event that says that everything before it in its log may be, and from then on is being, erased. An
 * event without its facts is in order only before one of these.
 */
export const removal = 'data-removed' as const;

/** What the hash of a log's first event has before it. */
export const beginning: Sha256 = '0'.repeat(64);

/** Makes a happening the next event after `last`, or the first of its log. */
export function seal<Body extends Happening>(
  body: Body,
  circumstance: Circumstance,
  last: Pick<Event, 'sequence' | 'hash'> | undefined,
): Event<Body> {
  const sequence = (last?.sequence ?? 0) + 1;
  const previous = last?.hash ?? beginning;
  const commitment = commitmentOf({ ...body, ...circumstance });
  const sealed = { ...body, ...circumstance, sequence, previous, commitment };
  return { ...sealed, hash: hashOfEvent(sealed) };
}

/** The digest that stands for an event's actor and data in the chain. */
export function commitmentOf({ salt, actor, data }: Pick<Event, 'salt' | 'actor' | 'data'>): Sha256 {
  return hashOf({ salt, actor, data });
}

/** The digest of an event, which the next one carries. */
export function hashOfEvent(event: Omit<ErasedEvent, 'hash'>): Sha256 {
  const { stream, sequence, at, type, commandId, commitment, previous } = event;
  return hashOf({ stream, sequence, at, type, commandId, commitment, previous });
}
