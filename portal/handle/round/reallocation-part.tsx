import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'suomifi-ui-components';
import { formatEuros } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { reallocationTexts } from '../../../texts/portal/reallocation.ts';
import type { RoundPage } from '../../api/official.ts';
import type { Reallocation } from '../../api/reallocation.ts';
import { useApi } from '../../api/use-api.tsx';
import { Badge } from '../../frame/badge.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';
import { PlanAccount } from './plan-account.tsx';
import { PlanTable } from './plan-table.tsx';
import { RaisedTable } from './raised-table.tsx';

interface ReallocationPartProps {
  readonly round: RoundPage;
  readonly reallocation: Reallocation;
  readonly relations: ReadonlySet<string>;
}

/** Who gets what and why, by the proposal that waits or the one that was approved last; with its decision. */
export function ReallocationPart({ round, reallocation, relations }: ReallocationPartProps) {
  const t = useTexts(reallocationTexts);
  const { hidden } = useTexts(handleTexts);
  const { language } = useLanguage();
  const euros = (cents: number) => formatEuros(cents, language);
  const { moves, approved, proposedBy, reason } = reallocation;
  const given = moves.reduce((sum, { fromCents, toCents }) => sum + toCents - fromCents, 0);
  return (
    <section aria-labelledby="reallocation">
      <h2 id="reallocation">{approved ? t.approvedTitle : t.proposal}</h2>
      <p role="status">
        <Badge tone={approved ? 'good' : 'active'}>{approved ? t.isApproved : t.isWaiting}</Badge>
      </p>
      <PlanAccount
        account={reallocation.account}
        facts={[
          [t.by, `${round.officials.names[proposedBy] ?? proposedBy}: ${reason}`],
          [t.whole, euros(reallocation.appropriationCents)],
          [t.given, euros(given)],
        ]}
      />
      <RaisedTable reallocation={reallocation} />
      {reallocation.hidden > 0 && <p className="note">{hidden(reallocation.hidden)}</p>}
      <PlanTable title={t.others} caption={t.title} lines={reallocation.lines} awarded={t.gets} />
      {!approved && relations.has('decision-maker') && (
        <Decision callId={round.callId} plan={reallocation.plan.sha256} />
      )}
    </section>
  );
}

/** A decision maker approves exactly this plan, or returns it with a reason. */
function Decision({ callId, plan }: { callId: string; plan: string }) {
  const t = useTexts(reallocationTexts);
  const api = useApi('handle');
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: (decision: { readonly approve: boolean; readonly reason?: string }) =>
      api('POST /calls/{callId}/reallocations/{plan}/decision', {
        path: { callId, plan },
        body: { commandId: crypto.randomUUID(), ...decision },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handle'] }),
  });
  return (
    <div className="panel">
      <h3>{t.decide}</h3>
      <p>{t.decideText}</p>
      <Failure error={deciding.error} />
      <Button onClick={() => deciding.mutate({ approve: true })} disabled={deciding.isPending}>
        {t.approve}
      </Button>
      <details className="details">
        <summary>{t.giveBack}</summary>
        <ReasonedForm
          button={t.giveBack}
          variant="secondary"
          busy={deciding.isPending}
          send={(reason) => deciding.mutate({ approve: false, reason })}
        />
      </details>
    </div>
  );
}
