import type { LetterWords } from './words-needed.ts';

export const swedish: LetterWords = {
  decision: 'Beslut',
  draft: 'Utkast för den som beslutar. Detta är inte ett beslut.',
  translation: {
    sv: '',
    fi: 'Översättning. Beslutet är givet på finska, och den finska texten gäller.',
  },
  caseNumber: 'Ärendenummer',
  date: 'Datum',
  businessId: 'FO-nummer',

  matter: 'Ärendet',
  matterIs: 'Ärende',
  matterText: 'Ansökan om statsunderstöd',
  call: 'Utlysning',
  project: 'Projekt',
  applicant: 'Sökande',
  administrator: 'Sökande och projektadministratör',
  partners: 'Deltagande kommuner',
  arrived: 'Ansökan kom in',
  arrivedAs: (when, version) => `${when} (beslutet gäller version ${version})`,

  statement: {
    grantedInFull: ({ authority, applicant, awarded }) =>
      `${authority} beviljar ${applicant} statsunderstöd på högst ${awarded}.`,
    grantedInPart: ({ authority, applicant, awarded }) =>
      `${authority} beviljar ${applicant} statsunderstöd på högst ${awarded}. Till övriga delar avslås ansökan.`,
    refused: ({ authority }) => `${authority} avslår ansökan.`,
    dismissed: ({ authority }) => `${authority} avvisar ansökan utan att pröva den.`,
  },
  share: ({ percent, eligible }) =>
    `Understödet får täcka högst ${percent} procent av projektets godtagbara kostnader utan mervärdesskatt, som uppskattas till ${eligible}. Understödet kan inte överstiga denna andel av de faktiska godtagbara kostnaderna.`,
  sums: 'Hur understödet har räknats',
  sumHeader: ['Post', 'Belopp'],
  totalCosts: 'Kostnader enligt ansökan',
  vat: 'Mervärdesskatt som räknats in',
  ineligible: 'Kostnader som inte är godtagbara',
  eligibleCosts: 'Godtagbara kostnader',
  maximum: (percent) => `Högsta understöd, ${percent} procent`,
  requested: 'Sökt belopp',
  granted: 'Beviljat belopp',

  terms: 'Villkor och användning',
  purpose: 'Ändamål',
  purposeText: (project) =>
    `Understödet är ett projektunderstöd. Det får användas endast för projektet ”${project}” så som det beskrivs i ansökan (statsunderstödslagen 5 och 13\u00a0§).`,
  eligibleHeading: 'Godtagbara kostnader',
  eligibleText: (kinds) =>
    `Godtagbara är projektets kostnader av följande slag: ${kinds} (förordning 893/2019, 5\u00a0§).`,
  costRules: [
    'Materiella investeringar och anskaffning av utrustning är inte godtagbara kostnader.',
    'Programvarulicenser och andra immateriella nyttigheter godtas bara till den del de är nödvändiga för projektet.',
    'Kostnaderna ska räknas utan mervärdesskatt (förordning 893/2019, 4\u00a0§).',
    'Interna debiteringar godtas endast enligt de faktiska kostnaderna i bokföringen.',
    'Inkomster av projektet och annat offentligt stöd för samma kostnader ska redovisas. Statsunderstödet och annat offentligt stöd får tillsammans inte överstiga det högsta belopp som föreskrivs (statsunderstödslagen 6\u00a0§).',
  ],
  periodHeading: 'Användningstid',
  period: (starts, ends, latest) =>
    `Projektet genomförs enligt ansökan ${starts}–${ends}. Understödet får användas för kostnader som uppstår senast ${latest}.`,
  paymentHeading: 'Utbetalning',
  payment:
    'Understödet betalas i en eller flera poster allteftersom kostnaderna uppkommer. Mottagaren ska lämna riktiga och tillräckliga uppgifter för utbetalningen (statsunderstödslagen 12\u00a0§).',
  reportHeading: 'Redovisning',
  report: (due) =>
    `Projektadministratören ska senast ${due} lämna en redogörelse för projektets resultat och verkningar, för hur verksamhetssätten har förändrats och resultaten kan användas av andra, för genomförandet och för kostnaderna. Till redogörelsen ska fogas en revisors utlåtande (förordning 893/2019, 9\u00a0§).`,
  conditions: 'Övriga villkor',
  partnership:
    'Projektadministratören ska ingå ett avtal med de deltagande kommunerna om hur understödet används, hur användningen övervakas och villkoren för det (förordning 893/2019, 3\u00a0§; statsunderstödslagen 7\u00a0§).',
  standingTerms: [
    'Understödet får användas endast för det ändamål som det har beviljats för (statsunderstödslagen 13\u00a0§).',
    'Förändringar som påverkar användningen ska meddelas utan dröjsmål (statsunderstödslagen 14\u00a0§).',
    'Den myndighet som beviljat understödet har rätt att granska dess användning, också hos dem som genomför projektet tillsammans med mottagaren (statsunderstödslagen 15–17\u00a0§).',
    'Utbetalningen kan avbrytas och understödet återkrävas i de fall som lagen anger (statsunderstödslagen 19, 21 och 22\u00a0§).',
    'Understöd som fåtts felaktigt, till för stort belopp eller uppenbart utan grund, eller som inte kan användas enligt beslutet, ska återbetalas utan dröjsmål (statsunderstödslagen 20\u00a0§). På det som återbetalas eller återkrävs tas ränta ut (24\u00a0§).',
  ],

  reasons: 'Motivering',
  allMet: 'Ansökan uppfyller utlysningens och förordningens krav.',
  notMet: 'Ansökan uppfyller inte följande krav, eller uppfyller dem bara delvis:',
  judged: (reason) => `Bedömning: ${reason}`,
  requirements: 'Kraven i utlysningen och författningarna',
  requirementsCaption: 'Krav som prövats',
  requirementHeader: ['Krav', 'Uppfyllt', 'Grund'],
  verdicts: { yes: 'Ja', no: 'Nej', partly: 'Delvis' },
  evaluation: 'Bedömning',
  evaluated: (evaluators) =>
    `${evaluators === 2 ? 'Två' : evaluators} bedömare har oberoende av varandra poängsatt ansökan enligt de kriterier som publicerades med utlysningen. Poängtalet är medelvärdet av deras poäng.`,
  scores: 'Poäng för varje kriterium',
  scoreHeader: ['Kriterium', 'Bedömning (medelvärde)', 'Poäng'],
  points: 'Poängtal',
  justified: 'Bedömarnas motiveringar:',
  allocation: 'Hur anslaget fördelades',
  ranked: (rank, of, appropriation) =>
    `Ansökan placerade sig på plats ${rank} av ${of} ansökningar som poängsattes. Att fördela fanns ${appropriation}.`,

  provisions: 'Tillämpade bestämmelser',
  signatories: 'Avgörande',
  signed: (decisionMaker, presenter) =>
    `Avgjort av ${decisionMaker} på föredragning av ${presenter}. Beslutet har godkänts elektroniskt.`,
  moreInformation: 'Mer information',
  informed: 'För kännedom',
  verification: 'Kontroll av brevet',
  verificationText:
    'Var och en kan kontrollera att detta är myndighetens beslut, att det är oförändrat och att det fortfarande gäller.',
  letterNumber: 'Nummer',
  digest: 'Kontrollsumma för beslutet (SHA-256)',
  verificationAddress: 'Adress för kontroll',

  rectification: 'Bilaga: Hur man begär omprövning',
  rectificationText: (authority, address) => [
    `Den som är missnöjd med beslutet får begära omprövning hos ${authority} (statsunderstödslagen 34\u00a0§). Beslutet får inte överklagas genom besvär hos domstol (förvaltningslagen 49 b\u00a0§). Beslutet ska iakttas även om omprövning har begärts, om inte myndigheten bestämmer något annat (statsunderstödslagen 35\u00a0§).`,
    [
      'Tid',
      'Omprövning ska begäras inom 30 dagar från delfåendet av beslutet. Dagen för delfåendet räknas inte in. Är den sista dagen en helgdag, självständighetsdagen, första maj, julafton, midsommarafton eller en lördag, får begäran lämnas den första vardagen därefter. En begäran som kommer in för sent prövas inte.',
    ],
    [
      'Delfående',
      'En myndighet anses ha fått del av beslutet den dag det kom fram. Någon annan anses ha fått del av ett beslut som skickats elektroniskt den tredje dagen efter att det skickades, och av ett beslut som skickats per brev den sjunde dagen, om inte något annat visas.',
    ],
    [
      'Innehåll',
      'Begäran ska vara skriftlig. Ange vilket beslut som avses, hurdan omprövning som begärs och på vilka grunder. Ange också namn och kontaktuppgifter för den som begär omprövning och, om någon annan för talan, för denne. Bifoga beslutet och de handlingar som åberopas. En begäran som skickas elektroniskt behöver inte undertecknas om det framgår vem som är avsändare.',
    ],
    [
      'Adress',
      `Begäran skickas till ${authority}, ${address}. Den som skickar begäran ansvarar för att den kommer fram i tid. Den ska vara framme innan ämbetstiden går ut kl. 16.15 på den sista dagen.`,
    ],
    'Omprövningen är avgiftsfri.',
  ],
  page: ['Sida', 'av'],
};
