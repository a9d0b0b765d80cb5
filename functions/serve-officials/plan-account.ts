import type { Plan } from '../../domain/allocation/plan.ts';
import type { Cents } from '../../domain/money.ts';
import { explainInversion, explainLeftOver, explainProof, type GroupName } from '../../texts/allocation.ts';
import type { Language } from '../../texts/language.ts';

/** What a plan answers for as a whole, in words. */
export interface PlanAccount {
  /** What nobody gets, and why. */
  readonly left: { readonly cents: Cents; readonly reasons: readonly string[] };
  /** How sure it is that no plan is better, where the policy seeks the best. */
  readonly proof?: string;
  /** Who is refused although somebody after them in the order is funded. */
  readonly passedOver: readonly string[];
}

/** @param known case numbers that the reader may know of; of others nobody is told that they were passed over */
export function accountOf(
  { leftOver, proof, value, inversions }: Plan,
  known: ReadonlySet<string>,
  language: Language,
  nameOf: GroupName,
): PlanAccount {
  const told = inversions.filter(({ refused, last }) => known.has(refused) && known.has(last));
  return {
    left: {
      cents: leftOver.cents,
      reasons: leftOver.reasons.map((reason) => explainLeftOver(reason, language, nameOf)),
    },
    ...(value.maximised && { proof: explainProof(proof, language) }),
    passedOver: told.map((inversion) => explainInversion(inversion, language, nameOf)),
  };
}
