import type { Call } from '../../domain/call/call.ts';
import type { Decision, Partner } from '../../domain/decision/decision.ts';
import { municipalityOf } from '../../domain/register/register.ts';
import type { Language } from '../language.ts';
import { citation } from '../statutes.ts';
import { type Fact, type LetterBlock, type LetterSection, list, paragraph } from './content.ts';
import type { LetterWords } from './words-needed.ts';

/** What every decision ends with, before its appendix. */
interface Ending {
  readonly call: Call;
  readonly language: Language;
  readonly words: LetterWords;
  readonly number: string;
  readonly signed: string;
  readonly provisions: Decision['provisions'];
  readonly partners: readonly Partner[];
  /** The digest of the decision and where it can be checked. */
  readonly verification: { readonly digest: string; readonly address: string };
}

/** The provisions, who decided, whom to ask, who else is told, and how the letter is verified. */
export function endingOf(ending: Ending): readonly LetterSection[] {
  const { call, language, words, number, signed, provisions, partners, verification } = ending;
  const { contact } = call.authority;
  return [
    {
      heading: words.provisions,
      blocks: list(provisions.map((provision) => citation(provision, language))),
    },
    { heading: words.signatories, blocks: [paragraph(signed)] },
    {
      heading: words.moreInformation,
      blocks: [paragraph(`${contact.name}, ${contact.email}, ${contact.phone}`)],
    },
    ...(partners.length > 0
      ? [
          {
            heading: words.informed,
            blocks: [paragraph(partners.map((partner) => nameOf(partner, language)).join(', '))],
          },
        ]
      : []),
    {
      heading: words.verification,
      blocks: [
        paragraph(words.verificationText),
        {
          kind: 'facts',
          facts: [
            [words.letterNumber, number],
            [words.digest, grouped(verification.digest)],
            [words.verificationAddress, verification.address],
          ],
        },
      ],
    },
  ];
}

/** How the decision can be contested: what is said in general, then its parts under their names. */
export function instruction(heading: string, parts: readonly (string | Fact)[]): LetterSection {
  return {
    heading,
    appendix: true,
    blocks: parts.map(
      (part): LetterBlock => (typeof part === 'string' ? paragraph(part) : { kind: 'facts', facts: [part] }),
    ),
  };
}

/** A municipality's name as the reader's language has it, whichever its own is. */
export function nameOf({ municipality, name }: Partner, language: Language): string {
  return municipalityOf(municipality)?.name[language === 'fi' ? 'fi' : 'sv'] ?? name;
}

/** A digest in groups of eight, so that a person can compare it and a line can break in it. */
function grouped(digest: string): string {
  return digest.replace(/(.{8})(?=.)/g, '$1 ');
}
