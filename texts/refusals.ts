import type { CaseRefusal } from '../domain/case/commands.ts';
import type { PoolRefusal } from '../domain/pool/pool.ts';
import type { RectificationRefusal } from '../domain/rectification/rectification.ts';
import type { RoundRefusal } from '../domain/round/round.ts';
import type { Text } from './language.ts';

/** Codes the API itself refuses with. */
export type ApiRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'malformed-request'
  | 'closing-passed'
  | 'task-not-open'
  | 'answer-of-another-kind'
  | 'already-answered'
  | 'not-your-organisation'
  | 'letter-not-ready'
  | 'ties-not-declared'
  | 'upload-time-over'
  | 'failed'
  | 'revision-needed'
  | 'changed-meanwhile'
  | 'draft-too-large'
  | 'draft-has-faults'
  | 'too-many-attachments'
  | 'attachment-name-taken';

/** Why something was refused, in words for the person who asked for it. */
export const refusalTexts: Readonly<
  Record<CaseRefusal | RoundRefusal | PoolRefusal | RectificationRefusal | ApiRefusal, Text>
> = {
  'not-found': {
    sv: 'Det du söker finns inte.',
    fi: 'Hakemaasi ei löydy.',
    en: 'What you look for does not exist.',
  },
  'not-allowed': {
    sv: 'Du har inte rätt att göra detta.',
    fi: 'Sinulla ei ole oikeutta tehdä tätä.',
    en: 'You may not do this.',
  },
  'closing-passed': {
    sv: 'Utlysningens ansökningstid har redan gått ut.',
    fi: 'Haun hakuaika on jo päättynyt.',
    en: 'The time for applying has passed already.',
  },
  'malformed-request': {
    sv: 'Begäran innehåller fel. Rätta dem och försök igen.',
    fi: 'Pyynnössä on virheitä. Korjaa ne ja yritä uudelleen.',
    en: 'The request has faults. Mend them and try again.',
  },
  'task-not-open': {
    sv: 'Uppgiften är redan avslutad.',
    fi: 'Tehtävä on jo päättynyt.',
    en: 'The task has already ended.',
  },
  'answer-of-another-kind': {
    sv: 'Svaret passar inte uppgiften.',
    fi: 'Vastaus ei sovi tehtävään.',
    en: 'The answer does not fit the task.',
  },
  'already-answered': {
    sv: 'Uppgiften har redan besvarats på ett annat sätt. Det första svaret gäller.',
    fi: 'Tehtävään on jo vastattu toisella tavalla. Ensimmäinen vastaus on voimassa.',
    en: 'The task has been answered in another way before. The first answer stands.',
  },
  'not-your-organisation': {
    sv: 'Du har inte rätt att företräda organisationen.',
    fi: 'Sinulla ei ole oikeutta edustaa organisaatiota.',
    en: 'You may not act for this organisation.',
  },
  'upload-time-over': {
    sv: 'Tiden för att ladda upp filerna har gått ut. Anmäl dem på nytt.',
    fi: 'Tiedostojen latausaika on päättynyt. Ilmoita ne uudelleen.',
    en: 'The time for uploading the files has passed. Announce them again.',
  },
  failed: {
    sv: 'Något gick fel hos oss. Försök igen om en stund.',
    fi: 'Palvelussamme tapahtui virhe. Yritä hetken kuluttua uudelleen.',
    en: 'Something went wrong on our side. Try again in a moment.',
  },
  'revision-needed': {
    sv: 'Begäran anger inte vilken version den gäller (If-Match).',
    fi: 'Pyynnössä ei ilmoiteta, mitä versiota se koskee (If-Match).',
    en: 'The request does not say which version it is about (If-Match).',
  },
  'changed-meanwhile': {
    sv: 'Någon annan har ändrat uppgifterna under tiden. Ingenting har skrivits över.',
    fi: 'Joku muu on muuttanut tietoja sillä välin. Mitään ei ole korvattu.',
    en: 'Somebody else has changed this meanwhile. Nothing was overwritten.',
  },
  'draft-too-large': {
    sv: 'Utkastet är för stort. Lägg en del av texten i en bilaga.',
    fi: 'Luonnos on liian suuri. Siirrä osa tekstistä liitteeseen.',
    en: 'The draft is too large. Move some of the text to an attachment.',
  },
  'draft-has-faults': {
    sv: 'Ansökan kan inte skickas ännu. Rätta felen först.',
    fi: 'Hakemusta ei voi vielä lähettää. Korjaa ensin virheet.',
    en: 'The application cannot be sent yet. Mend the faults first.',
  },
  'too-many-attachments': {
    sv: 'Ansökan har redan så många bilagor som är tillåtet.',
    fi: 'Hakemuksessa on jo niin monta liitettä kuin sallitaan.',
    en: 'The application has as many attachments as are allowed.',
  },
  'attachment-name-taken': {
    sv: 'En annan bilaga har redan samma namn.',
    fi: 'Toisella liitteellä on jo sama nimi.',
    en: 'Another attachment has the same name already.',
  },
  'letter-not-ready': {
    sv: 'Det finns inget beslut ännu.',
    fi: 'Päätöstä ei ole vielä.',
    en: 'There is no decision yet.',
  },
  'already-opened': {
    sv: 'Ansökan har redan öppnats.',
    fi: 'Hakemus on jo avattu.',
    en: 'The application has already been opened.',
  },
  'call-not-open': {
    sv: 'Ansökningstiden pågår inte.',
    fi: 'Hakuaika ei ole käynnissä.',
    en: 'The call is not open.',
  },
  'not-opened': {
    sv: 'Ansökan har inte öppnats.',
    fi: 'Hakemusta ei ole avattu.',
    en: 'The application has not been opened.',
  },
  'submission-not-awaited': {
    sv: 'Ansökan kan inte ändras nu: ansökningstiden har gått ut och ingen komplettering har begärts.',
    fi: 'Hakemusta ei voi nyt muuttaa: hakuaika on päättynyt eikä täydennystä ole pyydetty.',
    en: 'The application cannot be changed now: the call has closed and no completion was asked for.',
  },
  'version-unknown': {
    sv: 'Den versionen har inte anmälts.',
    fi: 'Versiota ei ole ilmoitettu.',
    en: 'That version was not announced.',
  },
  'version-already-handled': {
    sv: 'Versionen har redan behandlats.',
    fi: 'Versio on jo käsitelty.',
    en: 'The version has been handled before.',
  },
  'same-as-before': {
    sv: 'Samma innehåll har redan tagits emot.',
    fi: 'Sama sisältö on jo otettu vastaan.',
    en: 'The same content was received before.',
  },
  'wrong-stage': {
    sv: 'Detta kan inte göras i det skede ärendet är i.',
    fi: 'Tätä ei voi tehdä asian nykyisessä vaiheessa.',
    en: 'This cannot be done at the stage the matter is in.',
  },
  'completion-already-requested': {
    sv: 'Komplettering har redan begärts.',
    fi: 'Täydennystä on jo pyydetty.',
    en: 'Completion has been asked for before.',
  },
  'nothing-asked': {
    sv: 'Skriv för varje punkt vad som ska kompletteras.',
    fi: 'Kirjoita joka kohdasta, mitä on täydennettävä.',
    en: 'Write for every point what is to be completed.',
  },
  'requirement-unknown': {
    sv: 'En punkt gäller ett krav som inte har granskats.',
    fi: 'Kohta koskee edellytystä, jota ei ole tarkastettu.',
    en: 'A point is about a requirement that was not examined.',
  },
  'completion-time-over': {
    sv: 'Tiden för komplettering har gått ut.',
    fi: 'Täydennyksen määräaika on päättynyt.',
    en: 'The time for completing has passed.',
  },
  'completion-time-runs': {
    sv: 'Tiden för komplettering har inte gått ut ännu.',
    fi: 'Täydennyksen määräaika ei ole vielä päättynyt.',
    en: 'The time for completing has not passed yet.',
  },
  'extension-already-asked': {
    sv: 'Du har redan bett om mer tid och väntar på svar.',
    fi: 'Olet jo pyytänyt lisäaikaa ja odotat vastausta.',
    en: 'You have asked for more time before and wait for the answer.',
  },
  'extension-awaits-answer': {
    sv: 'En begäran om mer tid väntar på svar.',
    fi: 'Lisäaikapyyntö odottaa vastausta.',
    en: 'A request for more time waits for its answer.',
  },
  'extension-not-later': {
    sv: 'Datumet måste vara senare än den tid som nu gäller.',
    fi: 'Päivän on oltava nykyistä määräaikaa myöhäisempi.',
    en: 'The date must be later than the time that stands.',
  },
  'no-extension-asked': {
    sv: 'Ingen begäran om mer tid väntar på svar.',
    fi: 'Mikään lisäaikapyyntö ei odota vastausta.',
    en: 'No request for more time waits for an answer.',
  },
  'not-registered': {
    sv: 'Ansökan har inte tagits emot ännu.',
    fi: 'Hakemusta ei ole vielä otettu vastaan.',
    en: 'The application has not been received yet.',
  },
  'already-withdrawn': {
    sv: 'Ansökan har redan återtagits.',
    fi: 'Hakemus on jo peruutettu.',
    en: 'The application has been withdrawn before.',
  },
  'nothing-granted': {
    sv: 'Inget understöd har beviljats i ärendet.',
    fi: 'Asiassa ei ole myönnetty avustusta.',
    en: 'Nothing was granted in this case.',
  },
  'retention-runs': {
    sv: 'Uppgifternas förvaringstid har inte gått ut.',
    fi: 'Tietojen säilytysaika ei ole päättynyt.',
    en: 'The data must still be kept.',
  },
  'removal-already-proposed': {
    sv: 'Gallring av uppgifterna har redan föreslagits.',
    fi: 'Tietojen hävittämistä on jo ehdotettu.',
    en: 'Removing the data has been proposed before.',
  },
  'no-removal-proposed': {
    sv: 'Ingen gallring väntar på bekräftelse.',
    fi: 'Mikään hävittäminen ei odota vahvistusta.',
    en: 'No removal waits to be confirmed.',
  },
  'removal-not-confirmed': {
    sv: 'Gallringen har inte bekräftats.',
    fi: 'Hävittämistä ei ole vahvistettu.',
    en: 'The removal has not been confirmed.',
  },
  'date-has-passed': {
    sv: 'Datumet har redan passerats.',
    fi: 'Päivä on jo ohi.',
    en: 'The date has passed.',
  },
  'not-an-official': {
    sv: 'Endast en tjänsteman kan göra detta.',
    fi: 'Vain viranhaltija voi tehdä tämän.',
    en: 'Only an official can do this.',
  },
  'correction-pending': {
    sv: 'En rättelse av beslutet har redan föreslagits.',
    fi: 'Päätöksen korjaamista on jo ehdotettu.',
    en: 'A correction of the decision has been proposed before.',
  },
  'correction-too-late': {
    sv: 'Ett beslut kan rättas inom fem år från det att det fattades.',
    fi: 'Päätös voidaan korjata viiden vuoden kuluessa sen tekemisestä.',
    en: 'A decision can be corrected within five years of being made.',
  },
  'correction-grants-more': {
    sv: 'Ett större understöd kan inte beviljas genom rättelse.',
    fi: 'Korjaamalla ei voida myöntää suurempaa avustusta.',
    en: 'A correction cannot grant more.',
  },
  'correction-takes-all': {
    sv: 'Ett understöd kan inte dras in genom rättelse.',
    fi: 'Korjaamalla ei voida poistaa koko avustusta.',
    en: 'A correction cannot take the whole grant away.',
  },
  'no-correction-proposed': {
    sv: 'Ingen rättelse har föreslagits.',
    fi: 'Korjausta ei ole ehdotettu.',
    en: 'No correction has been proposed.',
  },
  'no-hearing': {
    sv: 'Ingen hörs om ärendet nu.',
    fi: 'Asiassa ei nyt kuulla ketään.',
    en: 'Nobody is heard about the case now.',
  },
  'already-heard': {
    sv: 'Du har redan gett ditt svar.',
    fi: 'Olet jo antanut vastauksesi.',
    en: 'You have given your answer before.',
  },
  'hearing-over': {
    sv: 'Tiden för att svara har gått ut.',
    fi: 'Vastaamisen määräaika on päättynyt.',
    en: 'The time for answering has passed.',
  },
  'hearing-runs': {
    sv: 'Sökanden har ännu tid att svara.',
    fi: 'Hakijalla on vielä aikaa vastata.',
    en: 'The applicant still has time to answer.',
  },
  'consent-missing': {
    sv: 'Ett sakfel kan rättas till sökandens nackdel endast med dess samtycke.',
    fi: 'Asiavirhe voidaan korjata hakijan vahingoksi vain tämän suostumuksella.',
    en: 'An error of fact is corrected to the applicant’s disadvantage only with its consent.',
  },
  'not-a-presenter': {
    sv: 'Endast utlysningens föredragande kan göra detta.',
    fi: 'Vain haun esittelijä voi tehdä tämän.',
    en: 'Only a presenter of the call can do this.',
  },
  'not-your-case': {
    sv: 'Du är inte bedömare i ärendet.',
    fi: 'Et ole asian arvioija.',
    en: 'You are not an evaluator of this case.',
  },
  'already-scored': {
    sv: 'Du har redan gett dina poäng.',
    fi: 'Olet jo antanut pisteesi.',
    en: 'You have given your scores before.',
  },
  disqualified: {
    sv: 'Du har anmält jäv i ärendet.',
    fi: 'Olet ilmoittanut esteellisyydestä asiassa.',
    en: 'You have declared yourself disqualified in this case.',
  },
  'judgement-missing': {
    sv: 'Ett krav väntar på din bedömning.',
    fi: 'Yksi edellytys odottaa arviotasi.',
    en: 'A requirement waits for your judgement.',
  },
  'judgement-without-reason': {
    sv: 'En bedömning saknar motivering.',
    fi: 'Arviolta puuttuu perustelu.',
    en: 'A judgement has no reason.',
  },
  'judgement-without-finding': {
    sv: 'En bedömning gäller ett krav som inte har granskats.',
    fi: 'Arvio koskee edellytystä, jota ei ole tarkastettu.',
    en: 'A judgement is about a requirement that was not examined.',
  },
  'too-few-evaluators': {
    sv: 'Utlysningen har inte tillräckligt många bedömare utan jäv.',
    fi: 'Haulla ei ole riittävästi esteettömiä arvioijia.',
    en: 'The call has too few evaluators who are not disqualified.',
  },
  'scores-incomplete': {
    sv: 'Varje kriterium ska ha poäng inom skalan och en motivering.',
    fi: 'Jokaisella kriteerillä on oltava asteikon mukainen pistemäärä ja perustelu.',
    en: 'Every criterion needs a score within the scale and a justification.',
  },
  'scores-missing': {
    sv: 'Alla bedömare har inte gett sina poäng.',
    fi: 'Kaikki arvioijat eivät ole antaneet pisteitään.',
    en: 'Not all evaluators have given their scores.',
  },
  'scores-not-given': {
    sv: 'Du har inte gett några poäng att ändra.',
    fi: 'Et ole antanut pisteitä, joita voisi muuttaa.',
    en: 'You have given no scores to change.',
  },
  'no-disagreement': {
    sv: 'Det finns ingen oenighet mellan bedömarna att ta ställning till.',
    fi: 'Arvioijien välillä ei ole erimielisyyttä, johon ottaa kantaa.',
    en: 'There is no disagreement between evaluators to consider.',
  },
  'already-decided': {
    sv: 'Ärendet har redan avgjorts.',
    fi: 'Asia on jo ratkaistu.',
    en: 'The case has been decided before.',
  },
  'decision-not-of-this-case': {
    sv: 'Beslutet gäller ett annat ärende eller en annan version.',
    fi: 'Päätös koskee toista asiaa tai toista versiota.',
    en: 'The decision is about another case or another version.',
  },
  'mail-already-sent': {
    sv: 'Meddelandet har redan skickats.',
    fi: 'Viesti on jo lähetetty.',
    en: 'The message has been sent before.',
  },
  'mail-unknown': {
    sv: 'Det finns inget sådant meddelande i ärendet.',
    fi: 'Asiassa ei ole tällaista viestiä.',
    en: 'The case has no such message.',
  },
  'mail-not-failed': {
    sv: 'Meddelandet behöver inte skickas per post.',
    fi: 'Viestiä ei tarvitse lähettää postitse.',
    en: 'The message need not be sent by post.',
  },
  'already-opened-letter': {
    sv: 'Beslutet har öppnats tidigare.',
    fi: 'Päätös on avattu aiemmin.',
    en: 'The decision has been opened before.',
  },
  'ground-missing': {
    sv: 'Ange grunden för jävet.',
    fi: 'Ilmoita esteellisyyden peruste.',
    en: 'State the ground of disqualification.',
  },
  'rectification-not-decided': {
    sv: 'Begäran om omprövning är inte avgjord.',
    fi: 'Oikaisuvaatimusta ei ole ratkaistu.',
    en: 'The request for rectification is not decided.',
  },
  'rectification-already-written': {
    sv: 'Brevet om omprövningen har redan gjorts.',
    fi: 'Oikaisuvaatimuspäätöksen kirje on jo laadittu.',
    en: 'The letter of the rectification has been made before.',
  },
  'no-role': {
    sv: 'Du har ingen uppgift i utlysningen.',
    fi: 'Sinulla ei ole tehtävää haussa.',
    en: 'You have no role in the call.',
  },
  'tie-not-considered': {
    sv: 'Ett jäv gäller ett ärende som inte finns bland dem du har gått igenom.',
    fi: 'Esteellisyysilmoitus koskee asiaa, joka ei ole läpi käytyjen joukossa.',
    en: 'A tie is to a case that is not among those you went through.',
  },
  'ties-not-declared': {
    sv: 'Ange först om du är jävig i ärendet. Därefter kan du öppna det.',
    fi: 'Ilmoita ensin, oletko esteellinen asiassa. Sen jälkeen voit avata sen.',
    en: 'First say whether you are disqualified in the case. Then you can open it.',
  },
  'already-published': {
    sv: 'Utlysningen har redan publicerats.',
    fi: 'Haku on jo julkaistu.',
    en: 'The call has been published before.',
  },
  'nobody-named': {
    sv: 'Ange minst en person som får eller lämnar en roll.',
    fi: 'Ilmoita vähintään yksi henkilö, joka saa roolin tai luopuu siitä.',
    en: 'Name at least one person who is given a role or leaves one.',
  },
  'already-named': {
    sv: 'Personen har redan den rollen i utlysningen.',
    fi: 'Henkilöllä on jo tämä rooli haussa.',
    en: 'The person has that role in the call already.',
  },
  'not-named': {
    sv: 'Personen har inte den rollen i utlysningen.',
    fi: 'Henkilöllä ei ole tätä roolia haussa.',
    en: 'The person does not have that role in the call.',
  },
  'decider-prepares': {
    sv: 'Den som bereder eller bedömer får inte också besluta.',
    fi: 'Asian valmistelija tai arvioija ei voi myös ratkaista sitä.',
    en: 'Whoever prepares or scores may not also decide.',
  },
  'role-left-empty': {
    sv: 'Utlysningen behöver någon i varje roll. Ange först vem som tar över.',
    fi: 'Haussa on oltava joku jokaisessa roolissa. Ilmoita ensin, kuka jatkaa.',
    en: 'The call needs somebody in every role. First name who takes over.',
  },
  'not-correctable': {
    sv: 'Uppgiften kan inte rättas i en publicerad utlysning.',
    fi: 'Tietoa ei voi korjata julkaistussa haussa.',
    en: 'That cannot be corrected in a published call.',
  },
  'nothing-to-correct': {
    sv: 'Rättelsen ändrar ingenting.',
    fi: 'Korjaus ei muuta mitään.',
    en: 'The correction changes nothing.',
  },
  'closing-not-later': {
    sv: 'Ansökningstiden kan bara förlängas.',
    fi: 'Hakuaikaa voi vain pidentää.',
    en: 'The closing can only be put off.',
  },
  'already-closed': {
    sv: 'Ansökningstiden har gått ut och kan inte förlängas.',
    fi: 'Hakuaika on päättynyt, eikä sitä voi pidentää.',
    en: 'The call has closed; its closing cannot be put off.',
  },
  'pool-differs': {
    sv: 'En annan utlysning med samma anslag uppger ett annat belopp.',
    fi: 'Toinen saman määrärahan haku ilmoittaa eri määrän.',
    en: 'Another call that shares the appropriation states another sum.',
  },
  'not-in-pool': {
    sv: 'Utlysningen hör inte till dem som delar anslaget.',
    fi: 'Haku ei kuulu määrärahan jakaviin hakuihin.',
    en: 'The call is not one of those that share the appropriation.',
  },
  'pool-exhausted': {
    sv: 'Det gemensamma anslaget räcker inte till.',
    fi: 'Yhteinen määräraha ei riitä.',
    en: 'What is left of the shared appropriation is not enough.',
  },
  'still-open': {
    sv: 'Ansökningstiden pågår ännu.',
    fi: 'Hakuaika on vielä käynnissä.',
    en: 'The call is still open.',
  },
  'over-appropriation': {
    sv: 'Understöden överskrider anslaget.',
    fi: 'Avustukset ylittävät määrärahan.',
    en: 'The grants exceed the appropriation.',
  },
  'seed-not-committed': {
    sv: 'Lottningens frö är inte det som fastställdes när utlysningen publicerades.',
    fi: 'Arvonnan siemen ei ole se, joka vahvistettiin hakua julkaistaessa.',
    en: 'The seed of the draw is not the one that was committed when the call was published.',
  },
  'another-plan': {
    sv: 'Planen har ersatts av en annan.',
    fi: 'Suunnitelma on korvattu toisella.',
    en: 'The plan has been replaced by another.',
  },
  'another-batch': {
    sv: 'Beslutsutkasten har ersatts av andra.',
    fi: 'Päätösluonnokset on korvattu toisilla.',
    en: 'The drafts have been replaced by others.',
  },
  'not-a-decision-maker': {
    sv: 'Endast utlysningens beslutsfattare kan göra detta.',
    fi: 'Vain haun ratkaisija voi tehdä tämän.',
    en: 'Only a decision maker of the call can do this.',
  },
  'decider-prepared': {
    sv: 'Den som har berett eller bedömt något av ärendena kan inte avgöra dem.',
    fi: 'Asioita valmistellut tai arvioinut ei voi ratkaista niitä.',
    en: 'Whoever prepared or scored any of the cases cannot decide them.',
  },
  'reason-missing': {
    sv: 'Ange orsaken.',
    fi: 'Ilmoita syy.',
    en: 'Give the reason.',
  },
  'remark-unanswered': {
    sv: 'Alla anmärkningar måste besvaras.',
    fi: 'Kaikkiin huomautuksiin on vastattava.',
    en: 'Every remark must be answered.',
  },
  'rectification-already-requested': {
    sv: 'Omprövning av beslutet har redan begärts.',
    fi: 'Päätökseen on jo vaadittu oikaisua.',
    en: 'Rectification of the decision has been asked for before.',
  },
  'rectification-already-decided': {
    sv: 'Begäran om omprövning har redan avgjorts.',
    fi: 'Oikaisuvaatimus on jo ratkaistu.',
    en: 'The request for rectification has been decided before.',
  },
  'no-rectification': {
    sv: 'Omprövning har inte begärts.',
    fi: 'Oikaisua ei ole vaadittu.',
    en: 'Nobody has asked for rectification.',
  },
  'requested-too-late': {
    sv: 'Begäran kom in för sent och kan inte prövas.',
    fi: 'Vaatimus saapui myöhässä, eikä sitä voida tutkia.',
    en: 'The request came too late and cannot be examined.',
  },
  'award-not-changed': {
    sv: 'Beloppet kan ändras bara om beslutet ändras.',
    fi: 'Määrä voi muuttua vain, jos päätöstä muutetaan.',
    en: 'The sum can change only where the decision is changed.',
  },
  'award-out-of-bounds': {
    sv: 'Beloppet är större än det som kan beviljas.',
    fi: 'Määrä on suurempi kuin voidaan myöntää.',
    en: 'The sum is larger than can be granted.',
  },
  'decision-already-replaced': {
    sv: 'Beslutet har redan ersatts av ett annat.',
    fi: 'Päätös on jo korvattu toisella.',
    en: 'Another decision has taken the place of this one.',
  },
  'grant-already-declined': {
    sv: 'Sökanden har redan avstått från understödet.',
    fi: 'Hakija on jo luopunut avustuksesta.',
    en: 'The grant has been declined before.',
  },
  'award-changed-meanwhile': {
    sv: 'Ett beviljat belopp har ändrats efter att detta föreslogs. Gör ett nytt förslag.',
    fi: 'Myönnetty määrä on muuttunut ehdotuksen jälkeen. Tee uusi ehdotus.',
    en: 'An awarded sum has changed since this was proposed. Make another proposal.',
  },
  'nothing-to-reallocate': {
    sv: 'Ingen sökande skulle få mer än hittills.',
    fi: 'Kukaan hakijoista ei saisi nykyistä enempää.',
    en: 'No applicant would get more than before.',
  },
  'another-reallocation': {
    sv: 'Förslaget om omfördelning har redan avgjorts eller ersatts av ett annat.',
    fi: 'Uudelleenjakoa koskeva ehdotus on jo ratkaistu tai korvattu toisella.',
    en: 'The proposed reallocation has been decided or replaced by another.',
  },
  'limits-not-kept': {
    sv: 'Ingen fördelning håller alla gränser. Planen visar vilka som inte kan hållas samtidigt.',
    fi: 'Mikään jako ei noudata kaikkia rajoja. Suunnitelmasta näkyy, mitä niistä ei voida noudattaa yhtä aikaa.',
    en: 'No allocation keeps all limits. The plan shows which of them cannot be kept together.',
  },
};
