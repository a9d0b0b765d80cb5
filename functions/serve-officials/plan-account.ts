import type { Plan } from '../../domain/allocation/plan.ts';
import { explainInversion, explainLeftOver, explainProof, type GroupName } from '../../texts/allocation.ts';
import type { Language } from '../../texts/language.ts';

/**
 * What a plan answers for as a whole, in words: what nobody gets, how sure it is where its policy seeks the best, and who is passed
 * over.
 *
 * @param known case numbers that the reader may know of; of others nobody is told that they were passed over
 */
export function accountOf(
  { leftOver, proof, value, inversions }: Plan,
  known: ReadonlySet<string>,
  language: Language,
  nameOf: GroupName,
) {
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
