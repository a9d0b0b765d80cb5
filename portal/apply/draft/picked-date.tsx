import { type ComponentProps, useLayoutEffect, useState } from 'react';
import { DateInput, type TextInput } from 'suomifi-ui-components';
import type { Language } from '../../../texts/language.ts';
import { useLanguage } from '../../language/language.tsx';

export type PickedDateProps = Pick<
  ComponentProps<typeof TextInput>,
  'id' | 'name' | 'labelText' | 'hintText' | 'status' | 'statusText'
> & { value: string; change: (value: string) => void; onBlur: () => void };

/** The field with its calendar, which is fetched by itself. Another language makes another. */
export default function PickedDate(props: PickedDateProps) {
  const { language } = useLanguage();
  return <InLanguage key={language} language={language} {...props} />;
}

/**
 * The design system's button to the calendar tells the date that it begins with in Finnish, whatever the language; a date
 * that comes after the first rendering it tells as it should.
 */
function InLanguage({ change, value, ...props }: PickedDateProps & { language: Language }) {
  const [rendered, setRendered] = useState(false);
  useLayoutEffect(() => setRendered(true), []);
  return (
    <DateInput
      {...props}
      datePickerEnabled
      value={rendered ? value : ''}
      onChange={({ value: typed }) => change(typed)}
      mb="m"
    />
  );
}
