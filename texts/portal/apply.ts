/** The applicant's pages around the form. */
export const applyTexts = {
  title: { sv: 'Mina ansökningar', fi: 'Omat hakemukset', en: 'My applications' },
  none: {
    sv: 'Din organisation har inga ansökningar ännu.',
    fi: 'Organisaatiollasi ei ole vielä hakemuksia.',
    en: 'Your organisation has no applications yet.',
  },
  findCall: { sv: 'Se öppna utlysningar', fi: 'Katso avoimet haut', en: 'See the open calls' },
  untitled: { sv: 'Ansökan utan rubrik', fi: 'Nimetön hakemus', en: 'Untitled application' },
  stage: { sv: 'Läge', fi: 'Tila', en: 'Status' },
  savedAt: { sv: 'Senast sparad', fi: 'Viimeksi tallennettu', en: 'Last saved' },
  arrivedAt: { sv: 'Kom in', fi: 'Saapunut', en: 'Arrived' },
  number: { sv: 'Ärendenummer', fi: 'Asianumero', en: 'Case number' },
  tasks: { sv: 'Väntar på er', fi: 'Odottaa teitä', en: 'Waits for you' },
  before: {
    sv: (text: string, at: string) => `${text} senast ${at}`,
    fi: (text: string, at: string) => `${text} viimeistään ${at}`,
    en: (text: string, at: string) => `${text} by ${at}`,
  },
  taskSend: { sv: 'Skicka ansökan', fi: 'Lähetä hakemus', en: 'Send the application' },
  taskSign: { sv: 'Signera och skicka', fi: 'Allekirjoita ja lähetä', en: 'Sign and send' },
  taskComplete: { sv: 'Komplettera ansökan', fi: 'Täydennä hakemus', en: 'Complete the application' },
  taskRead: { sv: 'Läs beslutet', fi: 'Lue päätös', en: 'Read the decision' },
  stageDraft: { sv: 'Utkast', fi: 'Luonnos', en: 'Draft' },
  stageOpened: { sv: 'Skickas', fi: 'Lähetetään', en: 'Being sent' },
  stageCompleting: { sv: 'Ska kompletteras', fi: 'Täydennettävä', en: 'To be completed' },
  stagePreparation: { sv: 'Under handläggning', fi: 'Käsittelyssä', en: 'Being handled' },
  stageWithdrawn: { sv: 'Återtagen', fi: 'Peruttu', en: 'Withdrawn' },
  stageDecided: { sv: 'Avgjord', fi: 'Ratkaistu', en: 'Decided' },
  newTitle: { sv: 'Ny ansökan', fi: 'Uusi hakemus', en: 'New application' },
  newLead: {
    sv: 'Välj för vilken organisation du ansöker. Utkastet syns för alla som företräder den.',
    fi: 'Valitse, minkä organisaation puolesta haet. Luonnos näkyy kaikille sen edustajille.',
    en: 'Choose the organisation you apply for. The draft is seen by everybody who acts for it.',
  },
  organisation: {
    sv: 'Organisation (FO-nummer)',
    fi: 'Organisaatio (Y-tunnus)',
    en: 'Organisation (business ID)',
  },
  noOrganisation: {
    sv: 'Du företräder ingen organisation i tjänsten. Be en kollega att ge dig rätt att företräda den, eller att bjuda in dig till ett utkast.',
    fi: 'Et edusta palvelussa mitään organisaatiota. Pyydä kollegaa antamaan sinulle edustusoikeus tai kutsumaan sinut luonnokseen.',
    en: 'You act for no organisation in the service. Ask a colleague to let you act for it, or to invite you to a draft.',
  },
  begin: { sv: 'Börja ansökan', fi: 'Aloita hakemus', en: 'Begin the application' },
  invited: { sv: 'Inbjudan att skriva', fi: 'Kutsu kirjoittamaan', en: 'An invitation to write' },
  invitationGone: {
    sv: 'Inbjudan gäller inte längre. Be den som bjöd in dig om en ny.',
    fi: 'Kutsu ei ole enää voimassa. Pyydä kutsujalta uusi.',
    en: 'The invitation is no longer good. Ask whoever invited you for a new one.',
  },
  receiptTitle: {
    sv: 'Ansökan är mottagen',
    fi: 'Hakemus on vastaanotettu',
    en: 'The application has been received',
  },
  receiptText: {
    sv: 'Det här är ert kvitto. Samma uppgifter finns i ett e-postmeddelande till er officiella adress.',
    fi: 'Tämä on kuittinne. Samat tiedot on lähetetty sähköpostitse viralliseen osoitteeseenne.',
    en: 'This is your receipt. The same has been sent by e-mail to your official address.',
  },
  receiving: {
    sv: 'Ansökan tas emot. Det här tar vanligen några sekunder; du kan stanna på sidan eller gå.',
    fi: 'Hakemusta vastaanotetaan. Tämä kestää yleensä muutaman sekunnin; voit jäädä sivulle tai poistua.',
    en: 'The application is being taken in. This usually takes some seconds; you can stay on the page or leave.',
  },
  digest: { sv: 'Kontrollsumma (SHA-256)', fi: 'Tarkistussumma (SHA-256)', en: 'Checksum (SHA-256)' },
  rejectedTitle: {
    sv: (version: number) => `Version ${version} kunde inte tas emot`,
    fi: (version: number) => `Versiota ${version} ei voitu vastaanottaa`,
    en: (version: number) => `Version ${version} could not be taken in`,
  },
  timeline: { sv: 'Händelser', fi: 'Tapahtumat', en: 'Timeline' },
  completeTitle: { sv: 'Komplettera ansökan', fi: 'Täydennä hakemus', en: 'Complete the application' },
  completeBy: {
    sv: (at: string) => `Svara senast ${at}. Om svaret uteblir prövas ansökan som den är.`,
    fi: (at: string) => `Vastaa viimeistään ${at}. Jos vastausta ei tule, hakemus tutkitaan sellaisenaan.`,
    en: (at: string) => `Answer by ${at}. Without an answer the application is judged as it is.`,
  },
  complete: {
    sv: 'Öppna ansökan för komplettering',
    fi: 'Avaa hakemus täydennettäväksi',
    en: 'Open the application to complete it',
  },
  edit: { sv: 'Ändra ansökan', fi: 'Muuta hakemusta', en: 'Change the application' },
  editNote: {
    sv: 'En ny version ersätter den förra så länge utlysningen är öppen.',
    fi: 'Uusi versio korvaa edellisen niin kauan kuin haku on avoinna.',
    en: 'A new version takes the place of the one before while the call is open.',
  },
  decisionTitle: { sv: 'Beslut', fi: 'Päätös', en: 'Decision' },
  readLetter: {
    sv: 'Ladda ner beslutsbrevet (PDF)',
    fi: 'Lataa päätöskirje (PDF)',
    en: 'Download the decision letter (PDF)',
  },
  readTranslation: {
    sv: 'Ladda ner översättningen (PDF)',
    fi: 'Lataa käännös (PDF)',
    en: 'Download the translation (PDF)',
  },
  letterComing: {
    sv: 'Beslutsbrevet blir klart om en stund.',
    fi: 'Päätöskirje valmistuu hetken kuluttua.',
    en: 'The decision letter will be ready in a moment.',
  },
  awarded: { sv: 'Beviljat', fi: 'Myönnetty', en: 'Granted' },
  requested: { sv: 'Sökt', fi: 'Haettu', en: 'Applied for' },
  points: { sv: 'Poäng', fi: 'Pisteet', en: 'Points' },
  unmet: {
    sv: 'Krav som inte uppfylldes',
    fi: 'Täyttymättömät edellytykset',
    en: 'Requirements that were not met',
  },
  withdrawTitle: { sv: 'Återta ansökan', fi: 'Peru hakemus', en: 'Withdraw the application' },
  withdrawText: {
    sv: 'En återtagen ansökan prövas inte. Det kan inte ångras.',
    fi: 'Peruttua hakemusta ei tutkita. Perumista ei voi kumota.',
    en: 'A withdrawn application is not examined. It cannot be undone.',
  },
  withdrawReason: { sv: 'Skäl', fi: 'Syy', en: 'Reason' },
  withdraw: { sv: 'Återta ansökan', fi: 'Peru hakemus', en: 'Withdraw the application' },
  withdrawSure: {
    sv: 'Ja, jag vill återta ansökan',
    fi: 'Kyllä, haluan perua hakemuksen',
    en: 'Yes, I want to withdraw the application',
  },
  moreTime: { sv: 'Be om mera tid', fi: 'Pyydä lisäaikaa', en: 'Ask for more time' },
  until: {
    sv: 'Till och med (dag.månad.år)',
    fi: 'Saakka (päivä.kuukausi.vuosi)',
    en: 'Until (day.month.year)',
  },
  declineTitle: { sv: 'Avstå från understödet', fi: 'Luovu avustuksesta', en: 'Decline the grant' },
  declineText: {
    sv: (sum: string) =>
      `Hela understödet, ${sum}, förfaller då och kan beviljas andra. Det kan inte ångras, och en del av det kan inte behållas.`,
    fi: (sum: string) =>
      `Koko avustus, ${sum}, raukeaa silloin, ja se voidaan myöntää muille. Luopumista ei voi perua, eikä avustuksesta voi pitää osaa.`,
    en: (sum: string) =>
      `The whole grant, ${sum}, then lapses and can be given to others. This cannot be undone, and no part of it can be kept.`,
  },
  declineReason: { sv: 'Skäl', fi: 'Syy', en: 'Reason' },
  declineSure: {
    sv: 'Ja, vi avstår från hela understödet',
    fi: 'Kyllä, luovumme koko avustuksesta',
    en: 'Yes, we decline the whole grant',
  },
  declineUnsure: {
    sv: 'Bekräfta att ni avstår från hela understödet.',
    fi: 'Vahvistakaa, että luovutte koko avustuksesta.',
    en: 'Confirm that you decline the whole grant.',
  },
  decline: { sv: 'Avstå från understödet', fi: 'Luovu avustuksesta', en: 'Decline the grant' },
  declined: {
    sv: (at: string) => `Ni avstod från understödet ${at}.`,
    fi: (at: string) => `Luovuitte avustuksesta ${at}.`,
    en: (at: string) => `You declined the grant on ${at}.`,
  },
  timeAsked: {
    sv: (until: string) =>
      `Ni har bett om mera tid till ${until}. En föredragande svarar; under tiden går tiden inte ut.`,
    fi: (until: string) =>
      `Olette pyytäneet lisäaikaa ${until} saakka. Esittelijä vastaa; sillä välin aika ei pääty.`,
    en: (until: string) =>
      `You have asked for more time until ${until}. A presenter answers; meanwhile the time does not run out.`,
  },
  timeGiven: {
    sv: (reason: string) => `Ni fick mera tid: ${reason}`,
    fi: (reason: string) => `Saitte lisäaikaa: ${reason}`,
    en: (reason: string) => `You were given more time: ${reason}`,
  },
  timeRefused: {
    sv: (reason: string) => `Ni fick inte mera tid: ${reason}`,
    fi: (reason: string) => `Ette saaneet lisäaikaa: ${reason}`,
    en: (reason: string) => `You were not given more time: ${reason}`,
  },
  timeReason: {
    sv: 'Varför behövs mera tid?',
    fi: 'Miksi lisäaikaa tarvitaan?',
    en: 'Why is more time needed?',
  },
  dateWrong: {
    sv: 'Skriv datumet som dag.månad.år, till exempel 24.5.2022.',
    fi: 'Kirjoita päivä muodossa päivä.kuukausi.vuosi, esimerkiksi 24.5.2022.',
    en: 'Write the date as day.month.year, for example 24.5.2022.',
  },
  taskHearing: {
    sv: 'Svara på en rättelse av beslutet',
    fi: 'Vastaa päätöksen korjaamiseen',
    en: 'Answer on a correction of the decision',
  },
  optional: { sv: 'frivilligt', fi: 'vapaaehtoinen', en: 'optional' },
  fillIn: { sv: 'Fyll i fältet.', fi: 'Täytä kenttä.', en: 'Fill in the field.' },
} as const;
