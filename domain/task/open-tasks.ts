import type { CaseState } from '../case/state.ts';
import { mustBePosted } from '../mail/ledger.ts';
import type { RectificationState } from '../rectification/rectification.ts';
import { waitingReallocation } from '../round/awards.ts';
import type { RoundState } from '../round/state.ts';
import { type BarredTask, isOver, screeningOf, type TaskSubject } from './task.ts';

/** The tasks that wait for somebody as a case's log has it, its workflow not being between two steps. */
export function openTasksOfCase(caseId: string, state: CaseState): readonly TaskSubject[] {
  return [...tasksOfStage(caseId, state), ...postTasks(caseId, state)];
}

function tasksOfStage(caseId: string, state: CaseState): readonly TaskSubject[] {
  const { callId = '', stage } = state;
  switch (stage) {
    case 'screened':
      return [{ kind: 'confirm-screening', callId, caseId, about: screeningOf(state) }];
    case 'completing':
      return [
        { kind: 'complete-application', callId, caseId },
        ...extensionTasks(caseId, state).filter((task) => !isOver(task, state)),
      ];
    case 'evaluating':
      return [
        ...scoringTasks(caseId, state).filter((task) => !isOver(task, state)),
        ...disagreementTasks(caseId, state).filter((task) => !isOver(task, state)),
      ];
    case 'decided':
      return correctionTasks(caseId, state);
    default:
      return [];
  }
}

/** Every task on a case that its log tells of, whether somebody still waits for it or not. */
export function tasksOfCase(caseId: string, state: CaseState): readonly TaskSubject[] {
  const { callId = '', completion } = state;
  return [
    ...(completion ? [{ kind: 'complete-application', callId, caseId } as const] : []),
    ...extensionTasks(caseId, state),
    { kind: 'confirm-screening', callId, caseId, about: screeningOf(state) },
    ...scoringTasks(caseId, state),
    ...disagreementTasks(caseId, state),
  ];
}

function scoringTasks(caseId: string, { callId = '', evaluators }: CaseState): readonly TaskSubject[] {
  return evaluators.map(({ username }) => ({ kind: 'score-case', callId, caseId, about: username }));
}

function disagreementTasks(caseId: string, { callId = '', disagreement }: CaseState): readonly TaskSubject[] {
  return disagreement ? [{ kind: 'consider-disagreement', callId, caseId }] : [];
}

function correctionTasks(caseId: string, { callId = '', correction }: CaseState): readonly TaskSubject[] {
  return correction
    ? [{ kind: 'decide-correction', callId, caseId, about: String(correction.proposal) }]
    : [];
}

function extensionTasks(caseId: string, { callId = '', completion }: CaseState): readonly TaskSubject[] {
  const extensions = completion?.extensions ?? [];
  return extensions.map(({ request }) => ({
    kind: 'answer-extension',
    callId,
    caseId,
    about: String(request),
  }));
}

function postTasks(caseId: string, { callId = '', mails }: CaseState): readonly TaskSubject[] {
  return mails.filter(mustBePosted).map(({ key }) => ({ kind: 'send-by-post', callId, caseId, about: key }));
}

/** The task that a request for rectification is until it is decided. */
export function openTasksOfRectification(
  caseId: string,
  { request, decided }: RectificationState,
): readonly BarredTask[] {
  if (!request || decided) return [];
  const { callId, number, barred } = request;
  return [{ kind: 'decide-rectification', callId, caseId, about: number, barred }];
}

/** The tasks that wait for somebody as a call's log has it. */
export function openTasksOfRound(callId: string, state: RoundState): readonly BarredTask[] {
  const { stage, proposal, drafts } = state;
  const reallocation = waitingReallocation(state);
  if (reallocation) {
    const { plan, proposedBy } = reallocation;
    return [{ kind: 'decide-reallocation', callId, about: plan.sha256, barred: [proposedBy] }];
  }
  if (stage === 'proposed' && proposal && !isAnswered(state, proposal.plan.sha256)) {
    return [{ kind: 'approve-plan', callId, about: proposal.plan.sha256 }];
  }
  if (stage === 'drafted' && drafts) return [{ kind: 'approve-drafts', callId, about: drafts.batch }];
  if (stage === 'returned' && drafts) return [{ kind: 'revise-drafts', callId, about: drafts.batch }];
  return [];
}

function isAnswered({ answers }: RoundState, about: string): boolean {
  return answers.some((answer) => answer.about === about);
}
