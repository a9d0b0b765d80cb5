import type { ComponentProps } from 'react';
import { DateInput, type TextInput } from 'suomifi-ui-components';
import { useLanguage } from '../../language/language.tsx';

export type PickedDateProps = Pick<
  ComponentProps<typeof TextInput>,
  'id' | 'name' | 'labelText' | 'hintText' | 'status' | 'statusText'
> & { value: string; change: (value: string) => void; onBlur: () => void };

/** The field with its calendar, which is fetched by itself. */
export default function PickedDate({ change, ...props }: PickedDateProps) {
  const { language } = useLanguage();
  return (
    <DateInput
      {...props}
      datePickerEnabled
      language={language}
      onChange={({ value }) => change(value)}
      mb="m"
    />
  );
}
