import type { Language } from './language.ts';

/** What the table and the chart of an allocation say, and why an input or a kept plan cannot be used. */
interface ReportWords {
  readonly rank: string;
  readonly application: string;
  readonly points: string;
  readonly requested: string;
  readonly granted: string;
  readonly left: string;
  readonly total: string;
  readonly inversions: string;
  readonly moves: string;
  readonly withdrawn: string;
  readonly infeasible: string;
  readonly chartTitle: string;
  readonly chartDescription: string;
  readonly chartAxis: string;
  funded(funded: number, of: number): string;
  move(name: string, before: string, after: string): string;
  nobodyMoves(scenario: string): string;
  readonly same: string;
  /** `version` is that of the engine that made the kept one, where it was another. */
  differs(version: string | null): string;
}

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  sv: {
    rank: 'Nr',
    application: 'Ansökan',
    points: 'Poäng',
    requested: 'Sökt',
    granted: 'Beviljas',
    left: 'Återstår av anslaget',
    total: 'Sammanlagt',
    inversions: 'Avslag före beviljade i rangordningen',
    moves: 'Ändras jämfört med utlysningens regel',
    withdrawn: 'Ansökan är återkallad.',
    infeasible: 'Ingen fördelning uppfyller gränserna:',
    chartTitle: 'Ansökningarna i rangordning mot anslaget',
    chartDescription:
      'Varje stapel börjar där summan av de tidigare understöden slutar och är så hög som det sökta beloppet. Den fyllda delen beviljas, den ihåliga inte. Den streckade linjen är anslaget.',
    chartAxis: 'Ansökningarna i rangordning',
    funded: (funded, of) => `${funded} av ${of} beviljas understöd`,
    move: (name, before, after) => `${name}: ${before} blir ${after}.`,
    nobodyMoves: (scenario) => `${scenario}: ingen får ett annat belopp.`,
    same: 'Fördelningen räknades om. Varje byte är densamma.',
    differs: (version) =>
      `Fördelningen räknades om och blev en annan.${version === null ? '' : ` Den är gjord med version ${version} av räknesättet.`}`,
  },
  fi: {
    rank: 'Nro',
    application: 'Hakemus',
    points: 'Pisteet',
    requested: 'Haettu',
    granted: 'Myönnetään',
    left: 'Määrärahaa jää',
    total: 'Yhteensä',
    inversions: 'Hylätyt ennen myönnettyjä paremmuusjärjestyksessä',
    moves: 'Muuttuu haun omaan sääntöön verrattuna',
    withdrawn: 'Hakemus on peruutettu.',
    infeasible: 'Mikään jako ei noudata rajoja:',
    chartTitle: 'Hakemukset paremmuusjärjestyksessä ja määräraha',
    chartDescription:
      'Jokainen pylväs alkaa siitä, mihin aiempien avustusten summa päättyy, ja on haetun määrän korkuinen. Täytetty osa myönnetään, ontto ei. Katkoviiva on määräraha.',
    chartAxis: 'Hakemukset paremmuusjärjestyksessä',
    funded: (funded, of) => `${funded}/${of} saa avustuksen`,
    move: (name, before, after) => `${name}: ${before} muuttuu määräksi ${after}.`,
    nobodyMoves: (scenario) => `${scenario}: kenenkään määrä ei muutu.`,
    same: 'Jako laskettiin uudelleen. Jokainen tavu on sama.',
    differs: (version) =>
      `Jako laskettiin uudelleen, ja tulos on toinen.${version === null ? '' : ` Se on tehty laskennan versiolla ${version}.`}`,
  },
  en: {
    rank: 'No',
    application: 'Application',
    points: 'Points',
    requested: 'Requested',
    granted: 'Granted',
    left: 'Left of the appropriation',
    total: 'In all',
    inversions: 'Refused before funded ones in the ranking',
    moves: 'Changes from the rule of the call',
    withdrawn: 'The application is withdrawn.',
    infeasible: 'No allocation keeps the limits:',
    chartTitle: 'The applications as ranked against the appropriation',
    chartDescription:
      'Each bar begins where the sum of the grants before it ends and is as high as the sum requested. The filled part is granted, the hollow part is not. The dashed line is the appropriation.',
    chartAxis: 'Applications as ranked',
    funded: (funded, of) => `${funded} of ${of} are funded`,
    move: (name, before, after) => `${name}: ${before} becomes ${after}.`,
    nobodyMoves: (scenario) => `${scenario}: nobody gets another sum.`,
    same: 'The allocation was computed again. Every byte is the same.',
    differs: (version) =>
      `The allocation was computed again and is another one.${version === null ? '' : ` It was made by version ${version} of the engine.`}`,
  },
};
