import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from 'react-router';
import { applyTexts } from '../../texts/portal/apply.ts';
import { Refusal } from '../api/client.ts';
import { useApi } from '../api/use-api.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useTexts } from '../language/language.tsx';

/** Takes up an invitation to write. Its secret stands after the `#`, where no server and no log sees it. */
export function Invitation() {
  const t = useTexts(applyTexts);
  const api = useApi('apply');
  const { hash } = useLocation();
  const accepted = useQuery({
    queryKey: ['invitation', hash],
    queryFn: () => api('POST /invitations', { body: { secret: hash.slice(1) } }),
    retry: false,
  });
  if (accepted.error instanceof Refusal) return <Page title={t.invited} lead={t.invitationGone} />;
  return (
    <Loaded query={accepted}>
      {({ draftId }) => <Navigate to={`/apply/drafts/${draftId}/applicant`} replace />}
    </Loaded>
  );
}
