import type { Text } from '../language.ts';

/** Codes the API itself refuses with. */
type ApiRefusal =
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

/** Why the API refuses what it is asked. */
export const apiRefusals: Readonly<Record<ApiRefusal, Text>> = {
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
  'ties-not-declared': {
    sv: 'Ange först om du är jävig i ärendet. Därefter kan du öppna det.',
    fi: 'Ilmoita ensin, oletko esteellinen asiassa. Sen jälkeen voit avata sen.',
    en: 'First say whether you are disqualified in the case. Then you can open it.',
  },
};
