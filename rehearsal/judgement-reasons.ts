import type { RuleId } from '../domain/eligibility/rule.ts';
import type { CaseLanguage } from '../domain/language.ts';

type Reasons = Readonly<Record<'met' | 'unmet', Readonly<Record<CaseLanguage, string>>>>;

/** Why the rehearsed presenter finds a requirement fulfilled or not, where the machine left it to a person. */
export function reasonFor(rule: RuleId, met: boolean): Readonly<Record<CaseLanguage, string>> {
  return (reasons[rule] ?? general)[met ? 'met' : 'unmet'];
}

const general: Reasons = {
  met: {
    sv: 'Ordet nämns, men projektet gäller kommunens egna processer som helhet.',
    fi: 'Sana mainitaan, mutta hanke koskee kunnan omia prosesseja kokonaisuutena.',
  },
  unmet: {
    sv: 'Projektets hela innehåll hör till det som lämnats utanför utlysningen.',
    fi: 'Hankkeen koko sisältö kuuluu siihen, mikä on rajattu haun ulkopuolelle.',
  },
};

const reasons: Readonly<Partial<Record<RuleId, Reasons>>> = {
  'applicant-may-apply': {
    met: {
      sv: 'Namnet är vilseledande, men sökanden är en kommun.',
      fi: 'Nimi on harhaanjohtava, mutta hakija on kunta.',
    },
    unmet: {
      sv: 'Sökanden är ett bolag som kommunen äger och inte kommunen själv.',
      fi: 'Hakija on kunnan omistama yhtiö eikä kunta itse.',
    },
  },
  'municipalities-continue': {
    met: {
      sv: 'Den nya kommunen fortsätter projektet i den tidigare kommunens ställe.',
      fi: 'Uusi kunta jatkaa hanketta aiemman kunnan sijaan.',
    },
    unmet: {
      sv: 'Efter sammanslagningen återstår bara en kommun.',
      fi: 'Kuntaliitoksen jälkeen jäljellä on vain yksi kunta.',
    },
  },
  'municipalities-of-aland': {
    met: {
      sv: 'Kommunen deltar på egen bekostnad och får ingen del av understödet.',
      fi: 'Kunta osallistuu omalla kustannuksellaan eikä saa osaa avustuksesta.',
    },
    unmet: {
      sv: 'Projektet gäller i sin helhet uppgifter som hör till landskapets lagstiftning.',
      fi: 'Hanke koskee kokonaisuudessaan maakunnan lainsäädäntöön kuuluvia tehtäviä.',
    },
  },
  'costs-necessary': {
    met: {
      sv: 'Utan licenserna kan den nya processen inte prövas.',
      fi: 'Uutta prosessia ei voi kokeilla ilman lisenssejä.',
    },
    unmet: {
      sv: 'Licenserna behövs i den dagliga verksamheten också utan projektet.',
      fi: 'Lisenssejä tarvitaan päivittäisessä toiminnassa ilman hankettakin.',
    },
  },
  'internal-charges-actual': {
    met: {
      sv: 'Beräkningen grundar sig på bokföringen.',
      fi: 'Laskelma perustuu kirjanpitoon.',
    },
    unmet: {
      sv: 'Debiteringen följer en prislista och inte de faktiska kostnaderna.',
      fi: 'Veloitus noudattaa hinnastoa eikä todellisia kustannuksia.',
    },
  },
};
