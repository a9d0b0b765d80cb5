import type { CaseLanguage } from '../../domain/language.ts';

type Title = Readonly<Record<CaseLanguage, string>>;

/** For each exclusion a title of a project that it is about, and of one that merely mentions it. */
export const exclusionTitles: Readonly<
  Record<string, { readonly excluded: Title; readonly mentions: Title }>
> = {
  'social-and-health-care': {
    excluded: {
      sv: 'Elektroniska tjänster för socialvården',
      fi: 'Sosiaalihuollon sähköiset palvelut',
    },
    mentions: {
      sv: 'Gemensam ärendeprocess efter att socialvården lämnat kommunerna',
      fi: 'Yhteinen asiointiprosessi sosiaalihuollon lähdettyä kunnista',
    },
  },
  'mere-digitisation': {
    excluded: {
      sv: 'Inskanning av äldre byggnadsritningar',
      fi: 'Vanhojen rakennuspiirustusten skannaus',
    },
    mentions: {
      sv: 'Ny process för bygglov, med inskannade handlingar som en del',
      fi: 'Uusi rakennuslupaprosessi, jossa skannattu aineisto on yksi osa',
    },
  },
  'built-environment': {
    excluded: {
      sv: 'Elektroniska bygglov i regionen',
      fi: 'Rakennuslupien sähköinen asiointi',
    },
    mentions: {
      sv: 'Ekonomins lägesbild, från bygglov till bokslut',
      fi: 'Talouden tilannekuva rakennusluvista tilinpäätökseen',
    },
  },
  archiving: {
    excluded: {
      sv: 'Arkivets nya elektroniska hyllor',
      fi: 'Arkistoinnin uudet sähköiset hyllyt',
    },
    mentions: {
      sv: 'Beslut på skärmen, från beredning till arkiv',
      fi: 'Päätökset ruudulla valmistelusta arkistoon',
    },
  },
  'case-management-or-archiving': {
    excluded: {
      sv: 'Gemensam ärendehantering för kommunerna',
      fi: 'Kuntien yhteinen asianhallinta',
    },
    mentions: {
      sv: 'Kundens väg genom tjänsterna, med ärendehanteringen i bakgrunden',
      fi: 'Asiakkaan polku palveluissa, taustalla asianhallinta',
    },
  },
  'mere-technology': {
    excluded: {
      sv: 'Anskaffning av ett nytt ekonomisystem',
      fi: 'Uuden talousjärjestelmän hankinta',
    },
    mentions: {
      sv: 'Nytt arbetssätt inför en kommande upphandling',
      fi: 'Uusi toimintatapa ennen tulevaa hankintaa',
    },
  },
};
