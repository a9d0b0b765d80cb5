import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Route, Routes } from 'react-router';
import type { Language } from '../texts/language.ts';
import { PortalProvider } from './api/use-api.tsx';
import type { Configuration } from './configuration.ts';
import { Boundary } from './frame/boundary.tsx';
import { Layout } from './frame/layout.tsx';
import { Loading } from './frame/loading.tsx';
import { NotFound } from './frame/not-found.tsx';
import { LanguageProvider } from './language/language.tsx';
import { Home } from './public/home.tsx';
import { publicPages } from './public/pages.tsx';
import { SignInRequired } from './sign-in/required.tsx';
import type { Side } from './sign-in/session.ts';
import { SignedIn } from './sign-in/signed-in.tsx';

const SessionEndedDialog = lazy(async () => ({
  default: (await import('./sign-in/session-ended.tsx')).SessionEndedDialog,
}));
const Applicant = lazy(() => import('./apply/applicant.tsx'));
const Official = lazy(() => import('./handle/official.tsx'));

interface AppProps {
  readonly configuration: Configuration;
  readonly queries: QueryClient;
  /** The language it begins in. */
  readonly language: Language;
}

/** The portal, within a router. */
export function App({ configuration, queries, language }: AppProps) {
  const [over, setOver] = useState<Side>();
  const ended = useCallback((side: Side) => setOver(side), []);
  return (
    <LanguageProvider first={language}>
      <QueryClientProvider client={queries}>
        <PortalProvider configuration={configuration} ended={ended}>
          <Layout>
            <Boundary>
              <Suspense fallback={<Loading />}>
                <Routes>
                  <Route path="/" element={<Home />} />
                  {publicPages.map(({ path, Shown }) => (
                    <Route key={path} path={path} element={<Shown />} />
                  ))}
                  <Route path="/apply/signed-in" element={<SignedIn side="apply" />} />
                  <Route path="/handle/signed-in" element={<SignedIn side="handle" />} />
                  <Route
                    path="/apply/*"
                    element={
                      <SignInRequired side="apply">
                        <Applicant />
                      </SignInRequired>
                    }
                  />
                  <Route
                    path="/handle/*"
                    element={
                      <SignInRequired side="handle">
                        <Official />
                      </SignInRequired>
                    }
                  />
                  <Route path="*" element={<NotFound />} />
                </Routes>
              </Suspense>
            </Boundary>
          </Layout>
          {over && (
            <Suspense>
              <SessionEndedDialog side={over} close={() => setOver(undefined)} />
            </Suspense>
          )}
        </PortalProvider>
      </QueryClientProvider>
    </LanguageProvider>
  );
}
