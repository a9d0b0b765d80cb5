import type { CaseRefusal } from '../../domain/case/commands.ts';
import type { Text } from '../language.ts';

/** Why a command on a case is refused. */
export const caseRefusals: Readonly<Record<CaseRefusal, Text>> = {
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
  'nothing-to-correct': {
    sv: 'Rättelsen ändrar ingenting.',
    fi: 'Korjaus ei muuta mitään.',
    en: 'The correction changes nothing.',
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
};
