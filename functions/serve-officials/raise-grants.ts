import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Plan } from '../../domain/allocation/plan.ts';
import type { Call } from '../../domain/call/call.ts';
import type { StoredFile } from '../../domain/canonical.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import { draftDecision } from '../../domain/decision/draft.ts';
import type { Actor, Event } from '../../domain/log/event.ts';
import { wholeOf } from '../../domain/log/whole.ts';
import type { AwardMove, ReallocationApproved } from '../../domain/round/events.ts';
import type { Order } from '../../store/carry-out.ts';
import { commandCase, listCases, readCase } from '../../store/cases.ts';
import { type Bucket, keepDocument, readDocument } from '../../store/files.ts';
import { readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { startChange } from '../start-workflow.ts';
import { accepted } from '../step.ts';
import { readAccepted } from '../submission.ts';

interface Means {
  readonly table: Table;
  readonly bucket: Bucket;
}

/** A new decision, as the list of them keeps it. */
interface RaisedDraft {
  readonly caseId: string;
  readonly draft: StoredFile;
}

/** Drafts a new decision for every case that is to get more, and keeps the list of them. */
export async function draftRaised(
  { table, bucket }: Means,
  call: Call,
  {
    allocation,
    moves,
    availableCents,
  }: { allocation: Plan; moves: readonly AwardMove[]; availableCents: number },
): Promise<StoredFile> {
  const listed = await listCases(table, call.id);
  const drafts = moves.map(async ({ caseNumber }): Promise<RaisedDraft> => {
    const caseId = listed.find(({ number }) => number === caseNumber)?.caseId ?? '';
    const { state } = await readCase(table, caseId);
    const award = allocation.awards.find(({ id }) => id === caseNumber);
    if (!state.current || !award) throw new Error(`case ${caseNumber} cannot be decided anew`);
    const application = await readAccepted(bucket, { caseId, version: state.current.version });
    const ranked = allocation.awards.length;
    const decision = draftDecision({ call, state, application, award, ranked, availableCents });
    return { caseId, draft: await keepDocument(bucket, `rounds/${call.id}/drafts`, decision) };
  });
  return keepDocument(bucket, `rounds/${call.id}/batches`, await Promise.all(drafts));
}

/** Makes the new decisions, one event for each case; the workflow that follows signs, writes and sends each. */
export async function raiseGrants(
  { table, bucket, workflows }: Means & { readonly workflows: SFNClient },
  callId: string,
  { at, data: { plan } }: Event<ReallocationApproved>,
  { actor }: Order,
): Promise<void> {
  const { events } = await readRound(table, callId);
  const proposed = wholeOf(events).find(
    (event) => event.type === 'reallocation-proposed' && event.data.plan.sha256 === plan,
  );
  if (proposed?.type !== 'reallocation-proposed') throw new Error(`plan ${plan} was not proposed`);
  const { reason, drafts } = proposed.data;
  const people = { presenter: usernameOf(proposed.actor), decisionMaker: usernameOf(actor) };
  const correction = { at, ground: 'reallocation', reason, ...people } as const;
  for (const { caseId, draft } of await readDocument<RaisedDraft[]>(bucket, drafts)) {
    const decision = { ...(await readDocument<Decision>(bucket, draft)), correction };
    const order = { actor, commandId: `reallocated:${plan}` };
    const outcome = await commandCase(table, caseId, { type: 'raise-grant', decision }, order);
    // Who has declined meanwhile gets no decision; the money is free again.
    if (outcome.kind === 'refused' && outcome.refusal.refused === 'grant-already-declined') continue;
    await startChange(workflows, caseId, callId, accepted(outcome).event);
  }
}

function usernameOf(actor: Actor): string {
  return actor.kind === 'official' ? actor.username : '';
}
