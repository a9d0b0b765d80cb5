import { canonicalJson } from '../../domain/canonical.ts';
import { caseDecider } from '../../domain/case/case.ts';
import type { CaseBody } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { fold } from '../../domain/log/decider.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import {
  type RectificationBody,
  type RectificationState,
  rectificationDecider,
} from '../../domain/rectification/rectification.ts';
import type { RoundBody } from '../../domain/round/events.ts';
import { roundDecider } from '../../domain/round/round.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { openTasksOfCase, openTasksOfRectification, openTasksOfRound } from '../../domain/task/open-tasks.ts';
import { type BarredTask, isOver, type Task, taskIdOf } from '../../domain/task/task.ts';
import { itemOfCase } from '../../store/cases.ts';
import type { Everything } from '../../store/everything.ts';
import { itemOfRound } from '../../store/rounds.ts';
import type { Item } from '../../store/table.ts';
import { listOfTask } from '../../store/tasks.ts';

/** What is kept of a projection, and what follows from the logs; one of them is absent where there is no such item. */
export interface Difference {
  readonly key: string;
  readonly kept?: Item;
  readonly rebuilt?: Item;
}

interface Replayed {
  /** How many items were rebuilt. */
  readonly items: number;
  readonly differences: readonly Difference[];
}

/**
 * Rebuilds every listing and every list of tasks from the logs and compares them with those that are kept. When a task
 * was opened and until when is the workflow's to say and not the log's, so a kept task lends these two to the rebuilt.
 */
export function replay({ logs, projections }: Everything): Replayed {
  const kept = new Map(projections.map((item) => [keyOf(item), item]));
  // The money that calls share has a log, and neither a listing nor tasks.
  const telling = [...logs].filter(([stream]) => !stream.startsWith('POOL#'));
  const folded = telling.map(([stream, events]) => foldLog(stream, events));
  const rebuilt = new Map(
    [
      ...folded.flatMap((one) => ('item' in one ? [one.item] : [])),
      ...tasksOf(
        folded,
        projections.flatMap(({ SK, task }) => (SK === 'TASK' ? [task as Task] : [])),
      ),
    ].map((item) => [keyOf(item), item]),
  );
  const keys = [...new Set([...kept.keys(), ...rebuilt.keys()])].sort();
  const differences = keys.map((key) => differenceOf(key, kept.get(key), rebuilt.get(key)));
  return { items: rebuilt.size, differences: differences.flatMap((difference) => difference ?? []) };
}

type Folded =
  | { readonly caseId: string; readonly state: CaseState; readonly item: Item }
  | { readonly callId: string; readonly state: RoundState; readonly item: Item }
  | { readonly rectified: string; readonly state: RectificationState };

function foldLog(stream: string, events: readonly KeptEvent[]): Folded {
  const [kind, id = ''] = stream.split('#');
  if (kind === 'CALL') {
    const state = fold(roundDecider, events as readonly KeptEvent<RoundBody>[]);
    return { callId: id, state, item: itemOfRound(id) };
  }
  if (kind === 'RECTIFICATION') {
    return {
      rectified: id,
      state: fold(rectificationDecider, events as readonly KeptEvent<RectificationBody>[]),
    };
  }
  const state = fold(caseDecider, events as readonly KeptEvent<CaseBody>[]);
  return { caseId: id, state, item: itemOfCase(id, state, events) };
}

/** Tasks that wait as the logs have it, and of those that are kept and do not wait, whether that is right. */
function tasksOf(folded: readonly Folded[], kept: readonly Task[]): readonly Item[] {
  const open = folded.flatMap(openTasksOf);
  const openIds = new Set(open.map(taskIdOf));
  const over = kept.filter((task) => !openIds.has(taskIdOf(task)) && isKnownToBeOver(task, folded));
  return [
    ...open.map((subject) => taskItem(subject, kept, folded, false)),
    ...over.map((task) => taskItem(task, kept, folded, true)),
  ];
}

function openTasksOf(one: Folded): readonly BarredTask[] {
  if ('rectified' in one) return openTasksOfRectification(one.rectified, one.state);
  return 'caseId' in one ? openTasksOfCase(one.caseId, one.state) : openTasksOfRound(one.callId, one.state);
}

function isKnownToBeOver(task: Task, folded: readonly Folded[]): boolean {
  const isRectification = task.kind === 'decide-rectification';
  return folded.some((one) => {
    if ('rectified' in one) return isRectification && one.rectified === task.caseId;
    if (isRectification) return false;
    return 'caseId' in one
      ? one.caseId === task.caseId && isOver(task, one.state)
      : !task.caseId && one.callId === task.callId && isOver(task, one.state);
  });
}

function taskItem(
  { kind, callId, caseId, about, barred }: BarredTask,
  kept: readonly Task[],
  folded: readonly Folded[],
  done: boolean,
): Item {
  const id = taskIdOf({ kind, callId, ...(caseId ? { caseId } : {}), ...(about ? { about } : {}) });
  const { openedAt, deadline } = kept.find((known) => known.id === id) ?? {};
  const matter = folded.find((one) => 'caseId' in one && one.caseId === caseId);
  const ofCase = matter && 'number' in matter.state ? matter.state.number : undefined;
  const caseNumber = kind === 'decide-rectification' ? about : ofCase;
  const task = { kind, callId, caseId, about, barred, caseNumber, openedAt, deadline, id };
  const listing = done ? {} : { listOf: listOfTask({ callId }), listOrder: `${deadline}#${id}` };
  return { PK: `TASK#${id}`, SK: 'TASK', task, done, ...listing };
}

function differenceOf(key: string, kept?: Item, rebuilt?: Item): Difference | undefined {
  if (kept && rebuilt && canonicalJson(kept) === canonicalJson(rebuilt)) return undefined;
  return { key, ...(kept ? { kept } : {}), ...(rebuilt ? { rebuilt } : {}) };
}

function keyOf({ PK, SK }: Item): string {
  return `${PK} ${SK}`;
}
