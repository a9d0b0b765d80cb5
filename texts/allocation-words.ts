import type { Inversion } from '../domain/allocation/plan.ts';
import type { Language, Text, TextOf } from './language.ts';

/** How reasons are told, by what they say. */
export interface ReasonWords {
  fits(row: string, room: string): string;
  remainder(row: string, room: string, short: string): string;
  doesNotFit(row: string, room: string, short: string): string;
  afterTheEnd(endedAt: string): string;
  readonly inProportion: Readonly<Record<'share' | 'request' | 'minimum' | 'row', (row: string) => string>>;
  inTheBestSet(set: string): string;
  notInTheBestSet(set: string): string;
  belowTheThreshold(short: string): string;
  belowTheLeastGrant(least: string): string;
  readonly standing: string;
  needed(score: string, more: string, outcome: string): string;
  ahead(id: string): string;
  readonly noScore: string;
  readonly wouldBeFunded: string;
  readonly wouldBeFull: string;
}

export const reasons: Readonly<Record<Language, ReasonWords>> = {
  sv: {
    fits: (row, room) =>
      `Understödet beviljas till hela det belopp som kan beviljas. När ansökan stod i tur i rangordningen återstod ${room} av ${row}, vilket räckte till.`,
    remainder: (row, room, short) =>
      `Understödet beviljas till ett lägre belopp. När ansökan stod i tur i rangordningen återstod ${room} av ${row}, och det fattades ${short} till det belopp som hade kunnat beviljas. Återstoden räcker till att genomföra projektet.`,
    doesNotFit: (row, room, short) =>
      `Ansökan avslås. När den stod i tur i rangordningen återstod ${room} av ${row}, och det fattades ${short}.`,
    afterTheEnd: (endedAt) =>
      `Ansökan avslås. Anslaget räckte inte till ansökan ${endedAt}, och enligt utlysningen beviljas understöd inte längre ned i rangordningen än så.`,
    inProportion: {
      share: () =>
        'Anslaget fördelas i proportion till de sökta beloppen. Understödet är den andel som är lika för alla som beviljas understöd.',
      request: () =>
        'Anslaget fördelas i proportion till de sökta beloppen. Understödet beviljas till hela det belopp som kan beviljas.',
      minimum: () =>
        'Anslaget fördelas i proportion till de sökta beloppen. Understödet är det minsta belopp med vilket projektet kan genomföras, vilket är mer än den gemensamma andelen.',
      row: (row) =>
        `Anslaget fördelas i proportion till de sökta beloppen. Understödet är lägre än den gemensamma andelen, eftersom inget återstår av ${row}.`,
    },
    inTheBestSet: (set) => `Understödet beviljas, eftersom ansökan hör till ${set}.`,
    notInTheBestSet: (set) => `Ansökan avslås. Den hör inte till ${set}.`,
    belowTheThreshold: (short) =>
      `Ansökan avslås. Dess poängtal är ${short} poäng lägre än det poängtal som utlysningen kräver.`,
    belowTheLeastGrant: (least) =>
      `Ansökan avslås. Det belopp som skulle kunna beviljas är mindre än det minsta understöd som utlysningen ger, ${least}.`,
    standing: 'Understödet har beviljats tidigare och ändras inte.',
    needed: (score, more, outcome) => `Med ${score} poäng, det vill säga ${more} poäng mer, hade ${outcome}.`,
    ahead: (id) => `Den hade då stått före ansökan ${id} i rangordningen.`,
    noScore: 'Inget poängtal hade räckt till.',
    wouldBeFunded: 'understöd beviljats',
    wouldBeFull: 'hela det belopp beviljats som kan beviljas',
  },
  fi: {
    fits: (row, room) =>
      `Avustuksena myönnetään koko se määrä, joka voidaan myöntää. Kun hakemus oli vuorossa paremmuusjärjestyksessä, jäljellä oli ${room} (${row}), mikä riitti.`,
    remainder: (row, room, short) =>
      `Avustuksena myönnetään pienempi määrä kuin voitaisiin myöntää. Kun hakemus oli vuorossa paremmuusjärjestyksessä, jäljellä oli ${room} (${row}), ja siitä määrästä, joka olisi voitu myöntää, puuttui ${short}. Jäljellä oleva määrä riittää hankkeen toteuttamiseen.`,
    doesNotFit: (row, room, short) =>
      `Hakemus hylätään. Kun se oli vuorossa paremmuusjärjestyksessä, jäljellä oli ${room} (${row}), ja määrästä puuttui ${short}.`,
    afterTheEnd: (endedAt) =>
      `Hakemus hylätään. Määräraha ei riittänyt hakemukseen ${endedAt}, eikä avustusta hakuilmoituksen mukaan myönnetä paremmuusjärjestyksessä sitä alempana oleville.`,
    inProportion: {
      share: () =>
        'Määräraha jaetaan haettujen määrien suhteessa. Avustus on osuus, joka on sama kaikille avustuksen saaville.',
      request: () =>
        'Määräraha jaetaan haettujen määrien suhteessa. Avustuksena myönnetään koko se määrä, joka voidaan myöntää.',
      minimum: () =>
        'Määräraha jaetaan haettujen määrien suhteessa. Avustus on pienin määrä, jolla hanke voidaan toteuttaa, ja se on yhteistä osuutta suurempi.',
      row: (row) =>
        `Määräraha jaetaan haettujen määrien suhteessa. Avustus on yhteistä osuutta pienempi, koska enempää ei ole jäljellä (${row}).`,
    },
    inTheBestSet: (set) => `Avustus myönnetään, koska hakemus kuuluu ${set}.`,
    notInTheBestSet: (set) => `Hakemus hylätään. Se ei kuulu ${set}.`,
    belowTheThreshold: (short) =>
      `Hakemus hylätään. Sen pistemäärä on ${short} pistettä pienempi kuin hakuilmoituksessa edellytetty pistemäärä.`,
    belowTheLeastGrant: (least) =>
      `Hakemus hylätään. Määrä, joka voitaisiin myöntää, on pienempi kuin haun pienin avustus, ${least}.`,
    standing: 'Avustus on myönnetty aiemmin, eikä sitä muuteta.',
    needed: (score, more, outcome) =>
      `Pistemäärällä ${score} eli ${more} pistettä suuremmalla pistemäärällä ${outcome}.`,
    ahead: (id) => `Se olisi silloin ollut paremmuusjärjestyksessä ennen hakemusta ${id}.`,
    noScore: 'Mikään pistemäärä ei olisi riittänyt.',
    wouldBeFunded: 'avustus olisi myönnetty',
    wouldBeFull: 'olisi myönnetty koko se määrä, joka voidaan myöntää',
  },
  en: {
    fits: (row, room) =>
      `The whole sum that can be granted is awarded. When the application's turn came in the ranking, ${room} of ${row} was left, which was enough.`,
    remainder: (row, room, short) =>
      `A lower grant is awarded. When the application's turn came in the ranking, ${room} of ${row} was left, ${short} less than could have been granted. What was left is enough to carry the project out.`,
    doesNotFit: (row, room, short) =>
      `The application is refused. When its turn came in the ranking, ${room} of ${row} was left, ${short} too little.`,
    afterTheEnd: (endedAt) =>
      `The application is refused. The appropriation was not enough for application ${endedAt}, and by the terms of the call no grants are awarded further down the ranking.`,
    inProportion: {
      share: () =>
        'The appropriation is shared in proportion to the sums requested. The grant is the share that is the same for all who receive one.',
      request: () =>
        'The appropriation is shared in proportion to the sums requested. The whole sum that can be granted is awarded.',
      minimum: () =>
        'The appropriation is shared in proportion to the sums requested. The grant is the least sum with which the project can be carried out, which is more than the common share.',
      row: (row) =>
        `The appropriation is shared in proportion to the sums requested. The grant is less than the common share, because nothing is left of ${row}.`,
    },
    inTheBestSet: (set) => `The grant is awarded, because the application belongs to ${set}.`,
    notInTheBestSet: (set) => `The application is refused. It does not belong to ${set}.`,
    belowTheThreshold: (short) =>
      `The application is refused. Its score is ${short} points lower than the call requires.`,
    belowTheLeastGrant: (least) =>
      `The application is refused. The sum that could be granted is less than the least grant of the call, ${least}.`,
    standing: 'The grant was awarded earlier and does not change.',
    needed: (score, more, outcome) => `With ${score} points, that is ${more} points more, ${outcome}.`,
    ahead: (id) => `It would then have come before application ${id} in the ranking.`,
    noScore: 'No score would have been enough.',
    wouldBeFunded: 'a grant would have been awarded',
    wouldBeFull: 'the whole sum that can be granted would have been awarded',
  },
};

/** The set of applications that a plan by value funds, proved to be the best or only the best found; in Finnish illative. */
export const bestSets: Readonly<Record<'proved' | 'found', TextOf<number | null>>> = {
  proved: {
    sv: (band) =>
      `den grupp av ansökningar${inBand.sv(band)} som tillsammans har det största värdet av alla grupper som ryms inom anslaget och kvoterna`,
    fi: (band) =>
      `siihen hakemusten joukkoon${inBand.fi(band)}, jonka yhteenlaskettu arvo on suurin kaikista määrärahaan ja kiintiöihin mahtuvista`,
    en: (band) =>
      `the set of applications${inBand.en(band)} that together have the greatest value of all sets within the appropriation and the quotas`,
  },
  found: {
    sv: (band) =>
      `den grupp av ansökningar${inBand.sv(band)} som tillsammans har det största värde som hittats inom anslaget och kvoterna`,
    fi: (band) =>
      `siihen hakemusten joukkoon${inBand.fi(band)}, jonka yhteenlaskettu arvo on suurin määrärahan ja kiintiöiden rajoissa löydetyistä`,
    en: (band) =>
      `the set of applications${inBand.en(band)} that together have the greatest value found within the appropriation and the quotas`,
  },
};

const inBand: TextOf<number | null> = {
  sv: (band) => (band === null ? '' : ` i poängklass ${band + 1}`),
  fi: (band) => (band === null ? '' : ` pisteluokassa ${band + 1}`),
  en: (band) => (band === null ? '' : ` in score band ${band + 1}`),
};

export const shortfalls = {
  sv: {
    impossible: 'Den ryms inte i någon sådan grupp.',
    equal: 'En grupp med ansökan hade haft samma värde, och då avgör rangordningen.',
    unknown: 'Hur mycket lägre värde den bästa gruppen med ansökan har är inte utrett till slut.',
    points: (amount: string) => `${amount} poäng`,
    pointEuros: (amount: string) => `${amount} poäng gånger euro`,
    exactly: (measure: string) => `Den bästa gruppen med ansökan har ett värde som är ${measure} lägre.`,
    atLeast: (measure: string) =>
      `Den bästa gruppen med ansökan har ett värde som är minst ${measure} lägre.`,
  },
  fi: {
    impossible: 'Se ei mahdu mihinkään tällaiseen joukkoon.',
    equal: 'Joukolla, johon hakemus kuuluu, olisi ollut sama arvo, jolloin paremmuusjärjestys ratkaisee.',
    unknown:
      'Sitä, kuinka paljon pienempi arvo parhaalla hakemuksen sisältävällä joukolla on, ei ole selvitetty loppuun.',
    points: (amount: string) => `${amount} pistettä`,
    pointEuros: (amount: string) => `${amount} pistettä kertaa euro`,
    exactly: (measure: string) => `Parhaan hakemuksen sisältävän joukon arvo on ${measure} pienempi.`,
    atLeast: (measure: string) =>
      `Parhaan hakemuksen sisältävän joukon arvo on vähintään ${measure} pienempi.`,
  },
  en: {
    impossible: 'It fits in no such set.',
    equal: 'A set with the application would have had the same value; then the ranking decides.',
    unknown: 'How much lower the value of the best set with the application is was not searched to the end.',
    points: (amount: string) => `${amount} points`,
    pointEuros: (amount: string) => `${amount} points times euros`,
    exactly: (measure: string) => `The best set with the application is worth ${measure} less.`,
    atLeast: (measure: string) => `The best set with the application is worth at least ${measure} less.`,
  },
} as const;

/** Names of rows, in the form that follows "of" (`av`), or in Finnish stands by itself. */
export const rowNames = {
  sv: {
    appropriation: 'anslaget',
    ceiling: (group: string) => `det belopp som högst beviljas till ${group}`,
    floor: (group: string) => `det belopp som minst beviljas till ${group}`,
    reserved: (groups: string) => `den del av anslaget som inte är reserverad för ${groups}`,
    applicant: 'det belopp som en och samma sökande högst beviljas',
    municipality: (name: string) => `det belopp som högst beviljas till projekt där kommunen ${name} deltar`,
  },
  fi: {
    appropriation: 'määräraha',
    ceiling: (group: string) => `enimmäismäärä: ${group}`,
    floor: (group: string) => `vähimmäismäärä: ${group}`,
    reserved: (groups: string) => `määrärahan osa, jota ei ole varattu: ${groups}`,
    applicant: 'samalle hakijalle myönnettävä enimmäismäärä',
    municipality: (name: string) => `enimmäismäärä hankkeille, joihin kunta ${name} osallistuu`,
  },
  en: {
    appropriation: 'the appropriation',
    ceiling: (group: string) => `the most that ${group} may get`,
    floor: (group: string) => `the least that ${group} must get`,
    reserved: (groups: string) => `the part of the appropriation that is not reserved for ${groups}`,
    applicant: 'the most that one applicant may get',
    municipality: (name: string) => `the most that projects with municipality ${name} may get`,
  },
} as const;

export const leftOvers = {
  sv: {
    heldBack: (sum: string) => `${sum} hålls i reserv.`,
    shared: (sum: string) => `${sum} har beviljats i andra utlysningar som delar anslaget.`,
    allFunded: 'Alla ansökningar som kunde beviljas understöd beviljas hela det belopp som kan beviljas.',
    belowThreshold: (count: number, sum: string) =>
      `Ansökningar med ett lägre poängtal än utlysningen kräver: ${count}, om sammanlagt ${sum}.`,
    waits: (groups: string) => `Pengar är reserverade för ${groups}, som inte kunde användas i sin helhet.`,
    nobodyFits: (count: number, least: string) =>
      `Det som återstår räcker inte till för dem som inte beviljas hela beloppet (ansökningar: ${count}); minst ${least} skulle behövas.`,
    noRoom: (count: number) =>
      `Det som återstår skulle räcka till för dem som inte beviljas hela beloppet, men utlysningens gränser eller pengar som är reserverade för andra hindrar det (ansökningar: ${count}).`,
    ended: (id: string) =>
      `Enligt utlysningen slutar fördelningen vid ansökan ${id}, som anslaget inte räckte till.`,
  },
  fi: {
    heldBack: (sum: string) => `${sum} pidetään varalla.`,
    shared: (sum: string) => `${sum} on myönnetty muissa hauissa, joilla on sama määräraha.`,
    allFunded:
      'Kaikille hakemuksille, joille avustus voitiin myöntää, myönnetään koko se määrä, joka voidaan myöntää.',
    belowThreshold: (count: number, sum: string) =>
      `Hakemuksia, joiden pistemäärä on pienempi kuin haussa edellytetään: ${count}, yhteensä ${sum}.`,
    waits: (groups: string) => `Rahaa on varattu (${groups}), eikä sitä voitu käyttää kokonaan.`,
    nobodyFits: (count: number, least: string) =>
      `Jäljellä oleva määrä ei riitä niille, joille ei myönnetä koko määrää (hakemuksia: ${count}); tarvittaisiin vähintään ${least}.`,
    noRoom: (count: number) =>
      `Jäljellä oleva määrä riittäisi niille, joille ei myönnetä koko määrää, mutta haun rajat tai muille varattu raha estää sen (hakemuksia: ${count}).`,
    ended: (id: string) =>
      `Hakuilmoituksen mukaan jako päättyy hakemukseen ${id}, johon määräraha ei riittänyt.`,
  },
  en: {
    heldBack: (sum: string) => `${sum} is held in reserve.`,
    shared: (sum: string) => `${sum} was awarded in other calls that share the appropriation.`,
    allFunded: 'Every application that could be funded is awarded the whole sum that can be granted.',
    belowThreshold: (count: number, sum: string) =>
      `Applications with a lower score than the call requires: ${count}, for ${sum} in all.`,
    waits: (groups: string) => `Money is reserved for ${groups} and could not be used in full.`,
    nobodyFits: (count: number, least: string) =>
      `What is left is not enough for those who are not awarded the whole sum (applications: ${count}); at least ${least} would be needed.`,
    noRoom: (count: number) =>
      `What is left would be enough for those who are not awarded the whole sum, but limits of the call or money reserved for others stand in the way (applications: ${count}).`,
    ended: (id: string) =>
      `By the terms of the call awards end at application ${id}, for which the appropriation was not enough.`,
  },
} as const;

export const inversionTexts: TextOf<Pick<Inversion, 'refused' | 'fundedAfter' | 'last'>> = {
  sv: ({ refused, fundedAfter, last }) =>
    `Ansökan ${refused} avslås, fast ${fundedAfter === 1 ? 'en ansökan' : `${fundedAfter} ansökningar`} efter den i rangordningen beviljas understöd, den sista ${last}.`,
  fi: ({ refused, fundedAfter, last }) =>
    `Hakemus ${refused} hylätään, vaikka ${fundedAfter === 1 ? 'yhdelle' : fundedAfter} hakemukselle sen jälkeen paremmuusjärjestyksessä myönnetään avustus, viimeisenä hakemukselle ${last}.`,
  en: ({ refused, fundedAfter, last }) =>
    `Application ${refused} is refused although ${fundedAfter === 1 ? 'one application' : `${fundedAfter} applications`} after it in the ranking ${fundedAfter === 1 ? 'is' : 'are'} funded, the last of them ${last}.`,
};

export const inversionCauses: Readonly<Record<'row' | 'value' | 'other', TextOf<string>>> = {
  row: {
    sv: (row) => `Orsaken är att det inte återstod tillräckligt av ${row}.`,
    fi: (row) => `Syynä on, ettei jäljellä ollut riittävästi (${row}).`,
    en: (row) => `The cause is that not enough was left of ${row}.`,
  },
  value: {
    sv: () => 'Orsaken är att fördelningen ger det största sammanlagda värdet, inte den bästa rangordningen.',
    fi: () =>
      'Syynä on, että jako tavoittelee suurinta yhteenlaskettua arvoa eikä seuraa paremmuusjärjestystä.',
    en: () =>
      'The cause is that the allocation seeks the greatest value in all and does not follow the ranking.',
  },
  other: {
    sv: () => 'De beviljades understöd på andra grunder eller tidigare.',
    fi: () => 'Niille avustus on myönnetty muulla perusteella tai aiemmin.',
    en: () => 'Those were funded on other grounds or earlier.',
  },
};

export const conflicts = {
  sv: {
    tooSmall: (row: string, floor: string, requested: string) =>
      `Det går inte att bevilja ${row} (${floor}), eftersom alla ansökningar i gruppen tillsammans gäller ${requested}.`,
    noSum: (row: string, floor: string, below: string, above: string | null) =>
      `Det går inte att bevilja ${row} (${floor}): det närmaste som gruppens ansökningar kan ge är ${below}${above === null ? '' : ` eller ${above}, som är för mycket`}.`,
    floors: (dimension: string, floors: string, available: string) =>
      `Det som minst ska beviljas till grupperna i ${dimension} är tillsammans ${floors}, men det finns bara ${available} att bevilja.`,
    standing: (row: string, awarded: string, most: string) =>
      `Redan beviljade understöd, ${awarded}, är mer än ${row}, ${most}.`,
    notTogether: (row: string) =>
      `Det går inte att hålla sig till ${row} samtidigt med de andra gränser som nämns här.`,
  },
  fi: {
    tooSmall: (row: string, floor: string, requested: string) =>
      `Rajaa ei voida noudattaa (${row}, ${floor}), koska ryhmän kaikki hakemukset ovat yhteensä ${requested}.`,
    noSum: (row: string, floor: string, below: string, above: string | null) =>
      `Rajaa ei voida noudattaa (${row}, ${floor}): lähin määrä, johon ryhmän hakemuksilla päästään, on ${below}${above === null ? '' : ` tai liian suuri ${above}`}.`,
    floors: (dimension: string, floors: string, available: string) =>
      `Ryhmille vähintään myönnettävät määrät (${dimension}) ovat yhteensä ${floors}, mutta myönnettävissä on vain ${available}.`,
    standing: (row: string, awarded: string, most: string) =>
      `Jo myönnetyt avustukset, ${awarded}, ylittävät rajan (${row}, ${most}).`,
    notTogether: (row: string) =>
      `Rajaa (${row}) ei voida noudattaa yhtä aikaa muiden tässä mainittujen kanssa.`,
  },
  en: {
    tooSmall: (row: string, floor: string, requested: string) =>
      `It is not possible to grant ${row} (${floor}), because all applications of the group together ask for ${requested}.`,
    noSum: (row: string, floor: string, below: string, above: string | null) =>
      `It is not possible to grant ${row} (${floor}): the nearest that the group's applications can make is ${below}${above === null ? '' : ` or ${above}, which is too much`}.`,
    floors: (dimension: string, floors: string, available: string) =>
      `The least that the groups of ${dimension} must get is ${floors} in all, but only ${available} can be granted.`,
    standing: (row: string, awarded: string, most: string) =>
      `Awards already made, ${awarded}, are more than ${row}, ${most}.`,
    notTogether: (row: string) =>
      `It is not possible to keep to ${row} together with the other limits named here.`,
  },
} as const;

export const proofs: Readonly<Record<'exact' | 'exact-value', Text>> = {
  exact: {
    sv: 'Fördelningen är exakt: ingen annan är bättre enligt utlysningens regel.',
    fi: 'Jako on täsmällinen: mikään muu ei ole haun säännön mukaan parempi.',
    en: 'The allocation is exact: no other is better by the rule of the call.',
  },
  'exact-value': {
    sv: 'Ingen annan fördelning har ett större värde. Om någon med samma värde kommer före den i rangordningen är inte utrett till slut.',
    fi: 'Millään muulla jaolla ei ole suurempaa arvoa. Sitä, onko jokin yhtä arvokas jako paremmuusjärjestyksessä sen edellä, ei ole selvitetty loppuun.',
    en: 'No other allocation has a greater value. Whether one of the same value comes before it in the order was not searched to the end.',
  },
};

export const bestKnown: TextOf<{ readonly band: number | null; readonly percent: string }> = {
  sv: ({ band, percent }) =>
    `Fördelningen är den bästa som hittats. Dess värde${inBand.sv(band)} är minst ${percent} procent av det största möjliga.${band === null ? '' : ' För poängklasserna efter den är inget bevisat.'}`,
  fi: ({ band, percent }) =>
    `Jako on paras löydetty. Sen arvo${inBand.fi(band)} on vähintään ${percent} prosenttia suurimmasta mahdollisesta.${band === null ? '' : ' Sitä seuraavista pisteluokista ei ole todistettu mitään.'}`,
  en: ({ band, percent }) =>
    `The allocation is the best found. Its value${inBand.en(band)} is at least ${percent} per cent of the greatest possible.${band === null ? '' : ' Nothing is proved of the score bands after it.'}`,
};
