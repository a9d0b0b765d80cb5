import type { CaseBody } from '../../domain/case/events.ts';
import type { RoundBody } from '../../domain/round/events.ts';

/** What a person answered, as the event that their answer became tells it; in the fields of the answer itself. */
export function answerOfEvent(event: CaseBody | RoundBody): object | undefined {
  switch (event.type) {
    case 'screening-confirmed':
      return { kind: 'confirm-screening', judgements: event.data.judgements };
    case 'completion-requested':
      return { kind: 'ask-completion', points: event.data.missing };
    case 'completion-extended':
      return { kind: 'answer-extension', grant: true, reason: event.data.reason, until: event.data.until };
    case 'extension-refused':
      return { kind: 'answer-extension', grant: false, reason: event.data.reason };
    case 'decision-corrected':
      return { kind: 'decide-correction', approve: true };
    case 'correction-dropped':
      return { kind: 'decide-correction', approve: false, reason: event.data.reason };
    case 'scores-saved':
      return { kind: 'score-case', scores: event.data.scores };
    case 'evaluator-disqualified':
      return { kind: 'declare-disqualification', ground: event.data.ground };
    case 'disagreement-considered':
      return {
        kind: 'consider-disagreement',
        another: event.data.another !== undefined,
        reason: event.data.reason,
      };
    case 'plan-approved':
      return { kind: 'approve-plan', plan: event.data.plan, approve: true };
    case 'plan-returned':
      return { kind: 'approve-plan', approve: false, ...event.data };
    case 'drafts-approved':
      return { kind: 'approve-drafts', batch: event.data.batch, approve: true };
    case 'drafts-returned':
      return { kind: 'approve-drafts', approve: false, ...event.data };
    case 'drafts-revised':
      return { kind: 'revise-drafts', ...event.data };
    case 'mail-posted':
      return { kind: 'send-by-post', sentOn: event.data.sentOn };
    default:
      return undefined;
  }
}
