import type { Call } from '../../domain/call/call.ts';
import type { RectificationDecision } from '../../domain/rectification/decision.ts';
import { localDateOf } from '../../domain/time.ts';
import { formatDate, formatEuros, formatInstant } from '../format.ts';
import type { Language } from '../language.ts';
import { rectificationOutcomes } from '../rectification.ts';
import { endingOf, instruction } from './closing.ts';
import { type LetterContent, paragraph } from './content.ts';
import { rectificationWords } from './rectification-words.ts';
import { termsOf } from './terms.ts';
import { letterWords } from './words.ts';

/** What the letter says besides the decision itself. */
interface RectificationFrame {
  readonly call: Call;
  /** The name of who decided. */
  readonly decisionMaker: string;
  readonly verification: { readonly digest: string; readonly address: string };
  /** A courtesy translation says that it is one; the decision's own language where this is left out. */
  readonly language?: Language;
}

/**
 * The letter of a decision on a request for rectification (Administrative Procedure Act 434/2003 § 44-47, § 49 g): what was asked,
 * what is decided and why, on which terms where a grant is changed, and how to appeal to the court.
 */
export function rectificationContent(
  decided: RectificationDecision,
  frame: RectificationFrame,
): LetterContent {
  const { decision, number, outcome, decidedAt } = decided;
  const { call, verification, language = decision.language } = frame;
  const words = letterWords[language];
  const own = rectificationWords[language];
  const authority = call.authority.name[language];
  const date = formatDate(localDateOf(decidedAt));
  const { applicant, partners } = decision;
  const changes = outcome === 'changed' && decided.awardedCents > 0;
  return {
    language,
    date: localDateOf(decidedAt),
    title: `${own.title}: ${rectificationOutcomes[outcome][language]}`,
    authority,
    ...(language === decision.language ? {} : { notice: words.translation[decision.language] }),
    facts: [
      [words.caseNumber, number],
      [words.date, date],
    ],
    recipient: [applicant.name, `${words.businessId} ${applicant.businessId}`, applicant.email],
    sections: [
      {
        heading: words.matter,
        blocks: [
          {
            kind: 'facts',
            facts: [
              [words.matterIs, own.matterText],
              [own.about, decision.caseNumber],
              [words.call, call.name[language]],
              [words.project, decision.title],
              [words.applicant, `${applicant.name} (${applicant.businessId})`],
              [own.requested, formatInstant(decided.requestedAt, language)],
              [own.demand, decided.demand],
              [own.grounds, decided.grounds],
            ],
          },
        ],
      },
      {
        heading: words.decision,
        blocks: [
          paragraph(
            own.statement[outcome]({
              authority,
              applicant: applicant.name,
              caseNumber: decision.caseNumber,
              from: formatEuros(decided.fromCents, language),
              awarded: formatEuros(decided.awardedCents, language),
            }),
            true,
          ),
        ],
      },
      ...(changes ? [{ heading: words.terms, blocks: termsOf(decision, call, language) }] : []),
      { heading: words.reasons, blocks: [paragraph(decided.reasons)] },
      ...endingOf({
        ...{ call, language, words, verification, number, partners },
        signed: own.signed(frame.decisionMaker),
        provisions: provisionsOf(decided),
      }),
      instruction(own.appeal, own.appealText),
    ],
    footer: `${authority} · ${number} · ${date}`,
    pageWords: words.page,
  };
}

/** Rectification and its form; what a changed grant rests on besides is what the first decision cites. */
function provisionsOf({ outcome, decision }: RectificationDecision) {
  const sections = ['43', '44', '45', '46', '47', '49 b', '49 c', '49 d', '49 e', '49 f', '49 g', '54'];
  const grounds = outcome === 'changed' ? decision.provisions : [];
  return [
    ...grounds.filter(({ statute }) => statute !== '434/2003' && statute !== '423/2003'),
    ...(outcome === 'changed' ? [] : ([{ statute: '688/2001', sections: ['34'] }] as const)),
    { statute: '434/2003', sections },
    { statute: '423/2003', sections: ['12', '19', '27'] },
  ] as const;
}
