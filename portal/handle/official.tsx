import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { NotFound } from '../frame/not-found.tsx';
import { Queue } from './queue.tsx';
import { Rounds } from './rounds.tsx';
import { TaskPage } from './task-page.tsx';

const CasePage = lazy(() => import('./case/case-page.tsx'));
const RoundPage = lazy(() => import('./round/round-page.tsx'));
const DraftsPage = lazy(() => import('./round/drafts-page.tsx'));
const CasesPage = lazy(() => import('./round/cases-page.tsx'));
const TiesPage = lazy(() => import('./round/ties-page.tsx'));
const MailsPage = lazy(() => import('./round/mails-page.tsx'));

/** The pages of whoever handles calls. */
export default function Official() {
  return (
    <Routes>
      <Route index element={<Queue />} />
      <Route path="tasks/:taskId" element={<TaskPage />} />
      <Route path="cases/:caseId" element={<CasePage />} />
      <Route path="calls" element={<Rounds />} />
      <Route path="calls/:callId" element={<RoundPage />} />
      <Route path="calls/:callId/drafts" element={<DraftsPage />} />
      <Route path="calls/:callId/cases" element={<CasesPage />} />
      <Route path="calls/:callId/ties" element={<TiesPage />} />
      <Route path="calls/:callId/mails" element={<MailsPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
