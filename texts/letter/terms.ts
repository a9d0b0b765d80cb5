import type { Call } from '../../domain/call/call.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import { costCategoryNames } from '../cost-names.ts';
import { formatDate } from '../format.ts';
import type { Language } from '../language.ts';
import { citedSource } from '../statutes.ts';
import { type LetterBlock, list, paragraph, subheading } from './content.ts';
import { letterWords } from './words.ts';

/**
 * On which terms a grant is given (State Grants Act § 11): purpose, eligible costs, income, time, payment, report, and
 * the conditions of the decree and the act.
 */
export function termsOf(decision: Decision, call: Call, language: Language): readonly LetterBlock[] {
  const words = letterWords[language];
  const { grant, costs } = call;
  const eligible = costs.eligible.map((category) => costCategoryNames[category][language].toLowerCase());
  const { starts, ends } = decision.period;
  return [
    subheading(words.purpose),
    paragraph(words.purposeText(decision.title)),
    paragraph(call.purpose[language]),
    subheading(words.eligibleHeading),
    paragraph(words.eligibleText(eligible.join(', '))),
    list(words.costRules),
    subheading(words.periodHeading),
    paragraph(words.period(formatDate(starts), formatDate(ends), formatDate(grant.periodEnds))),
    subheading(words.paymentHeading),
    paragraph(words.payment),
    subheading(words.reportHeading),
    paragraph(words.report(formatDate(grant.reportDue))),
    subheading(words.conditions),
    list([
      ...[...grant.reporting, ...grant.conditions].map(
        ({ text, source }) => `${withoutFullStop(text[language])} (${citedSource(source, language)}).`,
      ),
      ...(decision.partners.length > 0 ? [words.partnership] : []),
      ...words.standingTerms,
    ]),
  ].flat();
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
