import { type FieldPath, useController } from 'react-hook-form';
import { Textarea, TextInput } from 'suomifi-ui-components';
import { draftTexts } from '../../../texts/portal/draft.ts';
import { eurosInField, parseEuros } from '../../form/euros.ts';
import { useTexts } from '../../language/language.tsx';
import type { DraftForm } from './draft-form.ts';
import { useFault } from './faults.tsx';
import { fieldId } from './steps.ts';

export type Name = FieldPath<DraftForm>;

export interface FieldProps {
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
export function useField({ name, wrong }: Pick<FieldProps, 'name' | 'wrong'>) {
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
