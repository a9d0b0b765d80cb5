import type { Call } from '../../domain/call/call.ts';
import type { StoredFile } from '../../domain/canonical.ts';
import type { Cents } from '../../domain/money.ts';
import { availableTo } from '../../domain/pool/pool.ts';
import { awardedBy, type ProposedPlan } from '../../domain/round/plan.ts';
import { commandPool, readPool } from '../../store/pools.ts';
import type { Table } from '../../store/table.ts';
import { orderOf } from '../step.ts';

interface Kept {
  readonly plan: ProposedPlan;
  readonly kept: StoredFile;
}

/** How often a plan is made anew because another call of the pool reserved money meanwhile. */
const attempts = 5;

/**
 * Makes a plan with the money there is: the call's own appropriation or, where calls share one, what the others have
 * left, which is then reserved for the plan. Reserving the same plan again does nothing, so a crash after it loses
 * nothing. Throws when the others are quicker five times in a row.
 */
export async function withinAppropriation(
  table: Table,
  call: Call,
  makePlan: (call: Call) => Promise<Kept>,
): Promise<Kept & { readonly availableCents?: Cents }> {
  const { pool, cents } = call.appropriation;
  if (!pool) return makePlan(call);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const availableCents = Math.min(cents, availableTo(call.id, await readPool(table, pool.id)));
    const made = await makePlan({ ...call, appropriation: { ...call.appropriation, cents: availableCents } });
    const command = {
      type: 'reserve-money',
      callId: call.id,
      cents: awardedBy(made.plan),
      plan: made.kept.sha256,
    } as const;
    const order = orderOf('propose-allocation', `${call.id}:${made.kept.sha256}`);
    const outcome = await commandPool(table, pool.id, command, order);
    if (outcome.kind !== 'refused') return { ...made, availableCents };
    if (outcome.refusal.refused !== 'pool-exhausted') throw new Error(outcome.refusal.refused);
  }
  throw new Error(`the other calls of pool ${pool.id} reserved money ${attempts} times in a row`);
}
