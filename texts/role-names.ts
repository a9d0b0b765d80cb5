import type { OfficialRole } from '../domain/round/name-officials.ts';
import type { Text } from './language.ts';

/** What an official is in a call. */
export const roleNames: Readonly<Record<OfficialRole, Text>> = {
  presenter: { sv: 'föredragande', fi: 'esittelijä', en: 'presenter' },
  evaluator: { sv: 'bedömare', fi: 'arvioija', en: 'evaluator' },
  reserve: { sv: 'bedömare i reserv', fi: 'vara-arvioija', en: 'evaluator in reserve' },
  'decision-maker': { sv: 'beslutsfattare', fi: 'ratkaisija', en: 'decision maker' },
};
