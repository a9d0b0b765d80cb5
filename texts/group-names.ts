import type { Call } from '../domain/call/call.ts';
import { municipalityOf } from '../domain/register/register.ts';
import type { GroupName } from './allocation.ts';
import { callWords } from './call-words.ts';
import type { Language, Text } from './language.ts';

/** What people call the groups that a call's quotas and caps speak of. */
export function groupNamesOf(call: Pick<Call, 'themes'>): GroupName {
  return (dimension, group, language) => {
    switch (dimension) {
      case 'theme':
        return call.themes.find(({ id }) => id === group)?.name[language] ?? group;
      case 'region':
        return regionNames[group]?.[language] ?? group;
      case 'language':
        return projectsIn[group]?.[language] ?? group;
      case 'lead':
        return callWords[language].kinds[group as keyof (typeof callWords)[Language]['kinds']] ?? group;
      case 'municipality':
        return municipalityOf(group)?.name[language === 'fi' ? 'fi' : 'sv'] ?? group;
      default:
        return group;
    }
  };
}

const projectsIn: Readonly<Record<string, Text>> = {
  sv: { sv: 'svenskspråkiga ansökningar', fi: 'ruotsinkieliset hakemukset', en: 'applications in Swedish' },
  fi: { sv: 'finskspråkiga ansökningar', fi: 'suomenkieliset hakemukset', en: 'applications in Finnish' },
};

/** Regions by Statistics Finland's codes (maakunta 2026). */
const regionNames: Readonly<Record<string, Text>> = {
  '01': { sv: 'Nyland', fi: 'Uusimaa', en: 'Uusimaa' },
  '02': { sv: 'Egentliga Finland', fi: 'Varsinais-Suomi', en: 'Southwest Finland' },
  '04': { sv: 'Satakunta', fi: 'Satakunta', en: 'Satakunta' },
  '05': { sv: 'Egentliga Tavastland', fi: 'Kanta-Häme', en: 'Kanta-Häme' },
  '06': { sv: 'Birkaland', fi: 'Pirkanmaa', en: 'Pirkanmaa' },
  '07': { sv: 'Päijänne-Tavastland', fi: 'Päijät-Häme', en: 'Päijät-Häme' },
  '08': { sv: 'Kymmenedalen', fi: 'Kymenlaakso', en: 'Kymenlaakso' },
  '09': { sv: 'Södra Karelen', fi: 'Etelä-Karjala', en: 'South Karelia' },
  '10': { sv: 'Södra Savolax', fi: 'Etelä-Savo', en: 'South Savo' },
  '11': { sv: 'Norra Savolax', fi: 'Pohjois-Savo', en: 'North Savo' },
  '12': { sv: 'Norra Karelen', fi: 'Pohjois-Karjala', en: 'North Karelia' },
  '13': { sv: 'Mellersta Finland', fi: 'Keski-Suomi', en: 'Central Finland' },
  '14': { sv: 'Södra Österbotten', fi: 'Etelä-Pohjanmaa', en: 'South Ostrobothnia' },
  '15': { sv: 'Österbotten', fi: 'Pohjanmaa', en: 'Ostrobothnia' },
  '16': { sv: 'Mellersta Österbotten', fi: 'Keski-Pohjanmaa', en: 'Central Ostrobothnia' },
  '17': { sv: 'Norra Österbotten', fi: 'Pohjois-Pohjanmaa', en: 'North Ostrobothnia' },
  '18': { sv: 'Kajanaland', fi: 'Kainuu', en: 'Kainuu' },
  '19': { sv: 'Lappland', fi: 'Lappi', en: 'Lapland' },
  '21': { sv: 'Åland', fi: 'Ahvenanmaa', en: 'Åland' },
};
