import { type FormEvent, useState } from 'react';
import { Button, Checkbox, TextInput } from 'suomifi-ui-components';
import { formatDate } from '../../texts/format.ts';
import type { applyTexts } from '../../texts/portal/apply.ts';
import type { ApplicantCase } from '../api/applicant.ts';
import { useCommand } from '../api/command.ts';
import { Failure } from '../frame/loaded.tsx';
import { ProseField } from '../frame/prose-field.tsx';
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
  const withdrawing = useCommand('apply', (api, said: { reason?: string }, commandId) =>
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
        <ProseField label={t.withdrawReason} value={reason} change={setReason} optional={t.optional} />
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

type Extensions = NonNullable<ApplicantCase['completion']>['extensions'];

/** What was asked and answered about the time to complete, and the form to ask for more of it; a presenter answers. */
export function MoreTime({ caseId, extensions, t }: AskingProps & { readonly extensions: Extensions }) {
  const answered = { granted: t.timeGiven, refused: t.timeRefused };
  const waits = extensions.find(({ outcome }) => outcome === 'awaited');
  return (
    <>
      {extensions.map(
        ({ request, outcome, answer = '' }) =>
          outcome !== 'awaited' && <p key={request}>{answered[outcome](answer)}</p>,
      )}
      <p role="status">{waits && t.timeAsked(formatDate(waits.until))}</p>
      {!waits && <MoreTimeForm caseId={caseId} t={t} />}
    </>
  );
}

function MoreTimeForm({ caseId, t }: AskingProps) {
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const asking = useCommand('apply', (api, said: { until: string; reason: string }, commandId) =>
    api('POST /applications/{caseId}/extension', { path: { caseId }, body: { commandId, ...said } }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isDate(until) && reason.trim()) asking.mutate({ until: dateOf(until), reason });
  };
  const noDate = tried && !isDate(until);
  const noReason = tried && !reason.trim();
  return (
    <details className="details">
      <summary>{t.moreTime}</summary>
      <form onSubmit={submit} noValidate>
        <TextInput
          labelText={t.until}
          value={until}
          onChange={(value) => setUntil(String(value ?? ''))}
          status={noDate ? 'error' : 'default'}
          statusText={noDate ? t.dateWrong : ''}
          mb="m"
        />
        <ProseField
          label={t.timeReason}
          value={reason}
          change={setReason}
          fault={noReason ? t.fillIn : undefined}
        />
        <Failure error={asking.error} />
        <Button type="submit" variant="secondary" disabled={asking.isPending}>
          {t.moreTime}
        </Button>
      </form>
    </details>
  );
}
