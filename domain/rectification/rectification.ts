import type { Sha256 } from '../canonical.ts';
import type { LetterRendered } from '../case/events.ts';
import type { BatchSignature } from '../decision/batch.ts';
import type { Commanding, Decider, Refusal } from '../log/decider.ts';
import { type Event, removal } from '../log/event.ts';
import type { Cents } from '../money.ts';
import { deadlineAfter, type Instant } from '../time.ts';

/** What becomes of a request for rectification (Administrative Procedure Act 434/2003 § 49 c, § 49 g). */
export type RectificationOutcome = 'unchanged' | 'changed' | 'not-examined';

/** An applicant asked for rectification; a case of its own, with its own number, opened. */
export interface RectificationRequested {
  readonly type: 'rectification-requested';
  readonly data: {
    readonly number: string;
    readonly callId: string;
    readonly caseNumber: string;
    /** Digest of the decision it is about. */
    readonly decision: Sha256;
    readonly awardedCents: Cents;
    /** What could be granted at most: what was applied for, within the call's share of the eligible costs. */
    readonly grantableCents: Cents;
    /** Who decided or prepared the case; none of them decides on this. */
    readonly barred: readonly string[];
    /** The last moment at which the request was in time, on the reading that is kindest to who asks. */
    readonly deadline: Instant;
    readonly demand: string;
    readonly grounds: string;
  };
}

/** Another decision maker decided on it. */
export interface RectificationDecided {
  readonly type: 'rectification-decided';
  readonly data: {
    readonly outcome: RectificationOutcome;
    readonly reasons: string;
    /** What is granted from now on. */
    readonly awardedCents: Cents;
  };
}

/** Its decision was signed and written as a letter. */
export interface RectificationWritten {
  readonly type: 'rectification-written';
  readonly data: { readonly letter: LetterRendered['data']; readonly signature: BatchSignature };
}

/** The data of the case it is about were removed, and with them the facts of everything before this event. */
export interface RectificationRemoved {
  readonly type: typeof removal;
  readonly data: { readonly callId: string; readonly number: string };
}

export type RectificationBody =
  | RectificationRequested
  | RectificationDecided
  | RectificationWritten
  | RectificationRemoved;

export interface RectificationState {
  readonly request?: RectificationRequested['data'];
  readonly requestedAt?: Instant;
  readonly decided?: RectificationDecided['data'];
  readonly decidedAt?: Instant;
  readonly decidedBy?: string;
  readonly letter?: LetterRendered['data'];
  readonly signature?: BatchSignature;
  readonly removed?: RectificationRemoved['data'];
}

export type RectificationCommand =
  | ({ readonly type: 'note-rectification-letter' } & RectificationWritten['data'])
  | { readonly type: 'remove-data' }
  | ({ readonly type: 'request-rectification' } & RectificationRequested['data'])
  | {
      readonly type: 'decide-rectification';
      readonly outcome: RectificationOutcome;
      readonly reasons: string;
      /** Needed where the award is changed, and only there. */
      readonly awardedCents?: Cents;
      /** Who may decide in the call. */
      readonly decisionMakers: readonly string[];
    };

export type RectificationRefusal =
  | 'rectification-already-requested'
  | 'rectification-already-decided'
  | 'no-rectification'
  | 'reason-missing'
  | 'not-a-decision-maker'
  | 'decider-prepared'
  | 'requested-too-late'
  | 'award-not-changed'
  | 'award-out-of-bounds'
  | 'rectification-not-decided'
  | 'rectification-already-written';

/**
 * Until when rectification of a decision sent electronically can be asked for: thirty days from notice (§ 49 c), and
 * notice is on the third day after the sending for whoever is no authority (Act 13/2003 § 19). An authority has notice
 * on the day of arrival, so its time may be out before: that is for the decision maker to find, not for a machine.
 */
export function rectificationDeadline(sentAt: Instant): Instant {
  return deadlineAfter(sentAt, 3 + 30);
}

/** The case of a request for rectification. */
export const rectificationDecider: Decider<
  RectificationState,
  RectificationCommand,
  RectificationBody,
  RectificationRefusal
> = {
  initial: {},
  decide: (state, command, by) => {
    switch (command.type) {
      case 'request-rectification':
        return request(state, command);
      case 'decide-rectification':
        return decision(state, command, by);
      case 'note-rectification-letter':
        return noteLetter(state, command);
      case 'remove-data':
        return remove(state);
    }
  },
  apply: applyToRectification,
};

function request(
  state: RectificationState,
  { type: _, ...data }: Extract<RectificationCommand, { type: 'request-rectification' }>,
): RectificationBody | Refusal<RectificationRefusal> {
  if (state.request) return { refused: 'rectification-already-requested' };
  if (!data.demand.trim() || !data.grounds.trim()) return { refused: 'reason-missing' };
  return { type: 'rectification-requested', data };
}

function decision(
  state: RectificationState,
  command: Extract<RectificationCommand, { type: 'decide-rectification' }>,
  { actor }: Commanding,
): RectificationBody | Refusal<RectificationRefusal> {
  const { request: asked, decided } = state;
  if (!asked) return { refused: 'no-rectification' };
  if (decided) return { refused: 'rectification-already-decided' };
  if (actor.kind !== 'official' || !command.decisionMakers.includes(actor.username)) {
    return { refused: 'not-a-decision-maker' };
  }
  if (asked.barred.includes(actor.username)) return { refused: 'decider-prepared' };
  const { outcome, reasons, awardedCents = asked.awardedCents } = command;
  if (!reasons.trim()) return { refused: 'reason-missing' };
  return (
    refusalOfOutcome(state, outcome, awardedCents) ?? {
      type: 'rectification-decided',
      data: { outcome, reasons, awardedCents },
    }
  );
}

function noteLetter(
  { decided, letter: known }: RectificationState,
  { letter, signature }: RectificationWritten['data'],
): RectificationBody | Refusal<RectificationRefusal> {
  if (!decided) return { refused: 'rectification-not-decided' };
  if (known) return { refused: 'rectification-already-written' };
  return { type: 'rectification-written', data: { letter, signature } };
}

function remove({ request: asked }: RectificationState): RectificationBody | Refusal<RectificationRefusal> {
  if (!asked) return { refused: 'no-rectification' };
  return { type: removal, data: { callId: asked.callId, number: asked.number } };
}

function refusalOfOutcome(
  { request: asked, requestedAt = '' }: RectificationState,
  outcome: RectificationOutcome,
  awardedCents: Cents,
): Refusal<RectificationRefusal> | undefined {
  if (!asked) return { refused: 'no-rectification' };
  // What came too late even on the kindest reading is not examined; the decision maker may find that more came late.
  if (outcome !== 'not-examined' && requestedAt > asked.deadline) {
    return { refused: 'requested-too-late', details: { deadline: asked.deadline, at: requestedAt } };
  }
  const changes = awardedCents !== asked.awardedCents;
  if (changes && outcome !== 'changed') return { refused: 'award-not-changed' };
  if (awardedCents < 0 || awardedCents > asked.grantableCents) {
    return { refused: 'award-out-of-bounds', details: { grantableCents: asked.grantableCents } };
  }
  return undefined;
}

function applyToRectification(
  state: RectificationState,
  event: Event<RectificationBody>,
): RectificationState {
  switch (event.type) {
    case 'rectification-requested':
      return { ...state, request: event.data, requestedAt: event.at };
    case 'rectification-decided':
      return {
        ...state,
        decided: event.data,
        decidedAt: event.at,
        ...(event.actor.kind === 'official' ? { decidedBy: event.actor.username } : {}),
      };
    case 'rectification-written':
      return { ...state, ...event.data };
    case removal:
      return { removed: event.data };
  }
}
