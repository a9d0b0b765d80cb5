import type { Refusal } from '../log/decider.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import type { CaseBody } from './events.ts';
import type { CaseState } from './state.ts';

/**
 * An applicant withdraws an application at any time before it is decided; the matter lapses, and nobody prepares, scores or
 * decides it from then. It cannot be taken back: who applies again while the call is open makes another case.
 */
export function withdrawApplication(
  state: CaseState,
  { reason }: Extract<CaseCommand, { type: 'withdraw-application' }>,
): CaseBody | Refusal<CaseRefusal> {
  if (state.stage === 'withdrawn') return { refused: 'already-withdrawn' };
  if (state.decision) return { refused: 'already-decided' };
  if (state.stage === 'removed') return { refused: 'wrong-stage', details: { stage: state.stage } };
  if (!state.number) return { refused: 'not-registered' };
  return { type: 'application-withdrawn', data: { ...(reason ? { reason } : {}) } };
}
