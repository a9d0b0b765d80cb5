import { useController, useFormContext, useWatch } from 'react-hook-form';
import { Checkbox, CheckboxGroup, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { municipalityOf } from '../../../domain/register/register.ts';
import { callWords } from '../../../texts/call-words.ts';
import { formatDate } from '../../../texts/format.ts';
import { draftTexts } from '../../../texts/portal/draft.ts';
import type { PublicCall } from '../../api/public.ts';
import { Facts } from '../../frame/facts.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { DateField } from './date-field.tsx';
import type { DraftForm } from './draft-form.ts';
import { useFault } from './faults.tsx';
import { AreaField, TextField } from './fields.tsx';
import { MunicipalityField } from './municipality-field.tsx';

/** Who applies, and whom the authority writes to. */
export function ApplicantStep({ call, businessId }: { call: PublicCall; businessId: string }) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  const { setValue } = useFormContext<DraftForm>();
  const kind = useWatch<DraftForm, 'applicant.kind'>({ name: 'applicant.kind' });
  const choose = (code: string) => {
    const municipality = municipalityOf(code);
    if (!municipality) return;
    setValue('applicant.name', municipality.name[municipality.language], { shouldDirty: true });
  };
  const kinds = callWords[language].kinds;
  return (
    <>
      <Facts facts={[[t.businessId, businessId]]} />
      <Choice
        name="applicant.kind"
        label={t.kind}
        options={call.applicants.kinds.map((each) => [each, kinds[each]])}
      />
      {kind !== 'jointAuthority' && (
        <MunicipalityField
          name="applicant.municipality"
          label={t.municipality}
          onDate={call.closesAt.slice(0, 10)}
          chosen={choose}
        />
      )}
      <TextField name="applicant.name" label={t.name} />
      <TextField name="applicant.email" label={t.email} hint={t.emailHint} type="email" />
      <Choice
        name="language"
        label={t.language}
        options={[
          ['sv', t.swedish],
          ['fi', t.finnish],
        ]}
      />
      <h2>{t.contact}</h2>
      <TextField name="contact.name" label={t.contactName} />
      <TextField name="contact.email" label={t.contactEmail} type="email" />
      <TextField name="contact.phone" label={t.phone} type="tel" optional />
    </>
  );
}

/** What is to be done, and when. */
export function ProjectStep({ call }: { call: PublicCall }) {
  const t = useTexts(draftTexts);
  return (
    <>
      <TextField name="project.title" label={t.projectTitle} />
      <AreaField name="project.summary" label={t.summary} hint={t.summaryHint} />
      {call.themes.length > 0 && <Themes call={call} />}
      <DateField name="project.starts" label={t.starts} />
      <DateField name="project.ends" label={t.ends} hint={t.endsHint(formatDate(call.grant.periodEnds))} />
    </>
  );
}

function Themes({ call }: { call: PublicCall }) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  const { field } = useController<DraftForm, 'project.themes'>({ name: 'project.themes' });
  const fault = useFault('project.themes');
  const toggle = (id: string, on: boolean) =>
    field.onChange(on ? [...field.value, id] : field.value.filter((theme) => theme !== id));
  return (
    <CheckboxGroup
      id="project-themes"
      labelText={t.themes}
      groupStatus={fault ? 'error' : 'default'}
      groupStatusText={fault ?? ''}
      mb="m"
    >
      {call.themes.map(({ id, name }) => (
        <Checkbox
          key={id}
          id={`project-themes-${id}`}
          checked={field.value.includes(id)}
          onClick={({ checkboxState }) => toggle(id, checkboxState)}
        >
          {name[language]}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

interface ChoiceProps {
  readonly name: 'applicant.kind' | 'language';
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** One of a few. */
function Choice({ name, label, options }: ChoiceProps) {
  const { field } = useController<DraftForm>({ name });
  const fault = useFault(name);
  return (
    <RadioButtonGroup
      id={name.replace('.', '-')}
      name={name}
      labelText={label}
      value={String(field.value)}
      onChange={field.onChange}
      groupStatus={fault ? 'error' : 'default'}
      groupStatusText={fault ?? ''}
      mb="m"
    >
      {options.map(([value, text]) => (
        <RadioButton key={value} value={value} id={`${name.replace('.', '-')}-${value}`}>
          {text}
        </RadioButton>
      ))}
    </RadioButtonGroup>
  );
}
