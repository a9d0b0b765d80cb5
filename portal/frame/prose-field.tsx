import { Textarea } from 'suomifi-ui-components';

interface ProseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** How many characters it holds; 4000 unless told. */
  readonly longest?: number | undefined;
  /** Says that it may be left empty. */
  readonly optional?: string | undefined;
  /** What is wrong, once it was tried to go on. */
  readonly fault?: string | undefined;
}

/** A text of several lines that somebody writes: why, or what. */
export function ProseField({ label, value, change, longest = 4000, optional = '', fault }: ProseFieldProps) {
  return (
    <Textarea
      labelText={label}
      optionalText={optional}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      status={fault ? 'error' : 'default'}
      statusText={fault ?? ''}
      maxLength={longest}
      fullWidth
      mb="m"
    />
  );
}
