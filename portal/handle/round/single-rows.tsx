import { Button } from 'suomifi-ui-components';
import { termsTexts } from '../../../texts/portal/terms.ts';
import type { RoundPage } from '../../api/official.ts';
import { useTexts } from '../../language/language.tsx';
import { Choice } from '../choice.tsx';
import type { FaultsByPlace } from '../faults-by-place.ts';
import { NumberField } from '../number-field.tsx';
import type { SingleFields } from './scenario.ts';

interface SingleRowsProps {
  readonly singles: readonly SingleFields[];
  readonly change: (singles: readonly SingleFields[]) => void;
  readonly faults: FaultsByPlace;
  readonly lines: NonNullable<RoundPage['plan']>['lines'];
}

/** Applications that have other points in a trial, or are withdrawn in it. */
export function SingleRows({ singles, change, faults, lines }: SingleRowsProps) {
  const t = useTexts(termsTexts);
  const set = (row: string, some: Partial<SingleFields>) =>
    change(singles.map((single) => (single.row === row ? { ...single, ...some } : single)));
  const add = () =>
    change([...singles, { row: crypto.randomUUID(), caseNumber: '', what: 'score', points: '' }]);
  return (
    <>
      <p>{t.singlesText}</p>
      {singles.map(({ row, caseNumber, what, points }, at) => (
        <fieldset key={row} className="row-card">
          <legend>{t.single(at + 1)}</legend>
          <div className="fields">
            <Choice
              label={t.applicationOf}
              value={caseNumber}
              change={(chosen) => set(row, { caseNumber: chosen })}
              all={t.choose}
              fault={faults[`/singles/${at}/caseNumber`]}
            >
              {lines.map((line) => [
                line.caseNumber,
                `${line.rank}. ${line.applicantName ?? line.caseNumber} (${line.points})`,
              ])}
            </Choice>
            <Choice
              label={t.what}
              value={what}
              change={(chosen) => set(row, { what: chosen as SingleFields['what'] })}
            >
              {[
                ['score', t.otherPoints],
                ['withdrawn', t.withdrawn],
              ]}
            </Choice>
            {what === 'score' && (
              <NumberField
                label={t.otherPointsOf}
                value={points}
                change={(typed) => set(row, { points: typed })}
                fault={faults[`/singles/${at}/points`]}
              />
            )}
          </div>
          <Button
            variant="secondaryNoBorder"
            aria-label={`${t.remove}: ${t.single(at + 1)}`}
            onClick={() => change(singles.filter((single) => single.row !== row))}
          >
            {t.remove}
          </Button>
        </fieldset>
      ))}
      <p>
        <Button variant="secondary" onClick={add}>
          {t.addSingle}
        </Button>
      </p>
    </>
  );
}
