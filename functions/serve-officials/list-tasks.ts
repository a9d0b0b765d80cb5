import { relationsOfOfficial, type SignedIn } from '../../domain/access/relations.ts';
import { officialsFor, undeclaredAmong } from '../../domain/round/ties.ts';
import { isFor, type Task } from '../../domain/task/task.ts';
import { type CaseListing, listCases } from '../../store/cases.ts';
import { listFeedback } from '../../store/feedback.ts';
import { listCalls, readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { listTasks } from '../../store/tasks.ts';
import type { Language } from '../../texts/language.ts';
import type { Answer } from '../answer.ts';
import { type AskedPart, partOf } from '../paging.ts';
import { casesToConsider, listedFor, type Subject } from './subject.ts';

interface Wanted extends AskedPart {
  readonly callId?: string | undefined;
  readonly kind?: string | undefined;
}

/** The open tasks that are for a person, over all calls, the earliest deadline first, with what each is about. */
export async function listOwnTasks(
  table: Table,
  person: SignedIn,
  { callId, kind, ...asked }: Wanted,
  language: Language,
): Promise<Answer> {
  const ids = (await listCalls(table)).filter((id) => callId === undefined || id === callId);
  const found = await Promise.all(ids.map((id) => tasksIn(table, id, person, language)));
  const wanted = found.flat().filter((task) => kind === undefined || task.kind === kind);
  return { status: 200, document: { ...partOf('tasks', wanted, placeOf, asked), total: wanted.length } };
}

/** The earliest deadline first. */
export function placeOf({ deadline, id }: Task): string {
  return `${deadline}#${id}`;
}

async function tasksIn(table: Table, callId: string, person: SignedIn, language: Language) {
  const { state } = await readRound(table, callId);
  const { published } = state;
  if (!published) return [];
  const own = await listTasksFor(table, person.username, { callId, state, published });
  if (own.length === 0) return [];
  const listings = await listCases(table, callId);
  const considered = casesToConsider(listings);
  const undeclared = undeclaredAmong(considered, person.username, published.officials, state.ties);
  const cases = new Map(listings.map((one) => [one.caseId, listedFor(person, { state, undeclared }, one)]));
  return own.map((task) => ({
    ...task,
    callName: published.call.name[language],
    ...aboutCase(cases.get(task.caseId ?? '')),
    awaitsTies: task.caseId ? undeclared.includes(task.caseId) : undeclared.length > 0,
  }));
}

function aboutCase(listing: CaseListing | undefined) {
  const { applicantName, title } = listing ?? {};
  return { ...(applicantName ? { applicantName } : {}), ...(title ? { title } : {}) };
}

/** The open tasks of a call that are for a person: none on a case that they declared to be barred from. */
export async function listTasksFor(
  table: Table,
  username: string,
  { callId, state, published }: Pick<Subject['round'], 'callId' | 'state' | 'published'>,
): Promise<readonly Task[]> {
  const { officials } = published;
  return (await listTasks(table, callId)).filter((task) =>
    isFor(task, username, task.caseId ? officialsFor(task.caseId, officials, state.ties) : officials),
  );
}

/**
 * The calls that a person handles, or reads as an auditor, with what they are in each; and how much feedback on the
 * service waits for an answer, for those who answer it.
 */
export async function listRounds(table: Table, person: SignedIn, language: Language): Promise<Answer> {
  const rounds = await Promise.all((await listCalls(table)).map((id) => readRound(table, id)));
  const handled = rounds.flatMap(({ state: { published, stage } }) => {
    if (!published) return [];
    const { call, officials, opensAt, closesAt } = published;
    const relations = [...relationsOfOfficial(person, { officials })].filter(
      (relation) => relation !== 'publisher' && relation !== 'archivist',
    );
    if (relations.length === 0) return [];
    const name = call.name[language];
    return [{ callId: call.id, name, stage, opensAt, closesAt, relations }];
  });
  const rounded = handled.sort((one, other) => other.closesAt.localeCompare(one.closesAt));
  const belongsTo = (group: string) => person.groups.includes(group);
  const mayPublish = belongsTo('publishers');
  const waiting = mayPublish ? (await listFeedback(table)).filter(({ answered }) => !answered) : [];
  const may = { mayPublish, mayRemove: belongsTo('archivists'), mayAudit: belongsTo('auditors') };
  return { status: 200, document: { rounds: rounded, ...may, openFeedback: waiting.length } };
}
