import type { Cents } from '../money.ts';
import { compareProducts } from './compare-products.ts';
import type { Ledger } from './ledger.ts';
import type { Ranked } from './order.ts';
import type { Row } from './rows.ts';

/** What one of the chosen gets, and the row that stopped it short of its share, if one did. */
export interface Share {
  readonly granted: Cents;
  readonly heldBy: Row | null;
}

interface Filling {
  readonly entry: Ranked;
  granted: Cents;
  heldBy: Row | null;
}

/** λ is counted in steps so small that no request grows by more than a cent from one to the next, or by any beyond the last. */
const stepsToOne = 2n ** 53n;

/**
 * Shares what is left among those chosen, cent by cent: the next cent goes to the least (x + 1) / r, ties by the
 * order, and nobody gets less than the sum it was chosen with or more than its request r. Where a row of the quotas is
 * full, its members stop and the others go on.
 *
 * This is a divisor method (with divisor x + 1: Jefferson's) applied to cents, with bounds; divisor methods are
 * house-monotone (Balinski & Young, "Fair Representation", 1982): one more cent to share gives one applicant one cent
 * more and takes none from anybody. Largest remainders are not.
 *
 * The level λ, at which each has ⌊λr⌋ within its bounds, is raised by bisection to the last one that every row allows;
 * then the cents before the next level, one each at most, are given one by one. That is repeated for those whose rows
 * are not full; each round fills at least one row.
 *
 * @param chosen in the order ≺, each already charged to the ledger with `granted`
 * @param place where the walk ended, for the ledger
 */
export function shareOut(
  chosen: readonly { readonly entry: Ranked; readonly granted: Cents }[],
  ledger: Ledger,
  place: number,
): readonly Share[] {
  const shares: Filling[] = chosen.map(({ entry, granted }) => ({ entry, granted, heldBy: null }));
  let open = shares.filter(isOpen);
  while (open.length > 0) {
    const level = lastAllowed(open, ledger);
    for (const share of open) give(share, atLevel(share, level) - share.granted, ledger, place);
    const next = open.filter((share) => atLevel(share, level + 1n) > share.granted);
    for (const share of next.sort(byNextCent))
      if (ledger.room(share.entry.application).cents > 0) give(share, 1, ledger, place);
    for (const share of open) hold(share, ledger);
    open = open.filter(isOpen);
  }
  return shares;
}

function isOpen({ entry, granted, heldBy }: Filling): boolean {
  return heldBy === null && granted < entry.application.requested;
}

function atLevel({ entry, granted }: Filling, level: bigint): Cents {
  return Math.max(granted, Number((BigInt(entry.application.requested) * level) / stepsToOne));
}

/** The highest level that no row refuses. Level 0 gives nobody more. */
function lastAllowed(open: readonly Filling[], ledger: Ledger): bigint {
  let [low, high] = [0n, stepsToOne];
  while (low < high) {
    const level = (low + high + 1n) / 2n;
    const allowed = ledger.allows(
      open.map((share) => [share.entry.application, atLevel(share, level) - share.granted]),
    );
    if (allowed) low = level;
    else high = level - 1n;
  }
  return low;
}

function give(share: Filling, cents: Cents, ledger: Ledger, place: number): void {
  if (cents === 0) return;
  ledger.charge(share.entry.application, cents, place);
  share.granted += cents;
}

function hold(share: Filling, ledger: Ledger): void {
  const room = ledger.room(share.entry.application);
  if (room.cents <= 0) share.heldBy = room.row;
}

/** By (x + 1) / r, then by the order. */
function byNextCent(a: Filling, b: Filling): number {
  return (
    compareProducts(
      a.granted + 1,
      b.entry.application.requested,
      b.granted + 1,
      a.entry.application.requested,
    ) || a.entry.rank - b.entry.rank
  );
}
