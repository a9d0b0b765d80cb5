import type { Commanding, Refusal } from '../log/decider.ts';
import { decideOnMail, type MailCommand } from '../mail/ledger.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import type { CaseBody } from './events.ts';
import type { CaseState } from './state.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
type Answer = CaseBody | Refusal<CaseRefusal>;

/** A case is decided once, when it has been scored or confirmed to go without scoring, by a decision made for it. */
export function recordDecision(state: CaseState, { decision, batch }: Of<'record-decision'>): Answer {
  if (state.decision) return { refused: 'already-decided' };
  if (state.stage !== 'evaluated' && state.stage !== 'concluded') {
    return { refused: 'wrong-stage', details: { stage: state.stage } };
  }
  if (decision.caseNumber !== state.number || decision.version !== state.current?.version) {
    return { refused: 'decision-not-of-this-case', details: { number: decision.caseNumber } };
  }
  return { type: 'decision-made', data: { decision, batch } };
}

/** The letter is what the decision says, so it is rendered once it is made; rendering again gives the same bytes. */
export function noteLetter(state: CaseState, { type: _, ...letter }: Of<'note-letter'>): Answer {
  if (!state.decision || state.letter) return { refused: 'wrong-stage', details: { stage: state.stage } };
  return { type: 'letter-rendered', data: letter };
}

/** That the applicant has opened the letter is noted once: from then on it is known to have been read. */
export function noteOpened({ letter, openedAt, stage }: CaseState): Answer {
  if (!letter) return { refused: 'wrong-stage', details: { stage } };
  if (openedAt) return { refused: 'already-opened-letter', details: { openedAt } };
  return { type: 'letter-opened', data: { sha256: letter.sha256 } };
}

/** A decision stays on the log for ever; that another applies instead is noted once. */
export function replaceDecision({ stage, replacedBy }: CaseState, { by }: Of<'replace-decision'>): Answer {
  if (stage !== 'decided') return { refused: 'wrong-stage', details: { stage } };
  if (replacedBy) return { refused: 'decision-already-replaced', details: { by: replacedBy } };
  return { type: 'decision-replaced', data: { by } };
}

/**
 * A reallocation that was approved gives the case more than its decision did: a new decision takes the place of the one
 * before. Approving it was a decision maker's; here it is only refused for what is no new decision on this case.
 */
export function raiseGrant(state: CaseState, { decision }: Of<'raise-grant'>): Answer {
  const { stage, declinedAt, number, current } = state;
  if (stage !== 'decided') return { refused: 'wrong-stage', details: { stage } };
  if (declinedAt) return { refused: 'grant-already-declined', details: { at: declinedAt } };
  const isOwn = decision.caseNumber === number && decision.version === current?.version;
  return isOwn && decision.correction?.ground === 'reallocation'
    ? { type: 'decision-corrected', data: { decision } }
    : { refused: 'decision-not-of-this-case', details: { number: decision.caseNumber } };
}

/** A recipient may decline once, and what was not granted cannot be declined. */
export function declineGrant(
  { stage, declinedAt }: CaseState,
  { type: _, ...data }: Of<'decline-grant'>,
): Answer {
  if (stage !== 'decided') return { refused: 'wrong-stage', details: { stage } };
  if (declinedAt) return { refused: 'grant-already-declined', details: { at: declinedAt } };
  return data.awardedCents > 0 ? { type: 'grant-declined', data } : { refused: 'nothing-granted' };
}

/** Messages of a case have a ledger of their own. */
export function onMail(state: CaseState, command: MailCommand, by: Commanding): Answer {
  if (state.stage === 'unopened') return { refused: 'not-opened' };
  if (state.stage === 'removed') return { refused: 'wrong-stage', details: { stage: state.stage } };
  return decideOnMail(state.mails, command, by);
}

export function noteFailure(_state: CaseState, { step, error, execution }: Of<'note-failure'>): Answer {
  return { type: 'step-failed', data: { step, error, execution } };
}

export function noteOverdue(_state: CaseState, { task, assignee }: Of<'note-overdue'>): Answer {
  return { type: 'task-overdue', data: { task, assignee } };
}
