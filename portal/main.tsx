import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadConfiguration } from './configuration.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no place for the portal');
const configuration = await loadConfiguration();
createRoot(root).render(
  <StrictMode>
    <App configuration={configuration} />
  </StrictMode>,
);
