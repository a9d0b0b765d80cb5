import type { SFNClient } from '@aws-sdk/client-sfn';
import type * as z from 'zod/mini';
import type { answerRemovalRequest } from '../../contract/requests.ts';
import { commandCase, listCases, readCase } from '../../store/cases.ts';
import { listCalls } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { type Answer, conflict, notFound, type Person, type Request } from '../api.ts';
import { startChange } from '../start-workflow.ts';

/**
 * Who confirms removals: whoever the authority has put in the group, since the officials of a call may have left long before its
 * retention ends.
 */
export function isArchivist({ groups }: Person): boolean {
  return groups.includes('archivists');
}

/** The cases of all calls whose removal waits to be confirmed, those that are due the longest first. */
export async function listRemovals(table: Table): Promise<Answer> {
  const calls = await listCalls(table);
  const cases = (await Promise.all(calls.map((callId) => listCases(table, callId)))).flat();
  const removals = cases
    .flatMap(({ caseId, number, removalDue }) => (removalDue ? [{ caseId, number, due: removalDue }] : []))
    .sort((one, other) => (one.due < other.due ? -1 : 1));
  return { status: 200, document: { removals } };
}

/** Confirms or puts off a removal; what is confirmed is carried out by a workflow. */
export async function answerRemoval(
  { table, workflows }: { readonly table: Table; readonly workflows: SFNClient },
  { path, body, person }: Request<z.infer<typeof answerRemovalRequest>>,
): Promise<Answer> {
  const { caseId = '' } = path;
  const { state } = await readCase(table, caseId);
  if (!state.callId) return notFound;
  const { commandId, keepUntil, reason } = body;
  const actor = { kind: 'official', username: person.username } as const;
  const command = { type: 'answer-removal', keepUntil, reason } as const;
  const outcome = await commandCase(table, caseId, command, { actor, commandId });
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  await startChange(workflows, caseId, state.callId, outcome.event);
  return { status: 200, document: { type: outcome.event.type, at: outcome.event.at } };
}
