import type { RelatedCase } from '../domain/case/related.ts';
import { municipalityOf } from '../domain/register/register.ts';
import { formatEuros } from './format.ts';
import type { Language, TextOf } from './language.ts';

/** What another case has in common with the one that is read, and what was applied for and granted there. */
export function explainRelated(related: RelatedCase, language: Language): string {
  const { sameApplicant, municipalities, requestedCents, awardedCents, ...rest } = related;
  const names = municipalities.map(
    (code) => municipalityOf(code)?.name[language === 'en' ? 'fi' : language] ?? code,
  );
  return sentences[language]({
    ...rest,
    shared: sameApplicant ? '' : names.join(', '),
    requested: formatEuros(requestedCents, language),
    awarded: awardedCents === undefined ? '' : formatEuros(awardedCents, language),
  });
}

interface Facts extends Pick<RelatedCase, 'number' | 'callId' | 'applicantName' | 'title'> {
  /** The municipalities in common; empty where the applicant is the same. */
  readonly shared: string;
  readonly requested: string;
  /** Empty until it is decided. */
  readonly awarded: string;
}

const sentences: TextOf<Facts> = {
  sv: ({ number, callId, applicantName, title, shared, requested, awarded }) =>
    `${shared ? `${shared} är med också i` : 'Samma sökande:'} ${number} (${callId}): ${applicantName}, ”${title}”, sökt ${requested}${awarded && `, beviljat ${awarded}`}.`,
  fi: ({ number, callId, applicantName, title, shared, requested, awarded }) =>
    `${shared ? `Mukana myös ${shared},` : 'Sama hakija,'} asia ${number} (${callId}): ${applicantName}, ”${title}”, haettu ${requested}${awarded && `, myönnetty ${awarded}`}.`,
  en: ({ number, callId, applicantName, title, shared, requested, awarded }) =>
    `${shared ? `${shared} also take part in` : 'The same applicant:'} ${number} (${callId}): ${applicantName}, “${title}”, applied for ${requested}${awarded && `, granted ${awarded}`}.`,
};
