import { type FormEvent, useState } from 'react';
import { Button, TextInput } from 'suomifi-ui-components';
import { retentionOf } from '../../../domain/case/retention.ts';
import { localDateOf } from '../../../domain/time.ts';
import { formatDate } from '../../../texts/format.ts';
import { retentionTexts } from '../../../texts/portal/retention.ts';
import { useCommand } from '../../api/command.ts';
import type { CasePage } from '../../api/official.ts';
import { useRelations } from '../../api/roles.ts';
import { serverNow } from '../../api/server-time.ts';
import { dateOf, isDate } from '../../apply/draft/draft-form.ts';
import { Facts } from '../../frame/facts.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { useTexts } from '../../language/language.tsx';

/** Until when a case is kept and why; a presenter notes when the last instalment was paid, from which a grant's time runs. */
export function RetentionPart({ view }: { view: CasePage }) {
  const t = useTexts(retentionTexts);
  const mayNote = useRelations(view.callId).has('presenter');
  const { caseId, decision, decidedAt, withdrawnAt, lastInstalment } = view;
  const kept = {
    ...(decision ? { decision } : {}),
    ...(decidedAt ? { decidedAt } : {}),
    ...(withdrawnAt ? { withdrawnAt } : {}),
    ...(lastInstalment ? { lastInstalment } : {}),
  };
  const retention = retentionOf(kept);
  const isGrant = decision !== undefined && decision.awardedCents > 0;
  if (!retention && !isGrant) return null;
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">{t.title}</h2>
      {retention ? (
        <Facts
          facts={[
            lastInstalment ? [t.paidOn, formatDate(lastInstalment)] : undefined,
            [t.until, formatDate(localDateOf(retention.until))],
            [t.why, t[retention.basis]],
          ]}
        />
      ) : (
        <p>{t.unknown}</p>
      )}
      {mayNote && isGrant && (
        // Once it is noted, the form to change it is another.
        <InstalmentForm key={lastInstalment} caseId={caseId} summary={lastInstalment ? t.change : t.note} />
      )}
    </section>
  );
}

function InstalmentForm({ caseId, summary }: { caseId: string; summary: string }) {
  const t = useTexts(retentionTexts);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const noting = useCommand('handle', (api, body: { paidOn: string }, commandId) =>
    api('POST /cases/{caseId}/last-instalment', { path: { caseId }, body: { commandId, ...body } }),
  );
  const fault = faultOf(typed, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!fault) noting.mutate({ paidOn: dateOf(typed) });
  };
  return (
    <details className="details">
      <summary>{summary}</summary>
      <form onSubmit={submit} noValidate>
        <TextInput
          labelText={t.day}
          value={typed}
          onChange={(value) => setTyped(String(value ?? ''))}
          status={tried && fault ? 'error' : 'default'}
          statusText={tried && fault ? fault : ''}
          mb="m"
        />
        <Failure error={noting.error} />
        <Button type="submit" variant="secondary" disabled={noting.isPending}>
          {t.save}
        </Button>
      </form>
    </details>
  );
}

function faultOf(typed: string, t: { dayWrong: string; dayAhead: string }): string | undefined {
  if (!isDate(typed)) return t.dayWrong;
  return dateOf(typed) > localDateOf(serverNow()) ? t.dayAhead : undefined;
}
