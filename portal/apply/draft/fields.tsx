import { type ComponentType, useEffect, useState } from 'react';
import { type FieldPath, useController } from 'react-hook-form';
import { SingleSelect, Textarea, TextInput } from 'suomifi-ui-components';
import { existedOn, municipalitiesOn, municipalityOf } from '../../../domain/register/register.ts';
import { draftTexts } from '../../../texts/portal/draft.ts';
import { eurosInField, parseEuros } from '../../form/euros.ts';
import { Boundary } from '../../frame/boundary.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { type DraftForm, isDate } from './draft-form.ts';
import { useFault } from './faults.tsx';
import type { PickedDateProps } from './picked-date.tsx';
import { fieldId } from './steps.ts';

export type Name = FieldPath<DraftForm>;

interface FieldProps {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  /** In a table the column's heading is seen instead. */
  readonly hideLabel?: boolean;
  /** What is wrong with what was typed, before any check. */
  readonly wrong?: ((typed: string) => string | undefined) | undefined;
  readonly type?: 'text' | 'email' | 'tel';
  readonly inputMode?: 'decimal';
  readonly onLeave?: (typed: string) => string;
}

/** What all fields of one line share: what was typed, and what is wrong with it. */
function useField({ name, wrong }: Pick<FieldProps, 'name' | 'wrong'>) {
  const { field, fieldState } = useController<DraftForm>({ name });
  const fault = useFault(name);
  const typed = typeof field.value === 'string' ? field.value : '';
  const found = (fieldState.isTouched && typed !== '' ? wrong?.(typed) : undefined) ?? fault;
  return {
    field,
    typed,
    id: fieldId(name),
    found,
    status: found ? ('error' as const) : ('default' as const),
  };
}

export function TextField({
  label,
  hint,
  optional,
  hideLabel,
  type,
  inputMode,
  onLeave,
  ...rest
}: FieldProps) {
  const t = useTexts(draftTexts);
  const { field, typed, id, found, status } = useField(rest);
  const leave = () => {
    if (onLeave) field.onChange(onLeave(typed));
    field.onBlur();
  };
  return (
    <TextInput
      id={id}
      name={field.name}
      ref={field.ref}
      labelText={label}
      labelMode={hideLabel ? 'hidden' : 'visible'}
      hintText={hint ?? ''}
      optionalText={optional ? t.optional : ''}
      type={type ?? 'text'}
      inputMode={inputMode}
      value={typed}
      onChange={(value) => field.onChange(String(value ?? ''))}
      onBlur={leave}
      status={status}
      statusText={found ?? ''}
      fullWidth
      mb={hideLabel ? '0' : 'm'}
    />
  );
}

/** Euros as people write them; what is typed is put in order when the field is left, and never rounded. */
export function MoneyField(props: Omit<FieldProps, 'wrong' | 'inputMode' | 'onLeave'>) {
  const t = useTexts(draftTexts);
  return (
    <TextField
      {...props}
      inputMode="decimal"
      wrong={(typed) => (parseEuros(typed) === undefined ? t.sumWrong : undefined)}
      onLeave={(typed) => eurosInField(parseEuros(typed) ?? typed)}
    />
  );
}

export function AreaField({ label, hint, optional, ...rest }: FieldProps) {
  const t = useTexts(draftTexts);
  const { field, typed, id, found, status } = useField(rest);
  return (
    <Textarea
      id={id}
      name={field.name}
      ref={field.ref}
      labelText={label}
      hintText={hint ?? ''}
      optionalText={optional ? t.optional : ''}
      value={typed}
      onChange={(event) => field.onChange(event.currentTarget.value)}
      onBlur={field.onBlur}
      status={status}
      statusText={found ?? ''}
      rows={7}
      maxLength={20_000}
      fullWidth
      mb="m"
    />
  );
}

/**
 * The field with its calendar, once it has been fetched; undefined before that, and where it cannot be fetched. It does
 * not come while somebody writes in the field that it replaces, or the rest of what is written would be lost.
 */
function useCalendar(writing: boolean): ComponentType<PickedDateProps> | undefined {
  const [fetched, setFetched] = useState<ComponentType<PickedDateProps>>();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    import('./picked-date.tsx').then(
      ({ default: PickedDate }) => setFetched(() => PickedDate),
      () => undefined,
    );
  }, []);
  useEffect(() => {
    if (fetched && !writing) setShown(true);
  }, [fetched, writing]);
  return shown ? fetched : undefined;
}

/** A date to write or to pick. Where the calendar cannot be fetched, it is written. */
export function DateField({ label, hint, ...rest }: FieldProps) {
  const t = useTexts(draftTexts);
  const [writing, setWriting] = useState(false);
  const PickedDate = useCalendar(writing);
  const { field, typed, id, found, status } = useField({
    ...rest,
    wrong: (written) => (isDate(written) ? undefined : t.dateWrong),
  });
  const props = {
    id,
    name: field.name,
    labelText: label,
    hintText: hint ? `${hint}. ${t.dateHint}` : t.dateHint,
    status,
    statusText: found ?? '',
    value: typed,
  };
  const leave = () => {
    setWriting(false);
    field.onBlur();
  };
  const written = (
    <TextInput
      {...props}
      onChange={(text) => field.onChange(String(text ?? ''))}
      onFocus={() => setWriting(true)}
      onBlur={leave}
      mb="m"
    />
  );
  return PickedDate ? (
    <Boundary instead={written}>
      <PickedDate {...props} change={field.onChange} onBlur={field.onBlur} />
    </Boundary>
  ) : (
    written
  );
}

/** A municipality of the register, found by writing its name. */
export function MunicipalityField({
  name,
  label,
  onDate,
  chosen,
}: {
  name: Name;
  label: string;
  /** Those that exist then can be chosen. */
  onDate: string;
  chosen?: (code: string) => void;
}) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  const { field, typed, id, found } = useField({ name });
  const spoken = language === 'fi' ? 'fi' : 'sv';
  const items = municipalitiesOn(onDate)
    .filter((municipality) => existedOn(municipality, onDate))
    .map(({ code, name: names }) => ({ uniqueItemId: code, labelText: names[spoken] }))
    .sort((one, other) => one.labelText.localeCompare(other.labelText, spoken));
  const known = municipalityOf(typed);
  return (
    <SingleSelect
      id={id}
      labelText={label}
      hintText={t.municipalityHint}
      items={items}
      selectedItem={known ? { uniqueItemId: known.code, labelText: known.name[spoken] } : null}
      onItemSelect={(code) => {
        field.onChange(code ?? '');
        chosen?.(code ?? '');
      }}
      clearButtonLabel={t.clear}
      noItemsText={t.noMatch}
      ariaOptionsAvailableTextFunction={(count) => t.options(count)}
      status={found ? 'error' : 'default'}
      statusText={found ?? ''}
      fullWidth
      mb="m"
    />
  );
}
