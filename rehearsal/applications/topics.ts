import type { CaseLanguage } from '../../domain/language.ts';

/** What a made-up project is about, in the applicant's words. */
export interface Topic {
  /** Id of the theme it emphasises; ids are unique over the calls. */
  readonly theme: string;
  readonly title: Readonly<Record<CaseLanguage, string>>;
  readonly summary: Readonly<Record<CaseLanguage, string>>;
}

/** Made-up projects within the two emphases of the 2022 call. */
export const topics: readonly Topic[] = [
  {
    theme: 'information-quality',
    title: {
      sv: 'Gemensam kvalitetsmodell för kommunens basdata',
      fi: 'Yhteinen laatumalli kunnan perustiedoille',
    },
    summary: {
      sv: 'Kommunerna beskriver sina viktigaste informationsmaterial på samma sätt, mäter deras kvalitet och rättar brister där de uppstår.',
      fi: 'Kunnat kuvaavat keskeiset tietoaineistonsa samalla tavalla, mittaavat niiden laatua ja korjaavat puutteet siellä, missä ne syntyvät.',
    },
  },
  {
    theme: 'competence',
    title: {
      sv: 'Processägarna leder förändringen',
      fi: 'Prosessinomistajat johtavat muutosta',
    },
    summary: {
      sv: 'Personal och chefer i kommunerna lär sig förnya sina processer tillsammans, med handledning i det egna arbetet.',
      fi: 'Kuntien henkilöstö ja esihenkilöt oppivat uudistamaan prosessejaan yhdessä, ohjatusti omassa työssään.',
    },
  },
  {
    theme: 'information-quality',
    title: {
      sv: 'Ekonomidata som går att jämföra',
      fi: 'Vertailukelpoinen taloustieto',
    },
    summary: {
      sv: 'Kontoplaner och kostnadsställen beskrivs enhetligt så att rapporteringen kan automatiseras över kommungränserna.',
      fi: 'Tilikartat ja kustannuspaikat kuvataan yhtenäisesti, jotta raportointi voidaan automatisoida yli kuntarajojen.',
    },
  },
  {
    theme: 'competence',
    title: {
      sv: 'Digitalt stöd för bildningens vardag',
      fi: 'Digituki sivistyspalvelujen arkeen',
    },
    summary: {
      sv: 'Ett nätverk av handledare i skolor och bibliotek säkrar att ny praxis används och att kunnandet stannar i kommunerna.',
      fi: 'Koulujen ja kirjastojen ohjaajaverkosto varmistaa, että uudet käytännöt otetaan käyttöön ja osaaminen jää kuntiin.',
    },
  },
  {
    theme: 'information-quality',
    title: {
      sv: 'Fastighetsregistret i skick',
      fi: 'Kiinteistötiedot kuntoon',
    },
    summary: {
      sv: 'Uppgifter om kommunens lokaler samlas, granskas och hålls aktuella i en gemensam process med tydligt ansvar.',
      fi: 'Kunnan toimitilojen tiedot kootaan, tarkistetaan ja pidetään ajan tasalla yhteisessä prosessissa, jossa vastuut ovat selvät.',
    },
  },
  {
    theme: 'competence',
    title: {
      sv: 'Automation med omdöme',
      fi: 'Automaatiota harkiten',
    },
    summary: {
      sv: 'Sakkunniga i förvaltningen lär sig känna igen vad som kan automatiseras och hur en förändrad process leds.',
      fi: 'Hallinnon asiantuntijat oppivat tunnistamaan, mitä kannattaa automatisoida ja miten muuttunutta prosessia johdetaan.',
    },
  },
  {
    theme: 'information-quality',
    title: {
      sv: 'Kunddata med ett enda ursprung',
      fi: 'Asiakastieto yhdestä lähteestä',
    },
    summary: {
      sv: 'Kommunerna enas om var varje uppgift om en kund uppstår, vem som ansvarar för den och hur den används igen.',
      fi: 'Kunnat sopivat, missä kukin asiakasta koskeva tieto syntyy, kuka siitä vastaa ja miten sitä käytetään uudelleen.',
    },
  },
  {
    theme: 'competence',
    title: {
      sv: 'Informationsledning i små kommuner',
      fi: 'Tiedolla johtaminen pienissä kunnissa',
    },
    summary: {
      sv: 'Ledningsgrupper i små kommuner övar sig att fatta beslut på gemensamma lägesbilder och följa upp deras verkningar.',
      fi: 'Pienten kuntien johtoryhmät harjoittelevat päätöksentekoa yhteisen tilannekuvan pohjalta ja seuraavat päätösten vaikutuksia.',
    },
  },
];

/** A made-up text for a required part. Parts that a call adds later get the general one. */
export function partText(part: string, topic: Topic, language: CaseLanguage): string {
  const { [part]: text = general } = parts;
  return `${text[language]} ${topic.summary[language]}`;
}

const general = {
  sv: 'Delen har skrivits för att pröva utlysningen.',
  fi: 'Osa on kirjoitettu haun koettelemiseksi.',
};

const parts: Readonly<Record<string, Readonly<Record<CaseLanguage, string>>>> = {
  goals: {
    sv: 'Målet är en varaktig förbättring som mäts före, under och efter projektet.',
    fi: 'Tavoitteena on pysyvä parannus, jota mitataan ennen hanketta, sen aikana ja sen jälkeen.',
  },
  changePlan: {
    sv: 'Förändringen leds av processernas ägare, tas i bruk i två steg och följs upp varje kvartal.',
    fi: 'Muutosta johtavat prosessien omistajat, se otetaan käyttöön kahdessa vaiheessa ja sitä seurataan neljännesvuosittain.',
  },
  resultsPlan: {
    sv: 'Modeller och anvisningar publiceras öppet och presenteras för kommunerna i regionen.',
    fi: 'Mallit ja ohjeet julkaistaan avoimesti ja esitellään maakunnan kunnille.',
  },
  schedule: {
    sv: 'Projektet genomförs i tre etapper med en styrgrupp där alla deltagande kommuner är företrädda.',
    fi: 'Hanke toteutetaan kolmessa vaiheessa, ja ohjausryhmässä ovat edustettuina kaikki osallistuvat kunnat.',
  },
  relatedProjects: {
    sv: 'Arbetet bygger vidare på tidigare nationella beskrivningar och upprepar dem inte.',
    fi: 'Työ rakentuu aiempien kansallisten kuvausten varaan eikä toista niitä.',
  },
};
