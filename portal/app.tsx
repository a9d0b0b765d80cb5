import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { askAgain } from './api/client.ts';
import { PortalProvider } from './api/use-api.tsx';
import type { Configuration } from './configuration.ts';
import { Boundary } from './frame/boundary.tsx';
import { Layout } from './frame/layout.tsx';
import { Loading } from './frame/loading.tsx';
import { NotFound } from './frame/not-found.tsx';
import { LanguageProvider } from './language/language.tsx';
import { Home } from './public/home.tsx';
import { SignInRequired } from './sign-in/required.tsx';
import type { Side } from './sign-in/session.ts';
import { SignedIn } from './sign-in/signed-in.tsx';

const SessionEndedDialog = lazy(async () => ({
  default: (await import('./sign-in/session-ended.tsx')).SessionEndedDialog,
}));
const CallPage = lazy(() => import('./public/call-page.tsx'));
const Decided = lazy(() => import('./public/decided.tsx'));
const ResultsPage = lazy(() => import('./public/results-page.tsx'));
const Verify = lazy(() => import('./public/verify.tsx'));
const Accessibility = lazy(() => import('./public/accessibility.tsx'));
const Applicant = lazy(() => import('./apply/applicant.tsx'));
const Official = lazy(() => import('./handle/official.tsx'));

/** The questions to the API are asked again when a page is opened, and a little later where the service was busy or away. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: askAgain },
  },
});

export function App({ configuration }: { configuration: Configuration }) {
  const [over, setOver] = useState<Side>();
  const ended = useCallback((side: Side) => setOver(side), []);
  return (
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <PortalProvider configuration={configuration} ended={ended}>
          <BrowserRouter>
            <Layout>
              <Boundary>
                <Suspense fallback={<Loading />}>
                  <Routes>
                    <Route path="/" element={<Home />} />
                    <Route path="/calls/:callId" element={<CallPage />} />
                    <Route path="/calls/:callId/results" element={<ResultsPage />} />
                    <Route path="/results" element={<Decided />} />
                    <Route path="/verify" element={<Verify />} />
                    <Route path="/accessibility" element={<Accessibility />} />
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
          </BrowserRouter>
        </PortalProvider>
      </QueryClientProvider>
    </LanguageProvider>
  );
}
