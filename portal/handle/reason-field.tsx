import { Textarea } from 'suomifi-ui-components';

interface ReasonFieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What is wrong, once it was tried to go on. */
  readonly fault?: string | undefined;
}

/** Why: a text that becomes part of the log. */
export function ReasonField({ label, value, change, fault }: ReasonFieldProps) {
  return (
    <Textarea
      labelText={label}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      status={fault ? 'error' : 'default'}
      statusText={fault ?? ''}
      maxLength={4000}
      fullWidth
      mb="m"
    />
  );
}
