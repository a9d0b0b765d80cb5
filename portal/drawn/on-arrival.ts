import { firstLanguage, keepLanguage } from '../language/first-language.ts';
import { drawnFor } from './addresses.ts';

/**
 * Runs before the portal's scripts have come: shows the opened page as it was drawn at the build, in the reader's language,
 * with links that lead somewhere and a choice of language that works. `main.tsx` brings it to life.
 */
const root = document.getElementById('root');
const address = drawnFor(location.pathname);

function show(): void {
  const language = firstLanguage();
  const drawn = [...document.querySelectorAll('template')].find(
    (template) => template.lang === language && template.dataset.address === address,
  );
  if (!root || !drawn) return;
  document.documentElement.lang = language;
  root.replaceChildren(drawn.content.cloneNode(true));
  root.dataset.drawn = 'yes';
}

show();
root?.addEventListener('click', ({ target }) => {
  const language = (target as Element).closest('button')?.lang;
  if (!root.dataset.drawn || !language) return;
  keepLanguage(language);
  show();
});
