import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Officials } from '../../domain/call/call.ts';
import { isRefusal } from '../../domain/log/decider.ts';
import type { Actor } from '../../domain/log/event.ts';
import { type RectificationOutcome, rectificationDecider } from '../../domain/rectification/rectification.ts';
import { toInstant } from '../../domain/time.ts';
import { changeAwards } from '../../store/awards.ts';
import { commandCase } from '../../store/cases.ts';
import { commandRectification, readRectification } from '../../store/rectifications.ts';
import { readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { type Answer, conflict, notFound } from '../answer.ts';
import { endRectificationTask } from '../ask-officials.ts';
import { startChange } from '../start-workflow.ts';

interface Deciding {
  readonly caseId: string;
  readonly officials: Officials;
  readonly actor: Actor;
  readonly commandId: string;
  readonly outcome: RectificationOutcome;
  readonly reasons: string;
  readonly awardedCents?: number | undefined;
}

/**
 * Decides on a request for rectification. The money of a changed award is taken from the call's appropriation first,
 * so that no decision is made that it cannot pay; then it is decided, then the case's old decision is put out of force;
 * then its task ends, and the workflow that follows writes the letter and sends it.
 * Each step is done once, however often the request comes, and a request that was cut off goes on where it was.
 */
export async function decideRectification(
  { table, workflows }: { readonly table: Table; readonly workflows: SFNClient },
  deciding: Deciding,
): Promise<Answer> {
  const { caseId, officials, actor, commandId, outcome, reasons, awardedCents } = deciding;
  const command = {
    type: 'decide-rectification',
    outcome,
    reasons,
    decisionMakers: officials.decisionMakers,
    ...(awardedCents === undefined ? {} : { awardedCents }),
  } as const;
  const order = { actor, commandId };
  const { state, events } = await readRectification(table, caseId);
  if (!state.request) return notFound;
  const { number, callId, caseNumber } = state.request;
  const { changedAwards } = (await readRound(table, callId)).state;
  const fromCents = changedAwards[caseNumber]?.cents ?? state.request.awardedCents;
  if (!events.some((event) => event.commandId === commandId)) {
    const rehearsed = rectificationDecider.decide(state, command, { actor, at: toInstant(Date.now()) });
    if (isRefusal(rehearsed)) return conflict(rehearsed);
  }
  if (awardedCents !== undefined && awardedCents !== fromCents) {
    const change = {
      type: 'change-award',
      caseNumber,
      cause: { kind: 'rectification', number },
      fromCents,
      toCents: awardedCents,
    } as const;
    const changed = await changeAwards(table, callId, change, { actor, commandId: `award:${commandId}` });
    if (changed.kind === 'refused') return conflict(changed.refusal);
  }
  const decided = await commandRectification(table, caseId, command, order);
  if (decided.kind === 'refused') return conflict(decided.refusal);
  if (outcome === 'changed') {
    const replaced = { type: 'replace-decision', by: number } as const;
    await commandCase(table, caseId, replaced, { actor, commandId: `replace:${commandId}` });
  }
  await endRectificationTask(table, { kind: 'decide-rectification', callId, caseId, about: number });
  await startChange(workflows, caseId, callId, decided.event);
  return { status: 200, document: { number, ...decided.state.decided } };
}
