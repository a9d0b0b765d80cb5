import type { StepFailed, TaskOverdue } from '../../domain/case/events.ts';
import type { WordsFor } from './words.ts';

/** What can happen in a case and in a call alike. */
export const stoppedAndOverdue: WordsFor<StepFailed | TaskOverdue> = {
  'step-failed': {
    sv: ({ step, error }) => `Behandlingen stannade i flödet ${step} (${error}); en tekniker larmades.`,
    fi: ({ step, error }) =>
      `Käsittely pysähtyi työnkulussa ${step} (${error}); tekniselle tuelle hälytettiin.`,
    en: ({ step, error }) =>
      `The handling stopped in the workflow ${step} (${error}); an engineer was alarmed.`,
  },
  'task-overdue': {
    sv: ({ task, assignee }, { name }) => `Uppgiften ${task} blev inte gjord i tid (${name(assignee)}).`,
    fi: ({ task, assignee }, { name }) => `Tehtävää ${task} ei tehty määräajassa (${name(assignee)}).`,
    en: ({ task, assignee }, { name }) => `The task ${task} was not done in its time (${name(assignee)}).`,
  },
};
