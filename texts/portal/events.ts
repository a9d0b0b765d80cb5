import type { CaseBody } from '../../domain/case/events.ts';
import type { Text } from '../language.ts';

/** What each event of a case is called in its timeline. */
export const eventNames: Readonly<Record<CaseBody['type'], Text>> = {
  'application-opened': { sv: 'Ansökan öppnades', fi: 'Hakemus avattiin', en: 'The application was opened' },
  'version-opened': { sv: 'En version anmäldes', fi: 'Versio ilmoitettiin', en: 'A version was announced' },
  'submission-rejected': {
    sv: 'Versionen kunde inte tas emot',
    fi: 'Versiota ei voitu vastaanottaa',
    en: 'The version could not be taken in',
  },
  'case-registered': { sv: 'Ärendet registrerades', fi: 'Asia kirjattiin', en: 'The case was registered' },
  'version-received': {
    sv: 'En ny version togs emot',
    fi: 'Uusi versio vastaanotettiin',
    en: 'A new version was received',
  },
  'eligibility-screened': {
    sv: 'Villkoren granskades',
    fi: 'Ehdot tarkastettiin',
    en: 'The terms were examined',
  },
  'completion-requested': {
    sv: 'Komplettering begärdes',
    fi: 'Täydennystä pyydettiin',
    en: 'A completion was requested',
  },
  'completion-expired': {
    sv: 'Tiden för komplettering gick ut',
    fi: 'Täydennysaika päättyi',
    en: 'The time for completing passed',
  },
  'screening-confirmed': {
    sv: 'Granskningen bekräftades',
    fi: 'Tarkastus vahvistettiin',
    en: 'The screening was confirmed',
  },
  'evaluators-assigned': { sv: 'Bedömare utsågs', fi: 'Arvioijat nimettiin', en: 'Evaluators were assigned' },
  'evaluator-disqualified': {
    sv: 'En bedömare anmälde jäv',
    fi: 'Arvioija ilmoitti esteellisyytensä',
    en: 'An evaluator declared a disqualification',
  },
  'evaluator-replaced': {
    sv: 'En bedömare ersattes',
    fi: 'Arvioija vaihdettiin',
    en: 'An evaluator was replaced',
  },
  'scores-saved': { sv: 'Poäng gavs', fi: 'Pisteet annettiin', en: 'Scores were given' },
  'scores-changed': { sv: 'Poäng ändrades', fi: 'Pisteitä muutettiin', en: 'Scores were changed' },
  'scores-combined': {
    sv: 'Poängen räknades samman',
    fi: 'Pisteet yhdistettiin',
    en: 'The scores were combined',
  },
  'disagreement-considered': {
    sv: 'Bedömarnas oenighet prövades',
    fi: 'Arvioijien erimielisyyteen otettiin kantaa',
    en: 'The evaluators’ disagreement was considered',
  },
  'decision-made': { sv: 'Beslut fattades', fi: 'Päätös tehtiin', en: 'The decision was made' },
  'letter-rendered': {
    sv: 'Beslutsbrevet blev klart',
    fi: 'Päätöskirje valmistui',
    en: 'The decision letter was made',
  },
  'letter-opened': {
    sv: 'Sökanden öppnade beslutsbrevet',
    fi: 'Hakija avasi päätöskirjeen',
    en: 'The applicant opened the decision letter',
  },
  'decision-replaced': { sv: 'Beslutet ersattes', fi: 'Päätös korvattiin', en: 'The decision was replaced' },
  'mail-wanted': {
    sv: 'Ett meddelande skulle skickas',
    fi: 'Viesti oli määrä lähettää',
    en: 'A message was to be sent',
  },
  'mail-sent': { sv: 'Ett meddelande skickades', fi: 'Viesti lähetettiin', en: 'A message was sent' },
  'mail-refused': {
    sv: 'Ett meddelande togs inte emot',
    fi: 'Viesti torjuttiin',
    en: 'A message was refused',
  },
  'mail-delivered': {
    sv: 'Ett meddelande kom fram',
    fi: 'Viesti meni perille',
    en: 'A message was delivered',
  },
  'mail-bounced': {
    sv: 'Ett meddelande kom inte fram',
    fi: 'Viesti ei mennyt perille',
    en: 'A message was not delivered',
  },
  'mail-complained': {
    sv: 'En mottagare klagade på ett meddelande',
    fi: 'Vastaanottaja valitti viestistä',
    en: 'A recipient complained of a message',
  },
  'mail-posted': {
    sv: 'Ett meddelande skickades per post',
    fi: 'Viesti lähetettiin postitse',
    en: 'A message was sent by post',
  },
  'mail-reordered': {
    sv: 'Ett meddelande beställdes på nytt',
    fi: 'Viesti tilattiin uudelleen',
    en: 'A message was ordered again',
  },
  'step-failed': { sv: 'Ett steg misslyckades', fi: 'Vaihe epäonnistui', en: 'A step failed' },
  'task-overdue': { sv: 'En uppgift försenades', fi: 'Tehtävä myöhästyi', en: 'A task became overdue' },
};
