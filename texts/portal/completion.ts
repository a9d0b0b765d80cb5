/** Asking an applicant to complete its application, by hand (Administrative Procedure Act 434/2003 § 22, § 33). */
export const completionTexts = {
  title: {
    sv: 'Be sökanden komplettera i stället',
    fi: 'Pyydä sen sijaan hakijaa täydentämään',
    en: 'Ask the applicant to complete instead',
  },
  lead: {
    sv: (days: number) =>
      `Saknas något som maskinen inte ser? Sökanden får ${days} dagar på sig och svarar med en ny version, som granskas på nytt. Uppgiften kommer tillbaka då, eller när tiden har gått ut.`,
    fi: (days: number) =>
      `Puuttuuko jotain, mitä kone ei näe? Hakija saa ${days} päivää aikaa ja vastaa uudella versiolla, joka tarkastetaan uudelleen. Tehtävä palaa silloin tai määräajan päätyttyä.`,
    en: (days: number) =>
      `Is something missing that the machine does not see? The applicant gets ${days} days and answers with a new version, which is screened again. The task comes back then, or when the time has passed.`,
  },
  inLanguage: {
    sv: (language: 'sv' | 'fi') =>
      language === 'sv'
        ? 'Skriv på svenska; texten skickas till sökanden.'
        : 'Skriv på finska, som är sökandens språk; texten skickas till sökanden.',
    fi: (language: 'sv' | 'fi') =>
      language === 'fi'
        ? 'Kirjoita suomeksi; teksti lähetetään hakijalle.'
        : 'Kirjoita ruotsiksi, joka on hakijan kieli; teksti lähetetään hakijalle.',
    en: (language: 'sv' | 'fi') =>
      `Write in ${language === 'sv' ? 'Swedish' : 'Finnish'}, the applicant’s language; the text is sent to the applicant.`,
  },
  point: {
    sv: (number: number) => `Punkt ${number}`,
    fi: (number: number) => `Kohta ${number}`,
    en: (number: number) => `Point ${number}`,
  },
  requirement: { sv: 'Gäller kravet', fi: 'Koskee edellytystä', en: 'About the requirement' },
  noRequirement: { sv: 'Inget enskilt krav', fi: 'Ei yksittäistä edellytystä', en: 'No single requirement' },
  text: { sv: 'Vad ska kompletteras?', fi: 'Mitä on täydennettävä?', en: 'What is to be completed?' },
  textMissing: {
    sv: 'Skriv vad som ska kompletteras.',
    fi: 'Kirjoita, mitä on täydennettävä.',
    en: 'Write what is to be completed.',
  },
  addPoint: { sv: 'Lägg till en punkt', fi: 'Lisää kohta', en: 'Add a point' },
  removePoint: {
    sv: (number: number) => `Ta bort punkt ${number}`,
    fi: (number: number) => `Poista kohta ${number}`,
    en: (number: number) => `Remove point ${number}`,
  },
  send: { sv: 'Skicka begäran', fi: 'Lähetä pyyntö', en: 'Send the request' },
  asked: { sv: 'Komplettering', fi: 'Täydennys', en: 'Completion' },
  askedFor: { sv: 'Begärt', fi: 'Pyydetty', en: 'Asked for' },
  askedAt: { sv: 'När', fi: 'Milloin', en: 'When' },
  by: { sv: 'Senast', fi: 'Viimeistään', en: 'By' },
  standing: { sv: 'Läge', fi: 'Tila', en: 'Status' },
  awaited: { sv: 'väntar på svar', fi: 'odottaa vastausta', en: 'waits for an answer' },
  answered: { sv: 'besvarad', fi: 'vastattu', en: 'answered' },
  expired: { sv: 'tiden gick ut', fi: 'aika päättyi', en: 'the time passed' },
  moreTime: { sv: 'Mera tid', fi: 'Lisäaika', en: 'More time' },
  timeAwaited: {
    sv: (until: string, reason: string) => `Begärd till ${until}: ${reason}`,
    fi: (until: string, reason: string) => `Pyydetty ${until} saakka: ${reason}`,
    en: (until: string, reason: string) => `Asked for until ${until}: ${reason}`,
  },
  timeGranted: {
    sv: (until: string, reason: string) => `Begärd till ${until}, beviljad: ${reason}`,
    fi: (until: string, reason: string) => `Pyydetty ${until} saakka, myönnetty: ${reason}`,
    en: (until: string, reason: string) => `Asked for until ${until}, given: ${reason}`,
  },
  timeRefused: {
    sv: (until: string, reason: string) => `Begärd till ${until}, inte beviljad: ${reason}`,
    fi: (until: string, reason: string) => `Pyydetty ${until} saakka, ei myönnetty: ${reason}`,
    en: (until: string, reason: string) => `Asked for until ${until}, not given: ${reason}`,
  },
  judgeOther: {
    sv: 'Bedöm ett krav på annat sätt än maskinen',
    fi: 'Arvioi edellytys toisin kuin kone',
    en: 'Judge a requirement otherwise than the machine',
  },
  choiceMissing: {
    sv: 'Välj om kravet är uppfyllt.',
    fi: 'Valitse, täyttyykö edellytys.',
    en: 'Choose whether the requirement is met.',
  },
  chooseRequirement: { sv: 'Välj krav', fi: 'Valitse edellytys', en: 'Choose a requirement' },
  leave: {
    sv: 'Låt maskinens resultat stå',
    fi: 'Jätä koneen tulos voimaan',
    en: 'Let the machine’s result stand',
  },
} as const;
