import type { Source } from '../domain/call/call.ts';
import { sectionOf } from '../domain/call/source.ts';
import type { Provision, Statute } from '../domain/decision/provisions.ts';
import type { CaseLanguage } from '../domain/language.ts';

const names: Readonly<Record<Statute, Readonly<Record<CaseLanguage, string>>>> = {
  '688/2001': { sv: 'Statsunderstödslagen (688/2001)', fi: 'Valtionavustuslaki (688/2001)' },
  '893/2019': {
    sv: 'Statsrådets förordning om incitamentsystemet för digitalisering i kommunerna (893/2019)',
    fi: 'Valtioneuvoston asetus kuntien digitalisaation kannustinjärjestelmästä (893/2019)',
  },
  '434/2003': { sv: 'Förvaltningslagen (434/2003)', fi: 'Hallintolaki (434/2003)' },
};

/** Where a rule stands, as a reader finds it: `893/2019, 6 § 2 punkten`, or the announcement of the call. */
export function citedSource(source: Source, language: CaseLanguage): string {
  const found = sectionOf(source);
  if (!found) return { sv: 'utlysningen', fi: 'hakuilmoitus' }[language];
  const { statute, section, subsection, item } = found;
  const words = { sv: ['mom.', 'punkten'], fi: ['mom.', 'kohta'] }[language];
  return [
    `${statute}, ${section}\u00a0§`,
    ...(subsection ? [`${subsection}\u00a0${words[0]}`] : []),
    ...(item ? [`${item}\u00a0${words[1]}`] : []),
  ].join(' ');
}

/** A provision as a decision cites it: `Förvaltningslagen (434/2003) 43, 44 §`. */
export function citation({ statute, sections }: Provision, language: CaseLanguage): string {
  return `${names[statute][language]} ${sections.map((section) => section.replace(' ', '\u00a0')).join(', ')}\u00a0§`;
}
