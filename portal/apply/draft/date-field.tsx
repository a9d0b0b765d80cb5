import { type ComponentType, useEffect, useState } from 'react';
import { TextInput } from 'suomifi-ui-components';
import { draftTexts } from '../../../texts/portal/draft.ts';
import { Boundary } from '../../frame/boundary.tsx';
import { useTexts } from '../../language/language.tsx';
import { isDate } from './draft-form.ts';
import { type FieldProps, useField } from './fields.tsx';
import type { PickedDateProps } from './picked-date.tsx';

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
