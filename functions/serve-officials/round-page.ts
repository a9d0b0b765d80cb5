import type { Allocation } from '../../domain/allocation/plan.ts';
import type { Compared } from '../../domain/allocation/what-if.ts';
import type { Event, KeptEvent } from '../../domain/log/event.ts';
import { wholeOf } from '../../domain/log/whole.ts';
import { ruleOf } from '../../domain/round/allocation-input.ts';
import { appropriationOf } from '../../domain/round/awards.ts';
import type { RoundBody, WhatIfNoted } from '../../domain/round/events.ts';
import type { ProposedPlan } from '../../domain/round/plan.ts';
import { listCases } from '../../store/cases.ts';
import { type Bucket, readDocument } from '../../store/files.ts';
import { readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { listTasks } from '../../store/tasks.ts';
import { explainReason, explainUnkept } from '../../texts/allocation.ts';
import { groupNamesOf } from '../../texts/group-names.ts';
import type { Language } from '../../texts/language.ts';
import { listTasksFor } from './list-tasks.ts';
import { type Reader, shownPlan } from './shown-plan.ts';
import type { Subject } from './subject.ts';

interface Means {
  readonly table: Table;
  readonly bucket: Bucket;
}

/**
 * How a call stands: how far its cases have come, what is open, the plan and what else was tried, the drafts, the money. The
 * plan tells of every case, so it waits for the declaration of ties.
 */
export async function roundPage(means: Means, reader: Reader): Promise<object> {
  const { table } = means;
  const { person, language, subject } = reader;
  const { callId, state, published, undeclared } = subject.round;
  const { call, officials, opensAt, closesAt } = published;
  const tells = undeclared.length === 0;
  const [{ events }, listings, tasks, ownTasks] = await Promise.all([
    readRound(table, callId),
    listCases(table, callId),
    listTasks(table, callId),
    listTasksFor(table, person.username, subject.round),
  ]);
  const plan = tells ? await planOf(means, reader, events) : undefined;
  const stages = Object.groupBy(
    listings.filter(({ number }) => number !== undefined),
    ({ stage }) => stage,
  );
  return {
    callId,
    name: call.name[language],
    stage: state.stage,
    opensAt,
    closesAt,
    officials,
    progress: {
      registered: listings.filter(({ number }) => number !== undefined).length,
      opened: listings.filter(({ number }) => number === undefined).length,
      stages: Object.fromEntries(Object.entries(stages).map(([stage, cases = []]) => [stage, cases.length])),
    },
    tasks: countedBy(tasks, ({ kind }) => kind),
    ownTasks,
    money: {
      appropriationCents: appropriationOf(state),
      requestedCents: listings.reduce((sum, { requestedCents = 0 }) => sum + requestedCents, 0),
      awardedCents: state.awardedCents,
    },
    rule: ruleOf(call, state.change ?? {}),
    undeclared: undeclared.length,
    plan,
    whatIfs: tells ? await whatIfsOf(means, reader, events, plan) : [],
    drafts: state.drafts && {
      batch: state.drafts.batch,
      revision: state.drafts.revision,
      count: state.drafts.drafts,
    },
    remarks: tells ? state.remarks : [],
    planApprovedBy: state.planApprovedBy,
    planApprovedAt: state.planApprovedAt,
    decidedBy: state.decidedBy,
    isPublished: state.results !== undefined,
  };
}

function countedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

/** The plan that is proposed now, one line for each case, but for those the reader must not know of. */
async function planOf(
  { table, bucket }: Means,
  { person, language, subject }: Reader,
  events: readonly KeptEvent<RoundBody>[],
) {
  const { state } = subject.round;
  if (!state.proposal) return undefined;
  const { plan, awardedCents, proposal } = state.proposal;
  const kept = await readDocument<ProposedPlan>(bucket, plan);
  const shown = await shownPlan(table, { person, language, subject }, kept);
  const { allocation, change } = kept;
  return {
    plan: plan.sha256,
    proposal,
    awardedCents,
    change,
    scorePerPoint: kept.input.scorePerPoint,
    proposedAt: events.findLast(({ type }) => type === 'allocation-proposed')?.at,
    ...shown,
    unkept: unkeptOf(allocation, subject, language),
  };
}

/**
 * What was tried beside the plan, in the order of trying; those of earlier plans are told as such. Of cases that the reader
 * must not know of nothing is told.
 */
function whatIfsOf(
  { bucket }: Means,
  { language, subject }: Reader,
  events: readonly KeptEvent<RoundBody>[],
  plan: Awaited<ReturnType<typeof planOf>>,
) {
  const noted = wholeOf(events).filter(
    (event): event is Event<RoundBody> & Event<WhatIfNoted> => event.type === 'what-if-noted',
  );
  const nameOf = groupNamesOf(subject.round.published.call);
  const known = new Set(plan?.lines.map(({ caseNumber }) => caseNumber));
  return Promise.all(
    noted.map(async ({ at, actor, data }) => {
      const { scenario, moves, allocation } = await readDocument<Compared>(bucket, data.comparison);
      return {
        name: data.name,
        at,
        by: actor.kind === 'official' ? actor.username : undefined,
        comparison: data.comparison.sha256,
        isOfThisPlan: data.plan === plan?.plan,
        awardedCents: data.awardedCents,
        scenario,
        unkept: unkeptOf(allocation, subject, language),
        moves: moves
          .filter(({ id }) => known.has(id))
          .map(({ id, before, after, rankBefore, rankAfter, why }) => ({
            caseNumber: id,
            beforeCents: before,
            afterCents: after,
            rankBefore,
            rankAfter,
            // A withdrawn application has no reason but that.
            ...(why.code === 'withdrawn' ? {} : { reason: explainReason(why, language, nameOf) }),
          })),
      };
    }),
  );
}

/** Where no plan keeps the limits: which of them cannot be kept, in words. */
function unkeptOf(allocation: Allocation, { round }: Subject, language: Language): readonly string[] {
  if (allocation.kind === 'plan') return [];
  const nameOf = groupNamesOf(round.published.call);
  return allocation.conflict.map((unkept) => explainUnkept(unkept, language, nameOf));
}
