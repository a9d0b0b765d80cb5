import { languages } from '../../texts/language.ts';
import { accessibilityTexts } from '../../texts/portal/accessibility.ts';
import { applyTexts } from '../../texts/portal/apply.ts';
import { completionTexts } from '../../texts/portal/completion.ts';
import { correctionTexts } from '../../texts/portal/correction.ts';
import { draftTexts } from '../../texts/portal/draft.ts';
import { frameTexts } from '../../texts/portal/frame.ts';
import { handleTexts } from '../../texts/portal/handle.ts';
import { logTexts } from '../../texts/portal/log.ts';
import { publicTexts, verifyTexts } from '../../texts/portal/public.ts';
import { publishTexts } from '../../texts/portal/publish.ts';
import { reallocationTexts } from '../../texts/portal/reallocation.ts';
import { rectificationTexts } from '../../texts/portal/rectification.ts';
import { retentionTexts } from '../../texts/portal/retention.ts';
import { serviceTexts } from '../../texts/portal/service.ts';
import { termsTexts } from '../../texts/portal/terms.ts';

const dictionaries = {
  accessibilityTexts,
  applyTexts,
  completionTexts,
  correctionTexts,
  draftTexts,
  frameTexts,
  handleTexts,
  logTexts,
  publicTexts,
  publishTexts,
  reallocationTexts,
  serviceTexts,
  termsTexts,
  retentionTexts,
  rectificationTexts,
  verifyTexts,
};

test.each(Object.entries(dictionaries))('%s says everything in every language', (_, dictionary) => {
  for (const [name, text] of Object.entries(dictionary as Record<string, Record<string, unknown>>)) {
    for (const language of languages) {
      const said = text[language];
      const words = typeof said === 'function' ? String(said(2, 'x')) : said;
      expect(`${name} ${words}`).toMatch(/\S+ \S/);
    }
  }
});
