import type { Refusal } from '../log/decider.ts';
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
export function noteLetter(state: CaseState, { key, sha256, sizeBytes }: Of<'note-letter'>): Answer {
  if (!state.decision || state.letter) return { refused: 'wrong-stage', details: { stage: state.stage } };
  return { type: 'letter-rendered', data: { key, sha256, sizeBytes } };
}

/** Each mail of a case, told apart by its key, is noted once. */
export function noteMail(state: CaseState, { mail, key, to, messageId }: Of<'note-mail'>): Answer {
  if (state.stage === 'unopened') return { refused: 'not-opened' };
  if (state.stage === 'removed') return { refused: 'wrong-stage', details: { stage: state.stage } };
  if (state.mails.some((sent) => sent.key === key)) return { refused: 'mail-already-sent', details: { key } };
  return { type: 'mail-sent', data: { mail, key, to, messageId } };
}

export function noteFailure(_state: CaseState, { step, error, execution }: Of<'note-failure'>): Answer {
  return { type: 'step-failed', data: { step, error, execution } };
}

export function noteOverdue(_state: CaseState, { task, assignee }: Of<'note-overdue'>): Answer {
  return { type: 'task-overdue', data: { task, assignee } };
}
