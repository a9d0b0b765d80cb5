import { type Correction, corrected, isCorrectable, textAt } from '../call/correction.ts';
import type { Commanding, Refusal } from '../log/decider.ts';
import { instantOf, isLocalTime } from '../time.ts';
import type { CallCorrected, CallPublished } from './events.ts';

type Published = CallPublished['data'];

/** Why a correction was refused. */
export type CorrectionRefusal =
  | 'wrong-stage'
  | 'reason-missing'
  | 'not-correctable'
  | 'nothing-to-correct'
  | 'closing-not-later'
  | 'already-closed';

interface Correctable {
  readonly stage: string;
  readonly published?: Published;
}

interface CorrectCall {
  readonly corrections: readonly Correction[];
  readonly reason: string;
}

/**
 * Corrects a published call until its decisions are drafted, with a reason. The closing can only be put off, and only
 * while the call is open, so that nobody who kept to it is worse off.
 */
export function correctCall(
  state: Correctable,
  { corrections, reason }: CorrectCall,
  { at }: Commanding,
): CallCorrected | Refusal<CorrectionRefusal> {
  const { published, stage } = state;
  if (!published || !['published', 'closed', 'proposed', 'approved'].includes(stage)) {
    return { refused: 'wrong-stage', details: { stage } };
  }
  if (!reason.trim()) return { refused: 'reason-missing' };
  const refusal = refusalOfPlaces(published, corrections) ?? refusalOfClosing(state, corrections, at);
  if (refusal) return refusal;
  const changes = corrections.map(({ place, to }) => ({
    place,
    from: textAt(published.call, place) ?? '',
    to,
  }));
  const { window } = corrected(published.call, corrections);
  return { type: 'call-corrected', data: { changes, reason, closesAt: instantOf(window.closes) } };
}

/** The published call as it reads after a correction. */
export function correctedBy(
  { changes, closesAt }: CallCorrected['data'],
  published: Published | undefined,
): Published | undefined {
  return published && { ...published, call: corrected(published.call, changes), closesAt };
}

function refusalOfPlaces(
  { call }: Published,
  corrections: readonly Correction[],
): Refusal<CorrectionRefusal> | undefined {
  const barred = corrections.find(({ place }) => !isCorrectable(place) || textAt(call, place) === undefined);
  if (barred) return { refused: 'not-correctable', details: { place: barred.place } };
  const idle = corrections.find(({ place, to }) => textAt(call, place) === to);
  if (corrections.length === 0 || idle) return { refused: 'nothing-to-correct' };
  return undefined;
}

function refusalOfClosing(
  { published, stage }: Correctable,
  corrections: readonly Correction[],
  at: string,
): Refusal<CorrectionRefusal> | undefined {
  const closing = corrections.find(({ place }) => place === '/window/closes');
  if (!closing || !published) return undefined;
  const { closesAt } = published;
  if (stage !== 'published' || at >= closesAt) return { refused: 'already-closed', details: { closesAt } };
  return isLocalTime(closing.to) && instantOf(closing.to) > closesAt
    ? undefined
    : { refused: 'closing-not-later', details: { closesAt } };
}
