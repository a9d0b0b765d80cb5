import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import './styles/index.css';
import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { askAgain, makeApi } from './api/client.ts';
import { App } from './app.tsx';
import { loadConfiguration } from './configuration.ts';
import { firstLanguage } from './language/first-language.ts';
import { setOut } from './public/pages.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no place for the portal');
const ask = setOut(location.pathname);
const configuration = await loadConfiguration();
const language = firstLanguage();
/** The questions to the API are asked again when a page is opened, and a little later where the service was busy or away. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: askAgain },
  },
});
ask(queries, makeApi(configuration, undefined, { language, ended: () => {} }));
const portal = (
  <StrictMode>
    <BrowserRouter>
      <App configuration={configuration} queries={queries} language={language} />
    </BrowserRouter>
  </StrictMode>
);
if (root.dataset.drawn) {
  delete root.dataset.drawn;
  hydrateRoot(root, portal);
} else {
  createRoot(root).render(portal);
}
