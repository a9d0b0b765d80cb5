import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { NotFound } from '../frame/not-found.tsx';
import { ApplicationPage } from './application-page.tsx';
import { Applications } from './applications.tsx';
import { Invitation } from './invitation.tsx';
import { NewApplication } from './new-application.tsx';

const DraftPage = lazy(() => import('./draft/draft-page.tsx'));

/** The pages of whoever applies. */
export default function Applicant() {
  return (
    <Routes>
      <Route index element={<Applications />} />
      <Route path="calls/:callId" element={<NewApplication />} />
      <Route path="drafts/:draftId/:step?" element={<DraftPage />} />
      <Route path="invitations" element={<Invitation />} />
      <Route path="applications/:caseId" element={<ApplicationPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
