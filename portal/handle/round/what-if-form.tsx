import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button, TextInput } from 'suomifi-ui-components';
import type { Scenario } from '../../../domain/allocation/what-if.ts';
import type { Fault } from '../../../domain/fault.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { termsTexts } from '../../../texts/portal/terms.ts';
import type { RoundPage } from '../../api/official.ts';
import type { PublicCall } from '../../api/public.ts';
import { useApi } from '../../api/use-api.tsx';
import { eurosInField, parseEuros } from '../../form/euros.ts';
import { Failure } from '../../frame/loaded.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { faultsByPlace } from '../faults-by-place.ts';
import { NumberField } from '../number-field.tsx';
import { readSingles, type SingleFields, scenarioOf } from './scenario.ts';
import { SingleRows } from './single-rows.tsx';
import { fieldsOf, readTerms } from './terms.ts';
import { TermsForm } from './terms-form.tsx';

type Plan = NonNullable<RoundPage['plan']>;

interface WhatIfFormProps {
  readonly round: RoundPage;
  readonly plan: Plan;
  readonly call: PublicCall;
}

/** What is to be tried beside the proposal; the form stays as it is afterwards, for the next trial. */
export function WhatIfForm({ round, plan, call }: WhatIfFormProps) {
  const t = useTexts(termsTexts);
  const { whatIf, whatIfText, whatIfName, tryIt, computing } = useTexts(handleTexts);
  const { language } = useLanguage();
  const api = useApi('handle');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [money, setMoney] = useState(eurosInField(round.money.appropriationCents));
  const [fields, setFields] = useState(fieldsOf(round.rule));
  const [singles, setSingles] = useState<readonly SingleFields[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const trying = useMutation({
    mutationFn: (scenario: Scenario) =>
      api('POST /calls/{callId}/what-ifs', {
        path: { callId: round.callId },
        body: { commandId: crypto.randomUUID(), scenario },
      }),
    onSuccess: () => {
      setName('');
      return queries.invalidateQueries({ queryKey: ['handle'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const appropriation = parseEuros(money);
    const cents = appropriation ?? round.money.appropriationCents;
    const read = readTerms(fields, { ...call, appropriation: { ...call.appropriation, cents } });
    const changed = readSingles(singles, plan.scorePerPoint);
    const found = [
      ...(name.trim() ? [] : [{ place: '/name', code: 'required' }]),
      ...(appropriation === undefined ? [{ place: '/appropriation', code: 'not-euros' }] : []),
      ...('faults' in read ? read.faults : []),
      ...('faults' in changed ? changed.faults : []),
    ];
    setFaults(found);
    if (found.length > 0 || 'faults' in read || 'faults' in changed) return;
    const now = { appropriation: round.money.appropriationCents, rule: round.rule };
    const tried = { name: name.trim(), appropriation: cents, terms: read.terms, ...changed };
    trying.mutate(scenarioOf(tried, now, plan.scorePerPoint));
  };
  const said = faultsByPlace(faults, language);
  return (
    <details className="details">
      <summary>{whatIf}</summary>
      <p>{whatIfText}</p>
      <form onSubmit={submit} noValidate>
        <div className="fields">
          <TextInput
            labelText={whatIfName}
            value={name}
            onChange={(value) => setName(String(value ?? ''))}
            status={said['/name'] ? 'error' : 'default'}
            statusText={said['/name'] ? t.nameMissing : ''}
          />
          <NumberField label={t.money} value={money} change={setMoney} fault={said['/appropriation']} />
        </div>
        <TermsForm name="what-if" fields={fields} change={setFields} faults={said} call={call} />
        <details
          className="details"
          open={Object.keys(said).some((place) => place.startsWith('/singles')) || undefined}
        >
          <summary>
            {t.singles} <span className="note">{t.singlesNow(singles.length)}</span>
          </summary>
          <SingleRows singles={singles} change={setSingles} faults={said} lines={plan.lines} />
        </details>
        <div className="turn">
          <Button type="submit" variant="secondary" disabled={trying.isPending}>
            {trying.isPending ? computing : tryIt}
          </Button>
        </div>
        <p role="status" className="fault">
          {faults.length > 0 && t.toMend(faults.length)}
        </p>
        <Failure error={trying.error} />
      </form>
    </details>
  );
}
