/** Declaring ties to applications before they are allocated. */
export const tiesTexts = {
  tiesTitle: { sv: 'Bindningar till sökande', fi: 'Sidonnaisuudet hakijoihin', en: 'Ties to applicants' },
  tiesLead: {
    sv: 'Gå igenom de sökande innan du öppnar något ärende. Ärenden som du är jävig i visas inte för dig.',
    fi: 'Käy hakijat läpi ennen kuin avaat yhtään asiaa. Asioita, joissa olet esteellinen, ei näytetä sinulle.',
    en: 'Go through the applicants before you open any case. Cases in which you are disqualified are not shown to you.',
  },
  tied: {
    sv: 'Jag är jävig i ärendet',
    fi: 'Olen esteellinen asiassa',
    en: 'I am disqualified in this case',
  },
  tiesBarred: {
    sv: 'Du har anmält jäv.',
    fi: 'Olet ilmoittanut esteellisyyden.',
    en: 'You have declared a disqualification.',
  },
  tiesNone: {
    sv: 'Du har ingen bindning till ärendet.',
    fi: 'Sinulla ei ole sidonnaisuutta asiaan.',
    en: 'You have no tie to the case.',
  },
  tiesSend: {
    sv: 'Jag har gått igenom alla',
    fi: 'Olen käynyt läpi kaikki',
    en: 'I have gone through all of them',
  },
  tiesUnregistered: { sv: 'Inte registrerad än', fi: 'Ei vielä kirjattu', en: 'Not registered yet' },
  tiesAdd: { sv: 'Anmäl jäv', fi: 'Ilmoita esteellisyys', en: 'Declare the disqualification' },
  tiesNobody: {
    sv: 'Ingen har sökt ännu.',
    fi: 'Kukaan ei ole vielä hakenut.',
    en: 'Nobody has applied yet.',
  },
  tiesFirst: {
    sv: 'Ange först om du är jävig i något av ärendena. Därefter kommer du tillbaka till den sida du ville öppna.',
    fi: 'Ilmoita ensin, oletko esteellinen jossakin asiassa. Sen jälkeen palaat sivulle, jonka halusit avata.',
    en: 'First say whether you are disqualified in any of the cases. Then you come back to the page you wanted to open.',
  },
  tiesFirstIn: {
    sv: (call: string) => `Gå igenom de sökande i ${call} innan du öppnar ärendena.`,
    fi: (call: string) => `Käy läpi hakijat ennen asioiden avaamista: ${call}.`,
    en: (call: string) => `Go through the applicants of ${call} before you open the cases.`,
  },
  tiesFirstOf: {
    sv: (count: number) =>
      count === 1
        ? 'Ange om du är jävig i ett ärende. Därefter kan du öppna det.'
        : `Ange om du är jävig i ${count} ärenden. Därefter kan du öppna dem.`,
    fi: (count: number) =>
      count === 1
        ? 'Ilmoita, oletko esteellinen yhdessä asiassa. Sen jälkeen voit avata sen.'
        : `Ilmoita, oletko esteellinen ${count} asiassa. Sen jälkeen voit avata ne.`,
    en: (count: number) =>
      count === 1
        ? 'Say whether you are disqualified in one case. Then you can open it.'
        : `Say whether you are disqualified in ${count} cases. Then you can open them.`,
  },
  allocationAfterTies: {
    sv: 'Fördelningen gäller alla ärenden. Du ser den när du har angett om du är jävig i något av dem.',
    fi: 'Jako koskee kaikkia asioita. Näet sen, kun olet ilmoittanut, oletko esteellinen jossakin niistä.',
    en: 'The allocation is about all cases. You see it when you have said whether you are disqualified in any of them.',
  },
} as const;
