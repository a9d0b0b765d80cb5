/** The accessibility statement that Act 306/2019 § 9 asks for, and the feedback of § 10. */
export const accessibilityTexts = {
  title: { sv: 'Tillgänglighetsutlåtande', fi: 'Saavutettavuusseloste', en: 'Accessibility statement' },
  lead: {
    sv: 'Utlåtandet gäller tjänsten Anslag och bygger på lagen om tillhandahållande av digitala tjänster (306/2019).',
    fi: 'Seloste koskee Anslag-palvelua ja perustuu lakiin digitaalisten palvelujen tarjoamisesta (306/2019).',
    en: 'This statement is about the service Anslag and rests on the Act on the Provision of Digital Services (306/2019).',
  },
  status: {
    sv: 'Hur tillgänglig tjänsten är',
    fi: 'Miten saavutettava palvelu on',
    en: 'How accessible the service is',
  },
  statusText: {
    sv: 'Tjänsten är byggd för att uppfylla kraven i WCAG 2.2 på nivå AA. Vi har prövat varje sida på tre språk med ett automatiskt verktyg, med bara tangentbord och i ett 320 bildpunkter brett fönster. Ingen utomstående har granskat tjänsten och den har inte prövats med människor som använder skärmläsare.',
    fi: 'Palvelu on rakennettu täyttämään WCAG 2.2:n AA-tason vaatimukset. Olemme kokeilleet jokaisen sivun kolmella kielellä automaattisella työkalulla, pelkällä näppäimistöllä ja 320 kuvapisteen levyisessä ikkunassa. Ulkopuolinen ei ole arvioinut palvelua, eikä sitä ole kokeiltu ruudunlukijaa käyttävien ihmisten kanssa.',
    en: 'The service is built to meet WCAG 2.2 at level AA. We have tried every page in three languages with an automatic tool, with the keyboard alone and in a window 320 pixels wide. Nobody from outside has examined the service and it has not been tried with people who use screen readers.',
  },
  lacks: { sv: 'Kända brister', fi: 'Tiedossa olevat puutteet', en: 'Known shortcomings' },
  lacksAttachments: {
    sv: 'Bilagor som sökande själva har gjort kan vara otillgängliga. Vi kan inte ändra dem.',
    fi: 'Hakijoiden itse tekemät liitteet voivat olla esteellisiä. Emme voi muuttaa niitä.',
    en: 'Attachments that applicants made themselves may not be accessible. We cannot change them.',
  },
  lacksSources: {
    sv: 'Citat ur lagar och utlysningar visas på det språk källan har.',
    fi: 'Lainaukset laeista ja hauista näytetään lähteen kielellä.',
    en: 'Sentences from statutes and calls are shown in the language of their source.',
  },
  feedback: { sv: 'Ge oss respons', fi: 'Anna palautetta', en: 'Give us feedback' },
  feedbackText: {
    sv: 'Hittade du något som inte fungerar för dig? Berätta var, så svarar vi inom 14 dagar.',
    fi: 'Löysitkö jotain, mikä ei toimi sinulle? Kerro missä, niin vastaamme 14 päivän kuluessa.',
    en: 'Did you find something that does not work for you? Tell us where, and we answer within 14 days.',
  },
  page: { sv: 'Vilken sida gäller det?', fi: 'Mitä sivua asia koskee?', en: 'Which page is it about?' },
  message: { sv: 'Vad fungerar inte?', fi: 'Mikä ei toimi?', en: 'What does not work?' },
  pageHint: {
    sv: 'Sidans adress efter tjänstens namn, till exempel /results',
    fi: 'Sivun osoite palvelun nimen jälkeen, esimerkiksi /results',
    en: 'The address of the page after the name of the service, for instance /results',
  },
  answerBy: {
    sv: (at: string) => `Vi svarar senast ${at}.`,
    fi: (at: string) => `Vastaamme viimeistään ${at}.`,
    en: (at: string) => `We answer by ${at}.`,
  },
  messageMissing: {
    sv: 'Skriv vad som inte fungerar.',
    fi: 'Kirjoita, mikä ei toimi.',
    en: 'Write what does not work.',
  },
  email: {
    sv: 'E-postadress för svaret',
    fi: 'Sähköpostiosoite vastausta varten',
    en: 'E-mail address for the answer',
  },
  emailWrong: {
    sv: 'Ange adressen i formen namn@exempel.fi.',
    fi: 'Anna osoite muodossa nimi@esimerkki.fi.',
    en: 'Give the address in the form name@example.fi.',
  },
  optional: { sv: 'frivilligt', fi: 'vapaaehtoinen', en: 'optional' },
  send: { sv: 'Skicka respons', fi: 'Lähetä palaute', en: 'Send the feedback' },
  sent: {
    sv: 'Tack, vi har tagit emot din respons',
    fi: 'Kiitos, palautteesi on vastaanotettu',
    en: 'Thank you, we have received your feedback',
  },
  supervision: { sv: 'Om svaret inte räcker', fi: 'Jos vastaus ei riitä', en: 'If the answer is not enough' },
  supervisionText: {
    sv: 'Vänd dig till den myndighet som övervakar tillgängligheten, Transport- och kommunikationsverket Traficom.',
    fi: 'Käänny saavutettavuutta valvovan viranomaisen, Liikenne- ja viestintävirasto Traficomin, puoleen.',
    en: 'Turn to the authority that supervises accessibility, the Finnish Transport and Communications Agency Traficom.',
  },
} as const;
