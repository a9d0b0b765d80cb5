import type { CostCategory } from '../../domain/call/call.ts';
import type { DraftDocument } from '../../domain/draft/draft.ts';
import { municipalityOf } from '../../domain/register/register.ts';
import { callWords } from '../../texts/call-words.ts';
import { costCategoryNames } from '../../texts/cost-names.ts';
import { formatDate, formatEuros } from '../../texts/format.ts';
import type { Language } from '../../texts/language.ts';
import type { draftTexts } from '../../texts/portal/draft.ts';
import type { PublicCall } from '../api/public.ts';
import type { InLanguage } from '../language/language.tsx';
import type { Value } from './merge.ts';

/** Where something stands in an application: the names of its fields, and of a row its number from 0, or what tells it apart. */
type Place = readonly string[];

/** What the places of an application, and what stands there, are called on its form. */
interface FieldWords {
  nameOf(place: Place): string;
  wordsFor(place: Place, value: Value): string;
}

export function fieldWords(
  call: Pick<PublicCall, 'requiredParts' | 'themes'>,
  t: InLanguage<typeof draftTexts>,
  language: Language,
): FieldWords {
  const spoken = language === 'fi' ? 'fi' : 'sv';
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
    participants: t.participants,
    'participants/municipality': `${t.participants}: ${t.municipality}`,
    'participants/email': `${t.participants}: ${t.contactEmail}`,
    'participants/shareCents': `${t.participants}: ${t.share}`,
    'participants/represented': `${t.participants}: ${t.represented}`,
    costs: t.costRows,
    'costs/category': `${t.costRows}: ${t.category}`,
    'costs/description': `${t.costRows}: ${t.description}`,
    'costs/cents': `${t.costRows}: ${t.sum}`,
    'costs/vatCents': `${t.costRows}: ${t.vat}`,
    'costs/internal': `${t.costRows}: ${t.internal}`,
    'financing/requestedCents': t.requested,
    'financing/ownCents': t.own,
    'financing/otherPublicCents': t.otherPublic,
    attachments: t.attachments,
  };
  const coded: Readonly<Record<string, (value: string) => string | undefined>> = {
    language: (value) => ({ sv: t.swedish, fi: t.finnish })[value],
    kind: (value) => ({ ...callWords[language].kinds })[value],
    municipality: (value) => municipalityOf(value)?.name[spoken],
    themes: (value) => call.themes.find(({ id }) => id === value)?.name[language],
    category: (value) => costCategoryNames[value as CostCategory]?.[language],
    starts: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : undefined),
    ends: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : undefined),
  };
  const fieldIn = (place: Place) => place.findLast((name) => !isRow(name)) ?? '';
  return {
    nameOf: (place) => {
      const [first = '', second = ''] = place;
      const part = call.requiredParts.find(({ id }) => first === 'parts' && id === second);
      const name =
        part?.name[language] ?? names[`${first}/${fieldIn(place)}`] ?? names[first] ?? place.join(' ');
      return isRow(second) ? t.row(name, Number(second) + 1) : name;
    },
    wordsFor: function wordsFor(place, value): string {
      if (value === undefined) return '';
      if (Array.isArray(value)) return value.map((one) => wordsFor(place, one)).join(', ');
      if (typeof value === 'boolean') return value ? t.yes : t.no;
      if (typeof value === 'number') return formatEuros(value, language);
      return coded[fieldIn(place)]?.(String(value)) ?? String(value);
    },
  };
}

function isRow(name: string): boolean {
  return /^\d+$/.test(name);
}

/** Whether nothing has been filled in at a place: then that is all that is wrong with it. */
export function isEmptyAt(place: Place, document: DraftDocument): boolean {
  const found = place.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    document,
  );
  return found === undefined || found === '' || (Array.isArray(found) && found.length === 0);
}

/** The place that a JSON pointer names. */
export function placeOf(pointer: string): Place {
  return pointer.split('/').slice(1);
}
