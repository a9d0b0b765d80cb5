import type { AllocationTerms, PolicyRule } from '../domain/call/allocation-rule.ts';
import type { Call } from '../domain/call/call.ts';
import { callWords } from './call-words.ts';
import { formatEuros } from './format.ts';
import { groupNamesOf } from './group-names.ts';
import type { Language } from './language.ts';

/** How a call shares its money out, as sentences: its policy, then what it keeps to. */
export function explainRule(
  call: Pick<Call, 'allocation' | 'themes'>,
  language: Language,
): readonly string[] {
  return [...explainPolicy(call.allocation, language), ...explainTerms(call.allocation, call, language)];
}

/** A policy as sentences. */
export function explainPolicy(rule: PolicyRule, language: Language): readonly string[] {
  const words = callWords[language];
  switch (rule.policy) {
    case 'rank':
      return [words.modes[rule.mode]];
    case 'prorata':
      return [words.prorata];
    case 'band':
      return [words.band(rule.bandPoints), words.values[rule.value]];
    case 'maxscore':
      return [
        words.maxscore,
        words.values[rule.value],
        ...(rule.grants === 'partial' ? [words.partialGrants] : []),
        ...(rule.floors === 'reserved' ? [words.reservedFloors] : []),
      ];
  }
}

/** What an allocation keeps to under any policy, as sentences: of what is said, and nothing of the rest. */
export function explainTerms(
  {
    thresholdPoints,
    minimumPercent,
    minimumGrantCents,
    reserveCents,
    quotas = [],
    caps,
  }: Partial<AllocationTerms>,
  call: Pick<Call, 'themes'>,
  language: Language,
): readonly string[] {
  const words = callWords[language];
  const nameOf = groupNamesOf(call);
  const said = (sum: number | undefined, say: (sum: string) => string) =>
    sum === undefined ? [] : [say(formatEuros(sum, language))];
  return [
    ...(thresholdPoints === undefined ? [] : [words.threshold(thresholdPoints)]),
    ...(minimumPercent === undefined ? [] : [words.minimum(minimumPercent)]),
    ...said(minimumGrantCents, words.leastGrant),
    ...said(reserveCents, words.reserve),
    ...quotas.map(({ dimension, group, floorCents, ceilingCents }) => {
      const limits = [...said(floorCents, words.floor), ...said(ceilingCents, words.ceiling)];
      return `${words.dimensions[dimension]}, ${nameOf(dimension, group, language)}: ${limits.join(', ')}`;
    }),
    ...said(caps?.applicantCents, words.applicantCap),
    ...said(caps?.municipalityCents, words.municipalityCap),
  ];
}
