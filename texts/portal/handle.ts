import { caseTexts } from './handle/case.ts';
import { draftsTexts } from './handle/drafts.ts';
import { queueTexts } from './handle/queue.ts';
import { roundTexts } from './handle/round.ts';
import { tiesTexts } from './handle/ties.ts';

/** The officials' pages. */
export const handleTexts = {
  ...queueTexts,
  ...tiesTexts,
  ...roundTexts,
  ...draftsTexts,
  ...caseTexts,
};
