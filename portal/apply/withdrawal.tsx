import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button, Checkbox, Textarea, TextInput } from 'suomifi-ui-components';
import type { applyTexts } from '../../texts/portal/apply.ts';
import { useApi } from '../api/use-api.tsx';
import { Failure } from '../frame/loaded.tsx';
import type { InLanguage } from '../language/language.tsx';
import { dateOf, isDate } from './draft/draft-form.ts';

interface AskingProps {
  readonly caseId: string;
  readonly t: InLanguage<typeof applyTexts>;
}

/** Takes an application back before it is decided. */
export function Withdrawal({ caseId, t }: AskingProps) {
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const api = useApi('apply');
  const withdrawing = useAsking((said: { reason?: string }, commandId) =>
    api('POST /applications/{caseId}/withdrawal', { path: { caseId }, body: { commandId, ...said } }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sure) withdrawing.mutate(reason.trim() ? { reason } : {});
  };
  return (
    <details className="details">
      <summary>{t.withdrawTitle}</summary>
      <p>{t.withdrawText}</p>
      <form onSubmit={submit} noValidate>
        <Textarea
          labelText={t.withdrawReason}
          optionalText={t.optional}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={4000}
          fullWidth
          mb="m"
        />
        <Checkbox checked={sure} onClick={({ checkboxState }) => setSure(checkboxState)} mb="s">
          {t.withdrawSure}
        </Checkbox>
        <Failure error={withdrawing.error} />
        <Button type="submit" variant="secondary" disabled={!sure || withdrawing.isPending}>
          {t.withdraw}
        </Button>
      </form>
    </details>
  );
}

/** Asks for more time to complete an application; a presenter answers. */
export function MoreTime({ caseId, t }: AskingProps) {
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const api = useApi('apply');
  const asking = useAsking((said: { until: string; reason: string }, commandId) =>
    api('POST /applications/{caseId}/extension', { path: { caseId }, body: { commandId, ...said } }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isDate(until) && reason.trim()) asking.mutate({ until: dateOf(until), reason });
  };
  const noDate = tried && !isDate(until);
  const noReason = tried && !reason.trim();
  if (asking.isSuccess) return <p role="status">{t.moreTimeAsked}</p>;
  return (
    <details className="details">
      <summary>{t.moreTime}</summary>
      <form onSubmit={submit} noValidate>
        <TextInput
          labelText={t.until}
          value={until}
          onChange={(value) => setUntil(String(value ?? ''))}
          status={noDate ? 'error' : 'default'}
          statusText={noDate ? t.fillIn : ''}
          mb="m"
        />
        <Textarea
          labelText={t.withdrawReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          status={noReason ? 'error' : 'default'}
          statusText={noReason ? t.fillIn : ''}
          maxLength={4000}
          fullWidth
          mb="m"
        />
        <Failure error={asking.error} />
        <Button type="submit" variant="secondary" disabled={asking.isPending}>
          {t.moreTime}
        </Button>
      </form>
    </details>
  );
}

/** One request about a case; afterwards the case is asked for again. */
function useAsking<Said>(ask: (said: Said, commandId: string) => Promise<unknown>) {
  const queries = useQueryClient();
  const [commandId] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (said: Said) => ask(said, commandId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['applications'] }),
  });
}
