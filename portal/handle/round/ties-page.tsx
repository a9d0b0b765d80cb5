import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import { Button, Checkbox } from 'suomifi-ui-components';
import type { AnswerOf } from '../../../contract/client.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { useOfficial, useRound } from '../../api/official.ts';
import { useApi } from '../../api/use-api.tsx';
import { Failure, Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useTexts } from '../../language/language.tsx';
import { ReasonField } from '../reason-field.tsx';

/** A case with those who take part in it, and what the reader has said of it. */
type TiedCase = AnswerOf<'GET /calls/{callId}/ties'>['cases'][number];

/** Where an official goes through a call's applicants before opening any case, and says to which there are ties. */
export default function TiesPage() {
  const { callId = '' } = useParams();
  const t = useTexts(handleTexts);
  const name = useRound(callId).data?.name ?? callId;
  const ties = useOfficial('GET /calls/{callId}/ties', { path: { callId } });
  return (
    <Page
      wide
      title={t.tiesTitle}
      kicker={name}
      lead={t.tiesLead}
      path={[
        { to: '/handle/calls', text: t.roundsTitle },
        { to: `/handle/calls/${callId}`, text: name },
      ]}
    >
      <Loaded query={ties}>{({ cases }) => <Declaration callId={callId} cases={cases} />}</Loaded>
    </Page>
  );
}

function Declaration({ callId, cases }: { callId: string; cases: readonly TiedCase[] }) {
  const t = useTexts(handleTexts);
  const api = useApi('handle');
  const queries = useQueryClient();
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
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handle'] }),
  });
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
      {cases.map(({ caseId, number, applicantName, municipalities, isConsidered, isBarred }) => (
        <fieldset key={caseId} className="row-card">
          <legend>
            {number} {applicantName}
          </legend>
          <p className="note">{municipalities.join(', ')}</p>
          {isConsidered ? (
            <p>{isBarred ? t.tiesBarred : t.tiesNone}</p>
          ) : (
            <Checkbox
              checked={caseId in grounds}
              onClick={({ checkboxState }) => toggle(caseId, checkboxState)}
              mb="s"
            >
              {t.tied}
            </Checkbox>
          )}
          {caseId in grounds && (
            <ReasonField
              label={`${t.ground}: ${applicantName ?? ''}`}
              value={grounds[caseId] ?? ''}
              change={(ground) => setGrounds({ ...grounds, [caseId]: ground })}
              fault={tried && !grounds[caseId]?.trim() ? t.reasonMissing : undefined}
            />
          )}
        </fieldset>
      ))}
      <Failure error={declaring.error} />
      <Button type="submit" disabled={declaring.isPending || cases.length === 0}>
        {t.tiesSend}
      </Button>
    </form>
  );
}
