import type { Given } from './assemble.ts';
import { availableOf, type CheckedApplication, leastGrant } from './input.ts';
import { type Ledger, reservationsOf } from './ledger.ts';
import type { Ranked } from './order.ts';
import type { Needed, Plan, Proof } from './plan.ts';
import { type Share, shareOut } from './prorata.ts';
import { type Ask, neededBy, rankReason, refusalReason, type Turn, type WalkMode, walk } from './rank.ts';
import { couldBeFunded, openLedger, othersIn, planOf, type Scene } from './scene.ts';

const exact: Proof = { status: 'exact' };

/** RANK: see `walk`. */
export function allocateByRank(scene: Scene, mode: WalkMode): Plan {
  const { input, candidates } = scene;
  const ask = ({ application }: Ranked): Ask => ({
    full: application.requested,
    least: leastGrant(application, input),
  });
  const ledger = openLedger(scene, candidates);
  const turns = walk(candidates, ledger, mode, ask);
  const given = turns.map(
    (turn): Given => ({
      entry: turn.entry,
      cents: turn.granted,
      reason: rankReason(turn, candidates, ledger, input),
    }),
  );
  const others = othersOnWalk(scene, { mode, ask, ledger, turns });
  return planOf(scene, [...given, ...others], null, exact, endOf(turns));
}

/** PRORATA: a strict walk with the minima chooses who gets something, then the rest is shared; see `shareOut`. */
export function allocateInProportion(scene: Scene): Plan {
  const { input, candidates } = scene;
  const ask = ({ application }: Ranked): Ask => {
    const least = leastGrant(application, input);
    return { full: least, least };
  };
  const ledger = openLedger(scene, candidates);
  const turns = walk(candidates, ledger, 'strict', ask);
  const chosen = turns.filter(({ granted }) => granted > 0);
  const shares = shareOut(chosen, ledger, candidates.length);
  const given = chosen.map((turn, index) => inProportion(turn, shares[index] as Share));
  const refused = turns
    .filter(({ granted }) => granted === 0)
    .map(
      (turn): Given => ({
        entry: turn.entry,
        cents: 0,
        reason: refusalReason(turn, turn.ask.full, candidates, ledger, input),
      }),
    );
  const others = othersOnWalk(scene, { mode: 'strict', ask, ledger, turns });
  return planOf(scene, [...given, ...refused, ...others], null, exact, endOf(turns));
}

function inProportion({ entry, granted: minimum }: Turn, { granted: cents, heldBy }: Share): Given {
  const row = heldBy && heldBy.kind !== 'appropriation' ? heldBy : null;
  const whenLess = row ? 'row' : cents === minimum ? 'minimum' : 'share';
  const bound = cents === entry.application.requested ? 'request' : whenLess;
  return { entry, cents, reason: { code: 'in-proportion', bound, row: bound === 'row' ? row : null } };
}

/** A walk that is over. */
interface Walked {
  readonly mode: WalkMode;
  readonly ask: (entry: Ranked) => Ask;
  readonly ledger: Ledger;
  readonly turns: readonly Turn[];
}

/** Those who were not on the walk; who was below the threshold is told the score that would have been enough. */
function othersOnWalk(scene: Scene, walked: Walked): readonly Given[] {
  const isShort = shortReservations(scene);
  return othersIn(scene).map((given): Given => {
    if (given.reason.code !== 'below-the-threshold') return given;
    return {
      ...given,
      reason: { ...given.reason, needed: neededToBegin(scene, given.entry, walked, isShort) },
    };
  });
}

/**
 * The score that would have taken an application below the threshold over it, and far enough. It would have been a
 * candidate then; where that makes a group's reservation larger, the walk is repeated with the larger one.
 */
function neededToBegin(
  scene: Scene,
  entry: Ranked,
  walked: Walked,
  isShort: (application: CheckedApplication) => boolean,
): Needed | null {
  const { input, candidates } = scene;
  if (!couldBeFunded(entry.application, input)) return null;
  const again = isShort(entry.application) ? walkAgain(scene, entry, walked) : walked;
  if (!again) return null;
  const { full, least } = walked.ask(entry);
  const wanted = walked.mode === 'offer' ? least : full;
  return neededBy(entry, wanted, candidates, again.ledger, input, endPlaceOf(again.turns));
}

function walkAgain(
  scene: Scene,
  entry: Ranked,
  { mode, ask }: Walked,
): Pick<Walked, 'ledger' | 'turns'> | undefined {
  const { input, rows, candidates } = scene;
  const all = [...candidates, entry];
  const reserved = rows.dimensions.map((_, index) =>
    reservationsOf(
      rows,
      index,
      all.map(({ application }) => application),
    ).reduce((a, b) => a + b, 0),
  );
  if (reserved.some((sum) => sum > availableOf(input))) return undefined;
  const ledger = openLedger(scene, all);
  return { ledger, turns: walk(candidates, ledger, mode, ask) };
}

/** Whether less is reserved for a group of the application's than its floor, because the group requests no more. */
function shortReservations({ rows, candidates }: Scene): (application: CheckedApplication) => boolean {
  const applications = candidates.map(({ application }) => application);
  const short = rows.dimensions.map(({ groups }, index) => {
    const reserved = reservationsOf(rows, index, applications);
    return groups.map(({ floor }, group) => (reserved[group] ?? 0) < floor);
  });
  return (application) => short.some((groups, index) => groups[rows.groupIn(index, application)] ?? false);
}

function endPlaceOf(turns: readonly Turn[]): number | null {
  return turns[turns.length - 1]?.ended ?? null;
}

function endOf(turns: readonly Turn[]): Ranked | null {
  return turns[endPlaceOf(turns) ?? -1]?.entry ?? null;
}
