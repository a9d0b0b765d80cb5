import type { AllocationRule, PolicyRule } from '../../../domain/call/allocation-rule.ts';
import type { handleTexts } from '../../../texts/portal/handle.ts';
import type { InLanguage } from '../../language/language.tsx';

/** What becomes of one who does not fit, under the policy that goes down the ranked list. */
export type Mode = Extract<PolicyRule, { policy: 'rank' }>['mode'];

/** The mode of a rule that goes down the ranked list; of another, the one that is tried first instead. */
export function modeOf(rule: AllocationRule): Mode {
  return rule.policy === 'rank' ? rule.mode : 'offer';
}

/** What can become of whoever does not fit, in words. */
export function modesIn(t: InLanguage<typeof handleTexts>): readonly (readonly [Mode, string])[] {
  return [
    ['strict', t.modeStrict],
    ['skip', t.modeSkip],
    ['offer', t.modeOffer],
  ];
}
