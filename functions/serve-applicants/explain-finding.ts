import type { Call } from '../../domain/call/call.ts';
import type { PlacedFinding } from '../../domain/draft/beforehand.ts';
import type { Language } from '../../texts/language.ts';
import { explainOutcome, ruleNames } from '../../texts/rules.ts';

/** What a rule found beforehand, in the reader's language. */
export function explainPlaced({ place, finding }: PlacedFinding, call: Call, language: Language) {
  const { rule, subject, outcome, consequence, sentence } = finding;
  return {
    place,
    rule,
    ...(subject ? { subject } : {}),
    outcome,
    consequence,
    requirement: ruleNames[rule][language],
    reason: explainOutcome(finding, call, language),
    sentence,
  };
}
