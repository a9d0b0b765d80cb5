import type { Source } from '../domain/call/call.ts';
import { sectionOf } from '../domain/call/source.ts';
import type { Provision, Statute } from '../domain/decision/provisions.ts';
import type { Language, Text } from './language.ts';

const names: Readonly<Record<Statute, Text>> = {
  '688/2001': {
    sv: 'Statsunderstödslagen (688/2001)',
    fi: 'Valtionavustuslaki (688/2001)',
    en: 'State Grants Act (688/2001)',
  },
  '893/2019': {
    sv: 'Statsrådets förordning om incitamentsystemet för digitalisering i kommunerna (893/2019)',
    fi: 'Valtioneuvoston asetus kuntien digitalisaation kannustinjärjestelmästä (893/2019)',
    en: 'Government Decree on the incentive system for digitalisation in municipalities (893/2019)',
  },
  '434/2003': {
    sv: 'Förvaltningslagen (434/2003)',
    fi: 'Hallintolaki (434/2003)',
    en: 'Administrative Procedure Act (434/2003)',
  },
  '423/2003': { sv: 'Språklagen (423/2003)', fi: 'Kielilaki (423/2003)', en: 'Language Act (423/2003)' },
};

/** Where a rule stands, as a reader finds it: `893/2019, 6 § 2 punkten`, or the announcement of the call. */
export function citedSource(source: Source, language: Language): string {
  const found = sectionOf(source);
  if (!found) return { sv: 'utlysningen', fi: 'hakuilmoitus', en: 'the call' }[language];
  const { statute, section, subsection, item } = found;
  const words = { sv: ['mom.', 'punkten'], fi: ['mom.', 'kohta'], en: ['subsection', 'point'] }[language];
  return [
    `${statute}, ${section}\u00a0§`,
    ...(subsection ? [`${subsection}\u00a0${words[0]}`] : []),
    ...(item ? [`${item}\u00a0${words[1]}`] : []),
  ].join(' ');
}

/** A provision as a decision cites it: `Förvaltningslagen (434/2003) 43, 44 §`. */
export function citation({ statute, sections }: Provision, language: Language): string {
  return `${names[statute][language]} ${sections.map((section) => section.replace(' ', '\u00a0')).join(', ')}\u00a0§`;
}
