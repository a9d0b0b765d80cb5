import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { applyTexts } from '../../texts/portal/apply.ts';
import { type PublicCall, useCall } from '../api/public.ts';
import { useApi } from '../api/use-api.tsx';
import { Failure, Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';
import { useSession } from '../sign-in/session.ts';

/** Begins an application: for which of the person's organisations. */
export function NewApplication() {
  const { callId = '' } = useParams();
  return <Loaded query={useCall(callId)}>{(call) => <Beginning call={call} />}</Loaded>;
}

function Beginning({ call }: { call: PublicCall }) {
  const t = useTexts(applyTexts);
  const { language } = useLanguage();
  const api = useApi('apply');
  const navigate = useNavigate();
  const organisations = useSession('apply')?.groups ?? [];
  const [businessId, setBusinessId] = useState(organisations[0] ?? '');
  // One press makes one draft, however often its answer is lost.
  const [commandId] = useState(() => crypto.randomUUID());
  const begin = useMutation({
    mutationFn: () =>
      api('POST /calls/{callId}/drafts', {
        path: { callId: call.id },
        body: {
          commandId,
          businessId,
          document: { language: language === 'fi' ? 'fi' : 'sv', applicant: { kind: 'municipality' } },
        },
      }),
    onSuccess: ({ draftId }) => navigate(`/apply/drafts/${draftId}/applicant`),
  });
  return (
    <Page
      title={t.newTitle}
      kicker={call.name[language]}
      lead={organisations.length > 0 ? t.newLead : t.noOrganisation}
    >
      {organisations.length > 0 && (
        <>
          <RadioButtonGroup
            name="organisation"
            labelText={t.organisation}
            value={businessId}
            onChange={setBusinessId}
            mb="m"
          >
            {organisations.map((each) => (
              <RadioButton key={each} value={each}>
                {each}
              </RadioButton>
            ))}
          </RadioButtonGroup>
          <Failure error={begin.error} />
          <Button onClick={() => begin.mutate()} disabled={begin.isPending || !businessId}>
            {t.begin}
          </Button>
        </>
      )}
    </Page>
  );
}
