import type { AllocationRule } from '../../../domain/call/call.ts';
import type { handleTexts } from '../../../texts/portal/handle.ts';
import type { InLanguage } from '../../language/language.tsx';

/** What can become of whoever does not fit, in words. */
export function modesIn(
  t: InLanguage<typeof handleTexts>,
): readonly (readonly [AllocationRule['mode'], string])[] {
  return [
    ['strict', t.modeStrict],
    ['skip', t.modeSkip],
    ['offer', t.modeOffer],
  ];
}
