import type { LetterWords } from './words-needed.ts';

export const finnish: LetterWords = {
  decision: 'Päätös',
  draft: 'Luonnos ratkaisijalle. Tämä ei ole päätös.',
  translation: {
    sv: 'Käännös. Päätös on annettu ruotsiksi, ja ruotsinkielinen teksti on voimassa.',
    fi: '',
  },
  caseNumber: 'Asianumero',
  date: 'Päivämäärä',
  businessId: 'Y-tunnus',

  matter: 'Asia',
  matterIs: 'Asia',
  matterText: 'Valtionavustushakemus',
  call: 'Haku',
  project: 'Hanke',
  applicant: 'Hakija',
  administrator: 'Hakija ja hankehallinnoija',
  partners: 'Osallistuvat kunnat',
  arrived: 'Hakemus saapui',
  arrivedAs: (when, version) => `${when} (päätös koskee versiota ${version})`,

  statement: {
    grantedInFull: ({ authority, applicant, awarded }) =>
      `${authority} myöntää valtionavustusta enintään ${awarded}. Saaja: ${applicant}.`,
    grantedInPart: ({ authority, applicant, awarded }) =>
      `${authority} myöntää valtionavustusta enintään ${awarded}. Saaja: ${applicant}. Muilta osin hakemus hylätään.`,
    refused: ({ authority }) => `${authority} hylkää hakemuksen.`,
    dismissed: ({ authority }) => `${authority} jättää hakemuksen tutkimatta.`,
  },
  share: ({ percent, eligible }) =>
    `Avustus saa kattaa enintään ${percent} prosenttia hankkeen hyväksyttävistä arvonlisäverottomista kustannuksista, joiden arvio on ${eligible}. Avustus ei voi ylittää tätä osuutta toteutuneista hyväksyttävistä kustannuksista.`,
  sums: 'Miten avustus on laskettu',
  sumHeader: ['Erä', 'Määrä'],
  totalCosts: 'Kustannukset hakemuksen mukaan',
  vat: 'Mukaan laskettu arvonlisävero',
  ineligible: 'Kustannukset, joita ei hyväksytä',
  eligibleCosts: 'Hyväksyttävät kustannukset',
  maximum: (percent) => `Avustuksen enimmäismäärä, ${percent} prosenttia`,
  requested: 'Haettu määrä',
  granted: 'Myönnetty määrä',

  terms: 'Ehdot ja käyttö',
  purpose: 'Käyttötarkoitus',
  purposeText: (project) =>
    `Avustus on hankeavustus. Sitä saa käyttää vain hankkeeseen ”${project}” siten kuin hakemuksessa on kuvattu (valtionavustuslaki 5 ja 13\u00a0§).`,
  eligibleHeading: 'Hyväksyttävät kustannukset',
  eligibleText: (kinds) =>
    `Hyväksyttäviä ovat hankkeen seuraavat kustannukset: ${kinds} (asetus 893/2019, 5\u00a0§).`,
  costRules: [
    'Aineelliset investoinnit ja laitehankinnat eivät ole hyväksyttäviä kustannuksia.',
    'Ohjelmistolisenssit ja muut aineettomat hyödykkeet hyväksytään vain siltä osin kuin ne ovat hankkeelle välttämättömiä.',
    'Kustannukset lasketaan ilman arvonlisäveroa (asetus 893/2019, 4\u00a0§).',
    'Sisäiset veloitukset hyväksytään vain kirjanpidon todellisten kustannusten mukaisina.',
    'Hankkeesta saatavat tulot ja samoihin kustannuksiin saatu muu julkinen tuki on ilmoitettava. Valtionavustus ja muu julkinen tuki eivät yhdessä saa ylittää säädettyä enimmäismäärää (valtionavustuslaki 6\u00a0§).',
  ],
  periodHeading: 'Käyttöaika',
  period: (starts, ends, latest) =>
    `Hanke toteutetaan hakemuksen mukaan ${starts}–${ends}. Avustusta saa käyttää kustannuksiin, jotka syntyvät viimeistään ${latest}.`,
  paymentHeading: 'Maksaminen',
  payment:
    'Avustus maksetaan yhdessä tai useammassa erässä kustannusten ajoittumisen mukaan. Saajan on annettava maksamista varten oikeat ja riittävät tiedot (valtionavustuslaki 12\u00a0§).',
  reportHeading: 'Selvitys',
  report: (due) =>
    `Hankehallinnoijan on viimeistään ${due} annettava selvitys hankkeen tuloksista ja vaikutuksista, toimintatapojen muutoksesta, tulosten hyödynnettävyydestä muualla, hankkeen toteutuksesta ja kustannuksista. Selvitykseen on liitettävä tilintarkastajan lausunto (asetus 893/2019, 9\u00a0§).`,
  conditions: 'Muut ehdot',
  partnership:
    'Hankehallinnoijan on tehtävä osallistuvien kuntien kanssa sopimus avustuksen käytöstä, käytön valvonnasta ja niiden ehdoista (asetus 893/2019, 3\u00a0§; valtionavustuslaki 7\u00a0§).',
  standingTerms: [
    'Avustusta saa käyttää vain siihen tarkoitukseen, johon se on myönnetty (valtionavustuslaki 13\u00a0§).',
    'Käyttöön vaikuttavasta muutoksesta on ilmoitettava viipymättä (valtionavustuslaki 14\u00a0§).',
    'Avustuksen myöntäneellä viranomaisella on oikeus tarkastaa sen käyttöä myös niiden luona, jotka toteuttavat hanketta saajan kanssa (valtionavustuslaki 15–17\u00a0§).',
    'Maksaminen voidaan keskeyttää ja avustus periä takaisin laissa säädetyissä tapauksissa (valtionavustuslaki 19, 21 ja 22\u00a0§).',
    'Virheellisesti, liikaa tai ilmeisen perusteettomasti saatu avustus ja avustus, jota ei voida käyttää päätöksen mukaisesti, on palautettava viipymättä (valtionavustuslaki 20\u00a0§). Palautettavalle tai takaisin perittävälle määrälle peritään korko (24\u00a0§).',
  ],

  reasons: 'Perustelut',
  allMet: 'Hakemus täyttää haun ja asetuksen edellytykset.',
  notMet: 'Hakemus ei täytä seuraavia edellytyksiä tai täyttää ne vain osittain:',
  judged: (reason) => `Arvio: ${reason}`,
  requirements: 'Haun ja säädösten edellytykset',
  requirementsCaption: 'Tutkitut edellytykset',
  requirementHeader: ['Edellytys', 'Täyttyy', 'Peruste'],
  verdicts: { yes: 'Kyllä', no: 'Ei', partly: 'Osittain' },
  evaluation: 'Arviointi',
  evaluated: (evaluators) =>
    `${evaluators === 2 ? 'Kaksi' : evaluators} arvioijaa on toisistaan riippumatta pisteyttänyt hakemuksen haun yhteydessä julkaistuin perustein. Pistemäärä on heidän pisteidensä keskiarvo.`,
  scores: 'Pisteet perusteittain',
  scoreHeader: ['Arviointiperuste', 'Arvio (keskiarvo)', 'Pisteet'],
  points: 'Pistemäärä',
  justified: 'Arvioijien perustelut:',
  allocation: 'Määrärahan jakaminen',
  ranked: (rank, of, appropriation) =>
    `Hakemus sijoittui sijalle ${rank}, kun pisteytettyjä hakemuksia oli ${of}. Jaettavana oli ${appropriation}.`,

  provisions: 'Sovelletut säännökset',
  signatories: 'Ratkaisu',
  signed: (decisionMaker, presenter) =>
    `Asian on ratkaissut ${decisionMaker}. Esittelijä: ${presenter}. Päätös on hyväksytty sähköisesti.`,
  moreInformation: 'Lisätietoja',
  informed: 'Tiedoksi',
  verification: 'Kirjeen tarkistaminen',
  verificationText:
    'Kuka tahansa voi tarkistaa, että tämä on viranomaisen päätös, että se on muuttumaton ja että se on edelleen voimassa.',
  letterNumber: 'Numero',
  digest: 'Päätöksen tarkistussumma (SHA-256)',
  verificationAddress: 'Tarkistusosoite',

  rectification: 'Liite: Oikaisuvaatimusohje',
  rectificationText: (authority, address) => [
    `Päätökseen tyytymätön saa vaatia siihen oikaisua (valtionavustuslaki 34\u00a0§). Viranomainen, jolta oikaisua vaaditaan: ${authority}. Päätökseen ei saa hakea muutosta valittamalla tuomioistuimeen (hallintolaki 49 b\u00a0§). Päätöstä on noudatettava oikaisuvaatimuksesta huolimatta, jollei viranomainen toisin määrää (valtionavustuslaki 35\u00a0§).`,
    [
      'Määräaika',
      'Oikaisua on vaadittava 30 päivän kuluessa päätöksen tiedoksisaannista. Tiedoksisaantipäivää ei lueta määräaikaan. Jos viimeinen päivä on pyhäpäivä, itsenäisyyspäivä, vapunpäivä, jouluaatto, juhannusaatto tai arkilauantai, vaatimuksen voi toimittaa ensimmäisenä arkipäivänä sen jälkeen. Myöhässä saapunutta vaatimusta ei tutkita.',
    ],
    [
      'Tiedoksisaanti',
      'Viranomaisen katsotaan saaneen päätöksestä tiedon sen saapumispäivänä. Muun vastaanottajan katsotaan saaneen sähköisesti lähetetystä päätöksestä tiedon kolmantena päivänä lähettämisestä ja kirjeellä lähetetystä seitsemäntenä päivänä, jollei muuta näytetä.',
    ],
    [
      'Sisältö',
      'Vaatimus on tehtävä kirjallisesti. Siinä on ilmoitettava päätös, johon oikaisua vaaditaan, millaista oikaisua vaaditaan ja millä perusteilla, sekä vaatijan nimi ja yhteystiedot ja, jos joku muu käyttää puhevaltaa, hänen tietonsa. Vaatimukseen liitetään päätös ja asiakirjat, joihin vedotaan. Sähköisesti lähetettyä vaatimusta ei tarvitse allekirjoittaa, jos siitä ilmenee lähettäjä.',
    ],
    [
      'Osoite',
      `Vaatimus lähetetään viranomaiselle ${authority}, ${address}. Lähettäjä vastaa siitä, että vaatimus saapuu ajoissa. Sen on oltava perillä viimeisenä päivänä ennen virka-ajan päättymistä klo 16.15.`,
    ],
    'Oikaisuvaatimuksen käsittely on maksutonta.',
  ],
  page: ['Sivu', '/'],
};
