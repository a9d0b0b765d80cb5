import { firstLanguage, keepLanguage } from '../language/first-language.ts';
import { drawnFor } from './addresses.ts';
import { callOf, tell } from './call-told.ts';

/**
 * Runs before the portal's scripts have come: shows the opened page as it was drawn at the build, in the reader's language,
 * with links that lead somewhere and a choice of language that works. `main.tsx` brings it to life.
 */
const address = drawnFor(location.pathname);
let call: Awaited<ReturnType<typeof callOf>>;

callOf(location.pathname).then((told) => {
  call = told;
  if (told && root()?.dataset.drawn) tell(told, firstLanguage());
});

// Here the page may still be on its way; what is deferred waits for it, and for the styles, and then for the portal's scripts.
if (document.readyState === 'loading') document.addEventListener('readystatechange', begin, { once: true });
else begin();

function begin(): void {
  // Where the scripts were quicker than this one, the page lives already.
  if (root()?.hasChildNodes()) return;
  show();
  root()?.addEventListener('click', ({ target }) => {
    const language = (target as Element).closest('button')?.lang;
    if (!root()?.dataset.drawn || !language) return;
    keepLanguage(language);
    show();
  });
}

function show(): void {
  const language = firstLanguage();
  const drawn = [...document.querySelectorAll('template')].find(
    (template) => template.lang === language && template.dataset.address === address,
  );
  const place = root();
  if (!place || !drawn) return;
  document.documentElement.lang = language;
  place.replaceChildren(drawn.content.cloneNode(true));
  place.dataset.drawn = 'yes';
  if (call) tell(call, language);
}

function root(): HTMLElement | null {
  return document.getElementById('root');
}
