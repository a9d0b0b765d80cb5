import type { QueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy } from 'react';
import { matchPath } from 'react-router';
import type { Api } from '../api/client.ts';
import { callOf, callsOf, resultsOf } from '../api/public.ts';

interface PublicPage {
  readonly path: string;
  /** Fetches the page's file; the first page came with the portal. */
  readonly fetch?: () => Promise<{ readonly default: ComponentType }>;
  /** Asks the API what the page is about. */
  readonly ask?: (queries: QueryClient, api: Api, callId: string) => Promise<void>;
}

const askCalls: PublicPage['ask'] = (queries, api) => queries.prefetchQuery(callsOf(api));

const home: PublicPage = { path: '/', ask: askCalls };

/** The pages that anybody may see, besides the first. */
const pages = [
  {
    path: '/calls/:callId',
    fetch: () => import('./call-page.tsx'),
    ask: (queries, api, callId) => queries.prefetchQuery(callOf(api, callId)),
  },
  {
    path: '/calls/:callId/results',
    fetch: () => import('./results-page.tsx'),
    ask: (queries, api, callId) => queries.prefetchQuery(resultsOf(api, callId)),
  },
  { path: '/results', fetch: () => import('./decided.tsx'), ask: askCalls },
  { path: '/verify', fetch: () => import('./verify.tsx') },
  { path: '/accessibility', fetch: () => import('./accessibility.tsx') },
] as const satisfies readonly PublicPage[];

export const publicPages = pages.map(({ path, fetch }) => ({ path, Shown: lazy(fetch) }));

/**
 * Sets out for what the opened address needs before anything is drawn, so that on a slow machine it arrives meanwhile. What
 * does not come is asked for again, and told of, when the page is drawn.
 */
export function setOut(pathname: string): (queries: QueryClient, api: Api) => void {
  const opened = ([home, ...pages] as readonly PublicPage[]).find(({ path }) => matchPath(path, pathname));
  opened?.fetch?.().catch(() => {});
  const callId = matchPath('/calls/:callId/*', pathname)?.params.callId ?? '';
  return (queries, api) => void opened?.ask?.(queries, api, callId);
}
