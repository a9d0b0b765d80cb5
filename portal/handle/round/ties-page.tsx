import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { Button, Checkbox, InlineAlert } from 'suomifi-ui-components';
import type { AnswerOf } from '../../../contract/client.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { useOfficial } from '../../api/official.ts';
import { useApi } from '../../api/use-api.tsx';
import { Failure, Loaded } from '../../frame/loaded.tsx';
import { ProseField } from '../../frame/prose-field.tsx';
import { useTexts } from '../../language/language.tsx';
import { PageOfCall } from '../page-of-call.tsx';

/** A case with those who take part in it, and what the reader has said of it. */
type TiedCase = AnswerOf<'GET /calls/{callId}/ties'>['cases'][number];

/**
 * Where an official goes through a call's applicants before opening any case, and says to which there are ties. Who was led here
 * from a page that waits for it is led back there.
 */
export default function TiesPage() {
  const { callId = '' } = useParams();
  const t = useTexts(handleTexts);
  const ties = useOfficial('GET /calls/{callId}/ties', { path: { callId } });
  return (
    <PageOfCall title={t.tiesTitle} lead={t.tiesLead}>
      <Loaded query={ties}>{({ cases }) => <Declaration callId={callId} cases={cases} />}</Loaded>
    </PageOfCall>
  );
}

function Declaration({ callId, cases }: { callId: string; cases: readonly TiedCase[] }) {
  const t = useTexts(handleTexts);
  const api = useApi('handle');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { backTo } = (useLocation().state ?? {}) as { backTo?: string };
  const [grounds, setGrounds] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const declaring = useMutation({
    mutationFn: () =>
      api('POST /calls/{callId}/ties', {
        path: { callId },
        body: {
          commandId: crypto.randomUUID(),
          considered: cases.map(({ caseId }) => caseId),
          ties: Object.entries(grounds).map(([caseId, ground]) => ({ caseId, ground })),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['handle'] });
      setGrounds({});
      const isTied = Object.keys(grounds).some((caseId) => backTo === `/handle/cases/${caseId}`);
      if (backTo) navigate(isTied ? '/handle' : backTo, { replace: true });
    },
  });
  const waiting = cases.some(({ isConsidered }) => !isConsidered);
  const toggle = (caseId: string, tied: boolean) => {
    const { [caseId]: _, ...others } = grounds;
    setGrounds(tied ? { ...others, [caseId]: '' } : others);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(grounds).every((ground) => ground.trim())) declaring.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      {backTo && waiting && <InlineAlert mb="m">{t.tiesFirst}</InlineAlert>}
      {cases.length === 0 && <p>{t.tiesNobody}</p>}
      {cases.map(({ caseId, number, businessId, applicantName, municipalities, isConsidered, isBarred }) => (
        <fieldset key={caseId} className="row-card">
          <legend>
            {number} {applicantName ?? businessId}
          </legend>
          <p className="note">{number ? municipalities.join(', ') : t.tiesUnregistered}</p>
          {isConsidered && !(caseId in grounds) && <p>{isBarred ? t.tiesBarred : t.tiesNone}</p>}
          {!isBarred && (
            <Checkbox
              checked={caseId in grounds}
              onClick={({ checkboxState }) => toggle(caseId, checkboxState)}
              mb="s"
            >
              {t.tied}
            </Checkbox>
          )}
          {caseId in grounds && (
            <ProseField
              label={`${t.ground}: ${applicantName ?? businessId ?? ''}`}
              value={grounds[caseId] ?? ''}
              change={(ground) => setGrounds({ ...grounds, [caseId]: ground })}
              fault={tried && !grounds[caseId]?.trim() ? t.reasonMissing : undefined}
            />
          )}
        </fieldset>
      ))}
      <Failure error={declaring.error} />
      {(waiting || Object.keys(grounds).length > 0) && (
        <Button type="submit" disabled={declaring.isPending}>
          {waiting ? t.tiesSend : t.tiesAdd}
        </Button>
      )}
    </form>
  );
}
