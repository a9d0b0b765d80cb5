import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TaskAnswer } from '../../contract/task-answer.ts';
import { useApi } from '../api/use-api.tsx';

/** Answers a task; afterwards everything that an official sees is asked for again. */
export function useAnswer(taskId: string) {
  const api = useApi('handle');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (answer: TaskAnswer) =>
      api('POST /tasks/{taskId}/answer', { path: { taskId }, body: answer }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handle'] }),
  });
}
