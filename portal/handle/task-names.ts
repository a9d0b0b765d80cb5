import type { Task, TaskKind } from '../../domain/task/task.ts';
import type { handleTexts } from '../../texts/portal/handle.ts';
import type { InLanguage } from '../language/language.tsx';

/** What a kind of task asks of somebody. */
export function taskName(kind: TaskKind, t: InLanguage<typeof handleTexts>): string {
  const names: Readonly<Record<TaskKind, string>> = {
    'complete-application': t.taskComplete,
    'confirm-screening': t.taskScreening,
    'score-case': t.taskScore,
    'consider-disagreement': t.taskDisagreement,
    'approve-plan': t.taskPlan,
    'approve-drafts': t.taskDrafts,
    'revise-drafts': t.taskRevise,
    'send-by-post': t.taskPost,
    'answer-extension': t.taskExtension,
    'decide-correction': t.taskCorrection,
    'decide-rectification': t.taskRectification,
    'decide-reallocation': t.taskReallocation,
  };
  return names[kind];
}

/** The page on which a task is answered: that of what it is about. */
export function addressOf({ kind, callId, caseId }: Task): string {
  if (caseId) return `/handle/cases/${caseId}`;
  if (kind === 'approve-plan') return `/handle/calls/${callId}`;
  return `/handle/calls/${callId}/${kind === 'decide-reallocation' ? 'reallocation' : 'drafts'}`;
}
