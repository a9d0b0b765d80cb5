/** For how long a case is kept, and from when (State Grants Act 688/2001). */
export const retentionTexts = {
  title: { sv: 'Förvaring', fi: 'Säilytys', en: 'Retention' },
  until: { sv: 'Bevaras till', fi: 'Säilytetään', en: 'Kept until' },
  why: { sv: 'Varför', fi: 'Miksi', en: 'Why' },
  granted: {
    sv: 'tio år från den sista delbetalningen',
    fi: 'kymmenen vuotta viimeisestä maksuerästä',
    en: 'ten years from the last instalment',
  },
  'not-granted': {
    sv: 'fem år från beslutet, eftersom inget understöd beviljades',
    fi: 'viisi vuotta päätöksestä, koska avustusta ei myönnetty',
    en: 'five years from the decision, since nothing was granted',
  },
  withdrawn: {
    sv: 'fem år från återtagandet',
    fi: 'viisi vuotta perumisesta',
    en: 'five years from the withdrawal',
  },
  paidOn: { sv: 'Sista delbetalningen', fi: 'Viimeinen maksuerä', en: 'Last instalment' },
  unknown: {
    sv: 'Den sista delbetalningen är inte antecknad. Tiden börjar räknas först från den.',
    fi: 'Viimeistä maksuerää ei ole merkitty. Aika alkaa kulua vasta siitä.',
    en: 'The last instalment has not been noted. The time runs only from then.',
  },
  note: {
    sv: 'Anteckna den sista delbetalningen',
    fi: 'Merkitse viimeinen maksuerä',
    en: 'Note the last instalment',
  },
  change: {
    sv: 'Ändra dagen för den sista delbetalningen',
    fi: 'Muuta viimeisen maksuerän päivää',
    en: 'Change the day of the last instalment',
  },
  day: {
    sv: 'Betald (dag.månad.år)',
    fi: 'Maksettu (päivä.kuukausi.vuosi)',
    en: 'Paid (day.month.year)',
  },
  dayWrong: {
    sv: 'Skriv dagen som dag.månad.år, till exempel 24.5.2024.',
    fi: 'Kirjoita päivä muodossa päivä.kuukausi.vuosi, esimerkiksi 24.5.2024.',
    en: 'Write the day as day.month.year, for example 24.5.2024.',
  },
  dayAhead: {
    sv: 'Dagen har inte kommit ännu.',
    fi: 'Päivä ei ole vielä tullut.',
    en: 'The day has not come yet.',
  },
  save: { sv: 'Anteckna', fi: 'Merkitse', en: 'Note it' },
} as const;
