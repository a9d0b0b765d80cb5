import type { InputFault } from '../domain/allocation/check-input.ts';
import type { Fault } from '../domain/fault.ts';
import type { TextOf } from './language.ts';

type Details = NonNullable<Fault['details']>;

/** What can be wrong with an allocation's input, a scenario or a kept plan at one place. */
export const allocationFaultTexts: Readonly<
  Record<Exclude<InputFault, 'unknown-field'> | 'no-such-application' | 'no-kept-plan', TextOf<Details>>
> = {
  'not-an-object': {
    sv: () => 'ska vara ett objekt',
    fi: () => 'tulee olla objekti',
    en: () => 'must be an object',
  },
  'not-a-list': {
    sv: () => 'ska vara en lista',
    fi: () => 'tulee olla luettelo',
    en: () => 'must be a list',
  },
  'not-a-text': {
    sv: () => 'ska vara text och får inte vara tom',
    fi: () => 'tulee olla tekstiä eikä saa olla tyhjä',
    en: () => 'must be text and not empty',
  },
  'not-cents': {
    sv: () => 'ska vara ett belopp i hela cent, 0 eller mer',
    fi: () => 'tulee olla määrä kokonaisina sentteinä, vähintään 0',
    en: () => 'must be a sum in whole cents, 0 or more',
  },
  'not-an-integer': {
    sv: () => 'ska vara ett heltal',
    fi: () => 'tulee olla kokonaisluku',
    en: () => 'must be a whole number',
  },
  'out-of-range': {
    sv: ({ least, most }) => `ska vara från ${least} till ${most}`,
    fi: ({ least, most }) => `tulee olla välillä ${least}–${most}`,
    en: ({ least, most }) => `must be from ${least} to ${most}`,
  },
  'not-one-of': {
    sv: ({ choices }) => `ska vara någon av följande: ${choices}`,
    fi: ({ choices }) => `tulee olla jokin seuraavista: ${choices}`,
    en: ({ choices }) => `must be one of: ${choices}`,
  },
  repeated: {
    sv: () => 'förekommer mer än en gång',
    fi: () => 'esiintyy useammin kuin kerran',
    en: () => 'occurs more than once',
  },
  'more-than-requested': {
    sv: () => 'är mer än det sökta beloppet',
    fi: () => 'on haettua määrää suurempi',
    en: () => 'is more than the sum requested',
  },
  'floor-above-ceiling': {
    sv: () => 'är mer än det högsta beloppet för gruppen',
    fi: () => 'on ryhmän enimmäismäärää suurempi',
    en: () => 'is more than the most of the group',
  },
  'reserve-above-appropriation': {
    sv: () => 'är mer än anslaget',
    fi: () => 'on määrärahaa suurempi',
    en: () => 'is more than the appropriation',
  },
  'awarded-by-others-beyond-appropriation': {
    sv: () => 'är mer än det gemensamma anslaget',
    fi: () => 'on yhteistä määrärahaa suurempi',
    en: () => 'is more than the shared appropriation',
  },
  'other-number-of-keys': {
    sv: ({ expected }) => `ska ha ${expected} värden, som den första ansökan`,
    fi: ({ expected }) => `arvoja tulee olla ${expected}, kuten ensimmäisessä hakemuksessa`,
    en: ({ expected }) => `must have ${expected} values, as the first application has`,
  },
  'partial-grants-without-money-value': {
    sv: () => 'när understöd kan beviljas till en del ska värdet räknas per euro',
    fi: () => 'kun avustus voidaan myöntää osittain, arvo tulee laskea euroa kohti',
    en: () => 'must count value by money where grants can be in part',
  },
  'too-large-to-be-exact': {
    sv: () => 'talen är så stora att summorna inte blir exakta',
    fi: () => 'luvut ovat niin suuria, etteivät summat ole tarkkoja',
    en: () => 'the numbers are too large for their sums to be exact',
  },
  'no-such-application': {
    sv: ({ id }) => `det finns ingen ansökan ${id}`,
    fi: ({ id }) => `hakemusta ${id} ei ole`,
    en: ({ id }) => `there is no application ${id}`,
  },
  'no-kept-plan': {
    sv: () => 'filen är inte en fördelning med sina uppgifter',
    fi: () => 'tiedosto ei ole jako tietoineen',
    en: () => 'this is not an allocation kept with its input',
  },
};
