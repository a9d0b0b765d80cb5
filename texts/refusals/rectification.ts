import type { CaseRefusal } from '../../domain/case/commands.ts';
import type { RectificationRefusal } from '../../domain/rectification/rectification.ts';
import type { Text } from '../language.ts';

/** Why a command on a request for rectification is refused, where it is not for what a case is refused for too. */
export const rectificationRefusals: Readonly<Record<Exclude<RectificationRefusal, CaseRefusal>, Text>> = {
  'rectification-not-decided': {
    sv: 'Begäran om omprövning är inte avgjord.',
    fi: 'Oikaisuvaatimusta ei ole ratkaistu.',
    en: 'The request for rectification is not decided.',
  },
  'rectification-already-written': {
    sv: 'Brevet om omprövningen har redan gjorts.',
    fi: 'Oikaisuvaatimuspäätöksen kirje on jo laadittu.',
    en: 'The letter of the rectification has been made before.',
  },
  'rectification-already-requested': {
    sv: 'Omprövning av beslutet har redan begärts.',
    fi: 'Päätökseen on jo vaadittu oikaisua.',
    en: 'Rectification of the decision has been asked for before.',
  },
  'rectification-already-decided': {
    sv: 'Begäran om omprövning har redan avgjorts.',
    fi: 'Oikaisuvaatimus on jo ratkaistu.',
    en: 'The request for rectification has been decided before.',
  },
  'no-rectification': {
    sv: 'Omprövning har inte begärts.',
    fi: 'Oikaisua ei ole vaadittu.',
    en: 'Nobody has asked for rectification.',
  },
  'requested-too-late': {
    sv: 'Begäran kom in för sent och kan inte prövas.',
    fi: 'Vaatimus saapui myöhässä, eikä sitä voida tutkia.',
    en: 'The request came too late and cannot be examined.',
  },
  'award-not-changed': {
    sv: 'Beloppet kan ändras bara om beslutet ändras.',
    fi: 'Määrä voi muuttua vain, jos päätöstä muutetaan.',
    en: 'The sum can change only where the decision is changed.',
  },
  'award-out-of-bounds': {
    sv: 'Beloppet är större än det som kan beviljas.',
    fi: 'Määrä on suurempi kuin voidaan myöntää.',
    en: 'The sum is larger than can be granted.',
  },
};
