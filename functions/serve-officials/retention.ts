import type { SFNClient } from '@aws-sdk/client-sfn';
import type * as z from 'zod/mini';
import type { answerRemovalRequest } from '../../contract/requests.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Actor } from '../../domain/log/event.ts';
import { commandCase, listCases, readCase } from '../../store/cases.ts';
import { listCalls, readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import type { Language } from '../../texts/language.ts';
import { type Answer, conflict } from '../answer.ts';
import { type AskedPart, partOf } from '../paging.ts';
import { startChange } from '../start-workflow.ts';

/** The cases of all calls whose removal waits to be confirmed, those that are due the longest first. */
export async function listRemovals(table: Table, language: Language, asked: AskedPart): Promise<Answer> {
  const calls = await listCalls(table);
  const removals = (await Promise.all(calls.map((callId) => removalsIn(table, callId, language)))).flat();
  const placeOf = ({ due, caseId }: { due: string; caseId: string }) => `${due}#${caseId}`;
  return { status: 200, document: partOf('removals', removals, placeOf, asked) };
}

/** Of a call, with what an archivist must know, who sees nothing else of the cases: whose, and why their time has passed. */
async function removalsIn(table: Table, callId: string, language: Language) {
  const waiting = (await listCases(table, callId)).filter(({ removalDue }) => removalDue !== undefined);
  if (waiting.length === 0) return [];
  const { published } = (await readRound(table, callId)).state;
  return Promise.all(
    waiting.map(async ({ caseId, number, applicantName, title, removalDue = '' }) => {
      const { removal, decidedAt, withdrawnAt, lastInstalment } = (await readCase(table, caseId)).state;
      return {
        caseId,
        number,
        applicantName,
        title,
        callName: published?.call.name[language] ?? callId,
        due: removalDue,
        basis: removal?.basis,
        since: { withdrawn: withdrawnAt, granted: lastInstalment, 'not-granted': decidedAt }[
          removal?.basis ?? 'not-granted'
        ],
      };
    }),
  );
}

/** Confirms or puts off a removal; what is confirmed is carried out by a workflow. */
export async function answerRemoval(
  { table, workflows }: { readonly table: Table; readonly workflows: SFNClient },
  { caseId, state }: { readonly caseId: string; readonly state: CaseState },
  { commandId, keepUntil, reason }: z.infer<typeof answerRemovalRequest>,
  actor: Actor,
): Promise<Answer> {
  const command = { type: 'answer-removal', keepUntil, reason } as const;
  const outcome = await commandCase(table, caseId, command, { actor, commandId });
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  await startChange(workflows, caseId, state.callId ?? '', outcome.event);
  return { status: 200, document: { type: outcome.event.type, at: outcome.event.at } };
}
