import { useEffect, useState } from 'react';
import { formatInstant } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage, QueuedTask } from '../../api/official.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { taskName } from '../task-names.ts';
import { AnswerForm } from './answer-form.tsx';
import { RectificationPart } from './rectification-part.tsx';

interface CaseTasksProps {
  readonly view: CasePage;
  readonly tasks: readonly QueuedTask[];
}

/** What waits for the reader on a case, before everything else; that an answer was taken is told when its form is gone. */
export function CaseTasks({ view, tasks }: CaseTasksProps) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const isAnswered = useIsAnswered(tasks);
  return (
    <>
      <p role="status" className={isAnswered ? 'entry' : 'hidden'}>
        {isAnswered && t.answered}
      </p>
      {tasks.map((task) => {
        if (task.kind === 'decide-rectification')
          return <RectificationPart key={task.id} view={view} task={task} />;
        if (task.kind !== 'score-case') return <AnswerForm key={task.id} task={task} view={view} />;
        // Whoever scores reads the application first.
        return (
          <p key={task.id} className="entry">
            <a href={`#task-${task.id}`}>
              {t.yourTask(taskName(task.kind, t), formatInstant(task.deadline, language))}
            </a>
          </p>
        );
      })}
    </>
  );
}

/** Whether one of the tasks that were there before waits no more. */
function useIsAnswered(tasks: readonly QueuedTask[]): boolean {
  const [known, setKnown] = useState<readonly string[]>([]);
  const ids = tasks.map(({ id }) => id).join();
  useEffect(() => setKnown((before) => [...new Set([...before, ...ids.split(',').filter(Boolean)])]), [ids]);
  return known.some((id) => !ids.includes(id));
}
