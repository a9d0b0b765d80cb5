import type { CaseRefusal } from '../../domain/case/commands.ts';
import type { PoolRefusal } from '../../domain/pool/pool.ts';
import type { RoundRefusal } from '../../domain/round/round.ts';
import type { Text } from '../language.ts';

/** Why a command on a call is refused, or on money that calls share, where it is not for what a case is refused for too. */
export const roundRefusals: Readonly<Record<Exclude<RoundRefusal | PoolRefusal, CaseRefusal>, Text>> = {
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
  'remark-unanswered': {
    sv: 'Alla anmärkningar måste besvaras.',
    fi: 'Kaikkiin huomautuksiin on vastattava.',
    en: 'Every remark must be answered.',
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
