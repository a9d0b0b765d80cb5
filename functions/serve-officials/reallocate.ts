import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Call, Officials } from '../../domain/call/call.ts';
import { availableTo } from '../../domain/pool/pool.ts';
import { appropriationOf } from '../../domain/round/awards.ts';
import type { ProposedPlan } from '../../domain/round/plan.ts';
import { reallocate } from '../../domain/round/reallocation.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { taskIdOf } from '../../domain/task/task.ts';
import { changeAwards } from '../../store/awards.ts';
import type { Order } from '../../store/carry-out.ts';
import { listCases, readCase } from '../../store/cases.ts';
import { type Bucket, keepDocument, readDocument } from '../../store/files.ts';
import { readPool } from '../../store/pools.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { closeTask } from '../../store/tasks.ts';
import { type Answer, conflict, notFound } from '../answer.ts';
import { askForReallocation } from '../ask-officials.ts';
import { freeAward, hasMoneyToFree } from '../free-award.ts';
import { draftRaised, raiseGrants } from './raise-grants.ts';
import { searchLimits } from './search-limits.ts';
import { type Reader, shownPlan } from './shown-plan.ts';

interface Means {
  readonly table: Table;
  readonly bucket: Bucket;
}

interface Deciding extends Means {
  readonly workflows: SFNClient;
}

interface Proposing {
  readonly callId: string;
  readonly officials: Officials;
  readonly reason: string;
  readonly appropriationCents?: number | undefined;
  readonly reserveCents?: number | undefined;
  readonly order: Order;
  readonly reader: Reader;
}

/**
 * Proposes who gets what has come free since the decisions: from the ranked list of the last plan, under its policy. It
 * gives nobody anything; a decision maker approves it or returns it.
 */
export async function proposeReallocation(
  { table, bucket, workflows }: Deciding,
  proposing: Proposing,
): Promise<Answer> {
  const { callId, officials, reason, order } = proposing;
  const { actor } = order;
  if (actor.kind !== 'official' || !officials.presenters.includes(actor.username)) {
    return conflict({ refused: 'not-a-presenter' });
  }
  await finishFreeing(table, callId, order);
  const { state, published } = await requirePublished(table, callId);
  const last = state.reallocatedBy ?? state.proposal?.plan;
  if (!last) return conflict({ refused: 'wrong-stage', details: { stage: state.stage } });
  const before = await readDocument<ProposedPlan>(bucket, last);
  const { appropriationCents = appropriationOf(state), reserveCents } = proposing;
  const availableCents = await availableOf(table, published.call, appropriationCents);
  const made = reallocate(before, state, { availableCents, reserveCents }, searchLimits);
  if ('faults' in made) return { refused: 'malformed-request', status: 400, faults: made.faults };
  if ('conflict' in made) return conflict({ refused: 'limits-not-kept', details: { availableCents } });
  const reallocation = state.reallocations + 1;
  const { input, allocation, moves } = made;
  const drafts = await draftRaised({ table, bucket }, published.call, { ...made, availableCents });
  const plan = await keepDocument(bucket, `rounds/${callId}/plans`, {
    ...before,
    reallocation,
    input,
    allocation,
  });
  const command = {
    type: 'propose-reallocation',
    reallocation,
    plan,
    follows: last.sha256,
    afterChanges: state.awardChanges.length,
    moves,
    drafts,
    appropriationCents,
    reason,
  } as const;
  const outcome = await commandRound(table, callId, command, order);
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  await askForReallocation({ table, workflows }, callId);
  return showReallocation({ table, bucket }, proposing.reader, outcome.state);
}

/** The last proposed reallocation with its plan in words, for whoever decides on it. */
export async function showReallocation(
  { table, bucket }: Means,
  reader: Reader,
  { reallocation }: RoundState,
): Promise<Answer> {
  if (!reallocation) return notFound;
  const kept = await readDocument<ProposedPlan>(bucket, reallocation.plan);
  const { allocation } = kept;
  const document = { ...reallocation, allocation, ...(await shownPlan(table, reader, kept)) };
  return { status: 200, document };
}

/**
 * Approves a proposed reallocation, by which the awards change, and makes the new decisions that were drafted with it; or
 * returns it. Repeating it finishes what was cut off.
 */
export async function decideReallocation(
  means: Deciding,
  callId: string,
  { plan, approve, reason = '' }: { plan: string; approve: boolean; reason?: string | undefined },
  order: Order,
): Promise<Answer> {
  const { table } = means;
  const outcome = approve
    ? await changeAwards(table, callId, { type: 'approve-reallocation', plan }, order)
    : await commandRound(table, callId, { type: 'return-reallocation', plan, reason }, order);
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  await closeTask(table, taskIdOf({ kind: 'decide-reallocation', callId, about: plan }));
  const { type, at, data, sequence } = outcome.event;
  if (outcome.event.type === 'reallocation-approved') await raiseGrants(means, callId, outcome.event, order);
  return { status: 200, document: { type, at, data, sequence, awardedCents: outcome.state.awardedCents } };
}

/** What the call may award: its appropriation, or what the calls it shares one with have left it. */
async function availableOf(table: Table, { id, appropriation }: Call, cents: number): Promise<number> {
  if (!appropriation.pool) return cents;
  return Math.min(cents, availableTo(id, await readPool(table, appropriation.pool.id)));
}

/** Recipients decline, and decisions are corrected, on the logs of the cases; freeing the money may have been cut off. */
async function finishFreeing(table: Table, callId: string, { actor }: Order): Promise<void> {
  const { state: round } = await requirePublished(table, callId);
  const listed = (await listCases(table, callId)).filter(({ number }) => number !== undefined);
  const cases = await Promise.all(
    listed.map(async ({ caseId }) => ({ caseId, ...(await readCase(table, caseId)) })),
  );
  for (const { caseId, state } of cases) {
    if (hasMoneyToFree(state, round)) await freeAward(table, caseId, state, actor);
  }
}
