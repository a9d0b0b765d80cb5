import type { Call } from '../../domain/call/call.ts';
import type { Decision, DecisionCorrection } from '../../domain/decision/decision.ts';
import { localDateOf } from '../../domain/time.ts';
import { correctionHeading, correctionNote } from '../correction.ts';
import { formatDate, formatEuros, formatInstant } from '../format.ts';
import type { Language } from '../language.ts';
import { outcomeNames } from '../mails.ts';
import { endingOf, instruction, nameOf } from './closing.ts';
import { type LetterBlock, type LetterContent, type LetterSection, paragraph } from './content.ts';
import { reasonsOf } from './reasons.ts';
import { termsOf } from './terms.ts';
import { letterWords } from './words.ts';
import type { LetterWords } from './words-needed.ts';

/** What a letter says besides the decision itself. */
export interface LetterFrame {
  readonly call: Call;
  readonly decidedAt: string;
  readonly signatories: Signatories;
  /** The digest of the decision and where it can be checked. */
  readonly verification: { readonly digest: string; readonly address: string };
  /** A courtesy translation says that it is one; the decision's own language where this is left out. */
  readonly language?: Language;
  /** A preview for whoever decides: it is not a decision yet, and says so. */
  readonly draft?: boolean;
}

/** Who put the matter forward and who decided it, by name. */
export interface Signatories {
  readonly presenter: string;
  readonly decisionMaker: string;
}

/**
 * The letter of a decision (State Grants Act 688/2001 § 11; Administrative Procedure Act 434/2003 § 44-47): who, what,
 * on which terms, why, by which provisions, whom to ask, and how to ask for rectification.
 */
export function letterContent(decision: Decision, frame: LetterFrame): LetterContent {
  const { call, decidedAt, signatories, verification, language = decision.language } = frame;
  const { applicant } = decision;
  const words = letterWords[language];
  const authority = call.authority.name[language];
  const date = localDateOf(decidedAt);
  return {
    language,
    date,
    title: `${words.decision}: ${outcomeNames[decision.outcome][language]}`,
    authority,
    ...noticeOf(decision, frame, words),
    facts: [
      [words.caseNumber, decision.caseNumber],
      [words.date, formatDate(date)],
    ],
    recipient: [applicant.name, `${words.businessId} ${applicant.businessId}`, applicant.email],
    sections: [
      ...(decision.correction ? [correctionOf(decision.correction, language)] : []),
      { heading: words.matter, blocks: [matterOf(decision, call, language, words)] },
      { heading: words.decision, blocks: decidedOf(decision, call, language, words) },
      ...(decision.awardedCents > 0
        ? [{ heading: words.terms, blocks: termsOf(decision, call, language) }]
        : []),
      { heading: words.reasons, blocks: reasonsOf(decision, call, language) },
      ...endingOf({
        ...{ call, language, words, verification, number: decision.caseNumber },
        signed: words.signed(signatories.decisionMaker, signatories.presenter),
        provisions: decision.provisions,
        partners: decision.partners,
      }),
      instruction(words.rectification, words.rectificationText(authority, call.authority.contact.email)),
    ],
    footer: `${authority} · ${decision.caseNumber} · ${formatDate(date)}`,
    pageWords: words.page,
  };
}

/** Says before anything else that this letter replaces another. */
function correctionOf(correction: DecisionCorrection, language: Language): LetterSection {
  return {
    heading: correctionHeading(correction)[language],
    blocks: correctionNote(correction, language).map((text) => paragraph(text)),
  };
}

function noticeOf(decision: Decision, { language, draft }: LetterFrame, words: LetterWords) {
  if (draft) return { notice: words.draft };
  return language && language !== decision.language ? { notice: words.translation[decision.language] } : {};
}

function matterOf(decision: Decision, call: Call, language: Language, words: LetterWords): LetterBlock {
  const { title, arrivedAt, version, applicant, partners, costs } = decision;
  const names = partners.map((partner) => nameOf(partner, language)).join(', ');
  return {
    kind: 'facts',
    facts: [
      [words.matterIs, words.matterText],
      [words.call, call.name[language]],
      [words.project, title],
      [
        partners.length > 0 ? words.administrator : words.applicant,
        `${applicant.name} (${applicant.businessId})`,
      ],
      ...(names ? ([[words.partners, names]] as const) : []),
      [words.arrived, words.arrivedAs(formatInstant(arrivedAt, language), version)],
      [words.requested, formatEuros(costs.requestedCents, language)],
    ],
  };
}

function decidedOf(decision: Decision, call: Call, language: Language, words: LetterWords): LetterBlock[] {
  const { outcome, awardedCents, costs, applicant } = decision;
  const percent = call.costs.maximumSharePercent;
  const euros = (cents: number) => formatEuros(cents, language);
  const facts = {
    authority: call.authority.name[language],
    applicant: applicant.name,
    awarded: euros(awardedCents),
    percent,
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
        [words.maximum(percent), euros(costs.maximumCents)],
        [words.requested, euros(costs.requestedCents)],
        [words.granted, euros(awardedCents)],
      ],
      numbers: true,
      total: true,
    },
  ];
}
