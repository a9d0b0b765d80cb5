import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Actor } from '../../domain/log/event.ts';
import { taskIdOf } from '../../domain/task/task.ts';
import type { Table } from '../../store/table.ts';
import { findTask } from '../../store/tasks.ts';
import { type Answer, conflict } from '../answer.ts';
import { answerTask } from './answer-task.ts';
import type { Subject } from './subject.ts';

/**
 * An evaluator declares from the case's page what they could declare in answer to their task, also when they have
 * scored already; it is the task's answer in any case, so the workflow finds another evaluator.
 */
export async function declareDisqualification(
  means: { readonly table: Table; readonly workflows: SFNClient },
  subject: Subject,
  username: string,
  ground: string,
  actor: Actor,
): Promise<Answer> {
  const { callId } = subject.round;
  const { caseId } = subject.case;
  const about = { kind: 'score-case', callId, caseId, about: username } as const;
  const task = await findTask(means.table, taskIdOf(about));
  if (!task) return conflict({ refused: 'task-not-open' });
  return answerTask(means, task, { kind: 'declare-disqualification', ground }, actor);
}
