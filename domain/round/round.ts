import type { Correction } from '../call/correction.ts';
import { type Sha256, sha256 } from '../canonical.ts';
import type { StepFailed, TaskOverdue } from '../case/events.ts';
import type { BatchSignature } from '../decision/batch.ts';
import type { Commanding, Decider, Refusal } from '../log/decider.ts';
import { decideOnMail, type MailCommand, type MailRefusal } from '../mail/ledger.ts';
import {
  type AwardRefusal,
  approveReallocation,
  changeAward,
  giveUpAwardChange,
  proposeReallocation,
  type ReallocationCommand,
  returnReallocation,
} from './awards.ts';
import { type CorrectionRefusal, correctCall } from './correct-call.ts';
import type {
  AllocationProposed,
  AllocationSearched,
  CallPublished,
  DecisionsDrafted,
  DraftsReturned,
  DraftsRevised,
  PlanReturned,
  Remark,
  ResultsPublished,
  RoundBody,
  WhatIfNoted,
} from './events.ts';
import { type NamingRefusal, nameOfficials, type OfficialsNamed } from './name-officials.ts';
import { applyToRound, initialRound, type RoundStage, type RoundState } from './state.ts';
import { declareTies, isBarred, type TiesDeclared, type TiesRefusal } from './ties.ts';

/** Everything that can be asked of a call. */
export type RoundCommand =
  | ({ readonly type: 'publish-call' } & CallPublished['data'])
  | {
      readonly type: 'correct-call';
      readonly corrections: readonly Correction[];
      readonly reason: string;
    }
  | ({ readonly type: 'name-officials' } & OfficialsNamed['data'])
  | { readonly type: 'close-call' }
  | ({ readonly type: 'declare-ties' } & TiesDeclared['data'])
  | ({ readonly type: 'note-search' } & AllocationSearched['data'])
  | ({ readonly type: 'propose-allocation' } & AllocationProposed['data'])
  | ({ readonly type: 'note-what-if' } & WhatIfNoted['data'])
  | { readonly type: 'approve-plan'; readonly plan: Sha256 }
  | ({ readonly type: 'return-plan' } & PlanReturned['data'])
  | ({ readonly type: 'draft-decisions' } & DecisionsDrafted['data'])
  | { readonly type: 'approve-drafts'; readonly batch: Sha256 }
  | ({ readonly type: 'return-drafts' } & DraftsReturned['data'])
  | ({ readonly type: 'revise-drafts' } & DraftsRevised['data'])
  | ({ readonly type: 'sign-batch' } & BatchSignature)
  | ({ readonly type: 'publish-results' } & ResultsPublished['data'])
  | ReallocationCommand
  | MailCommand
  | ({ readonly type: 'note-failure' } & StepFailed['data'])
  | ({ readonly type: 'note-overdue' } & TaskOverdue['data']);

/** Why a command on a call was refused. */
export type RoundRefusal =
  | 'already-published'
  | 'wrong-stage'
  | CorrectionRefusal
  | NamingRefusal
  | AwardRefusal
  | 'still-open'
  | 'over-appropriation'
  | 'seed-not-committed'
  | 'another-plan'
  | 'another-batch'
  | 'not-a-presenter'
  | 'not-a-decision-maker'
  | 'decider-prepared'
  | 'reason-missing'
  | 'remark-unanswered'
  /** No plan keeps the limits of the call, or those that were asked for instead. */
  | 'limits-not-kept'
  | 'disqualified'
  | TiesRefusal
  | MailRefusal;

type Decisions = {
  readonly [Type in RoundCommand['type']]: (
    state: RoundState,
    command: Extract<RoundCommand, { type: Type }>,
    by: Commanding,
  ) => RoundBody | Refusal<RoundRefusal>;
};

const decisions: Decisions = {
  'publish-call': (state, { type: _, ...data }) =>
    state.stage === 'unpublished' ? { type: 'call-published', data } : { refused: 'already-published' },

  'correct-call': correctCall,

  'name-officials': ({ published }, { type: _, ...data }, by) =>
    nameOfficials(published?.officials, data, by),

  'close-call': (state, _command, { at }) => {
    const refusal = outside(state, 'published');
    if (refusal) return refusal;
    const closesAt = state.published?.closesAt ?? '';
    if (at < closesAt) return { refused: 'still-open', details: { closesAt, at } };
    return { type: 'call-closed', data: { closesAt } };
  },

  'declare-ties': ({ published }, { type: _, ...data }, by) => declareTies(published?.officials, data, by),

  'propose-allocation': (state, { type: _, ...data }) => {
    const refusal = outside(state, 'closed', 'proposed');
    if (refusal) return refusal;
    if (sha256(data.seed) !== state.published?.seedCommitment) return { refused: 'seed-not-committed' };
    return overAppropriation(state, data) ?? { type: 'allocation-proposed', data };
  },

  'note-search': (state, { type: _, ...data }) =>
    outside(state, 'closed') ?? { type: 'allocation-searched', data },

  'note-what-if': (state, { type: _, ...data }, by) =>
    refusalOfPlan(state, data.plan, by) ?? { type: 'what-if-noted', data },

  'approve-plan': (state, { plan }, by) => {
    const refusal = refusalOfPlan(state, plan, by);
    if (refusal) return refusal;
    if (state.proposal?.infeasible) return { refused: 'limits-not-kept' };
    const awardedCents = state.proposal?.awardedCents ?? 0;
    return { type: 'plan-approved', data: { plan, awardedCents } };
  },

  'return-plan': (state, { type: _, ...data }, by) => {
    const refusal = refusalOfPlan(state, data.plan, by);
    if (refusal) return refusal;
    return data.reason.trim() ? { type: 'plan-returned', data } : { refused: 'reason-missing' };
  },

  'draft-decisions': (state, { type: _, ...data }) =>
    outside(state, 'approved') ?? { type: 'decisions-drafted', data },

  'approve-drafts': (state, { batch }, by) =>
    refusalOfDrafts(state, batch, by) ?? { type: 'drafts-approved', data: { batch } },

  'return-drafts': (state, { type: _, ...data }, by) => {
    const refusal = refusalOfDrafts(state, data.batch, by);
    if (refusal) return refusal;
    return data.reason.trim() ? { type: 'drafts-returned', data } : { refused: 'reason-missing' };
  },

  'revise-drafts': (state, { type: _, ...data }, { actor }) => {
    if (!isPresenter(state, actor)) return { refused: 'not-a-presenter' };
    const refusal = refusalOfTies(state, actor) ?? outside(state, 'returned');
    if (refusal) return refusal;
    if (data.batch !== state.drafts?.batch) return { refused: 'another-batch' };
    const unanswered = unansweredRemark(state, data.additions);
    return unanswered
      ? { refused: 'remark-unanswered', details: { caseNumber: unanswered.caseNumber } }
      : { type: 'drafts-revised', data };
  },

  'sign-batch': (state, { type: _, ...data }) => {
    const refusal = outside(state, 'decided');
    if (refusal) return refusal;
    return data.batch === state.drafts?.batch ? { type: 'batch-signed', data } : { refused: 'another-batch' };
  },

  'change-award': changeAward,

  'give-up-award-change': giveUpAwardChange,

  'propose-reallocation': (state, command, { actor }) =>
    refusalOfTies(state, actor) ?? proposeReallocation(state, command, isPresenter(state, actor)),

  'approve-reallocation': (state, command, by) =>
    refusalOfDecider(state, by) ?? approveReallocation(state, command, by),

  'return-reallocation': (state, command, by) =>
    refusalOfDecider(state, by) ?? returnReallocation(state, command),

  'publish-results': (state, { results }) =>
    outside(state, 'decided') ?? { type: 'results-published', data: { results } },

  'want-mail': onMail,
  'note-sent': onMail,
  'note-refused': onMail,
  'note-answer': onMail,
  'note-posted': onMail,
  'reorder-mail': onMail,

  'note-failure': (_state, { step, error, execution }) => ({
    type: 'step-failed',
    data: { step, error, execution },
  }),

  'note-overdue': (_state, { task, assignee }) => ({ type: 'task-overdue', data: { task, assignee } }),
};

/** The call's own log, from its announcement to its published results. */
export const roundDecider: Decider<RoundState, RoundCommand, RoundBody, RoundRefusal> = {
  initial: initialRound,
  apply: applyToRound,
  decide: (state, command, by) => {
    const decide = decisions[command.type] as (
      state: RoundState,
      command: RoundCommand,
      by: Commanding,
    ) => RoundBody | Refusal<RoundRefusal>;
    return decide(state, command, by);
  },
};

/** Messages to the officials of a call have a ledger of their own. */
function onMail(state: RoundState, command: MailCommand, by: Commanding): RoundBody | Refusal<RoundRefusal> {
  return decideOnMail(state.mails, command, by);
}

function isPresenter({ published }: RoundState, actor: Commanding['actor']): boolean {
  return actor.kind === 'official' && (published?.officials.presenters ?? []).includes(actor.username);
}

function unansweredRemark({ remarks }: RoundState, additions: readonly Remark[]): Remark | undefined {
  return remarks.find(
    ({ caseNumber }) =>
      !additions.some((addition) => addition.caseNumber === caseNumber && addition.text.trim()),
  );
}

function outside(state: RoundState, ...stages: readonly RoundStage[]): Refusal<RoundRefusal> | undefined {
  return stages.includes(state.stage)
    ? undefined
    : { refused: 'wrong-stage', details: { stage: state.stage } };
}

function overAppropriation(
  { published }: RoundState,
  {
    awardedCents,
    availableCents = Number.POSITIVE_INFINITY,
  }: Pick<AllocationProposed['data'], 'awardedCents' | 'availableCents'>,
): Refusal<RoundRefusal> | undefined {
  const appropriationCents = Math.min(published?.call.appropriation.cents ?? 0, availableCents);
  return awardedCents > appropriationCents
    ? { refused: 'over-appropriation', details: { awardedCents, appropriationCents } }
    : undefined;
}

function refusalOfPlan(
  state: RoundState,
  plan: Sha256,
  { actor }: Commanding,
): Refusal<RoundRefusal> | undefined {
  if (!isPresenter(state, actor)) return { refused: 'not-a-presenter' };
  const refusal = refusalOfTies(state, actor) ?? outside(state, 'proposed');
  if (refusal) return refusal;
  return plan === state.proposal?.plan.sha256 ? undefined : { refused: 'another-plan' };
}

function refusalOfDrafts(
  state: RoundState,
  batch: Sha256,
  by: Commanding,
): Refusal<RoundRefusal> | undefined {
  const refusal = refusalOfDecider(state, by) ?? outside(state, 'drafted');
  if (refusal) return refusal;
  return batch === state.drafts?.batch ? undefined : { refused: 'another-batch' };
}

/** Whoever approves must be a decision maker of the call and have had no part in preparing any of the drafts. */
function refusalOfDecider(state: RoundState, { actor }: Commanding): Refusal<RoundRefusal> | undefined {
  const makers = state.published?.officials.decisionMakers ?? [];
  if (actor.kind !== 'official' || !makers.includes(actor.username))
    return { refused: 'not-a-decision-maker' };
  if (preparersOf(state).includes(actor.username)) return { refused: 'decider-prepared' };
  return refusalOfTies(state, actor);
}

/** A plan and its drafts are about every case of the call at once, so a tie to one of them bars from all. */
function refusalOfTies({ ties }: RoundState, actor: Commanding['actor']): Refusal<RoundRefusal> | undefined {
  return actor.kind === 'official' && isBarred(ties, actor.username)
    ? { refused: 'disqualified' }
    : undefined;
}

function preparersOf({ drafts, planApprovedBy, revisedBy }: RoundState): readonly string[] {
  return [...(drafts?.preparedBy ?? []), ...(planApprovedBy ? [planApprovedBy] : []), ...revisedBy];
}
