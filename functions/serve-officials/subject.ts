import { type Relations, relationsOfOfficial, type SignedIn } from '../../domain/access/relations.ts';
import type { CaseBody } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { caseFor } from '../../domain/case/visibility.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import type { CallPublished } from '../../domain/round/events.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { isBarred, officialsFor, undeclaredAmong } from '../../domain/round/ties.ts';
import { type CaseListing, listCases, readCase } from '../../store/cases.ts';
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
  /** Those of the cases, or the one case, that the person may not open before they have declared their ties. */
  readonly undeclared: readonly string[];
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
  const round = callId === undefined ? undefined : await callOf(table, callId, person, found);
  const isMissing =
    (path.taskId !== undefined && !task) ||
    (path.caseId !== undefined && found?.state.callId === undefined) ||
    (callId !== undefined && !round);
  if (isMissing) return { refused: 'not-found', status: 404 };
  const relations = relationsOfOfficial(person, {
    ...(round ? standingIn(round, person, caseId) : {}),
    ...(found ? { state: found.state } : {}),
    ...(task ? { task } : {}),
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
  return { subject, relations, ...(callId === undefined ? {} : { callId }) };
}

/** Those who handle a call, or one case of it, and what the person has declared to be there. */
function standingIn(
  { published: { officials }, state: { ties }, undeclared }: OfCall,
  { username }: SignedIn,
  caseId: string | undefined,
) {
  const isUndeclared = undeclared.length > 0;
  if (caseId === undefined) return { officials, isUndeclared };
  return {
    officials: officialsFor(caseId, officials, ties),
    isBarred: isBarred(ties, username, caseId),
    isUndeclared,
  };
}

async function callOf(
  table: Table,
  callId: string,
  { username }: SignedIn,
  found: OfCase | undefined,
): Promise<OfCall | undefined> {
  const { state } = await readRound(table, callId);
  const { published, ties } = state;
  if (!published) return undefined;
  const cases = found ? [{ caseId: found.caseId, stage: found.state.stage }] : await listCases(table, callId);
  const undeclared = undeclaredAmong(casesToConsider(cases), username, published.officials, ties);
  return { callId, state, published, undeclared };
}

/** The cases that officials declare their ties to: also those not registered yet, and none whose data were removed. */
export function casesToConsider(cases: readonly Pick<CaseListing, 'caseId' | 'stage'>[]): readonly string[] {
  return cases.flatMap(({ caseId, stage }) => (stage === 'removed' ? [] : [caseId]));
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
 * outsiders, those who are disqualified in it or declared a tie to it, and those who have not declared yet.
 */
export function seenBy(
  { username }: SignedIn,
  { round, relations }: Pick<Subject, 'round' | 'relations'>,
  caseId: string,
  state: CaseState,
): CaseState | undefined {
  if (isBarred(round.state.ties, username, caseId) || round.undeclared.includes(caseId)) return undefined;
  return caseFor(username, state, round.published.officials, isAuditor({ relations }));
}

/** A case in a list: whose it is, and what it is about only for whoever has declared that nothing bars them from it. */
export function listedFor(
  { username }: SignedIn,
  { state, undeclared }: Pick<OfCall, 'state' | 'undeclared'>,
  listing: CaseListing,
): CaseListing {
  const { caseId, stage, number, applicantName, businessId, municipalities } = listing;
  if (!isBarred(state.ties, username, caseId) && !undeclared.includes(caseId)) return listing;
  return { caseId, stage, number, applicantName, businessId, municipalities };
}
