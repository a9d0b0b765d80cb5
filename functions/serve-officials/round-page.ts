import type { SignedIn } from '../../domain/access/relations.ts';
import type { Compared } from '../../domain/allocation/what-if.ts';
import type { Event, KeptEvent } from '../../domain/log/event.ts';
import { wholeOf } from '../../domain/log/whole.ts';
import { ruleOf } from '../../domain/round/allocation-input.ts';
import type { RoundBody, WhatIfNoted } from '../../domain/round/events.ts';
import type { ProposedPlan } from '../../domain/round/plan.ts';
import { listCases, readCase } from '../../store/cases.ts';
import { type Bucket, readDocument } from '../../store/files.ts';
import { readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { listTasks } from '../../store/tasks.ts';
import { explainReason, explainUnkept, formatPoints } from '../../texts/allocation.ts';
import { groupNamesOf } from '../../texts/group-names.ts';
import type { Language } from '../../texts/language.ts';
import { listTasksFor } from './list-tasks.ts';
import { type Subject, seenBy } from './subject.ts';

interface Means {
  readonly table: Table;
  readonly bucket: Bucket;
}

interface Reader {
  readonly person: SignedIn;
  readonly language: Language;
  readonly subject: Subject;
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
      appropriationCents: call.appropriation.cents,
      requestedCents: listings.reduce((sum, { requestedCents = 0 }) => sum + requestedCents, 0),
      awardedCents: state.awardedCents,
    },
    rule: ruleOf(call, state.change ?? {}),
    undeclared: undeclared.length,
    plan: tells ? await planOf(means, reader, events) : undefined,
    whatIfs: tells ? await whatIfsOf(means, events, state.proposal?.plan.sha256) : [],
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
  const { lines, hidden } = await linesOf(table, { person, language, subject }, kept);
  const nameOf = groupNamesOf(subject.round.published.call);
  const { allocation, change } = kept;
  return {
    plan: plan.sha256,
    proposal,
    awardedCents,
    change,
    proposedAt: events.findLast(({ type }) => type === 'allocation-proposed')?.at,
    lines,
    hidden,
    unkept:
      allocation.kind === 'plan'
        ? []
        : allocation.conflict.map((unkept) => explainUnkept(unkept, language, nameOf)),
  };
}

/** One line for each case of a plan that the reader may know of, and how many there are besides. */
async function linesOf(table: Table, { person, language, subject }: Reader, { allocation }: ProposedPlan) {
  if (allocation.kind === 'infeasible') return { lines: [], hidden: 0 };
  const { callId, published } = subject.round;
  const nameOf = groupNamesOf(published.call);
  const listings = new Map((await listCases(table, callId)).map((listing) => [listing.number, listing]));
  const { scorePerPoint = 1 } = allocation.parameters;
  const awards = allocation.kind === 'plan' ? allocation.awards : [];
  const lines = await Promise.all(
    awards.map(async (award) => {
      const listing = listings.get(award.id);
      if (!listing) return [];
      const { caseId, applicantName, title } = listing;
      const seen = seenBy(person, subject, caseId, (await readCase(table, caseId)).state);
      if (!seen) return [];
      const { id: caseNumber, rank, requested, cents, outcome, reason, score } = award;
      return [
        {
          caseId,
          caseNumber,
          applicantName,
          title,
          rank,
          points: formatPoints(score, scorePerPoint, language),
          grantableCents: requested,
          awardedCents: cents,
          outcome,
          reason: explainReason(reason, language, nameOf),
        },
      ];
    }),
  );
  const shown = lines.flat();
  return { lines: shown, hidden: lines.length - shown.length };
}

/** What was tried beside the plan, in the order of trying; those of earlier plans are told as such. */
function whatIfsOf({ bucket }: Means, events: readonly KeptEvent<RoundBody>[], plan: string | undefined) {
  const noted = wholeOf(events).filter(
    (event): event is Event<RoundBody> & Event<WhatIfNoted> => event.type === 'what-if-noted',
  );
  return Promise.all(
    noted.map(async ({ at, actor, data }) => {
      const { scenario, moves } = await readDocument<Compared>(bucket, data.comparison);
      return {
        name: data.name,
        at,
        by: actor.kind === 'official' ? actor.username : undefined,
        comparison: data.comparison.sha256,
        isOfThisPlan: data.plan === plan,
        awardedCents: data.awardedCents,
        scenario,
        moves: moves.map(({ id, before, after, rankBefore, rankAfter }) => ({
          caseNumber: id,
          beforeCents: before,
          afterCents: after,
          rankBefore,
          rankAfter,
        })),
      };
    }),
  );
}
