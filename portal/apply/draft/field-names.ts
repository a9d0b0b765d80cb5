import type { DraftDocument } from '../../../domain/draft/draft.ts';
import type { Language } from '../../../texts/language.ts';
import type { draftTexts } from '../../../texts/portal/draft.ts';
import type { PublicCall } from '../../api/public.ts';
import type { InLanguage } from '../../language/language.tsx';

/** What a place of the document is called on the form. */
export function fieldNames(place: readonly string[], t: InLanguage<typeof draftTexts>): string {
  const [first = '', ...rest] = place;
  const last = rest.at(-1) ?? '';
  const names: Readonly<Record<string, string>> = {
    language: t.language,
    'applicant/kind': t.kind,
    'applicant/name': t.name,
    'applicant/municipality': t.municipality,
    'applicant/email': t.email,
    'contact/name': t.contactName,
    'contact/email': t.contactEmail,
    'contact/phone': t.phone,
    'project/title': t.projectTitle,
    'project/summary': t.summary,
    'project/themes': t.themes,
    'project/starts': t.starts,
    'project/ends': t.ends,
    parts: t.plan,
    'participants/municipality': `${t.participants}: ${t.municipality}`,
    'participants/email': `${t.participants}: ${t.contactEmail}`,
    'participants/shareCents': `${t.participants}: ${t.share}`,
    'costs/category': `${t.costRows}: ${t.category}`,
    'costs/description': `${t.costRows}: ${t.description}`,
    'costs/cents': `${t.costRows}: ${t.sum}`,
    'costs/vatCents': `${t.costRows}: ${t.vat}`,
    'financing/requestedCents': t.requested,
    'financing/ownCents': t.own,
    'financing/otherPublicCents': t.otherPublic,
  };
  return names[`${first}/${last}`] ?? names[first] ?? place.join(' ');
}

/** What a JSON pointer into the application is called on the form, with the number of its row. */
export function placeName(
  place: string,
  call: PublicCall,
  t: InLanguage<typeof draftTexts>,
  language: Language,
): string {
  const parts = place.split('/').slice(1);
  if (parts[0] === 'parts') {
    return call.requiredParts.find(({ id }) => id === parts[1])?.name[language] ?? t.plan;
  }
  const row = Number(parts[1]);
  const name = fieldNames(parts, t);
  return Number.isNaN(row) ? name : t.row(name, row + 1);
}

/** Whether nothing has been filled in at a place: then that is all that is wrong with it. */
export function isEmptyAt(place: string, document: DraftDocument): boolean {
  const found = place
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);
  return found === undefined || found === '' || (Array.isArray(found) && found.length === 0);
}
