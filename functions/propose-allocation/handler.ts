import * as z from 'zod/mini';
import { callId } from '../../contract/fields.ts';
import type { Progress } from '../../domain/allocation/allocate.ts';
import { type ProposedPlan, proposePlan } from '../../domain/round/plan.ts';
import { keepDocument } from '../../store/files.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import { readSeed } from '../../store/seeds.ts';
import { readPrepared } from '../prepared-cases.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';
import { withinAppropriation } from './within-appropriation.ts';

const table = settingsTable();
const bucket = settingsBucket();

/**
 * Computes who gets what by the call's rule, keeps the plan, and proposes it. Gives the plan's digest. Where the call
 * shares its money, what the plan awards is reserved before it is proposed.
 */
export const handler = step(z.object({ callId }), async ({ callId: id }) => {
  const { state, published } = await requirePublished(table, id);
  if (state.stage === 'proposed') return { plan: state.proposal?.plan.sha256 };
  const cases = await readPrepared(table, bucket, id);
  const seed = await readSeed(table, id);
  const proposal = (state.proposal?.proposal ?? 0) + 1;
  const note = (nodes: number) =>
    commandRound(
      table,
      id,
      { type: 'note-search', proposal, nodes },
      orderOf('note-search', `${proposal}:${nodes}`),
    );
  const { plan, kept, availableCents } = await withinAppropriation(table, published.call, async (call) => {
    const steps = proposePlan({ call, seed, cases, proposal, change: state.change });
    const proposed: ProposedPlan = await noting(steps, note);
    return { plan: proposed, kept: await keepDocument(bucket, `rounds/${id}/plans`, proposed) };
  });
  const command = {
    type: 'propose-allocation',
    proposal,
    plan: kept,
    awardedCents: plan.allocation.total,
    applications: plan.allocation.awards.length,
    seed,
    ...(availableCents === undefined ? {} : { availableCents }),
  } as const;
  accepted(await commandRound(table, id, command, orderOf('propose-allocation', String(proposal))));
  return { plan: kept.sha256 };
});

/** Some ten seconds of searching; at most a handful of notes within the Lambda's time. */
const nodesBetweenNotes = 200_000;

/**
 * Runs a search to its end and notes now and then how many nodes it has searched. The counts depend on the input alone, so
 * a repeated search repeats its notes, and the log keeps each once. Whether a note is taken changes nothing.
 */
async function noting<Result>(
  steps: Generator<Progress, Result>,
  note: (nodes: number) => Promise<unknown>,
): Promise<Result> {
  let nodes = 0;
  let next = nodesBetweenNotes;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    nodes += step.value.nodes;
    if (nodes < next) continue;
    await note(next);
    next += nodesBetweenNotes;
  }
}
