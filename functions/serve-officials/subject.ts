import { type Relations, relationsOfOfficial, type SignedIn } from '../../domain/access/relations.ts';
import type { Officials } from '../../domain/call/call.ts';
import type { CaseBody } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { caseFor } from '../../domain/case/visibility.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import type { CallPublished } from '../../domain/round/events.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { isBarred, officialsFor } from '../../domain/round/ties.ts';
import { readCase } from '../../store/cases.ts';
import { readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { findTask, type KeptTask } from '../../store/tasks.ts';
import type { Finding } from '../api.ts';
import type { Asked } from '../asked.ts';

/** What an official's request is about, as far as its path says: each part throws where the path has none. */
export interface Subject {
  readonly relations: Relations;
  readonly round: OfCall;
  readonly case: OfCase;
  readonly task: KeptTask;
}

interface OfCall {
  readonly callId: string;
  readonly state: RoundState;
  readonly published: CallPublished['data'];
}

interface OfCase {
  readonly caseId: string;
  readonly state: CaseState;
  readonly events: readonly KeptEvent<CaseBody>[];
}

/** Finds what a request is about: the task, the case and the call that its path leads to, and what the person is to them. */
export async function subjectOf(table: Table, { path, person }: Asked): Promise<Finding<Subject>> {
  const task = path.taskId === undefined ? undefined : await findTask(table, path.taskId);
  const caseId = path.caseId ?? task?.caseId;
  const found = caseId === undefined ? undefined : { caseId, ...(await readCase(table, caseId)) };
  const callId = path.callId ?? task?.callId ?? found?.state.callId;
  const round = callId === undefined ? undefined : await callOf(table, callId);
  const isMissing =
    (path.taskId !== undefined && !task) ||
    (path.caseId !== undefined && found?.state.callId === undefined) ||
    (callId !== undefined && !round);
  if (isMissing) return { refused: 'not-found', status: 404 };
  const relations = relationsOfOfficial(person, {
    ...(round ? { officials: officialsIn(round, caseId) } : {}),
    ...(found ? { state: found.state } : {}),
    ...(task ? { task } : {}),
    isBarred:
      round !== undefined && caseId !== undefined && isBarred(round.state.ties, person.username, caseId),
  });
  const subject: Subject = {
    relations,
    get round() {
      return given(round, 'call');
    },
    get case() {
      return given(found, 'case');
    },
    get task() {
      return given(task, 'task');
    },
  };
  return { subject, relations };
}

/** Those who handle a call, or one case of it. */
function officialsIn({ published, state }: OfCall, caseId: string | undefined): Officials {
  return caseId === undefined ? published.officials : officialsFor(caseId, published.officials, state.ties);
}

async function callOf(table: Table, callId: string): Promise<OfCall | undefined> {
  const { state } = await readRound(table, callId);
  return state.published && { callId, state, published: state.published };
}

function given<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new Error(`the route has no ${name} in its path`);
  return part;
}

/** Whether the person is there to read. */
export function isAuditor({ relations }: Pick<Subject, 'relations'>): boolean {
  return relations.has('auditor');
}

/**
 * A case of the request's call without what the person must not see of it; undefined where they must not see it at all:
 * outsiders, and those who are disqualified in it or declared a tie to it.
 */
export function seenBy(
  { username }: SignedIn,
  { round, relations }: Pick<Subject, 'round' | 'relations'>,
  caseId: string,
  state: CaseState,
): CaseState | undefined {
  if (isBarred(round.state.ties, username, caseId)) return undefined;
  return caseFor(username, state, round.published.officials, isAuditor({ relations }));
}
