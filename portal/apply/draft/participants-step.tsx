import { useState } from 'react';
import { useController, useFieldArray, useWatch } from 'react-hook-form';
import { Button, Checkbox } from 'suomifi-ui-components';
import { draftTexts } from '../../../texts/portal/draft.ts';
import type { PublicCall } from '../../api/public.ts';
import { useTexts } from '../../language/language.tsx';
import { type DraftForm, newRow } from './draft-form.ts';
import { useFault } from './faults.tsx';
import { MoneyField, TextField } from './fields.tsx';
import { MunicipalityField } from './municipality-field.tsx';

/** The municipalities that carry the project out with the applicant, as the register knows them. */
export function ParticipantsStep({ call }: { call: PublicCall }) {
  const t = useTexts(draftTexts);
  const { fields, append, remove } = useFieldArray<DraftForm, 'participants', 'key'>({
    name: 'participants',
    keyName: 'key',
  });
  const kind = useWatch<DraftForm, 'applicant.kind'>({ name: 'applicant.kind' });
  const fault = useFault('participants');
  const [told, setTold] = useState('');
  const add = () =>
    append({ row: newRow(), municipality: '', email: '', shareCents: '', represented: false });
  return (
    <>
      <p>{t.participantsLead(call.applicants.minimumMunicipalities)}</p>
      {fault && <p className="fault">{fault}</p>}
      {fields.map(({ key }, index) => (
        <fieldset key={key} className="row-card">
          <legend>{t.participant(index + 1)}</legend>
          <MunicipalityField
            name={`participants.${index}.municipality`}
            label={t.municipality}
            onDate={call.closesAt.slice(0, 10)}
          />
          <TextField name={`participants.${index}.email`} label={t.contactEmail} type="email" />
          <MoneyField name={`participants.${index}.shareCents`} label={t.share} />
          {kind === 'jointAuthority' && call.applicants.onBehalf && <Represented index={index} />}
          <Button
            variant="secondaryNoBorder"
            onClick={() => {
              remove(index);
              setTold(t.removed);
            }}
            aria-label={`${t.remove}: ${t.participant(index + 1)}`}
          >
            {t.remove}
          </Button>
        </fieldset>
      ))}
      <Button id="participants" variant="secondary" onClick={add}>
        {t.addParticipant}
      </Button>
      <p role="status" className="hidden">
        {told}
      </p>
    </>
  );
}

function Represented({ index }: { index: number }) {
  const t = useTexts(draftTexts);
  const { field } = useController<DraftForm, `participants.${number}.represented`>({
    name: `participants.${index}.represented`,
  });
  return (
    <Checkbox checked={field.value} onClick={({ checkboxState }) => field.onChange(checkboxState)} mb="m">
      {t.represented}
    </Checkbox>
  );
}
