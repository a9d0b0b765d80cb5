import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { prerender } from 'react-dom/static';
import { StaticRouter } from 'react-router';
import { type Language, languages } from '../../texts/language.ts';
import { App } from '../app.tsx';
import { drawnAddresses } from './addresses.ts';

const nobody = { issuer: '', clientId: '' };

/** The page at an address as it is before the API has said anything, in the very tree that the browser goes on from. */
async function draw(address: string, language: Language): Promise<string> {
  const { prelude } = await prerender(
    <StrictMode>
      <StaticRouter location={address}>
        <App
          configuration={{ api: '', applicants: nobody, officials: nobody }}
          queries={new QueryClient()}
          language={language}
        />
      </StaticRouter>
    </StrictMode>,
    // In order, whatever it is long: what comes later would need a script in the page.
    { progressiveChunkSize: Number.POSITIVE_INFINITY },
  );
  const html = await new Response(prelude).text();
  return `<template lang="${language}" data-address="${address}">${html}</template>`;
}

/** All of them, for `index.html`. */
export const templates = (
  await Promise.all(languages.flatMap((language) => drawnAddresses.map((address) => draw(address, language))))
).join('\n');
