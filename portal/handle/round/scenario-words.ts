import type { Scenario } from '../../../domain/allocation/what-if.ts';
import type { Call } from '../../../domain/call/call.ts';
import { explainPolicy, explainTerms } from '../../../texts/allocation-rule.ts';
import { formatEuros, formatPoints } from '../../../texts/format.ts';
import type { Language } from '../../../texts/language.ts';
import { termsTexts as t } from '../../../texts/portal/terms.ts';
import { changeIn } from './scenario.ts';

interface Around {
  readonly call: Pick<Call, 'themes'>;
  readonly scorePerPoint: number;
  /** What people call an application. */
  readonly nameOf: (caseNumber: string) => string;
  readonly language: Language;
}

/** What a scenario does otherwise than the plan, a sentence for each. */
export function explainScenario(scenario: Scenario, around: Around): readonly string[] {
  const { call, scorePerPoint, nameOf, language } = around;
  const { appropriation, scores = {}, withdrawn = [] } = scenario;
  const { rule, ...terms } = changeIn(scenario, scorePerPoint);
  const { reserveCents, minimumGrantCents, quotas, caps } = terms;
  const sentences = [
    ...(appropriation === undefined
      ? []
      : [t.appropriationIs[language](formatEuros(appropriation, language))]),
    ...(rule ? explainPolicy(rule, language) : []),
    ...explainTerms(
      {
        ...terms,
        reserveCents: reserveCents || undefined,
        minimumGrantCents: minimumGrantCents || undefined,
      },
      call,
      language,
    ),
    ...(reserveCents === 0 ? [t.noReserve[language]] : []),
    ...(minimumGrantCents === 0 ? [t.noMinimumGrant[language]] : []),
    ...(quotas?.length === 0 ? [t.noQuotas[language]] : []),
    ...(caps && Object.keys(caps).length === 0 ? [t.noCaps[language]] : []),
    ...Object.entries(scores).map(([caseNumber, score]) =>
      t.pointsAre[language](nameOf(caseNumber), formatPoints(score, scorePerPoint, language)),
    ),
    ...withdrawn.map((caseNumber) => t.withdraws[language](nameOf(caseNumber))),
  ];
  return sentences.length > 0 ? sentences : [t.nothingChanged[language]];
}
