/** The application form. */
export const draftTexts = {
  stepsTitle: { sv: 'Ansökans delar', fi: 'Hakemuksen osat', en: 'Parts of the application' },
  applicant: { sv: 'Sökande', fi: 'Hakija', en: 'Applicant' },
  project: { sv: 'Projekt', fi: 'Hanke', en: 'Project' },
  participants: { sv: 'Deltagande kommuner', fi: 'Osallistuvat kunnat', en: 'Participating municipalities' },
  plan: { sv: 'Plan', fi: 'Suunnitelma', en: 'Plan' },
  costs: { sv: 'Kostnader och finansiering', fi: 'Kustannukset ja rahoitus', en: 'Costs and financing' },
  attachments: { sv: 'Bilagor', fi: 'Liitteet', en: 'Attachments' },
  check: { sv: 'Kontrollera och skicka', fi: 'Tarkista ja lähetä', en: 'Check and send' },
  back: { sv: 'Föregående', fi: 'Edellinen', en: 'Previous' },
  forward: { sv: 'Nästa', fi: 'Seuraava', en: 'Next' },
  optional: { sv: 'frivilligt', fi: 'vapaaehtoinen', en: 'optional' },
  stands: {
    sv: (at: string) => `Sparat ${at}`,
    fi: (at: string) => `Tallennettu ${at}`,
    en: (at: string) => `Saved ${at}`,
  },
  saving: { sv: 'Sparar …', fi: 'Tallennetaan …', en: 'Saving …' },
  keptHere: {
    sv: 'Inte sparat i tjänsten ännu. Texten finns kvar i den här webbläsaren och sparas när förbindelsen är tillbaka.',
    fi: 'Ei vielä tallennettu palveluun. Teksti on tallessa tässä selaimessa ja tallentuu, kun yhteys palaa.',
    en: 'Not saved in the service yet. The text is kept in this browser and is saved when the connection is back.',
  },
  mergedFrom: {
    sv: (who: string) => `${who} har också skrivit. Båda era ändringar finns med.`,
    fi: (who: string) => `Myös ${who} on kirjoittanut. Molempien muutokset ovat mukana.`,
    en: (who: string) => `${who} has been writing too. The changes of both of you are there.`,
  },
  kind: { sv: 'Sökanden är', fi: 'Hakija on', en: 'The applicant is' },
  municipality: { sv: 'Kommun', fi: 'Kunta', en: 'Municipality' },
  municipalityHint: {
    sv: 'Börja skriva kommunens namn',
    fi: 'Ala kirjoittaa kunnan nimeä',
    en: 'Begin to write the name of the municipality',
  },
  options: {
    sv: (count: number) => `${count} alternativ`,
    fi: (count: number) => `${count} vaihtoehtoa`,
    en: (count: number) => `${count} options`,
  },
  clear: { sv: 'Töm', fi: 'Tyhjennä', en: 'Clear' },
  noMatch: {
    sv: 'Ingen kommun med det namnet',
    fi: 'Ei samannimistä kuntaa',
    en: 'No municipality of that name',
  },
  name: { sv: 'Organisationens namn', fi: 'Organisaation nimi', en: 'Name of the organisation' },
  businessId: { sv: 'FO-nummer', fi: 'Y-tunnus', en: 'Business ID' },
  email: { sv: 'Officiell e-postadress', fi: 'Virallinen sähköpostiosoite', en: 'Official e-mail address' },
  emailHint: {
    sv: 'Hit skickas kvittot, begäran om komplettering och beslutet',
    fi: 'Tähän lähetetään kuitti, täydennyspyyntö ja päätös',
    en: 'The receipt, a request to complete and the decision are sent here',
  },
  language: { sv: 'Beslutets språk', fi: 'Päätöksen kieli', en: 'Language of the decision' },
  swedish: { sv: 'svenska', fi: 'ruotsi', en: 'Swedish' },
  finnish: { sv: 'finska', fi: 'suomi', en: 'Finnish' },
  contact: { sv: 'Kontaktperson', fi: 'Yhteyshenkilö', en: 'Contact person' },
  contactName: { sv: 'Namn', fi: 'Nimi', en: 'Name' },
  contactEmail: { sv: 'E-postadress', fi: 'Sähköpostiosoite', en: 'E-mail address' },
  phone: { sv: 'Telefon', fi: 'Puhelin', en: 'Telephone' },
  projectTitle: { sv: 'Projektets namn', fi: 'Hankkeen nimi', en: 'Name of the project' },
  summary: { sv: 'Sammandrag', fi: 'Tiivistelmä', en: 'Summary' },
  summaryHint: {
    sv: 'Vad förändras, för vem och hur? Sammandraget publiceras om understöd beviljas.',
    fi: 'Mikä muuttuu, kenelle ja miten? Tiivistelmä julkaistaan, jos avustus myönnetään.',
    en: 'What changes, for whom and how? The summary is published if a grant is given.',
  },
  themes: {
    sv: 'Teman som projektet betonar',
    fi: 'Teemat, joita hanke painottaa',
    en: 'Themes the project emphasises',
  },
  starts: { sv: 'Projektet börjar', fi: 'Hanke alkaa', en: 'The project begins' },
  ends: { sv: 'Projektet slutar', fi: 'Hanke päättyy', en: 'The project ends' },
  endsHint: {
    sv: (date: string) => `Senast ${date}`,
    fi: (date: string) => `Viimeistään ${date}`,
    en: (date: string) => `At the latest ${date}`,
  },
  dateHint: {
    sv: 'dag.månad.år, till exempel 1.9.2022',
    fi: 'päivä.kuukausi.vuosi, esimerkiksi 1.9.2022',
    en: 'day.month.year, for instance 1.9.2022',
  },
  dateWrong: {
    sv: 'Skriv datumet som dag.månad.år, till exempel 1.9.2022.',
    fi: 'Kirjoita päivämäärä muodossa päivä.kuukausi.vuosi, esimerkiksi 1.9.2022.',
    en: 'Write the date as day.month.year, for instance 1.9.2022.',
  },
  participantsLead: {
    sv: (count: number) =>
      count > 1
        ? `Minst ${count} kommuner ska genomföra projektet, den sökande kommunen medräknad.`
        : 'Här anges kommuner som genomför projektet tillsammans med sökanden.',
    fi: (count: number) =>
      count > 1
        ? `Hanketta toteuttaa vähintään ${count} kuntaa, hakijakunta mukaan luettuna.`
        : 'Tässä ilmoitetaan kunnat, jotka toteuttavat hanketta hakijan kanssa.',
    en: (count: number) =>
      count > 1
        ? `At least ${count} municipalities carry the project out, the applicant included.`
        : 'Here are the municipalities that carry the project out with the applicant.',
  },
  participant: {
    sv: (number: number) => `Deltagande kommun ${number}`,
    fi: (number: number) => `Osallistuva kunta ${number}`,
    en: (number: number) => `Participating municipality ${number}`,
  },
  share: {
    sv: 'Kommunens finansieringsandel, €',
    fi: 'Kunnan rahoitusosuus, €',
    en: 'The municipality’s share of the financing, €',
  },
  represented: {
    sv: 'Samkommunen ansöker för kommunens räkning',
    fi: 'Kuntayhtymä hakee kunnan puolesta',
    en: 'The joint authority applies on its behalf',
  },
  addParticipant: { sv: 'Lägg till kommun', fi: 'Lisää kunta', en: 'Add a municipality' },
  remove: { sv: 'Ta bort', fi: 'Poista', en: 'Remove' },
  removed: { sv: 'Raden togs bort.', fi: 'Rivi poistettiin.', en: 'The row was removed.' },
  planLead: {
    sv: 'Utlysningen kräver de här delarna. Utan dem ombeds ni komplettera.',
    fi: 'Haku edellyttää näitä osia. Ilman niitä teitä pyydetään täydentämään.',
    en: 'The call requires these parts. Without them you are asked to complete.',
  },
  costsLead: {
    sv: 'Ange kostnaderna för hela projektet. Mervärdesskatten räknas bort.',
    fi: 'Ilmoita koko hankkeen kustannukset. Arvonlisävero vähennetään.',
    en: 'Give the costs of the whole project. Value added tax is taken off.',
  },
  costRows: { sv: 'Kostnader', fi: 'Kustannukset', en: 'Costs' },
  category: { sv: 'Slag', fi: 'Laji', en: 'Kind' },
  description: { sv: 'Beskrivning', fi: 'Kuvaus', en: 'Description' },
  sum: { sv: 'Belopp, €', fi: 'Summa, €', en: 'Sum, €' },
  vat: { sv: 'varav moms, €', fi: 'josta alv, €', en: 'of which VAT, €' },
  yes: { sv: 'ja', fi: 'kyllä', en: 'yes' },
  no: { sv: 'nej', fi: 'ei', en: 'no' },
  internal: { sv: 'Intern debitering', fi: 'Sisäinen veloitus', en: 'Internal charge' },
  row: {
    sv: (label: string, number: number) => `${label}, rad ${number}`,
    fi: (label: string, number: number) => `${label}, rivi ${number}`,
    en: (label: string, number: number) => `${label}, row ${number}`,
  },
  addCost: { sv: 'Lägg till kostnad', fi: 'Lisää kustannus', en: 'Add a cost' },
  choose: { sv: 'Välj', fi: 'Valitse', en: 'Choose' },
  sumWrong: {
    sv: 'Ange beloppet i euro, till exempel 12 500 eller 99,50.',
    fi: 'Anna summa euroina, esimerkiksi 12 500 tai 99,50.',
    en: 'Give the sum in euros, for instance 12 500 or 99,50.',
  },
  total: { sv: 'Kostnader sammanlagt', fi: 'Kustannukset yhteensä', en: 'Costs in all' },
  withoutVat: {
    sv: 'Mervärdesskatt som räknas bort',
    fi: 'Vähennettävä arvonlisävero',
    en: 'Value added tax taken off',
  },
  ineligible: {
    sv: 'Kostnader som inte godtas',
    fi: 'Kustannukset, joita ei hyväksytä',
    en: 'Costs that are not eligible',
  },
  eligible: { sv: 'Godtagbara kostnader', fi: 'Hyväksyttävät kustannukset', en: 'Eligible costs' },
  maximum: {
    sv: (percent: number) => `Högsta understöd, ${percent} %`,
    fi: (percent: number) => `Avustus enintään, ${percent} %`,
    en: (percent: number) => `The most that can be granted, ${percent} %`,
  },
  financing: { sv: 'Finansiering', fi: 'Rahoitus', en: 'Financing' },
  requested: { sv: 'Understöd som söks, €', fi: 'Haettava avustus, €', en: 'Grant applied for, €' },
  own: { sv: 'Sökandens egen andel, €', fi: 'Hakijan omarahoitus, €', en: 'The applicant’s own money, €' },
  otherPublic: { sv: 'Annat offentligt stöd, €', fi: 'Muu julkinen tuki, €', en: 'Other public support, €' },
  shares: { sv: 'Deltagarnas andelar', fi: 'Osallistujien osuudet', en: 'The participants’ shares' },
  financed: { sv: 'Finansiering sammanlagt', fi: 'Rahoitus yhteensä', en: 'Financing in all' },
  shareRuleMet: {
    sv: (share: string, room: string) =>
      `Ni söker ${share} av de godtagbara kostnaderna. Det ryms: ${room} kvar till gränsen.`,
    fi: (share: string, room: string) =>
      `Haette ${share} hyväksyttävistä kustannuksista. Se mahtuu: rajaan on ${room}.`,
    en: (share: string, room: string) =>
      `You apply for ${share} of the eligible costs. It fits: ${room} are left to the limit.`,
  },
  shareRuleBroken: {
    sv: (share: string, over: string) =>
      `Ni söker ${share} av de godtagbara kostnaderna. Det är ${over} för mycket; det överskjutande kan inte beviljas.`,
    fi: (share: string, over: string) =>
      `Haette ${share} hyväksyttävistä kustannuksista. Se on ${over} liikaa; ylittävää osaa ei voida myöntää.`,
    en: (share: string, over: string) =>
      `You apply for ${share} of the eligible costs. That is ${over} too much; the excess cannot be granted.`,
  },
  adds: {
    sv: 'Finansieringen täcker kostnaderna.',
    fi: 'Rahoitus kattaa kustannukset.',
    en: 'The financing covers the costs.',
  },
  lacks: {
    sv: (sum: string) => `Finansieringen är ${sum} mindre än kostnaderna.`,
    fi: (sum: string) => `Rahoitus on ${sum} kustannuksia pienempi.`,
    en: (sum: string) => `The financing is ${sum} less than the costs.`,
  },
  exceeds: {
    sv: (sum: string) => `Finansieringen är ${sum} större än kostnaderna.`,
    fi: (sum: string) => `Rahoitus on ${sum} kustannuksia suurempi.`,
    en: (sum: string) => `The financing is ${sum} more than the costs.`,
  },
  attachmentsLead: {
    sv: (count: number, size: string) =>
      `Högst ${count} filer, högst ${size} var: PDF, PNG, JPEG eller text. Bilagor är frivilliga.`,
    fi: (count: number, size: string) =>
      `Enintään ${count} tiedostoa, kukin enintään ${size}: PDF, PNG, JPEG tai teksti. Liitteet ovat vapaaehtoisia.`,
    en: (count: number, size: string) =>
      `At most ${count} files, at most ${size} each: PDF, PNG, JPEG or text. Attachments are optional.`,
  },
  addFiles: { sv: 'Lägg till filer', fi: 'Lisää tiedostoja', en: 'Add files' },
  noFiles: { sv: 'Inga bilagor.', fi: 'Ei liitteitä.', en: 'No attachments.' },
  uploaded: { sv: 'Uppladdad', fi: 'Ladattu', en: 'Uploaded' },
  preparing: { sv: 'Förbereder …', fi: 'Valmistellaan …', en: 'Preparing …' },
  uploading: {
    sv: (percent: number) => `Laddar upp, ${percent} %`,
    fi: (percent: number) => `Ladataan, ${percent} %`,
    en: (percent: number) => `Uploading, ${percent} %`,
  },
  interrupted: {
    sv: 'Uppladdningen avbröts. Välj samma fil igen för att fortsätta.',
    fi: 'Lataus keskeytyi. Valitse sama tiedosto uudelleen jatkaaksesi.',
    en: 'The upload was interrupted. Choose the same file again to go on.',
  },
  uploadFailed: {
    sv: 'Uppladdningen lyckades inte.',
    fi: 'Lataus ei onnistunut.',
    en: 'The upload did not succeed.',
  },
  tooLarge: {
    sv: (name: string, size: string) => `${name} är större än ${size} och kan inte bifogas.`,
    fi: (name: string, size: string) => `${name} on suurempi kuin ${size}, eikä sitä voi liittää.`,
    en: (name: string, size: string) => `${name} is larger than ${size} and cannot be attached.`,
  },
  emptyFile: {
    sv: (name: string) => `${name} är tom.`,
    fi: (name: string) => `${name} on tyhjä.`,
    en: (name: string) => `${name} is empty.`,
  },
  wrongType: {
    sv: (name: string) => `${name} är inte av en tillåten typ (PDF, PNG, JPEG eller text).`,
    fi: (name: string) => `${name} ei ole sallittua tyyppiä (PDF, PNG, JPEG tai teksti).`,
    en: (name: string) => `${name} is not of an allowed type (PDF, PNG, JPEG or text).`,
  },
  retry: { sv: 'Försök igen', fi: 'Yritä uudelleen', en: 'Try again' },
  openFile: { sv: 'Öppna', fi: 'Avaa', en: 'Open' },
  checkLead: {
    sv: 'Kontrollen visar allt som saknas, på en gång.',
    fi: 'Tarkistus näyttää kaikki puutteet kerralla.',
    en: 'The check shows everything that is missing, at once.',
  },
  checking: { sv: 'Kontrollerar …', fi: 'Tarkistetaan …', en: 'Checking …' },
  checkAgain: { sv: 'Kontrollera igen', fi: 'Tarkista uudelleen', en: 'Check again' },
  faultsTitle: {
    sv: 'Ansökan kan inte skickas ännu. Rätta till det här:',
    fi: 'Hakemusta ei voi vielä lähettää. Korjaa nämä:',
    en: 'The application cannot be sent yet. Mend these:',
  },
  fillIn: { sv: 'fyll i', fi: 'täytä tämä', en: 'fill this in' },
  findingsTitle: {
    sv: 'Kan leda till frågor eller avslag',
    fi: 'Voi johtaa kysymyksiin tai hylkäämiseen',
    en: 'May lead to questions or a refusal',
  },
  findingsText: {
    sv: 'Ansökan kan skickas med de här, men handläggaren kommer att se samma sak.',
    fi: 'Hakemuksen voi lähettää näistä huolimatta, mutta käsittelijä näkee samat asiat.',
    en: 'The application can be sent with these, but the official will see the same.',
  },
  mend: { sv: 'Gå till stället', fi: 'Siirry kohtaan', en: 'Go to the place' },
  clean: {
    sv: 'Allt som krävs är ifyllt',
    fi: 'Kaikki vaadittu on täytetty',
    en: 'Everything required is filled in',
  },
  send: {
    sv: 'Signera och skicka ansökan',
    fi: 'Allekirjoita ja lähetä hakemus',
    en: 'Sign and send the application',
  },
  sending: { sv: 'Skickar …', fi: 'Lähetetään …', en: 'Sending …' },
  sendText: {
    sv: 'Genom att skicka intygar du att uppgifterna är riktiga och att du har rätt att företräda sökanden.',
    fi: 'Lähettämällä vakuutat, että tiedot ovat oikein ja että sinulla on oikeus edustaa hakijaa.',
    en: 'By sending you declare that the information is right and that you may act for the applicant.',
  },
  ready: {
    sv: 'Meddela att utkastet kan signeras',
    fi: 'Ilmoita, että luonnoksen voi allekirjoittaa',
    en: 'Tell that the draft can be signed',
  },
  readyText: {
    sv: 'Du kan skriva men inte skicka. Någon som företräder organisationen signerar.',
    fi: 'Voit kirjoittaa mutta et lähettää. Organisaation edustaja allekirjoittaa.',
    en: 'You can write but not send. Somebody who acts for the organisation signs.',
  },
  isReady: {
    sv: (who: string) => `${who} har meddelat att utkastet kan signeras.`,
    fi: (who: string) => `${who} on ilmoittanut, että luonnoksen voi allekirjoittaa.`,
    en: (who: string) => `${who} has told that the draft can be signed.`,
  },
  colleagues: { sv: 'Skriv tillsammans', fi: 'Kirjoittakaa yhdessä', en: 'Write together' },
  colleaguesText: {
    sv: 'Alla som företräder organisationen kan skriva. Bjud in andra med en länk; den gäller i 14 dagar och för en person.',
    fi: 'Kaikki organisaation edustajat voivat kirjoittaa. Kutsu muita linkillä; se on voimassa 14 päivää ja yhdelle henkilölle.',
    en: 'Everybody who acts for the organisation can write. Invite others with a link; it is good for 14 days and for one person.',
  },
  invite: { sv: 'Skapa inbjudningslänk', fi: 'Luo kutsulinkki', en: 'Make an invitation link' },
  link: { sv: 'Inbjudningslänk', fi: 'Kutsulinkki', en: 'Invitation link' },
  conflictTitle: {
    sv: 'Ni har ändrat samma ställe',
    fi: 'Olette muuttaneet samaa kohtaa',
    en: 'You have changed the same place',
  },
  conflictText: {
    sv: (who: string) => `Både du och ${who} har ändrat det här. Inget är borta: välj vad som ska gälla.`,
    fi: (who: string) =>
      `Sekä sinä että ${who} olette muuttaneet tätä. Mitään ei ole kadonnut: valitse, mikä jää voimaan.`,
    en: (who: string) => `Both you and ${who} have changed this. Nothing is lost: choose what is to stand.`,
  },
  mine: { sv: 'Din text', fi: 'Sinun tekstisi', en: 'Your text' },
  theirs: {
    sv: (who: string) => `${who} skrev`,
    fi: (who: string) => `${who} kirjoitti`,
    en: (who: string) => `${who} wrote`,
  },
  keepMine: { sv: 'Behåll din', fi: 'Pidä sinun', en: 'Keep yours' },
  keepTheirs: { sv: 'Ta den andras', fi: 'Ota toisen', en: 'Take the other’s' },
  keepBoth: { sv: 'Behåll båda', fi: 'Pidä molemmat', en: 'Keep both' },
  empty: { sv: '(tomt)', fi: '(tyhjä)', en: '(empty)' },
  throwAway: { sv: 'Kasta utkastet', fi: 'Hävitä luonnos', en: 'Throw the draft away' },
  throwAwaySure: {
    sv: 'Ja, kasta utkastet med allt som står i det',
    fi: 'Kyllä, hävitä luonnos ja kaikki sen sisältö',
    en: 'Yes, throw the draft away with everything in it',
  },
  closed: {
    sv: 'Ansökningstiden har gått ut. Utkastet kan inte skickas.',
    fi: 'Hakuaika on päättynyt. Luonnosta ei voi lähettää.',
    en: 'The call has closed. The draft cannot be sent.',
  },
} as const;
