import type { Decision } from '../decision/decision.ts';
import type { Event } from '../log/event.ts';
import type { CorrectionProposed } from './events.ts';
import type { CaseState, Correction, Issued } from './state.ts';

/** A correction that was proposed is made by this, or waits on where a reallocation came first. */
export function reissued(state: CaseState, decision: Decision): CaseState {
  const { replacedBy, ...others } = withoutIssued(state);
  const earlier = [...state.earlier, issuedOf(state)];
  return decision.correction?.ground === 'reallocation'
    ? { ...others, decision, earlier }
    : { ...withoutCorrection(others), decision, earlier, ...(replacedBy ? { replacedBy } : {}) };
}

export function proposed({ data, sequence, actor }: Event<CorrectionProposed>): Correction {
  return { ...data, proposal: sequence, proposedBy: actor.kind === 'official' ? actor.username : '' };
}

export function withoutCorrection({ correction: _, ...state }: CaseState): CaseState {
  return state;
}

/** What was issued of one decision is not of the corrected one, which is signed, rendered and opened anew. */
function withoutIssued({ letter: _, signature: __, openedAt: ___, ...state }: CaseState): CaseState {
  return state;
}

function issuedOf({ decision, letter, signature }: CaseState): Issued {
  return {
    ...(decision ? { decision } : {}),
    ...(letter ? { letter } : {}),
    ...(signature ? { signature } : {}),
  };
}
