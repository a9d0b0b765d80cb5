import type { SFNClient } from '@aws-sdk/client-sfn';
import { hashOf } from '../../domain/canonical.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Actor } from '../../domain/log/event.ts';
import { rectificationDeadline } from '../../domain/rectification/rectification.ts';
import { claimCaseNumber } from '../../store/case-numbers.ts';
import { commandRectification } from '../../store/rectifications.ts';
import { requirePublished } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { type Answer, conflict, notFound } from '../answer.ts';
import { askForRectification } from '../ask-officials.ts';
import { startChange } from '../start-workflow.ts';

interface Asking {
  readonly caseId: string;
  readonly state: CaseState;
  readonly demand: string;
  readonly grounds: string;
  readonly actor: Actor;
  readonly commandId: string;
}

/** Opens a case on an applicant's request for rectification; also a late one is a case, which is then not examined. */
export async function requestRectification(
  { table, workflows }: { readonly table: Table; readonly workflows: SFNClient },
  asking: Asking,
): Promise<Answer> {
  const { caseId, state, demand, grounds, actor, commandId } = asking;
  const { decision, decidedAt } = state;
  if (!decision || !decidedAt) return notFound;
  const { state: round, published } = await requirePublished(table, decision.callId);
  const sentAt =
    state.mails.findLast(({ mail }) => mail === 'decision' || mail === 'correction')?.wantedAt ?? decidedAt;
  const { presenter, decisionMaker } = decision.correction ?? {};
  const deciders = [round.decidedBy, presenter, decisionMaker].filter((one) => one !== undefined);
  const register = {
    prefix: published.call.authority.registerPrefix,
    year: Number(new Date().toISOString().slice(0, 4)),
  };
  const command = {
    type: 'request-rectification',
    number: await claimCaseNumber(table, register, `rectification of ${caseId}`),
    callId: decision.callId,
    caseNumber: decision.caseNumber,
    decision: hashOf(decision),
    awardedCents: decision.awardedCents,
    grantableCents: decision.costs.grantableCents,
    barred: [...new Set([...state.preparedBy, ...deciders])],
    deadline: rectificationDeadline(sentAt),
    demand,
    grounds,
  } as const;
  const outcome = await commandRectification(table, caseId, command, { actor, commandId });
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  await askForRectification({ table, workflows }, caseId);
  await startChange(workflows, caseId, decision.callId, outcome.event);
  const { number = '', deadline = '' } = outcome.state.request ?? {};
  return { status: 201, document: { number, deadline, late: outcome.event.at > deadline } };
}
