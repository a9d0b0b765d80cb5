import { RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import type { Call } from '../../../domain/call/call.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { termsTexts } from '../../../texts/portal/terms.ts';
import { useTexts } from '../../language/language.tsx';
import { Choice } from '../choice.tsx';
import type { FaultsByPlace } from '../faults-by-place.ts';
import { NumberField } from '../number-field.tsx';
import { QuotaRows } from './quota-rows.tsx';
import { hasFloors, type TermsFields } from './terms.ts';

export interface TermsFormProps {
  readonly fields: TermsFields;
  readonly change: (fields: TermsFields) => void;
  readonly faults: FaultsByPlace;
  /** Whose themes and applicants quotas can be of. */
  readonly call: Pick<Call, 'themes' | 'applicants'>;
  /** Two forms can stand on one page. */
  readonly name: string;
  /** Whether the least share is asked for: a trial takes each application's from the plan. */
  readonly withShare?: boolean;
}

/** A rule of allocation: its policy with what belongs to it, and, folded until they are wanted, its limits and quotas. */
export function TermsForm({ fields, change, faults, call, name, withShare = false }: TermsFormProps) {
  const t = useTexts(termsTexts);
  const set = (some: Partial<TermsFields>) => change({ ...fields, ...some });
  const isFaulty = (...places: readonly string[]) =>
    Object.keys(faults).some((place) => places.some((one) => place.startsWith(one)));
  return (
    <>
      <RadioButtonGroup
        name={`policy-${name}`}
        labelText={t.policy}
        value={fields.policy}
        onChange={(policy) => set({ policy: policy as TermsFields['policy'] })}
        mb="s"
      >
        {(['rank', 'prorata', 'band', 'maxscore'] as const).map((policy) => (
          <RadioButton key={policy} value={policy} hintText={t[`${policy}Hint`]}>
            {t[policy]}
          </RadioButton>
        ))}
      </RadioButtonGroup>
      <PolicyFields fields={fields} set={set} faults={faults} />
      <details className="details" open={isFaulty('/threshold', '/minimum', '/reserve') || undefined}>
        <summary>
          {t.limits} <span className="note">{t.limitsNow(fields.thresholdPoints, fields.reserveCents)}</span>
        </summary>
        <div className="fields">
          <NumberField
            label={t.threshold}
            value={fields.thresholdPoints}
            change={(thresholdPoints) => set({ thresholdPoints })}
            fault={faults['/thresholdPoints']}
          />
          {withShare && (
            <NumberField
              label={t.minimumPercent}
              value={fields.minimumPercent}
              change={(minimumPercent) => set({ minimumPercent })}
              fault={faults['/minimumPercent']}
            />
          )}
          <NumberField
            label={t.reserve}
            value={fields.reserveCents}
            change={(reserveCents) => set({ reserveCents })}
            fault={faults['/reserveCents']}
          />
          <NumberField
            label={t.minimumGrant}
            value={fields.minimumGrantCents}
            change={(minimumGrantCents) => set({ minimumGrantCents })}
            fault={faults['/minimumGrantCents']}
          />
        </div>
      </details>
      <details
        className="details"
        open={isFaulty('/quotas', '/applicantCents', '/municipalityCents') || undefined}
      >
        <summary>
          {t.quotas} <span className="note">{t.quotasNow(fields.quotas.length)}</span>
        </summary>
        <QuotaRows quotas={fields.quotas} change={(quotas) => set({ quotas })} faults={faults} call={call} />
        <div className="fields">
          <NumberField
            label={t.applicantCap}
            hint={t.capHint}
            value={fields.applicantCents}
            change={(applicantCents) => set({ applicantCents })}
            fault={faults['/applicantCents']}
          />
          <NumberField
            label={t.municipalityCap}
            hint={t.capHint}
            value={fields.municipalityCents}
            change={(municipalityCents) => set({ municipalityCents })}
            fault={faults['/municipalityCents']}
          />
        </div>
      </details>
    </>
  );
}

interface PolicyFieldsProps {
  readonly fields: TermsFields;
  readonly set: (some: Partial<TermsFields>) => void;
  readonly faults: FaultsByPlace;
}

/** What belongs to the chosen policy and to no other. */
function PolicyFields({ fields, set, faults }: PolicyFieldsProps) {
  const t = useTexts(termsTexts);
  const { mode, modeStrict, modeSkip, modeOffer } = useTexts(handleTexts);
  const { policy, value } = fields;
  if (policy === 'prorata') return null;
  if (policy === 'rank') {
    return (
      <div className="fields">
        <Choice
          label={mode}
          value={fields.mode}
          change={(chosen) => set({ mode: chosen as TermsFields['mode'] })}
        >
          {[
            ['strict', modeStrict],
            ['skip', modeSkip],
            ['offer', modeOffer],
          ]}
        </Choice>
      </div>
    );
  }
  return (
    <div className="fields">
      {policy === 'band' && (
        <NumberField
          label={t.bandPoints}
          value={fields.bandPoints}
          change={(bandPoints) => set({ bandPoints })}
          fault={faults['/bandPoints']}
        />
      )}
      <Choice label={t.value} value={value} change={(one) => set({ value: one as TermsFields['value'] })}>
        {[
          ['score', t.valueScore],
          ['score-times-money', t.valueMoney],
        ]}
      </Choice>
      {policy === 'maxscore' && value === 'score-times-money' && (
        <Choice
          label={t.grants}
          value={fields.grants}
          change={(grants) => set({ grants: grants as TermsFields['grants'] })}
        >
          {[
            ['full', t.grantsFull],
            ['partial', t.grantsPartial],
          ]}
        </Choice>
      )}
      {policy === 'maxscore' && hasFloors(fields) && (
        <Choice
          label={t.floors}
          value={fields.floors}
          change={(floors) => set({ floors: floors as TermsFields['floors'] })}
        >
          {[
            ['met', t.floorsMet],
            ['reserved', t.floorsReserved],
          ]}
        </Choice>
      )}
    </div>
  );
}
