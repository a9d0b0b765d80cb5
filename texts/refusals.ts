import { apiRefusals } from './refusals/api.ts';
import { caseRefusals } from './refusals/case.ts';
import { rectificationRefusals } from './refusals/rectification.ts';
import { roundRefusals } from './refusals/round.ts';

/** Why something was refused, in words for the person who asked for it. */
export const refusalTexts = { ...caseRefusals, ...roundRefusals, ...rectificationRefusals, ...apiRefusals };
