import type { SFNClient } from '@aws-sdk/client-sfn';
import type { TaskAnswer } from '../../contract/task-answer.ts';
import { faultsOfAllocation } from '../../domain/call/allocation-faults.ts';
import type { Call, Officials } from '../../domain/call/call.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import type { CaseBody } from '../../domain/case/events.ts';
import type { Fault } from '../../domain/fault.ts';
import type { Actor, Event } from '../../domain/log/event.ts';
import { ruleOf } from '../../domain/round/allocation-input.ts';
import type { CallPublished, RoundBody } from '../../domain/round/events.ts';
import type { RoundCommand } from '../../domain/round/round.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { officialsFor } from '../../domain/round/ties.ts';
import { commandIdOf, type Task, type TaskSubject } from '../../domain/task/task.ts';
import { deadlineAfter, toInstant } from '../../domain/time.ts';
import type { Order } from '../../store/carry-out.ts';
import { commandCase } from '../../store/cases.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { type Answer, conflict } from '../answer.ts';
import { freeAward } from '../free-award.ts';
import { resumeWorkflow } from '../resume-workflow.ts';
import { startChange } from '../start-workflow.ts';
import { answerOfEvent } from './answer-of-event.ts';

interface Means {
  readonly table: Table;
  readonly workflows: SFNClient;
}

type Answerable = TaskSubject & Pick<Task, 'id'>;

/**
 * Answers a task: first the event of who, what and why, then the workflow's go-ahead. The command's id is the task's,
 * so the first answer stands; giving it again repeats the second half, which may have been cut off.
 */
export async function answerTask(
  { table, workflows }: Means,
  task: Answerable,
  answer: TaskAnswer,
  actor: Actor,
): Promise<Answer> {
  const { state: round, published: call } = await requirePublished(table, task.callId);
  const faults = faultsOfChange(answer, round, call.call);
  if (faults.length > 0) return { refused: 'malformed-request', status: 400, faults };
  const officials = task.caseId ? officialsFor(task.caseId, call.officials, round.ties) : call.officials;
  const published = { ...call, officials };
  const order = { actor, commandId: commandIdOf(task.id) };
  const onCase = caseCommandOf(task, answer, published);
  const onRound = roundCommandOf(task, answer);
  const outcome =
    onCase && task.caseId
      ? await onOwnLog(table, task.caseId, onCase, order)
      : onRound && (await commandRound(table, task.callId, onRound, order));
  if (!outcome) return { refused: 'answer-of-another-kind', status: 400 };
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  await resumeWorkflow(table, workflows, task, outcome.state);
  if (task.caseId) await startChange(workflows, task.caseId, task.callId, outcome.event);
  const { type, at, data, sequence } = outcome.event;
  if (outcome.kind === 'repeated' && !isSame(outcome.event, answer, actor)) {
    return conflict({ refused: 'already-answered', details: { at } });
  }
  return { status: 200, document: { type, at, data, sequence } };
}

/** A correction that takes some of the grant frees money on the call's log. */
async function onOwnLog(table: Table, caseId: string, command: CaseCommand, order: Order) {
  const outcome = await commandCase(table, caseId, command, order);
  if (outcome.kind !== 'refused' && command.type === 'decide-correction') {
    await freeAward(table, caseId, outcome.state, order.actor);
  }
  return outcome;
}

/** What a presenter asks for instead must be a rule that the call could have. */
function faultsOfChange(answer: TaskAnswer, { change }: RoundState, call: Call): readonly Fault[] {
  if (answer.kind !== 'approve-plan' || !answer.instead) return [];
  const rule = ruleOf(call, { ...change, ...answer.instead });
  return faultsOfAllocation(rule, call).map(({ path, code }) => ({
    place: `/instead/${path.join('/')}`,
    code,
  }));
}

/** Whether the same person gave the same answer before; what an answer need not say is not compared. */
function isSame(event: Event<CaseBody | RoundBody>, answer: TaskAnswer, actor: Actor): boolean {
  const before = { ...answerOfEvent(event), actor: event.actor };
  return canonicalJson({ ...answer, ...before }) === canonicalJson({ ...answer, actor });
}

function caseCommandOf(
  { kind, about = '' }: TaskSubject,
  answer: TaskAnswer,
  { call, officials }: CallPublished['data'],
): CaseCommand | undefined {
  if (kind === 'answer-extension' && answer.kind === 'answer-extension') {
    const { grant, until, reason } = answer;
    return { type: 'answer-extension', grant, until, reason, officials };
  }
  if (kind === 'decide-correction' && answer.kind === 'decide-correction') {
    return { type: 'decide-correction', approve: answer.approve, reason: answer.reason, officials };
  }
  if (kind === 'confirm-screening') return screeningCommandOf(answer, call, officials);
  if (kind === 'score-case' && answer.kind === 'score-case') {
    return { type: 'save-scores', scores: answer.scores, criteria: call.evaluation.criteria };
  }
  if (kind === 'score-case' && answer.kind === 'declare-disqualification') {
    return { type: 'declare-disqualification', ground: answer.ground };
  }
  if (kind === 'consider-disagreement' && answer.kind === 'consider-disagreement') {
    return { type: 'consider-disagreement', another: answer.another, reason: answer.reason, officials };
  }
  if (kind === 'send-by-post' && answer.kind === 'send-by-post') {
    return { type: 'note-posted', key: about, sentOn: answer.sentOn };
  }
  return undefined;
}

/** A presenter confirms a screening, or asks the applicant to complete instead. */
function screeningCommandOf(answer: TaskAnswer, call: Call, officials: Officials): CaseCommand | undefined {
  if (answer.kind === 'confirm-screening') {
    return { type: 'confirm-screening', judgements: answer.judgements, officials };
  }
  if (answer.kind !== 'ask-completion') return undefined;
  const deadline = deadlineAfter(toInstant(Date.now()), call.completionDays);
  return { type: 'ask-completion', missing: answer.points, deadline, officials };
}

function roundCommandOf({ kind }: TaskSubject, answer: TaskAnswer): RoundCommand | undefined {
  if (kind === 'approve-plan' && answer.kind === 'approve-plan') {
    const { plan, approve, reason = '', instead } = answer;
    return approve ? { type: 'approve-plan', plan } : { type: 'return-plan', plan, reason, instead };
  }
  if (kind === 'approve-drafts' && answer.kind === 'approve-drafts') {
    const { batch, approve, reason = '', remarks } = answer;
    return approve
      ? { type: 'approve-drafts', batch }
      : { type: 'return-drafts', batch, reason, ...(remarks ? { remarks } : {}) };
  }
  if (kind === 'revise-drafts' && answer.kind === 'revise-drafts') {
    return { type: 'revise-drafts', batch: answer.batch, additions: answer.additions };
  }
  return undefined;
}
