import { useState } from 'react';
import { useController, useFieldArray, useWatch } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { assessCosts } from '../../../domain/application/costs.ts';
import type { CostCategory } from '../../../domain/call/call.ts';
import { sumCents } from '../../../domain/money.ts';
import { costCategoryNames } from '../../../texts/cost-names.ts';
import { formatEuros } from '../../../texts/format.ts';
import { draftTexts } from '../../../texts/portal/draft.ts';
import type { PublicCall } from '../../api/public.ts';
import { parseEuros } from '../../form/euros.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { type DraftForm, newRow } from './draft-form.ts';
import { useFault } from './faults.tsx';
import { MoneyField, TextField } from './fields.tsx';
import { fieldId } from './steps.ts';

/** The budget as a table, with its sums and the call's share rule as they are typed. */
export function CostsStep({ call }: { call: PublicCall }) {
  const t = useTexts(draftTexts);
  const { fields, append, remove } = useFieldArray<DraftForm, 'costs', 'key'>({
    name: 'costs',
    keyName: 'key',
  });
  const fault = useFault('costs');
  const [told, setTold] = useState('');
  const add = () =>
    append({ row: newRow(), category: '', description: '', cents: '', vatCents: '', internal: false });
  const columns = [t.category, t.description, t.sum, t.vat, t.internal];
  return (
    <>
      <p>{t.costsLead}</p>
      {fault && <p className="fault">{fault}</p>}
      <table className="cost-table">
        <caption className="hidden">{t.costRows}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">
              <span className="hidden">{t.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ key }, index) => (
            <tr key={key}>
              <td data-label={t.category}>
                <Category index={index} categories={call.costs.eligible} />
              </td>
              <td data-label={t.description}>
                <TextField
                  name={`costs.${index}.description`}
                  label={t.row(t.description, index + 1)}
                  hideLabel
                />
              </td>
              <td data-label={t.sum} className="cost-sum">
                <MoneyField name={`costs.${index}.cents`} label={t.row(t.sum, index + 1)} hideLabel />
              </td>
              <td data-label={t.vat} className="cost-sum">
                <MoneyField name={`costs.${index}.vatCents`} label={t.row(t.vat, index + 1)} hideLabel />
              </td>
              <td data-label={t.internal}>
                <Internal index={index} />
              </td>
              <td>
                <Button
                  variant="secondaryNoBorder"
                  aria-label={t.row(t.remove, index + 1)}
                  onClick={() => {
                    remove(index);
                    setTold(t.removed);
                  }}
                >
                  {t.remove}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className="hidden">
        {told}
      </p>
      <Button id="costs" variant="secondary" onClick={add} mb="m">
        {t.addCost}
      </Button>
      <h2>{t.financing}</h2>
      <div className="narrow">
        <MoneyField name="financing.requestedCents" label={t.requested} />
        <MoneyField name="financing.ownCents" label={t.own} />
        <MoneyField name="financing.otherPublicCents" label={t.otherPublic} optional />
      </div>
      <Sums call={call} />
    </>
  );
}

/** What the sums come to, in exact cents by the same arithmetic that the decision rests on. */
function Sums({ call }: { call: PublicCall }) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  const [rows, financing, participants] = useWatch<DraftForm, ['costs', 'financing', 'participants']>({
    name: ['costs', 'financing', 'participants'],
  });
  const cents = (typed: string | undefined) => parseEuros(typed ?? '') ?? 0;
  const costs = rows.map((row) => ({
    category: row.category as CostCategory,
    description: row.description,
    cents: cents(row.cents),
    vatCents: Math.min(cents(row.vatCents), cents(row.cents)),
  }));
  const requestedCents = cents(financing.requestedCents);
  const ownCents = cents(financing.ownCents);
  const otherPublicCents = cents(financing.otherPublicCents);
  const shareCents = sumCents(participants.map((one) => cents(one.shareCents)));
  const sums = assessCosts({ costs, financing: { requestedCents, ownCents, otherPublicCents } }, call.costs);
  const financedCents = sumCents([requestedCents, ownCents, otherPublicCents, shareCents]);
  const euros = (sum: number) => formatEuros(sum, language);
  const lines: readonly (readonly [string, number])[] = [
    [t.total, sums.totalCents],
    [t.withoutVat, sums.vatCents],
    [t.ineligible, sums.ineligibleCents],
    [t.eligible, sums.eligibleCents],
    [t.maximum(call.costs.maximumSharePercent), sums.maximumCents],
    [t.shares, shareCents],
    [t.financed, financedCents],
  ];
  return (
    <section className="panel" aria-label={t.total}>
      <dl className="sums">
        {lines.map(([name, sum]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{euros(sum)}</dd>
          </div>
        ))}
      </dl>
      <div role="status">
        {requestedCents > 0 && sums.eligibleCents > 0 && (
          <ShareRule requestedCents={requestedCents} sums={sums} />
        )}
        {sums.totalCents > 0 && financedCents > 0 && <Balance difference={financedCents - sums.totalCents} />}
      </div>
    </section>
  );
}

function ShareRule({
  requestedCents,
  sums: { eligibleCents, maximumCents },
}: {
  requestedCents: number;
  sums: { eligibleCents: number; maximumCents: number };
}) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  const percent = new Intl.NumberFormat('fi', { maximumFractionDigits: 2 }).format(
    (100 * requestedCents) / eligibleCents,
  );
  const room = maximumCents - requestedCents;
  const share = `${percent}\u00a0%`;
  return room >= 0 ? (
    <p className="rule rule-met">{t.shareRuleMet(share, formatEuros(room, language))}</p>
  ) : (
    <p className="rule rule-broken">{t.shareRuleBroken(share, formatEuros(-room, language))}</p>
  );
}

function Balance({ difference }: { difference: number }) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  if (difference === 0) return <p className="rule rule-met">{t.adds}</p>;
  const sum = formatEuros(Math.abs(difference), language);
  return <p className="rule rule-broken">{difference < 0 ? t.lacks(sum) : t.exceeds(sum)}</p>;
}

function Category({ index, categories }: { index: number; categories: readonly CostCategory[] }) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  const name = `costs.${index}.category` as const;
  const { field } = useController<DraftForm, typeof name>({ name });
  const fault = useFault(name);
  const label = t.row(t.category, index + 1);
  return (
    <>
      <select
        {...field}
        id={fieldId(name)}
        className="select"
        aria-label={label}
        aria-invalid={Boolean(fault)}
        aria-describedby={fault && `${fieldId(name)}-fault`}
      >
        <option value="">{t.choose}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            {costCategoryNames[category][language]}
          </option>
        ))}
      </select>
      {fault && (
        <p id={`${fieldId(name)}-fault`} className="fault">
          {fault}
        </p>
      )}
    </>
  );
}

function Internal({ index }: { index: number }) {
  const t = useTexts(draftTexts);
  const name = `costs.${index}.internal` as const;
  const { field } = useController<DraftForm, typeof name>({ name });
  return (
    <input
      type="checkbox"
      className="tick"
      checked={field.value}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      aria-label={t.row(t.internal, index + 1)}
    />
  );
}
