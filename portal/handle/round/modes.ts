import type { AllocationRule, PolicyRule } from '../../../domain/call/allocation-rule.ts';
import type { handleTexts } from '../../../texts/portal/handle.ts';
import type { InLanguage } from '../../language/language.tsx';

/** What becomes of whoever does not fit, where grants go down the ranked list. */
export type Mode = Extract<PolicyRule, { policy: 'rank' }>['mode'];

/** The mode of a rule, or undefined where it is of a policy without modes. */
export function modeOf(rule: AllocationRule): Mode | undefined {
  return rule.policy === 'rank' ? rule.mode : undefined;
}

/** All modes, in words. */
export function modesIn(t: InLanguage<typeof handleTexts>): readonly (readonly [Mode, string])[] {
  return [
    ['strict', t.modeStrict],
    ['skip', t.modeSkip],
    ['offer', t.modeOffer],
  ];
}
