import * as z from 'zod/mini';
import { callId } from '../../contract/fields.ts';
import { awardedBy, type ProposedPlan, proposePlan } from '../../domain/round/plan.ts';
import { keepDocument } from '../../store/files.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import { readSeed } from '../../store/seeds.ts';
import { readPrepared } from '../prepared-cases.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';
import { noting } from './noting.ts';
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
    awardedCents: awardedBy(plan),
    applications: plan.input.applications.length,
    seed,
    ...(plan.allocation.kind === 'infeasible' ? ({ infeasible: true } as const) : {}),
    ...(availableCents === undefined ? {} : { availableCents }),
  } as const;
  accepted(await commandRound(table, id, command, orderOf('propose-allocation', String(proposal))));
  return { plan: kept.sha256 };
});
