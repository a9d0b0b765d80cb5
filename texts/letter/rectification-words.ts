import type { RectificationOutcome } from '../../domain/rectification/rectification.ts';
import type { Language } from '../language.ts';
import type { Fact } from './content.ts';

interface Sums {
  readonly authority: string;
  readonly applicant: string;
  readonly caseNumber: string;
  readonly from: string;
  readonly awarded: string;
}

/** Every word of the letter of a rectification decision that other letters do not have. */
interface RectificationWords {
  readonly title: string;
  readonly matterText: string;
  readonly about: string;
  readonly requested: string;
  readonly demand: string;
  readonly grounds: string;
  readonly statement: Readonly<Record<RectificationOutcome, (sums: Sums) => string>>;
  readonly signed: (decisionMaker: string) => string;
  readonly appeal: string;
  readonly appealText: readonly (string | Fact)[];
}

/**
 * A decision on rectification is appealed to a court (State Grants Act 688/2001 § 34; Act 808/2019). Which court that is follows
 * from the Act and the applicant's place; the authority is asked for it, since no call says.
 */
export const rectificationWords: Readonly<Record<Language, RectificationWords>> = {
  sv: {
    title: 'Beslut om omprövning',
    matterText: 'Begäran om omprövning av ett beslut om statsunderstöd',
    about: 'Beslut som avses',
    requested: 'Begäran kom in',
    demand: 'Yrkande',
    grounds: 'Grunder som anförts',
    statement: {
      unchanged: ({ authority, caseNumber, awarded }) =>
        `${authority} avslår begäran om omprövning. Beslutet ${caseNumber} ändras inte; det beviljade beloppet är ${awarded}.`,
      changed: ({ authority, applicant, caseNumber, from, awarded }) =>
        `${authority} ändrar beslutet ${caseNumber} så att ${applicant} beviljas högst ${awarded} i stället för ${from}. Detta beslut ersätter det tidigare.`,
      'not-examined': ({ authority, caseNumber }) =>
        `${authority} tar inte upp begäran om omprövning till prövning. Beslutet ${caseNumber} gäller oförändrat.`,
    },
    signed: (decisionMaker) => `Avgjort av ${decisionMaker}. Beslutet har godkänts elektroniskt.`,
    appeal: 'Bilaga: Besvärsanvisning',
    appealText: [
      'Den som är missnöjd med detta beslut får söka ändring i det genom besvär hos förvaltningsdomstolen (statsunderstödslagen 34\u00a0§, lagen om rättegång i förvaltningsärenden 808/2019). Myndigheten uppger på begäran vilken förvaltningsdomstol som är behörig. Beslutet ska iakttas även om det överklagas, om inte domstolen bestämmer något annat.',
      [
        'Tid',
        'Besvär ska anföras inom 30 dagar från delfåendet av beslutet. Dagen för delfåendet räknas inte in.',
      ],
      [
        'Delfående',
        'En myndighet anses ha fått del av beslutet den dag det kom fram. Någon annan anses ha fått del av ett beslut som skickats elektroniskt den tredje dagen efter att det skickades, och av ett beslut som skickats per brev den sjunde dagen, om inte något annat visas.',
      ],
      [
        'Innehåll',
        'Besvären anförs skriftligen. Ange vilket beslut som överklagas, till vilka delar, vilka ändringar som yrkas och på vilka grunder, samt namn och kontaktuppgifter. Bifoga beslutet, utredning om när det delgavs och de handlingar som åberopas.',
      ],
    ],
  },
  fi: {
    title: 'Oikaisuvaatimuspäätös',
    matterText: 'Oikaisuvaatimus valtionavustuspäätöksestä',
    about: 'Päätös, jota vaatimus koskee',
    requested: 'Vaatimus saapui',
    demand: 'Vaatimus',
    grounds: 'Esitetyt perusteet',
    statement: {
      unchanged: ({ authority, caseNumber, awarded }) =>
        `${authority} hylkää oikaisuvaatimuksen. Päätöstä ${caseNumber} ei muuteta; myönnetty määrä on ${awarded}.`,
      changed: ({ authority, applicant, caseNumber, from, awarded }) =>
        `${authority} muuttaa päätöstä ${caseNumber} siten, että hakijalle ${applicant} myönnetään enintään ${awarded} aiemman määrän ${from} sijasta. Tämä päätös korvaa aiemman.`,
      'not-examined': ({ authority, caseNumber }) =>
        `${authority} jättää oikaisuvaatimuksen tutkimatta. Päätös ${caseNumber} on voimassa muuttumattomana.`,
    },
    signed: (decisionMaker) => `Ratkaisija: ${decisionMaker}. Päätös on hyväksytty sähköisesti.`,
    appeal: 'Liite: Valitusosoitus',
    appealText: [
      'Päätökseen tyytymätön saa hakea siihen muutosta valittamalla hallinto-oikeuteen (valtionavustuslaki 34\u00a0§, laki oikeudenkäynnistä hallintoasioissa 808/2019). Viranomainen ilmoittaa pyynnöstä, mikä hallinto-oikeus on toimivaltainen. Päätöstä on noudatettava valituksesta huolimatta, jollei tuomioistuin toisin määrää.',
      [
        'Aika',
        'Valitus on tehtävä 30 päivän kuluessa päätöksen tiedoksisaannista. Tiedoksisaantipäivää ei lasketa mukaan.',
      ],
      [
        'Tiedoksisaanti',
        'Viranomaisen katsotaan saaneen päätöksestä tiedon sen saapumispäivänä. Muun katsotaan saaneen tiedon sähköisesti lähetetystä päätöksestä kolmantena päivänä sen lähettämisestä ja kirjeellä lähetetystä päätöksestä seitsemäntenä päivänä, jollei muuta näytetä.',
      ],
      [
        'Sisältö',
        'Valitus tehdään kirjallisesti. Ilmoita päätös, johon haetaan muutosta, miltä kohdin siihen haetaan muutosta, mitä muutoksia vaaditaan ja millä perusteilla, sekä nimi ja yhteystiedot. Liitä mukaan päätös, selvitys sen tiedoksisaannista ja asiakirjat, joihin vedotaan.',
      ],
    ],
  },
  en: {
    title: 'Decision on rectification',
    matterText: 'Request for rectification of a decision on a state grant',
    about: 'Decision that it is about',
    requested: 'The request arrived',
    demand: 'Demand',
    grounds: 'Grounds given',
    statement: {
      unchanged: ({ authority, caseNumber, awarded }) =>
        `${authority} rejects the request. Decision ${caseNumber} is not changed; the sum granted is ${awarded}.`,
      changed: ({ authority, applicant, caseNumber, from, awarded }) =>
        `${authority} changes decision ${caseNumber} so that ${applicant} is granted at most ${awarded} instead of ${from}. This decision takes the place of the earlier one.`,
      'not-examined': ({ authority, caseNumber }) =>
        `${authority} does not examine the request. Decision ${caseNumber} stays in force unchanged.`,
    },
    signed: (decisionMaker) => `Decided by ${decisionMaker}. The decision was approved electronically.`,
    appeal: 'Appendix: How to appeal',
    appealText: [
      'Whoever is dissatisfied with this decision may appeal to the administrative court (State Grants Act § 34; Act 808/2019). The authority tells on request which court has jurisdiction. The decision is to be followed although it is appealed, unless the court orders otherwise.',
      [
        'Time',
        'The appeal must be made within 30 days of notice of the decision. The day of notice is not counted.',
      ],
      [
        'Notice',
        'An authority has notice of the decision on the day it arrived. Anybody else has notice of a decision sent electronically on the third day after it was sent, and of one sent by letter on the seventh day, unless shown otherwise.',
      ],
      [
        'Contents',
        'The appeal is made in writing. State which decision is appealed and in which parts, what changes are demanded and on what grounds, and name and contact details. Enclose the decision, an account of when notice of it was given, and the documents relied on.',
      ],
    ],
  },
};
