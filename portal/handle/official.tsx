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
const ReallocationPage = lazy(() => import('./round/reallocation-page.tsx'));
const CallLogPage = lazy(() => import('./log/call-log-page.tsx'));
const CaseLogPage = lazy(() => import('./log/case-log-page.tsx'));
const PublishingPage = lazy(() => import('./publish/publishing-page.tsx'));
const NewCallPage = lazy(() => import('./publish/new-call-page.tsx'));
const CorrectionPage = lazy(() => import('./publish/correction-page.tsx'));
const FeedbackPage = lazy(() => import('./service/feedback-page.tsx'));
const RemovalsPage = lazy(() => import('./service/removals-page.tsx'));
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
      <Route path="calls/:callId/reallocation" element={<ReallocationPage />} />
      <Route path="calls/:callId/log" element={<CallLogPage />} />
      <Route path="cases/:caseId/log" element={<CaseLogPage />} />
      <Route path="publishing" element={<PublishingPage />} />
      <Route path="publishing/new" element={<NewCallPage />} />
      <Route path="publishing/:callId" element={<CorrectionPage />} />
      <Route path="feedback" element={<FeedbackPage />} />
      <Route path="removals" element={<RemovalsPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
