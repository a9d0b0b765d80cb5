import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestOf } from '../../../contract/client.ts';
import type { Fault } from '../../../domain/fault.ts';
import { reallocationTexts } from '../../../texts/portal/reallocation.ts';
import type { RoundPage } from '../../api/official.ts';
import { useApi } from '../../api/use-api.tsx';
import { eurosInField, parseEuros } from '../../form/euros.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { faultsByPlace } from '../faults-by-place.ts';
import { NumberField } from '../number-field.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';

interface ProposeReallocationProps {
  readonly round: RoundPage;
  /** One is proposed already, whose place another takes. */
  readonly instead: boolean;
}

/** A presenter's proposal: why, and how much there is from then on. */
export function ProposeReallocation({ round: { callId, money }, instead }: ProposeReallocationProps) {
  const t = useTexts(reallocationTexts);
  const { language } = useLanguage();
  const api = useApi('handle');
  const queries = useQueryClient();
  const [appropriation, setAppropriation] = useState(eurosInField(money.appropriationCents));
  const [reserve, setReserve] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const proposing = useMutation({
    mutationFn: (body: RequestOf<'POST /calls/{callId}/reallocations'>) =>
      api('POST /calls/{callId}/reallocations', { path: { callId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handle'] }),
  });
  const propose = (reason: string) => {
    const appropriationCents = parseEuros(appropriation);
    const reserveCents = reserve.trim() ? parseEuros(reserve) : undefined;
    const found = [
      ...(appropriationCents === undefined ? [{ place: '/appropriationCents', code: 'not-euros' }] : []),
      ...(reserve.trim() && reserveCents === undefined
        ? [{ place: '/reserveCents', code: 'not-euros' }]
        : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    const commandId = crypto.randomUUID();
    proposing.mutate({
      commandId,
      reason,
      ...(appropriationCents === money.appropriationCents ? {} : { appropriationCents }),
      ...(reserveCents === undefined ? {} : { reserveCents }),
    });
  };
  const said = faultsByPlace(faults, language);
  const form = (
    <>
      <p>{t.proposeText}</p>
      <ReasonedForm
        button={t.propose}
        {...(instead ? { variant: 'secondary' } : {})}
        busy={proposing.isPending}
        error={proposing.error}
        send={propose}
      >
        <div className="fields">
          <NumberField
            label={t.appropriation}
            hint={t.appropriationHint}
            value={appropriation}
            change={setAppropriation}
            fault={said['/appropriationCents']}
          />
          <NumberField
            label={t.reserve}
            hint={t.reserveHint}
            value={reserve}
            change={setReserve}
            fault={said['/reserveCents']}
          />
        </div>
      </ReasonedForm>
    </>
  );
  return instead ? (
    <details className="details">
      <summary>{t.proposeInstead}</summary>
      {form}
    </details>
  ) : (
    <section className="panel" aria-labelledby="propose">
      <h2 id="propose">{t.propose}</h2>
      {form}
    </section>
  );
}
