import type { Commanding, Refusal } from '../log/decider.ts';
import { removal } from '../log/event.ts';
import { type Instant, instantOf, type LocalDate } from '../time.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import type { CaseBody, RetentionBasis } from './events.ts';
import type { CaseState } from './state.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
type Answer = CaseBody | Refusal<CaseRefusal>;

/** For how long a case is kept, and why. */
export interface Retention {
  readonly basis: RetentionBasis;
  readonly until: Instant;
}

/**
 * How long a case is kept (State Grants Act 688/2001 § 32 d): ten years from the last instalment where something was granted, five from
 * the decision where nothing was. The Act says nothing of what was withdrawn; it is kept for five years from the withdrawal.
 * Undefined while nobody can know: before the decision, and until the last instalment is noted.
 */
export function retentionOf({
  decision,
  decidedAt,
  withdrawnAt,
  lastInstalment,
}: Pick<CaseState, 'decision' | 'decidedAt' | 'withdrawnAt' | 'lastInstalment'>): Retention | undefined {
  if (withdrawnAt) return { basis: 'withdrawn', until: yearsAfter(withdrawnAt, 5) };
  if (!decision || !decidedAt) return undefined;
  if (decision.awardedCents === 0) return { basis: 'not-granted', until: yearsAfter(decidedAt, 5) };
  return lastInstalment ? { basis: 'granted', until: yearsAfter(dayEnd(lastInstalment), 10) } : undefined;
}

/** A presenter notes when the last instalment was paid; noting it again puts another date in its place. */
export function noteLastInstalment(
  state: CaseState,
  { paidOn, officials }: Of<'note-last-instalment'>,
  { actor }: Commanding,
): Answer {
  if (actor.kind !== 'official' || !officials.presenters.includes(actor.username)) {
    return { refused: 'not-a-presenter' };
  }
  if (!state.decision?.awardedCents) return { refused: 'nothing-granted' };
  return { type: 'last-instalment-noted', data: { paidOn } };
}

/** The retention has ended: the job proposes to remove the data, once, and again when a date until which it is kept has passed. */
export function proposeRemoval(state: CaseState, _command: object, { at }: Commanding): Answer {
  const retention = retentionOf(state);
  const due = state.removal?.keepUntil ? dayEnd(state.removal.keepUntil) : retention?.until;
  if (!retention || !due || at < due) return { refused: 'retention-runs' };
  if (state.removal && !state.removal.keepUntil) return { refused: 'removal-already-proposed' };
  return { type: 'removal-proposed', data: { basis: retention.basis, due } };
}

/** A person confirms that the data are removed, or keeps them until a date for a reason, for instance while a court has the matter. */
export function answerRemoval(
  state: CaseState,
  { keepUntil, reason }: Of<'answer-removal'>,
  { actor, at }: Commanding,
): Answer {
  if (actor.kind !== 'official') return { refused: 'not-an-official' };
  if (!state.removal || state.removal.keepUntil || state.removal.confirmed)
    return { refused: 'no-removal-proposed' };
  if (!reason.trim()) return { refused: 'reason-missing' };
  if (!keepUntil) return { type: 'removal-confirmed', data: { reason } };
  return dayEnd(keepUntil) > at
    ? { type: 'removal-postponed', data: { keepUntil, reason } }
    : { refused: 'date-has-passed' };
}

/** After the confirmation, and with this event, everything before it loses its facts. */
export function removeData(state: CaseState): Answer {
  const { removal: proposed, callId = '', number = '' } = state;
  if (!proposed?.confirmed) return { refused: 'removal-not-confirmed' };
  return { type: removal, data: { callId, number, basis: proposed.basis } };
}

function yearsAfter(instant: Instant, years: number): Instant {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString();
}

function dayEnd(date: LocalDate): Instant {
  return instantOf(`${date}T23:59`);
}
