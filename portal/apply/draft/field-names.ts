import type { draftTexts } from '../../../texts/portal/draft.ts';
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
