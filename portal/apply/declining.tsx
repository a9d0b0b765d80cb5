import { type FormEvent, useState } from 'react';
import { Button, Checkbox } from 'suomifi-ui-components';
import { formatEuros } from '../../texts/format.ts';
import type { applyTexts } from '../../texts/portal/apply.ts';
import { useCommand } from '../api/command.ts';
import { Failure } from '../frame/loaded.tsx';
import { ProseField } from '../frame/prose-field.tsx';
import { type InLanguage, useLanguage } from '../language/language.tsx';

interface DecliningProps {
  readonly caseId: string;
  readonly awardedCents: number;
  readonly t: InLanguage<typeof applyTexts>;
}

/** Declines a grant, all of it; the money can go to others. */
export function Declining({ caseId, awardedCents, t }: DecliningProps) {
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const declining = useCommand('apply', (api, said: { reason: string }, commandId) =>
    api('POST /applications/{caseId}/refusal', { path: { caseId }, body: { commandId, ...said } }),
  );
  const noReason = tried && !reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (sure && reason.trim()) declining.mutate({ reason });
  };
  return (
    <details className="details">
      <summary>{t.declineTitle}</summary>
      <p>{t.declineText(formatEuros(awardedCents, language))}</p>
      <form onSubmit={submit} noValidate>
        <ProseField
          label={t.declineReason}
          value={reason}
          change={setReason}
          fault={noReason ? t.fillIn : undefined}
        />
        <Checkbox
          checked={sure}
          onClick={({ checkboxState }) => setSure(checkboxState)}
          status={tried && !sure ? 'error' : 'default'}
          statusText={tried && !sure ? t.declineUnsure : ''}
          mb="s"
        >
          {t.declineSure}
        </Checkbox>
        <Failure error={declining.error} />
        <Button type="submit" variant="secondary" disabled={declining.isPending}>
          {t.decline}
        </Button>
      </form>
    </details>
  );
}
