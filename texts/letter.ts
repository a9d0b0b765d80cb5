import type { Call } from '../domain/call/call.ts';
import type { Decision, DecisionCorrection, UnmetRequirement } from '../domain/decision/decision.ts';
import { type Fraction, toHundredths } from '../domain/fraction.ts';
import type { CaseLanguage } from '../domain/language.ts';
import { localDateOf } from '../domain/time.ts';
import { explainReason } from './allocation.ts';
import { correctionHeading, correctionNote } from './correction.ts';
import { formatDate, formatEuros, formatInstant } from './format.ts';
import { type LetterWords, letterWords } from './letter-words.ts';
import { outcomeNames } from './mails.ts';
import { explainFinding } from './rules.ts';
import { citation, citedSource } from './statutes.ts';

/** A decision letter in words: what the template lays out, in its order. */
export interface LetterContent {
  readonly language: CaseLanguage;
  readonly title: string;
  readonly authority: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly recipient: readonly string[];
  readonly sections: readonly LetterSection[];
  /** Shown at the foot of every page before the page number. */
  readonly footer: string;
  /** The word for page, and the word between its number and how many there are. */
  readonly pageWords: readonly [page: string, of: string];
}

export interface LetterSection {
  readonly heading: string;
  /** Begins on a page of its own. */
  readonly appendix?: boolean;
  readonly blocks: readonly LetterBlock[];
}

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** The last row is a sum. */
      readonly total: boolean;
    };

/** Who put the matter forward and who decided it, by name. */
export interface Signatories {
  readonly presenter: string;
  readonly decisionMaker: string;
}

/** The letter of a decision, in the language of the decision. */
export function letterContent(
  decision: Decision,
  decidedAt: string,
  call: Call,
  signatories: Signatories,
): LetterContent {
  const { language, outcome } = decision;
  const words = letterWords[language];
  const date = formatDate(localDateOf(decidedAt));
  return {
    language,
    title: `${words.decision}: ${outcomeNames[outcome][language]}`,
    authority: call.authority.name[language],
    facts: [
      [words.caseNumber, decision.caseNumber],
      [words.date, date],
    ],
    recipient: [decision.applicant.name, decision.applicant.businessId, decision.applicant.email],
    sections: [
      ...(decision.correction ? [correctionOf(decision.correction, language)] : []),
      { heading: words.matter, blocks: matterOf(decision, call, words) },
      { heading: words.decision, blocks: decisionOf(decision, call, words) },
      { heading: words.reasons, blocks: reasonsOf(decision, call, words) },
      ...(decision.awardedCents > 0
        ? [{ heading: words.terms, blocks: termsOf(call, words, language) }]
        : []),
      {
        heading: words.provisions,
        blocks: [
          { kind: 'list', items: decision.provisions.map((provision) => citation(provision, language)) },
        ],
      },
      { heading: words.signatories, blocks: signedBy(signatories, words) },
      { heading: words.moreInformation, blocks: [paragraph(contactOf(call))] },
      {
        heading: words.rectification,
        appendix: true,
        blocks: words
          .rectificationText(call.authority.name[language], call.authority.contact.email)
          .map((text) => paragraph(text)),
      },
    ],
    footer: `${call.authority.name[language]} · ${decision.caseNumber} · ${date}`,
    pageWords: words.page,
  };
}

/** Says before anything else that this letter replaces another. */
function correctionOf(correction: DecisionCorrection, language: CaseLanguage): LetterSection {
  return {
    heading: correctionHeading[language],
    blocks: correctionNote(correction, language).map((text) => paragraph(text)),
  };
}

function matterOf(
  { title, language, arrivedAt, partners }: Decision,
  call: Call,
  words: LetterWords,
): LetterBlock[] {
  const names = partners.map(({ name }) => name).join(', ');
  return [
    paragraph(words.matterText(call.name[language], title)),
    paragraph(words.arrived(formatInstant(arrivedAt, language))),
    ...(names ? [paragraph(words.partners(names))] : []),
  ];
}

function decisionOf(decision: Decision, call: Call, words: LetterWords): LetterBlock[] {
  const { language, outcome, awardedCents, costs, applicant } = decision;
  const euros = (cents: number) => formatEuros(cents, language);
  const facts = {
    authority: call.authority.name[language],
    applicant: applicant.name,
    awarded: euros(awardedCents),
    percent: call.costs.maximumSharePercent,
    eligible: euros(costs.eligibleCents),
  };
  const statement = paragraph(words.statement[outcome](facts), true);
  if (awardedCents === 0) return [statement];
  return [
    statement,
    paragraph(words.share(facts)),
    {
      kind: 'table',
      caption: words.sums,
      header: words.sumHeader,
      rows: [
        [words.totalCosts, euros(costs.totalCents)],
        ...(costs.vatCents > 0 ? [[words.vat, euros(-costs.vatCents)]] : []),
        ...(costs.ineligibleCents > 0 ? [[words.ineligible, euros(-costs.ineligibleCents)]] : []),
        [words.eligibleCosts, euros(costs.eligibleCents)],
        [words.maximum(call.costs.maximumSharePercent), euros(costs.maximumCents)],
        [words.requested, euros(costs.requestedCents)],
        [words.granted, euros(awardedCents)],
      ],
      total: true,
    },
  ];
}

function reasonsOf(decision: Decision, call: Call, words: LetterWords): LetterBlock[] {
  const { language, unmet, standing } = decision;
  const requirements = unmet.map((requirement) => explainUnmet(requirement, call, language, words));
  return [
    paragraph(unmet.length === 0 ? words.allMet : words.notMet),
    ...(requirements.length > 0 ? [{ kind: 'list', items: requirements } as const] : []),
    ...(standing ? scoredReasons(decision, call, words) : []),
  ];
}

function scoredReasons({ language, standing }: Decision, call: Call, words: LetterWords): LetterBlock[] {
  if (!standing) return [];
  const { criteria, points, evaluators, award, ranked, availableCents = call.appropriation.cents } = standing;
  const rows = call.evaluation.criteria.map(({ id, name, weight, best }) => {
    const score = criteria.find((known) => known.id === id)?.score ?? { numerator: 0, denominator: 1 };
    const part = { numerator: score.numerator * weight, denominator: score.denominator * best };
    return [name[language], `${number(score, language)} / ${best}`, `${number(part, language)} / ${weight}`];
  });
  return [
    paragraph(words.evaluated(evaluators)),
    {
      kind: 'table',
      caption: words.scores,
      header: words.scoreHeader,
      rows: [...rows, [words.points, '', `${number(points, language)} / 100`]],
      total: true,
    },
    paragraph(words.ranked(award.rank, ranked, formatEuros(availableCents, language))),
    paragraph(explainReason(award.reason, language)),
  ];
}

function explainUnmet(
  { finding, judgement }: UnmetRequirement,
  call: Call,
  language: CaseLanguage,
  words: LetterWords,
): string {
  const explanation = explainFinding(finding, call, language);
  const judged = judgement ? ` ${words.judged(judgement.reason)}` : '';
  return `${explanation}${judged} (${citedSource(finding.sentence.source, language)})`;
}

function termsOf({ grant }: Call, words: LetterWords, language: CaseLanguage): LetterBlock[] {
  return [
    paragraph(words.period(formatDate(grant.periodEnds))),
    paragraph(words.report(formatDate(grant.reportDue))),
    {
      kind: 'list',
      items: [
        ...[...grant.reporting, ...grant.conditions].map(
          ({ text, source }) => `${withoutFullStop(text[language])} (${citedSource(source, language)}).`,
        ),
        ...words.standingTerms,
      ],
    },
  ];
}

function signedBy({ presenter, decisionMaker }: Signatories, words: LetterWords): LetterBlock[] {
  return [paragraph(words.signed(decisionMaker, presenter))];
}

function contactOf({ authority: { contact } }: Call): string {
  return `${contact.name}, ${contact.email}, ${contact.phone}`;
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function paragraph(text: string, strong = false): LetterBlock {
  return { kind: 'paragraph', text, strong };
}

function number(value: Fraction, language: CaseLanguage): string {
  return new Intl.NumberFormat(`${language}-FI`, { maximumFractionDigits: 2 }).format(toHundredths(value));
}
