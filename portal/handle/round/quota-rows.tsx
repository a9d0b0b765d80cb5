import { Button } from 'suomifi-ui-components';
import { groupsOf } from '../../../domain/call/allocation-faults.ts';
import type { QuotaDimension } from '../../../domain/call/allocation-rule.ts';
import type { Call } from '../../../domain/call/call.ts';
import { groupNamesOf } from '../../../texts/group-names.ts';
import { termsTexts } from '../../../texts/portal/terms.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { Choice } from '../choice.tsx';
import type { FaultsByPlace } from '../faults-by-place.ts';
import { NumberField } from '../number-field.tsx';
import type { QuotaFields } from './terms.ts';

interface QuotaRowsProps {
  readonly quotas: readonly QuotaFields[];
  readonly change: (quotas: readonly QuotaFields[]) => void;
  readonly faults: FaultsByPlace;
  readonly call: Pick<Call, 'themes' | 'applicants'>;
}

/** Money for groups, one row for each: at least, at the most, or both. */
export function QuotaRows({ quotas, change, faults, call }: QuotaRowsProps) {
  const t = useTexts(termsTexts);
  const { language } = useLanguage();
  const nameOf = groupNamesOf(call);
  const dimensions = (['theme', 'region', 'language', 'lead'] as const).filter(
    (dimension) => groupsOf(dimension, call).length > 0,
  );
  const set = (row: string, some: Partial<QuotaFields>) =>
    change(quotas.map((quota) => (quota.row === row ? { ...quota, ...some } : quota)));
  const add = () =>
    change([
      ...quotas,
      {
        row: crypto.randomUUID(),
        dimension: dimensions[0] ?? 'region',
        group: '',
        floorCents: '',
        ceilingCents: '',
      },
    ]);
  return (
    <>
      {quotas.map(({ row, dimension, group, floorCents, ceilingCents }, at) => (
        <fieldset key={row} className="row-card">
          <legend>{t.quota(at + 1)}</legend>
          <div className="fields">
            <Choice
              label={t.dimension}
              value={dimension}
              change={(chosen) => set(row, { dimension: chosen as QuotaDimension, group: '' })}
            >
              {dimensions.map((one) => [one, t[one]])}
            </Choice>
            <Choice
              label={t.group}
              value={group}
              change={(chosen) => set(row, { group: chosen })}
              all={t.choose}
              fault={faults[`/quotas/${at}/group`]}
            >
              {groupsOf(dimension, call).map((one) => [one, nameOf(dimension, one, language)])}
            </Choice>
            <NumberField
              label={t.floor}
              value={floorCents}
              change={(typed) => set(row, { floorCents: typed })}
              fault={faults[`/quotas/${at}/floorCents`] ?? faults[`/quotas/${at}`]}
            />
            <NumberField
              label={t.ceiling}
              value={ceilingCents}
              change={(typed) => set(row, { ceilingCents: typed })}
              fault={faults[`/quotas/${at}/ceilingCents`]}
            />
          </div>
          <Button
            variant="secondaryNoBorder"
            aria-label={`${t.remove}: ${t.quota(at + 1)}`}
            onClick={() => change(quotas.filter((quota) => quota.row !== row))}
          >
            {t.remove}
          </Button>
        </fieldset>
      ))}
      {faults['/quotas'] && <p className="fault">{faults['/quotas']}</p>}
      <p>
        <Button variant="secondary" onClick={add}>
          {t.addQuota}
        </Button>
      </p>
    </>
  );
}
