import type { CostCategory } from '../domain/call/call.ts';
import type { Text } from './language.ts';

/** The kinds of cost of Decree 893/2019 § 5, as a heading or the beginning of a sentence. */
export const costCategoryNames: Readonly<Record<CostCategory, Text>> = {
  personnel: { sv: 'Personalkostnader', fi: 'Henkilöstökustannukset', en: 'Personnel costs' },
  travel: { sv: 'Resekostnader', fi: 'Matkakustannukset', en: 'Travel costs' },
  premises: { sv: 'Hyror för lokaler', fi: 'Tilavuokrat', en: 'Rents of premises' },
  services: { sv: 'Köpta tjänster', fi: 'Ostetut palvelut', en: 'Purchased services' },
  supplies: {
    sv: 'Material och andra verksamhetskostnader',
    fi: 'Aineet, tarvikkeet ja muut toimintakulut',
    en: 'Supplies and other operating costs',
  },
  licences: {
    sv: 'Programvarulicenser och andra immateriella investeringar',
    fi: 'Ohjelmistolisenssit ja muut aineettomat investoinnit',
    en: 'Software licences and other intangible investments',
  },
  equipment: { sv: 'Utrustning', fi: 'Laitteet', en: 'Equipment' },
  investment: { sv: 'Materiella investeringar', fi: 'Aineelliset investoinnit', en: 'Tangible investments' },
};
