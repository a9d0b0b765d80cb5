import type { AwardChanged, RoundBody } from '../../domain/round/events.ts';
import type { OfficialsNamed } from '../../domain/round/name-officials.ts';
import { formatEuros, formatInstant } from '../format.ts';
import type { Language, Text } from '../language.ts';
import { roleNames } from '../role-names.ts';
import { mailWords } from './mail-words.ts';
import { stoppedAndOverdue } from './stopped-and-overdue.ts';
import { ended, type WordsFor } from './words.ts';

/** What happened in a call, for each of its events. */
export const callWords: WordsFor<RoundBody> = {
  'call-published': {
    sv: ({ call, closesAt }) =>
      `Utlysningen ${call.name.sv} publicerades: ${formatEuros(call.appropriation.cents, 'sv')}, öppen till ${formatInstant(closesAt, 'sv')}.`,
    fi: ({ call, closesAt }) =>
      `Haku ${call.name.fi} julkaistiin: ${formatEuros(call.appropriation.cents, 'fi')}, avoinna ${formatInstant(closesAt, 'fi')} saakka.`,
    en: ({ call, closesAt }) =>
      `The call ${call.name.en} was published: ${formatEuros(call.appropriation.cents, 'en')}, open until ${formatInstant(closesAt, 'en')}.`,
  },
  'call-corrected': {
    sv: ({ changes, reason, closesAt }) =>
      `Utlysningen rättades (${placesOf(changes)}), öppen till ${formatInstant(closesAt, 'sv')}: ${ended(reason)}`,
    fi: ({ changes, reason, closesAt }) =>
      `Hakua korjattiin (${placesOf(changes)}), avoinna ${formatInstant(closesAt, 'fi')} saakka: ${ended(reason)}`,
    en: ({ changes, reason, closesAt }) =>
      `The call was corrected (${placesOf(changes)}), open until ${formatInstant(closesAt, 'en')}: ${ended(reason)}`,
  },
  'officials-named': {
    sv: (change, { name }) =>
      `Handläggarna ändrades (${changesOf(change, name, 'sv')}): ${ended(change.reason)}`,
    fi: (change, { name }) =>
      `Käsittelijöitä muutettiin (${changesOf(change, name, 'fi')}): ${ended(change.reason)}`,
    en: (change, { name }) =>
      `The officials were changed (${changesOf(change, name, 'en')}): ${ended(change.reason)}`,
  },
  'call-closed': {
    sv: ({ closesAt }) => `Ansökningstiden gick ut ${formatInstant(closesAt, 'sv')}.`,
    fi: ({ closesAt }) => `Hakuaika päättyi ${formatInstant(closesAt, 'fi')}.`,
    en: ({ closesAt }) => `The call closed ${formatInstant(closesAt, 'en')}.`,
  },
  'ties-declared': {
    sv: ({ considered, ties }) =>
      `Jäv angavs: ${considered.length} ärenden gicks igenom, jäv i ${ties.length}.`,
    fi: ({ considered, ties }) =>
      `Esteellisyydet ilmoitettiin: läpi käytyjä asioita ${considered.length}, esteellinen ${ties.length} asiassa.`,
    en: ({ considered, ties }) =>
      `Ties were declared: ${considered.length} cases gone through, disqualified in ${ties.length}.`,
  },
  'allocation-proposed': {
    sv: ({ proposal, awardedCents, applications }) =>
      `Fördelningsförslag ${proposal}: ${formatEuros(awardedCents, 'sv')}, ${applications} ansökningar rangordnade.`,
    fi: ({ proposal, awardedCents, applications }) =>
      `Jakoehdotus ${proposal}: ${formatEuros(awardedCents, 'fi')}, ${applications} hakemusta järjestyksessä.`,
    en: ({ proposal, awardedCents, applications }) =>
      `Allocation proposal ${proposal}: ${formatEuros(awardedCents, 'en')}, ${applications} applications ranked.`,
  },
  'allocation-searched': {
    sv: ({ proposal, nodes }) => `Fördelningsförslag ${proposal} beräknas: ${nodes} delproblem hittills.`,
    fi: ({ proposal, nodes }) => `Jakoehdotusta ${proposal} lasketaan: ${nodes} osaongelmaa tähän mennessä.`,
    en: ({ proposal, nodes }) =>
      `Allocation proposal ${proposal} is being computed: ${nodes} subproblems so far.`,
  },
  'what-if-noted': {
    sv: ({ name, awardedCents }) => `Alternativet ”${name}” beräknades: ${resultOf(awardedCents, 'sv')}.`,
    fi: ({ name, awardedCents }) => `Vaihtoehto ”${name}” laskettiin: ${resultOf(awardedCents, 'fi')}.`,
    en: ({ name, awardedCents }) =>
      `The alternative “${name}” was computed: ${resultOf(awardedCents, 'en')}.`,
  },
  'plan-returned': {
    sv: ({ reason }) => `Fördelningsförslaget återsändes: ${ended(reason)}`,
    fi: ({ reason }) => `Jakoehdotus palautettiin: ${ended(reason)}`,
    en: ({ reason }) => `The allocation proposal was returned: ${ended(reason)}`,
  },
  'plan-approved': {
    sv: ({ awardedCents }) => `Fördelningsförslaget godkändes: ${formatEuros(awardedCents, 'sv')}.`,
    fi: ({ awardedCents }) => `Jakoehdotus hyväksyttiin: ${formatEuros(awardedCents, 'fi')}.`,
    en: ({ awardedCents }) => `The allocation proposal was approved: ${formatEuros(awardedCents, 'en')}.`,
  },
  'decisions-drafted': {
    sv: ({ drafts }) => `${drafts} beslutsutkast gjordes.`,
    fi: ({ drafts }) => `Päätösluonnoksia laadittiin ${drafts}.`,
    en: ({ drafts }) => `${drafts} decisions were drafted.`,
  },
  'drafts-returned': {
    sv: ({ reason }) => `Beslutsutkasten återsändes: ${ended(reason)}`,
    fi: ({ reason }) => `Päätösluonnokset palautettiin: ${ended(reason)}`,
    en: ({ reason }) => `The drafts were returned: ${ended(reason)}`,
  },
  'drafts-approved': {
    sv: ({ batch }) => `Beslutsutkasten godkändes (${batch.slice(0, 12)}…).`,
    fi: ({ batch }) => `Päätösluonnokset hyväksyttiin (${batch.slice(0, 12)}…).`,
    en: ({ batch }) => `The drafts were approved (${batch.slice(0, 12)}…).`,
  },
  'drafts-revised': {
    sv: ({ additions }) => `${additions.length} beslutsutkast kompletterades efter anmärkningar.`,
    fi: ({ additions }) => `Päätösluonnoksia täydennettiin huomautusten johdosta: ${additions.length}.`,
    en: ({ additions }) => `${additions.length} drafts were added to after remarks.`,
  },
  'batch-signed': {
    sv: ({ batch }) => `Besluten undertecknades med myndighetens nyckel (${batch.slice(0, 12)}…).`,
    fi: ({ batch }) => `Päätökset allekirjoitettiin viranomaisen avaimella (${batch.slice(0, 12)}…).`,
    en: ({ batch }) => `The decisions were signed with the authority’s key (${batch.slice(0, 12)}…).`,
  },
  'award-changed': {
    sv: ({ caseNumber, fromCents, toCents, cause }) =>
      `Understödet i ärende ${caseNumber} ändrades från ${formatEuros(fromCents, 'sv')} till ${formatEuros(toCents, 'sv')} (${causeOf(cause, 'sv')}).`,
    fi: ({ caseNumber, fromCents, toCents, cause }) =>
      `Asian ${caseNumber} avustus muutettiin ${formatEuros(fromCents, 'fi')} → ${formatEuros(toCents, 'fi')} (${causeOf(cause, 'fi')}).`,
    en: ({ caseNumber, fromCents, toCents, cause }) =>
      `The grant in case ${caseNumber} was changed from ${formatEuros(fromCents, 'en')} to ${formatEuros(toCents, 'en')} (${causeOf(cause, 'en')}).`,
  },
  'award-change-given-up': {
    sv: () => 'En ändring av ett understöd kunde inte göras; de pengar som reserverats för den frigörs.',
    fi: () => 'Avustuksen muutosta ei voitu tehdä; sille varatut rahat vapautetaan.',
    en: () => 'A change of a grant could not be made; the money set aside for it is let go.',
  },
  'reallocation-proposed': {
    sv: ({ moves, reason }) =>
      `Omfördelning till ${moves.length === 1 ? 'en ansökan' : `${moves.length} ansökningar`} föreslogs: ${ended(reason)}`,
    fi: ({ moves, reason }) => `Ehdotettiin uudelleenjakoa, hakemuksia ${moves.length}: ${ended(reason)}`,
    en: ({ moves, reason }) =>
      `A reallocation to ${moves.length === 1 ? 'one application' : `${moves.length} applications`} was proposed: ${ended(reason)}`,
  },
  'reallocation-approved': {
    sv: ({ moves }) =>
      `Omfördelningen godkändes; ${moves.length === 1 ? 'en ansökan' : `${moves.length} ansökningar`} fick mer.`,
    fi: ({ moves }) => `Uudelleenjako hyväksyttiin; avustus kasvoi ${moves.length} hakemuksessa.`,
    en: ({ moves }) =>
      `The reallocation was approved; ${moves.length === 1 ? 'one application' : `${moves.length} applications`} got more.`,
  },
  'reallocation-returned': {
    sv: ({ reason }) => `Förslaget om omfördelning återsändes: ${ended(reason)}`,
    fi: ({ reason }) => `Uudelleenjakoehdotus palautettiin: ${ended(reason)}`,
    en: ({ reason }) => `The proposed reallocation was returned: ${ended(reason)}`,
  },
  'results-published': {
    sv: () => 'Resultaten publicerades.',
    fi: () => 'Tulokset julkaistiin.',
    en: () => 'The results were published.',
  },
  ...mailWords,
  ...stoppedAndOverdue,
};

/** Why an award was changed. */
function causeOf(cause: AwardChanged['data']['cause'], language: Language): string {
  return cause.kind === 'rectification'
    ? `${causes.rectification[language]} ${cause.number}`
    : causes[cause.kind][language];
}

const causes: Readonly<Record<AwardChanged['data']['cause']['kind'], Text>> = {
  rectification: { sv: 'omprövning', fi: 'oikaisuvaatimus', en: 'rectification' },
  correction: { sv: 'rättelse av beslutet', fi: 'päätöksen korjaus', en: 'correction of the decision' },
  declined: { sv: 'mottagaren avstod', fi: 'saaja luopui', en: 'the recipient declined' },
};

/** What an alternative would award, or that nothing keeps its limits. */
function resultOf(cents: number | null, language: Language): string {
  return cents === null ? impossible[language] : formatEuros(cents, language);
}

const impossible: Text = {
  sv: 'ingen fördelning uppfyller villkoren',
  fi: 'mikään jako ei täytä ehtoja',
  en: 'no allocation keeps its limits',
};

/** Who came into a role and who left one: `+ Petri Koskela, bedömare; − Eva, föredragande`. */
function changesOf(
  { named, released }: OfficialsNamed['data'],
  nameOf: (username: string) => string,
  language: Language,
): string {
  return [
    ...named.map(({ name, role }) => `+ ${name}, ${roleNames[role][language]}`),
    ...released.map(({ username, role }) => `− ${nameOf(username)}, ${roleNames[role][language]}`),
  ].join('; ');
}

/** Where the call was corrected, as pointers into its file. */
function placesOf(changes: readonly { readonly place: string }[]): string {
  return changes.map(({ place }) => place).join(', ');
}
