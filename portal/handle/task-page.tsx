import { Navigate, useParams } from 'react-router';
import { useTask } from '../api/official.ts';
import { Loaded } from '../frame/loaded.tsx';
import { addressOf } from './task-names.ts';

/** Leads from a task, as a mail names it, to the page on which it is answered. */
export function TaskPage() {
  const { taskId = '' } = useParams();
  return <Loaded query={useTask(taskId)}>{(task) => <Navigate to={addressOf(task)} replace />}</Loaded>;
}
