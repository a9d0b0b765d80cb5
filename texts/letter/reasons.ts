import type { Call } from '../../domain/call/call.ts';
import type { Decision, MetRequirement, UnmetRequirement } from '../../domain/decision/decision.ts';
import { type Fraction, toHundredths } from '../../domain/fraction.ts';
import { explainReason } from '../allocation.ts';
import { formatEuros } from '../format.ts';
import { groupNamesOf } from '../group-names.ts';
import type { Language } from '../language.ts';
import { explainFinding, ruleNames, subjectName } from '../rules.ts';
import { citedSource } from '../statutes.ts';
import { type LetterBlock, list, paragraph, subheading } from './content.ts';
import { letterWords } from './words.ts';
import type { LetterWords } from './words-needed.ts';

/** Why it was decided so (Administrative Procedure Act § 45): the facts, each rule met or not, the scores, the money. */
export function reasonsOf(decision: Decision, call: Call, language: Language): readonly LetterBlock[] {
  const { unmet, met, additions } = decision;
  const words = letterWords[language];
  return [
    paragraph(unmet.length === 0 ? words.allMet : words.notMet),
    ...list(unmet.map((requirement) => explainUnmet(requirement, call, language, words))),
    ...scoring(decision, call, language, words),
    ...(additions ?? []).map((text) => paragraph(text)),
    subheading(words.requirements),
    requirementsTable(unmet, met, call, language, words),
  ];
}

function explainUnmet(
  { finding, judgement }: UnmetRequirement,
  call: Call,
  language: Language,
  words: LetterWords,
): string {
  const explanation = explainFinding(finding, call, language);
  const judged = judgement ? ` ${words.judged(judgement.reason)}` : '';
  return `${explanation}${judged} (${citedSource(finding.sentence.source, language)})`;
}

function requirementsTable(
  unmet: readonly UnmetRequirement[],
  met: readonly MetRequirement[],
  call: Call,
  language: Language,
  words: LetterWords,
): LetterBlock {
  const row = ({ rule, subject, source }: MetRequirement, verdict: string) => {
    const about = subjectName(rule, subject, call, language);
    const name = ruleNames[rule][language];
    return [about ? `${name}: ${about}` : name, verdict, citedSource(source, language)];
  };
  return {
    kind: 'table',
    caption: words.requirementsCaption,
    header: words.requirementHeader,
    rows: [
      ...unmet.map(({ finding }) =>
        row(
          { ...finding, source: finding.sentence.source },
          finding.consequence === 'reduce' ? words.verdicts.partly : words.verdicts.no,
        ),
      ),
      ...met.map((requirement) => row(requirement, words.verdicts.yes)),
    ],
    numbers: false,
    total: false,
  };
}

function scoring(
  { standing }: Decision,
  call: Call,
  language: Language,
  words: LetterWords,
): readonly LetterBlock[] {
  if (!standing) return [];
  const { criteria, points, evaluators, award, ranked, availableCents } = standing;
  const shared = availableCents ?? call.appropriation.cents;
  const scoreOf = (id: string) => criteria.find((known) => known.id === id);
  const rows = call.evaluation.criteria.map(({ id, name, weight, best }) => {
    const score = scoreOf(id)?.score ?? { numerator: 0, denominator: 1 };
    const part = { numerator: score.numerator * weight, denominator: score.denominator * best };
    return [name[language], `${number(score, language)} / ${best}`, `${number(part, language)} / ${weight}`];
  });
  const justified = call.evaluation.criteria.flatMap(({ id, name }) => {
    const said = scoreOf(id)?.justifications ?? [];
    return said.length > 0 ? [`${name[language]}: ${said.join(' ')}`] : [];
  });
  return [
    subheading(words.evaluation),
    paragraph(words.evaluated(evaluators)),
    {
      kind: 'table',
      caption: words.scores,
      header: words.scoreHeader,
      rows: [...rows, [words.points, '', `${number(points, language)} / 100`]],
      numbers: true,
      total: true,
    },
    ...(justified.length > 0 ? [paragraph(words.justified)] : []),
    ...list(justified),
    subheading(words.allocation),
    paragraph(words.ranked(award.rank, ranked, formatEuros(shared, language))),
    paragraph(explainReason(award.reason, language, groupNamesOf(call))),
  ];
}

function number(value: Fraction, language: Language): string {
  const locale = language === 'en' ? 'en-IE' : `${language}-FI`;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(toHundredths(value));
}
