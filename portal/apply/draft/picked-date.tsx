import { DateInput } from 'suomifi-ui-components';
import { useLanguage } from '../../language/language.tsx';
import type { PickedDateProps } from './fields.tsx';

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
