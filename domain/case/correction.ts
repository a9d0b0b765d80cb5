import type { Decision } from '../decision/decision.ts';
import type { Commanding, Refusal } from '../log/decider.ts';
import type { Instant } from '../time.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import type { CaseBody, CorrectionChanges } from './events.ts';
import type { CaseState, Correction } from './state.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
type Answer = CaseBody | Refusal<CaseRefusal>;

/**
 * A presenter proposes to correct a decision, within five years of it (Administrative Procedure Act § 52): a typing error (§ 51) or an
 * error of fact (§ 50). Where less would be granted the applicant is heard until `hearUntil`. More cannot be granted by
 * a correction, since the appropriation was shared out by a plan.
 */
export function proposeCorrection(
  state: CaseState,
  { type: _, officials, hearUntil, ...proposal }: Of<'propose-correction'>,
  { actor, at }: Commanding,
): Answer {
  if (actor.kind !== 'official' || !officials.presenters.includes(actor.username)) {
    return { refused: 'not-a-presenter' };
  }
  const { decision, decidedAt = '' } = state;
  if (state.stage !== 'decided' || !decision)
    return { refused: 'wrong-stage', details: { stage: state.stage } };
  if (state.correction) return { refused: 'correction-pending' };
  if (at > fiveYearsAfter(decidedAt)) return { refused: 'correction-too-late', details: { decidedAt } };
  if (!proposal.reason.trim()) return { refused: 'reason-missing' };
  const refusal = refusalOfChanges(decision, proposal.changes);
  if (refusal) return refusal;
  const heard = isWorse(decision, proposal.changes) ? { hearUntil } : {};
  return { type: 'correction-proposed', data: { ...proposal, ...heard } };
}

/** The applicant who is heard says, once and in time, what there is to say and whether the correction is agreed to (§ 34, § 50). */
export function answerHearing(
  state: CaseState,
  { consents, statement }: Of<'answer-hearing'>,
  { at }: Commanding,
): Answer {
  const { correction } = state;
  if (!correction?.hearUntil) return { refused: 'no-hearing' };
  if (correction.answer) return { refused: 'already-heard' };
  if (at > correction.hearUntil)
    return { refused: 'hearing-over', details: { hearUntil: correction.hearUntil } };
  return { type: 'hearing-answered', data: { consents, statement } };
}

/**
 * A decision maker of the call who neither proposed it nor prepared the case makes the correction or drops it. It waits for
 * the applicant who is heard. An error of fact is corrected to an applicant's disadvantage only with its consent, unless the
 * error is plain and the applicant's own doing (§ 50).
 */
export function decideCorrection(
  state: CaseState,
  { approve, reason = '', officials }: Of<'decide-correction'>,
  { actor, at }: Commanding,
): Answer {
  if (actor.kind !== 'official' || !officials.decisionMakers.includes(actor.username)) {
    return { refused: 'not-a-decision-maker' };
  }
  const { correction, decision } = state;
  if (!correction || !decision) return { refused: 'no-correction-proposed' };
  if ([...state.preparedBy, correction.proposedBy].includes(actor.username))
    return { refused: 'decider-prepared' };
  if (!approve) {
    return reason.trim() ? { type: 'correction-dropped', data: { reason } } : { refused: 'reason-missing' };
  }
  return (
    refusalOfHearing(correction, at) ?? {
      type: 'decision-corrected',
      data: { decision: corrected(decision, correction, at) },
    }
  );
}

/** A corrected decision is signed once, before its letter goes out; the first signature counts. */
export function signCorrection(
  { decision, signature, stage }: CaseState,
  { type: _, ...data }: Of<'sign-correction'>,
): Answer {
  if (!decision?.correction || signature) return { refused: 'wrong-stage', details: { stage } };
  return { type: 'correction-signed', data };
}

/** The decision as it reads when it is corrected, saying of itself that it was, why, and on which ground. */
function corrected(decision: Decision, { changes, ground, reason }: Correction, at: Instant): Decision {
  const { title, applicantName, awardedCents } = changes;
  return {
    ...decision,
    ...(title === undefined ? {} : { title }),
    ...(applicantName === undefined ? {} : { applicant: { ...decision.applicant, name: applicantName } }),
    ...(awardedCents === undefined ? {} : { awardedCents, outcome: 'grantedInPart' }),
    correction: { at, ground, reason },
  };
}

function refusalOfHearing(
  { hearUntil, answer, ground, causedByApplicant }: Correction,
  at: Instant,
): Refusal<CaseRefusal> | undefined {
  if (!hearUntil) return undefined;
  if (!answer && at <= hearUntil) return { refused: 'hearing-runs', details: { hearUntil } };
  const needsConsent = ground === 'factual-error' && !causedByApplicant;
  return needsConsent && !answer?.consents ? { refused: 'consent-missing' } : undefined;
}

function refusalOfChanges(decision: Decision, changes: CorrectionChanges): Refusal<CaseRefusal> | undefined {
  const { title, applicantName, awardedCents } = changes;
  if (awardedCents !== undefined && awardedCents > decision.awardedCents)
    return { refused: 'correction-grants-more' };
  if (awardedCents === 0) return { refused: 'correction-takes-all' };
  const same =
    (title ?? decision.title) === decision.title &&
    (applicantName ?? decision.applicant.name) === decision.applicant.name &&
    (awardedCents ?? decision.awardedCents) === decision.awardedCents;
  return same ? { refused: 'nothing-to-correct' } : undefined;
}

function isWorse({ awardedCents }: Decision, changes: CorrectionChanges): boolean {
  return (changes.awardedCents ?? awardedCents) < awardedCents;
}

function fiveYearsAfter(instant: Instant): Instant {
  return `${Number(instant.slice(0, 4)) + 5}${instant.slice(4)}`;
}
