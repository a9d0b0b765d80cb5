import type { Sentence } from '../call/call.ts';

/** Sentences of Government Decree 893/2019 that several rules rest on, in Swedish as in the Statute Book. */

export const recipients: Sentence = {
  text: 'Statsunderstöd kan beviljas till en kommun eller till flera kommuner gemensamt. Om flera kommuner förbinder sig till genomförandet av ett projekt, kan understödet beviljas och betalas till den kommun eller samkommun som har förbundit sig att ansvara för användningen av statsunderstödet under hela projektet (projektadministratören).',
  source: '893/2019 § 3',
};

export const parties: Sentence = {
  text: 'Av ansökan ska framgå […] sökanden samt de andra aktörer som deltar i genomförandet av projektet samt projektadministratören […].',
  source: '893/2019 § 6, 4 p.',
};
